"""botbuilder's own seams, filled: who is asking was settled at the gate, and sending goes through our connector.

botbuilder is imported here and in `bot/host.py` only; both are imported when the app is built, because it takes
the better part of a second.
"""

from dataclasses import dataclass
from typing import Any

from botbuilder.core import CloudAdapterBase, TurnContext
from botbuilder.schema import (
    Activity,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    ResourceResponse,
)
from botframework.connector.auth import BotFrameworkAuthentication, ClaimsIdentity
from botframework.connector.auth.authenticate_request_result import AuthenticateRequestResult
from botframework.connector.auth.connector_factory import ConnectorFactory

from bot.connector import Accepted, Address, Connector, Outcome

_CONTENT = "content"


class NotAccepted(Exception):
    """A message did not certainly get into Teams; carries the outcome through botbuilder."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(type(outcome).__name__)
        self.outcome = outcome


@dataclass(frozen=True)
class Content:
    """The JSON of an outgoing activity. botbuilder copies what it sends to the bottom; nobody changes this."""

    payload: dict[str, Any]

    def __deepcopy__(self, memo: object) -> "Content":
        del memo
        return self


class Conversations:
    """The conversations of botbuilder's connector client, as far as its adapter calls them."""

    def __init__(self, connector: Connector, service_url: str) -> None:
        self._connector = connector
        self._service_url = service_url

    async def send_to_conversation(self, conversation_id: str, activity: Activity) -> ResourceResponse:
        """Post into a conversation."""
        outcome = await self._connector.reply(self._address(conversation_id, activity), _payload(activity))
        return _response(outcome)

    async def reply_to_activity(self, conversation_id: str, activity_id: str, activity: Activity) -> ResourceResponse:
        """Post into a conversation; the thread is in its id, and what is replied to in the payload."""
        del activity_id
        return await self.send_to_conversation(conversation_id, activity)

    async def update_activity(self, conversation_id: str, activity_id: str, activity: Activity) -> ResourceResponse:
        """Give a posted message a new content."""
        address = self._address(conversation_id, activity)
        return _response(await self._connector.update(address, activity_id, _payload(activity)))

    async def delete_activity(self, conversation_id: str, activity_id: str) -> None:
        """Take a posted message away."""
        address = Address(self._service_url, tenant="", conversation=conversation_id, bot="")
        _response(await self._connector.delete(address, activity_id))

    def _address(self, conversation_id: str, activity: Activity) -> Address:
        bot = activity.from_property.id if activity.from_property else ""
        return Address(self._service_url, tenant="", conversation=conversation_id, bot=bot or "")


class Client:
    """Stands where botbuilder expects its connector client."""

    def __init__(self, connector: Connector, service_url: str) -> None:
        self.conversations = Conversations(connector, service_url)


class Factory(ConnectorFactory):  # type: ignore[misc] # botbuilder is untyped
    """Makes a client for one service URL; they all share the one connector."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    async def create(self, service_url: str, audience: str | None = None) -> Client:
        """The client for this address."""
        del audience
        return Client(self._connector, service_url)


class Authentication(BotFrameworkAuthentication):  # type: ignore[misc] # botbuilder is untyped
    """Authenticates nothing itself: only what passed the gate gets this far."""

    def __init__(self, factory: Factory) -> None:
        self._factory = factory

    def passed(self) -> AuthenticateRequestResult:
        """What the gate found, as botbuilder wants to hear it."""
        result = AuthenticateRequestResult()
        result.claims_identity = ClaimsIdentity({}, True)
        result.connector_factory = self._factory
        return result

    async def authenticate_request(self, activity: Activity, auth_header: str) -> AuthenticateRequestResult:
        """Never: requests are checked at the gate."""
        del activity, auth_header
        raise PermissionError

    async def authenticate_streaming_request(
        self, auth_header: str, channel_id_header: str
    ) -> AuthenticateRequestResult:
        """Never: there is no streaming."""
        del auth_header, channel_id_header
        raise PermissionError

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> Factory:
        """The factory of the one connector."""
        del claims_identity
        return self._factory

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """None: Kansli signs nobody in."""
        del claims_identity


def adapter_for(authentication: Authentication) -> CloudAdapterBase:
    """botbuilder's adapter on our seams."""
    return CloudAdapterBase(authentication)


def as_activity(raw: dict[str, Any]) -> Activity:
    """What botbuilder needs of an activity to address the answers; Kansli reads the raw JSON itself."""
    return Activity(
        type=raw["type"],
        id=raw.get("id"),
        name=raw.get("name"),
        channel_id=raw["channelId"],
        service_url=raw["serviceUrl"],
        from_property=_account(raw.get("from")),
        recipient=_account(raw.get("recipient")),
        conversation=ConversationAccount(id=raw["conversation"]["id"]),
    )


def outgoing(payload: dict[str, Any], activity_id: str | None = None) -> Activity:
    """An activity for botbuilder to send whose content is exactly this payload.

    botbuilder's models lose what they do not know (mentions, card parts), so the payload goes beside them.
    """
    activity = Activity(type=payload.get("type", "message"), id=activity_id)
    activity.additional_properties = {_CONTENT: Content(payload)}
    return activity


def reference_to(address: Address) -> ConversationReference:
    """An address as botbuilder's reference."""
    return ConversationReference(
        channel_id="msteams",
        service_url=address.service_url,
        bot=ChannelAccount(id=address.bot),
        conversation=ConversationAccount(id=address.conversation),
    )


async def say(context: TurnContext, payload: dict[str, Any]) -> Outcome:
    """Send one message through the turn."""
    try:
        response = await context.send_activity(outgoing(payload))
    except NotAccepted as not_accepted:
        return not_accepted.outcome
    return Accepted(response.id, context.activity.conversation.id)


async def change(context: TurnContext, activity_id: str, payload: dict[str, Any]) -> Outcome:
    """Give a posted message a new content through the turn."""
    try:
        await context.update_activity(outgoing(payload, activity_id))
    except NotAccepted as not_accepted:
        return not_accepted.outcome
    return Accepted(activity_id, context.activity.conversation.id)


def _account(found: object) -> ChannelAccount:
    account = found if isinstance(found, dict) else {}
    return ChannelAccount(id=account.get("id"), name=account.get("name"))


def _payload(activity: Activity) -> dict[str, Any]:
    content = activity.additional_properties.get(_CONTENT)
    payload: dict[str, Any] = content.payload if content else activity.serialize()
    return {"type": activity.type} | payload


def _response(outcome: Outcome) -> ResourceResponse:
    if not isinstance(outcome, Accepted):
        raise NotAccepted(outcome)
    return ResourceResponse(id=outcome.activity_id)
