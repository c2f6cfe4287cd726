"""Reads what the bot posts, and says no to what Teams would not take."""

import json

import msgspec

from bot.local.messages import ConnectorError
from bot.local.people import Json

ADAPTIVE = "application/vnd.microsoft.card.adaptive"
ROOM_FOR_A_MESSAGE = 100 * 1024  # bytes in UTF-16, as Teams counts them


class Named(msgspec.Struct, frozen=True):
    """Something with an id."""

    id: str = ""


class ChannelData(msgspec.Struct, frozen=True):
    """Which channel a new thread goes to."""

    channel: Named = Named()


class Wish(msgspec.Struct, frozen=True, rename="camel"):
    """A conversation that the bot wants to begin."""

    is_group: bool = False
    members: list[Named] = []
    channel_data: ChannelData = ChannelData()
    activity: Json | None = None


def read_wish(body: Json) -> Wish:
    """The body of a call that begins a conversation."""
    try:
        return msgspec.convert(body, Wish)
    except msgspec.ValidationError as error:
        raise ConnectorError(400, "BadSyntax", f"The conversation cannot be read: {error}.") from error


def readable(activity: Json) -> tuple[str, Json | None]:
    """The text and the card of what the bot posts."""
    if activity.get("type", "message") != "message":
        raise ConnectorError(400, "BadArgument", f"Unknown activity type {activity.get('type')}.")
    if len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le", "replace")) > ROOM_FOR_A_MESSAGE:
        raise ConnectorError(413, "MessageSizeTooBig", "Message size too large.")
    text, card = activity.get("text") or "", card_of(activity)
    if not isinstance(text, str) or (not text.strip() and card is None):
        raise ConnectorError(400, "BadSyntax", "A message needs a text or a card.")
    return text, card


def card_of(activity: Json) -> Json | None:
    """The adaptive card of an activity: one at most, and no other attachment."""
    attachments = activity.get("attachments") or []
    if not isinstance(attachments, list) or len(attachments) > 1:
        raise ConnectorError(400, "BadSyntax", "The local channel shows one card a message.")
    for attachment in attachments:
        content = attachment.get("content") if isinstance(attachment, dict) else None
        if not isinstance(content, dict) or attachment.get("contentType") != ADAPTIVE:
            raise ConnectorError(400, "BadSyntax", "The local channel shows adaptive cards only.")
        return content
    return None
