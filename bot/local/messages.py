"""What was written in the local channel, in order, and a count of its changes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.local.people import Json, LocalPerson


class ConnectorError(Exception):
    """What Teams answers when it will not do something: an HTTP status, a code and a sentence."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


@dataclass(frozen=True, slots=True)
class Message:
    """One message: `author` is None for the bot, `thread` is the id of the thread's first message.

    A private message has no thread and `private_to`. `views` holds, by user id, the card that was
    given to that person alone. `revision` is the count of changes when it was last put.
    """

    id: str
    conversation: str
    thread: str
    author: LocalPerson | None
    text: str
    at: datetime
    card: Json | None = None
    reply_to: str | None = None
    private_to: LocalPerson | None = None
    updated: datetime | None = None
    views: dict[str, Json] = field(default_factory=dict)
    revision: int = 0

    def card_for(self, person: LocalPerson) -> Json | None:
        """The card as this person sees it."""
        return self.views.get(person.user_id, self.card)


class Messages:
    """All messages in the order they came; listeners are called after each change.

    `gone` holds, by id, the count of changes at which a message was taken away.
    """

    def __init__(self) -> None:
        self.version = 0
        self.listeners: list[Callable[[], None]] = []
        self.gone: dict[str, int] = {}
        self._by_id: dict[str, Message] = {}
        self._roots: set[str] = set()

    def __iter__(self) -> Iterator[Message]:
        return iter(list(self._by_id.values()))

    def __len__(self) -> int:
        return len(self._by_id)

    def find(self, message_id: str) -> Message | None:
        """The message with this id, if there is one."""
        return self._by_id.get(message_id)

    def get(self, message_id: str) -> Message:
        """The message with this id."""
        found = self.find(message_id)
        if found is None:
            raise ConnectorError(404, "MessageNotFound", "There is no such message.")
        return found

    def thread(self, root: str) -> None:
        """Make sure there is such a thread."""
        if root not in self._roots:
            raise ConnectorError(404, "ConversationNotFound", "There is no such thread.")

    def put(self, message: Message) -> None:
        """Add a message, or put a changed one in its place."""
        self._by_id[message.id] = replace(message, revision=self.version + 1)
        if message.thread:
            self._roots.add(message.thread)
        self.changed()

    def drop(self, message: Message) -> None:
        """Take a message away."""
        self._by_id.pop(message.id, None)
        self.gone[message.id] = self.version + 1
        self.changed()

    def restore(self, messages: Iterable[Message], version: int, gone: dict[str, int]) -> None:
        """Begin where another channel was left."""
        for each in messages:
            self.put(each)
        self.gone = dict(gone)
        self.version = max(self.version, version)

    def changed(self) -> None:
        """Count a change and tell those who listen."""
        self.version += 1
        for listener in list(self.listeners):
            listener()
