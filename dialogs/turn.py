"""One thing one person said or tapped, with everything a handler may know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.said import Spoken
from language.reading import split_list
from secretary import rights
from secretary.due import Due
from secretary.network import Member, Network
from secretary.ports import Owings, Past, Records
from secretary.refusal import Refused


class SlotUnreadable(Refused):
    """A button or a form gave something that cannot be read; `slot`."""


class Slots:
    """What was understood, by name, in the forms of the contract; absent is None or empty."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self.given = dict(given)

    def __contains__(self, name: str) -> bool:
        return self.given.get(name) not in (None, "", [], ())

    def text(self, name: str) -> str:
        """A text, empty when it was not said."""
        value = self.given.get(name, "")
        return str(value).strip() if value is not None and not isinstance(value, (list, tuple)) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; one that came alone is a list of one."""
        value = self.given.get(name)
        if value is None or value == "":
            return ()
        values = value if isinstance(value, (list, tuple)) else split_list(str(value))  # a form gives one line
        return tuple(one.strip() for one in map(_plain_text, values) if one.strip())

    def number(self, name: str) -> int | None:
        """A whole number."""
        value = self.text(name)
        if not value:
            return None
        if not value.removeprefix("-").isdecimal() or len(value) > 9:
            raise SlotUnreadable(slot=name)
        return int(value)

    def date(self, name: str) -> dt.date | None:
        """A date."""
        value = self.text(name)
        try:
            return dt.date.fromisoformat(value[:10]) if value else None
        except ValueError:
            raise SlotUnreadable(slot=name) from None

    def time(self, name: str) -> dt.time | None:
        """A time of day."""
        value = self.text(name)
        try:
            time = dt.time.fromisoformat(value) if value else None
        except ValueError:
            raise SlotUnreadable(slot=name) from None
        return self._local(name, time)

    def due(self, name: str) -> Due | None:
        """A day, or a moment of a day."""
        value = self.text(name)
        if not value:
            return None
        date, _, time = value.partition("T")
        try:
            due = Due(dt.date.fromisoformat(date), dt.time.fromisoformat(time) if time else None)
        except ValueError:
            raise SlotUnreadable(slot=name) from None
        self._local(name, due.time)
        return due

    def _local(self, name: str, time: dt.time | None) -> dt.time | None:
        """The time, when it is the network's wall-clock and no other zone's."""
        if time is not None and time.tzinfo is not None:
            raise SlotUnreadable(slot=name)
        return time


def _plain_text(value: object) -> str:
    """A text or a number as text; anything else is no text."""
    return str(value) if isinstance(value, str | int | float) else ""


@dataclass(frozen=True)
class Turn:
    """One turn. The time is the network's wall-clock; the records are the network's."""

    records: Records
    past: Past
    owings: Owings
    speaker: Member
    now: dt.datetime
    words: Spoken  # the speaker's
    announce: Spoken  # the network's
    action: str
    slots: Slots
    said: str = ""
    private: bool = False
    tapped: bool = False
    contacts: Mapping[str, str] = field(default_factory=dict)  # of those who were mentioned, by name
    others: tuple[Network, ...] = field(default=())  # in private: the speaker's networks, this one too

    @property
    def network(self) -> Network:
        """The network, as last saved in this turn."""
        return self.records.network

    @property
    def today(self) -> dt.date:
        """The day it is where the network is."""
        return self.now.date()

    @property
    def leads(self) -> bool:
        """Whether the speaker is chair, vice-chair or secretary."""
        return rights.leads(self.speaker.role)

    @property
    def identity(self) -> str:
        """Who the speaker is, for what is theirs."""
        return self.speaker.person or self.speaker.name

    def say(self, message: str, **facts: object) -> str:
        """A sentence in the speaker's language."""
        return self.words(message, **facts)

    def post(self, message: str, **facts: object) -> str:
        """A sentence in the network's language."""
        return self.announce(message, **facts)

    def own(self, is_own: bool) -> None:
        """Refuse, unless the thing is the speaker's own or the speaker leads."""
        rights.allow(self.speaker.role, self.action, own=is_own)

    def full_name(self, name: str) -> str:
        """The whole name of who was meant: oneself, somebody on the roll, or the name as it was said."""
        name = name.strip().lstrip("@")
        if name.casefold() in ME:
            return self.speaker.name
        return self.network.by_name(name).name if self.network.named(name) else name

    def full_names(self, slot: str) -> tuple[str, ...]:
        """The whole names of everybody in a slot; "everybody" is the roll."""
        names: list[str] = []
        for name in self.slots.texts(slot):
            if name.casefold() in EVERYBODY:
                names += [member.name for member in self.network.present_members]
            else:
                names.append(self.full_name(name))
        return tuple(dict.fromkeys(names))


ME = frozenset({"jag", "mig", "me", "i", "myself", "själv", "jag själv", "mej"})
EVERYBODY = frozenset({"alla", "allihop", "samtliga", "everybody", "everyone", "all"})
