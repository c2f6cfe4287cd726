"""What one person sees of the local channel, as plain data for the page."""

from bot.local.channel import LocalChannel
from bot.local.messages import Message
from bot.local.people import Json, LocalPerson


def visible_to(channel: LocalChannel, person: LocalPerson, since: int = 0) -> Json:
    """The messages this person can see, in order, that changed after `since`, and the ids of those gone.

    A message of the channel names its `thread`; one of the private chat has none.
    """
    messages = channel.messages
    shown = [
        _shown(channel, each, person)
        for each in messages
        if each.private_to in (None, person) and each.revision > since
    ]
    gone = [identity for identity, version in messages.gone.items() if version > since]
    return {"version": messages.version, "messages": shown, "gone": gone}


def _shown(channel: LocalChannel, message: Message, person: LocalPerson) -> Json:
    author = message.author
    return {
        "id": message.id,
        "thread": message.thread,
        "author": author.name if author else channel.bot["name"],
        "mine": author == person,
        "bot": author is None,
        "text": message.text,
        "card": message.card_for(person),
        "at": message.at.isoformat(),
        "edited": message.updated is not None,
        "revision": message.revision,
    }
