"""The Bot Connector: how messages get into Teams. Outcomes are values; HTTP trouble never raises."""

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Address:
    """Where something goes.

    `conversation` is a thread (`19:...;messageid=...`), a channel or a private conversation; `channel` and `team`
    are empty in private; `bot` is the bot's own id there (`28:...`).
    """

    service_url: str
    tenant: str
    conversation: str
    bot: str
    channel: str = ""
    team: str = ""


@dataclass(frozen=True)
class Accepted:
    """It is in Teams. `conversation` is the new thread's or private conversation's id where one was opened."""

    activity_id: str
    conversation: str


@dataclass(frozen=True)
class Rejected:
    """It is certainly not in Teams. `status` 0: no request left the bot. `retry_after` is in seconds."""

    status: int
    retry_after: float | None
    code: str


@dataclass(frozen=True)
class Unclear:
    """It may or may not be in Teams: no answer, a broken one, or an error of the server."""

    why: str


Outcome = Accepted | Rejected | Unclear


@dataclass(frozen=True)
class RosterMember:
    """One person of a conversation as Teams knows them; `object_id` and `tenant` may be empty."""

    user_id: str
    object_id: str
    tenant: str
    name: str
    role: str


@dataclass(frozen=True)
class Roster:
    """Everybody in a conversation."""

    members: tuple[RosterMember, ...]


class Tokens(Protocol):
    """Gives the bearer token of outgoing requests."""

    async def token(self) -> str | None:
        """The token; none when there is none to be had now."""
        ...


class Connector(Protocol):
    """What the bot can do in Teams."""

    async def reply(self, address: Address, activity: dict[str, Any]) -> Outcome:
        """Post into the thread or conversation of the address."""
        ...

    async def new_thread(self, address: Address, activity: dict[str, Any]) -> Outcome:
        """Post a new thread in the channel of the address."""
        ...

    async def update(self, address: Address, activity_id: str, activity: dict[str, Any]) -> Outcome:
        """Give a posted message a new content."""
        ...

    async def delete(self, address: Address, activity_id: str) -> Outcome:
        """Take a posted message away."""
        ...

    async def open_private(self, address: Address, user_id: str) -> Outcome:
        """The private conversation with a person (`29:...`), opened when there is none."""
        ...

    async def roster(self, address: Address) -> Roster | Rejected | Unclear:
        """Everybody in the conversation."""
        ...
