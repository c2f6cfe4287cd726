"""What is written at a meeting: going from item to item, notes, decisions, what is noted or filed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from secretary.agenda import Wanted, add, in_order, listed, standing
from secretary.item import Entry, Item, State, Written
from secretary.meeting import Meeting
from secretary.network import Standing
from secretary.refusal import LONGEST_TEXT, NothingSaid, Refused, TooMany, checked

MOST_CLAUSES = 100
MOST_ENTRIES = 300


class NoCurrentItem(Refused):
    """Nothing is being dealt with, so it must be said under which item."""


class NoNextItem(Refused):
    """The last item is being dealt with already."""


def go_to(meeting: Meeting, item: Item) -> Meeting:
    """The meeting dealing with the item."""
    meeting.ongoing()
    return replace(meeting, current=listed(item).id)


def next_item(meeting: Meeting) -> Item:
    """The item after the one being dealt with that is still to be dealt with."""
    order = in_order(meeting.ongoing())
    at = next((place for place, item in enumerate(order) if item.id == meeting.current), -1)
    following = next((item for item in order[at + 1 :] if item.state is State.LISTED), None)
    if following is None:
        raise NoNextItem
    return following


def raise_matter(meeting: Meeting, title: str, *, raised_by: str, owner: str, now: dt.datetime) -> tuple[Meeting, Item]:
    """The open meeting with a matter that was not on the agenda, raised under any other business."""
    meeting.ongoing()
    return add(meeting, Wanted(title), raised_by=raised_by, owner=owner, now=now, other_business=True)


def note(meeting: Meeting, item: Item, text: str, *, by: str, at: dt.datetime) -> Meeting:
    """The meeting with a note under the item."""
    return _written(meeting, item, Entry(Written.NOTE, by, at, text=checked(text)))


def decide(meeting: Meeting, item: Item, clauses: Sequence[str], *, by: str, at: dt.datetime) -> Meeting:
    """The open meeting with a decision under the item."""
    meeting.ongoing()
    if not clauses:
        raise NothingSaid
    if len(clauses) > MOST_CLAUSES:
        raise TooMany(limit=MOST_CLAUSES)
    said = tuple(checked(clause) for clause in clauses)
    if sum(map(len, said)) > 4 * LONGEST_TEXT:
        raise TooMany(limit=MOST_CLAUSES)
    return _written(meeting, listed(item), Entry(Written.DECISION, by, at, clauses=said))


def noted(meeting: Meeting, item: Item, *, filed: bool, by: str, at: dt.datetime) -> Meeting:
    """The open meeting with the item's information noted, or filed ("läggs till handlingarna")."""
    meeting.ongoing()
    return _written(meeting, listed(item), Entry(Written.FILED if filed else Written.NOTED, by, at))


def dealt_with(meeting: Meeting) -> Item:
    """The item being dealt with."""
    meeting.ongoing()
    if meeting.current is None:
        raise NoCurrentItem
    return meeting.item(meeting.current)


def approving(meeting: Meeting) -> Item | None:
    """The standing item under which the agenda is approved."""
    return standing(meeting, Standing.APPROVE_AGENDA)


def _written(meeting: Meeting, item: Item, entry: Entry) -> Meeting:
    if len(item.entries) >= MOST_ENTRIES:
        raise TooMany(limit=MOST_ENTRIES)
    return meeting.with_item(replace(item, entries=(*item.entries, entry)))
