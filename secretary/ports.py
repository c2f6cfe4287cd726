"""What the rules and the conversations ask of the records, written as law.

A repository holds the values of one network. A value read is never changed by a later save; what was saved in a
turn is read back in the same turn, and becomes lasting with the turn's commit or not at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from secretary.deadline import Deadline, Reminder
from secretary.meeting import Meeting
from secretary.network import Network
from secretary.nomination import Nomination
from secretary.series import Series
from secretary.task import Task

Value = TypeVar("Value")


class Repository(Protocol[Value]):
    """Numbered values of one kind. Numbers start at 1, rise by one and are never used twice in a network."""

    def get(self, number: int) -> Value | None:
        """The value of that number; None when there is none."""

    def add(self, value: Value) -> Value:
        """Keep a new value and return it with its number; the number it came with is ignored."""

    def save(self, value: Value) -> None:
        """Put the value in the place of the one of its number. One that was never added is a LookupError."""

    def all(self) -> tuple[Value, ...]:
        """Every value, by number."""


class Meetings(Repository[Meeting], Protocol):
    """The meetings of a network."""

    def open(self) -> Meeting | None:
        """The one that is going on."""

    def on(self, date: dt.date) -> tuple[Meeting, ...]:
        """Those of a day, cancelled ones left out, by start."""

    def planned(self, since: dt.date) -> tuple[Meeting, ...]:
        """Those planned from a day on, by date and start."""

    def held(self, until: dt.date) -> tuple[Meeting, ...]:
        """Those closed, up to and with a day, latest first."""


class Records(Protocol):
    """The records of one network during one turn."""

    @property
    def network(self) -> Network:
        """The network, as last saved."""

    def save_network(self, network: Network) -> None:
        """Keep the network's name, roll and habits."""

    @property
    def meetings(self) -> Meetings:
        """Its meetings."""

    @property
    def series(self) -> Repository[Series]:
        """Its series of meetings."""

    @property
    def tasks(self) -> Repository[Task]:
        """Its tasks."""

    @property
    def deadlines(self) -> Repository[Deadline]:
        """Its deadlines."""

    @property
    def reminders(self) -> Repository[Reminder]:
        """Its free reminders."""

    @property
    def nominations(self) -> Repository[Nomination]:
        """Its calls for nominations."""


@dataclass(frozen=True)
class Coming:
    """Something that will be posted: its kind, what it is about, to whom, and its wall-clock moment.

    `asked` is the moment that was asked for, when it is another, and `number` what it is known by.
    """

    kind: str
    facts: Mapping[str, str | int]
    target: str
    at: dt.datetime
    asked: dt.datetime | None = None
    number: int = 0


class Owings(Protocol):
    """What is owed and not yet posted."""

    def coming(self) -> tuple[Coming, ...]:
        """Everything the network's channel and members will get, by time."""

    def held(self, number: int) -> Coming | None:
        """What may be posted or not and waits for a person's word; None when it does not."""

    def is_posted(self, number: int) -> None:
        """A person has seen what was held: it is posted."""

    def post_again(self, number: int) -> None:
        """A person has not seen what was held: it is to be posted."""


class Past(Protocol):
    """What has been changed and can be taken back."""

    def last(self, meeting: int | None) -> str | None:
        """What a take-back would undo, in the words it was said: the meeting's last entry, or the speaker's own."""

    def take_back(self, meeting: int | None) -> str:
        """Put everything that change changed back as it was; returns the words it was said in.

        Refused: `NothingToTakeBack` when there is none within ten minutes, `BuiltUpon` when somebody has changed the
        same thing since.
        """
