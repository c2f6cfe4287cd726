"""Which meeting, item or other thing was meant by what was said."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from dialogs.said import Spoken
from dialogs.turn import Turn
from language.reading import find_when
from secretary import agenda, writing
from secretary.item import Item
from secretary.meeting import Meeting, NoMeeting, NoOpenMeeting, NoSuchMeeting
from secretary.refusal import Refused

Thing = TypeVar("Thing")
_NUMBER = re.compile(r"\d{1,3}(\.\d{1,3})?\.?")


class NoItemNamed(Refused):
    """No item on the agenda is called so; `name`."""


class WhichMeeting(Refused):
    """Several meetings are held that day; `date`, `times`."""


class ManyItemsNamed(Refused):
    """Several items on the agenda could be meant; `name`, `items`."""


def meeting_meant(turn: Turn, slot: str = "meeting", default: str = "next") -> Meeting:
    """The meeting that was said, or else the open one or the next one."""
    said = turn.slots.text(slot) or default
    if said.startswith("#"):
        return meeting_numbered(turn, said)
    if said == "previous":
        return previous_meeting(turn)
    if said == "current":
        return open_meeting(turn)
    if said != "next":
        return meeting_on(turn, turn.slots.date(slot))
    if slot not in turn.slots and (ongoing := turn.records.meetings.open()):
        return ongoing
    return next_meeting(turn)


def meeting_on(turn: Turn, date: dt.date | None) -> Meeting:
    """The meeting of a day."""
    found = turn.records.meetings.on(date) if date else ()
    if not found:
        raise NoSuchMeeting(date=date)
    if len(found) == 1:
        return found[0]
    said = {one.time for one in find_when(turn.said, turn.now) if one.time}
    at_that_time = [one for one in found if one.start in said]
    if len(at_that_time) != 1:
        raise WhichMeeting(date=date, times=tuple(one.start for one in found))
    return at_that_time[0]


def meeting_numbered(turn: Turn, said: str) -> Meeting:
    """The meeting that a card's button means: "#" and its number."""
    number = said.removeprefix("#")
    meeting = turn.records.meetings.get(int(number)) if number.isdecimal() and len(number) < 9 else None
    if meeting is None:
        raise NoMeeting
    return meeting


def open_meeting(turn: Turn) -> Meeting:
    """The meeting that is going on."""
    found = turn.records.meetings.open()
    if found is None:
        raise NoOpenMeeting
    return found


def next_meeting(turn: Turn) -> Meeting:
    """The next planned meeting, today's included."""
    planned = turn.records.meetings.planned(turn.today)
    if not planned:
        raise NoMeeting
    return planned[0]


def later_meeting(turn: Turn, than: Meeting) -> Meeting:
    """The planned meeting after another one."""
    planned = turn.records.meetings.planned(max(turn.today, than.date))
    later = [one for one in planned if (one.date, one.start) > (than.date, than.start)]
    if not later:
        raise agenda.NowhereToTable
    return later[0]


def previous_meeting(turn: Turn) -> Meeting:
    """The last meeting that was held."""
    held = turn.records.meetings.held(turn.today)
    if not held:
        raise NoMeeting
    return held[0]


def title_of(words: Spoken, item: Item) -> str:
    """What an item is called: its title, or the usual name of a standing item."""
    return item.title or words(f"agenda-standing-{item.standing}")


def is_number(said: str) -> bool:
    """Whether an item is named by a number."""
    return bool(_NUMBER.fullmatch(said.strip()))


def item_meant(turn: Turn, meeting: Meeting, said: str) -> Item:
    """The item that was said: by its number, "next", "current", "last", or by words of its title."""
    if is_number(said):
        return agenda.by_number(meeting, said)
    if said == "next":
        return writing.next_item(meeting)
    if said == "current":
        return writing.dealt_with(meeting)
    if said == "last":
        return agenda.in_order(meeting)[-1]

    def names(item: Item) -> tuple[str, ...]:
        return tuple(dict.fromkeys((title_of(turn.announce, item), title_of(turn.words, item))))

    found = named(said, agenda.in_order(meeting), names)
    if not found:
        raise NoItemNamed(name=said)
    if len(found) > 1:
        given = agenda.numbers(meeting)
        items = tuple(f"{given[item.id]} {title_of(turn.words, item)}" for item in found)
        raise ManyItemsNamed(name=said, items=items)
    return found[0]


def named(said: str, things: Iterable[Thing], names: Callable[[Thing], Iterable[str]]) -> list[Thing]:
    """The things that go by a name: the whole of it, else its beginning, else a part of it, else all its words."""
    wanted = _plain(said)
    if not wanted:
        return []
    known = [(thing, [_plain(name) for name in names(thing)]) for thing in things]
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: name == wanted,
        lambda name: name.startswith(wanted),
        lambda name: wanted in name,
        lambda name: all(word in name for word in wanted.split()),
    )
    for fits in tests:
        found = [thing for thing, given in known if any(fits(name) for name in given)]
        if found:
            return found
    return []


def _plain(text: str) -> str:
    """Letters and digits only, in lower case, as people remember a title."""
    return " ".join(re.findall(r"\w+", text.casefold()))
