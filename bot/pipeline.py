"""The seam between the host and what Kansli does with an activity: raw JSON in, an `Answer` out."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from bot.connector import Outcome

Activity = dict[str, Any]


@dataclass(frozen=True)
class Update:
    """A message that is already in the conversation gets a new content."""

    activity_id: str
    activity: Activity


@dataclass(frozen=True)
class InvokeAnswer:
    """What a tapped button or a form gets back at once: an HTTP status and a JSON body, or none."""

    status: int
    body: Any = None


@dataclass(frozen=True)
class Answer:
    """What one activity leads to, already committed.

    `activities` are sent into the same conversation, in order, until one is not accepted; `updates` after them.
    `sent`, when given, is then called with the outcome of each activity that was tried: shorter than
    `activities` means that the rest was not tried.
    """

    activities: tuple[Activity, ...] = ()
    updates: tuple[Update, ...] = ()
    invoke: InvokeAnswer | None = None
    sent: Callable[[tuple[Outcome, ...]], Awaitable[None]] | None = None


class Pipeline(Protocol):
    """Takes an activity that passed the gate; when it returns, what the activity changed is committed."""

    async def receive(self, raw: Activity) -> Answer:
        """Handle one activity."""
        ...
