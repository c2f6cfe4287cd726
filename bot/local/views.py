"""What one person sees of the local channel, as plain data for the page."""

from bot.local.channel import LocalChannel
from bot.local.messages import Message
from bot.local.people import Json, LocalPerson


def visible_to(channel: LocalChannel, person: LocalPerson) -> Json:
    """The threads in the order they began, and the person's private chat."""
    threads: dict[str, list[Json]] = {}
    private: list[Json] = []
    for each in channel.messages:
        if each.private_to is None:
            threads.setdefault(each.thread, []).append(_shown(channel, each, person))
        elif each.private_to == person:
            private.append(_shown(channel, each, person))
    return {
        "threads": [{"id": root, "messages": messages} for root, messages in threads.items()],
        "private": private,
    }


def _shown(channel: LocalChannel, message: Message, person: LocalPerson) -> Json:
    author = message.author
    return {
        "id": message.id,
        "author": author.name if author else channel.bot["name"],
        "author_id": author.user_id if author else None,
        "bot": author is None,
        "text": message.text,
        "card": message.card_for(person),
        "at": message.at.isoformat(),
        "edited": message.updated is not None,
        "revision": message.revision,
    }
