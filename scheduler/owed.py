"""What everything on record makes the network owe, and the difference that a change makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Protocol

from scheduler.deadlines import owed_by_deadline, owed_by_reminder
from scheduler.meetings import owed_by_meeting
from scheduler.message import CHANNEL, OnUnknown, Owed
from scheduler.nominations import owed_by_nomination
from scheduler.tasks import owed_by_task
from secretary.deadline import Deadline, Reminder
from secretary.meeting import Meeting
from secretary.network import Network
from secretary.nomination import Nomination
from secretary.task import Task

__all__ = ["CHANNEL", "Difference", "Kept", "OnUnknown", "Owed", "owed", "owed_for", "plan"]


class Kept(Protocol):
    """Something that is owed already, as the rules gave it or as it stands in the table."""

    @property
    def key(self) -> str:
        """What makes it this one."""
        ...

    @property
    def due(self) -> dt.datetime:
        """Its moment."""
        ...

    @property
    def expires(self) -> dt.datetime | None:
        """From when on it is not worth posting."""
        ...


@dataclass(frozen=True)
class Difference:
    """What a change makes newly owed, and what it takes back."""

    new: tuple[Owed, ...] = ()
    gone: tuple[Kept, ...] = ()


def plan(before: Iterable[Kept], after: Iterable[Owed], now: dt.datetime) -> Difference:
    """The difference a change makes; what lies behind `now` is not newly owed.

    What keeps its key but not its moment or its expiry is taken back and owed anew, as long as one of the moments
    lies ahead.
    """
    old = {owed.key: owed for owed in before}
    fresh = {owed.key: _still_ahead(owed, now) for owed in after}
    changed = {key for key in old.keys() & fresh.keys() if _moved(old[key], fresh[key], now)}
    new = [owed for key, owed in fresh.items() if key in changed or (key not in old and owed.due > now)]
    gone = [kept for key, kept in old.items() if key in changed or key not in fresh]
    return Difference(tuple(sorted(new, key=_by_time)), tuple(sorted(gone, key=_by_time)))


def owed(thing: object, network: Network) -> tuple[Owed, ...]:
    """Everything that a thing makes its network owe, also what lies behind.

    Nothing when the bot was removed, and nothing of a kind that the network does not want to hear.
    """
    if not network.active:
        return ()
    once = {one.key: one for one in _owed(thing, network) if one.kind not in network.habits.silenced}
    return tuple(sorted(once.values(), key=_by_time))


def owed_for(things: Iterable[object], network: Network) -> tuple[Owed, ...]:
    """Everything that several things make their network owe."""
    return tuple(one for thing in things for one in owed(thing, network))


@singledispatch
def _owed(_thing: object, _network: Network) -> list[Owed]:
    return []


_owed.register(Meeting, owed_by_meeting)
_owed.register(Task, owed_by_task)
_owed.register(Deadline, owed_by_deadline)
_owed.register(Reminder, owed_by_reminder)
_owed.register(Nomination, owed_by_nomination)


def _still_ahead(one: Owed, now: dt.datetime) -> Owed:
    """What office hours move to before `now` keeps the moment that was asked for, so that it is not lost."""
    if one.asked is not None and one.due <= now < one.asked:
        return replace(one, due=one.asked)
    return one


def _moved(old: Kept, fresh: Kept, now: dt.datetime) -> bool:
    return (old.due, old.expires) != (fresh.due, fresh.expires) and max(old.due, fresh.due) > now


def _by_time(kept: Kept) -> tuple[dt.datetime, str]:
    return kept.due, kept.key
