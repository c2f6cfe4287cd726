"""The rules of an agenda: numbers, adding, changing, withdrawing and tabling items."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from secretary.item import Attachment, Item, Kind, State
from secretary.meeting import Meeting, MeetingIsOver, Stage
from secretary.network import Standing, join_names
from secretary.refusal import Refused, TooMany, titled

MOST_ITEMS = 200
MOST_PRESENTERS = 30
LONGEST_ITEM = 24 * 60


class NoSuchItem(Refused):
    """No item has that number; `number`, `highest`."""


class NoSuchPlace(Refused):
    """An item cannot be moved there; `number`, `highest`."""


class ItemIsGone(Refused):
    """The item was withdrawn or tabled; `title`."""


class NoSuchLength(Refused):
    """An item's time is nothing, or more than a day; `minutes`."""


class NotALink(Refused):
    """Only web addresses can be attached; `link`."""


class NowhereToTable(Refused):
    """There is no later meeting to table an item to."""


@dataclass(frozen=True)
class Wanted:
    """What was said about an item: what was not said is None or empty."""

    title: str = ""
    kind: Kind | None = None
    presenters: tuple[str, ...] = ()
    minutes: int | None = None
    link: str = ""


def numbers(meeting: Meeting) -> dict[int, str]:
    """The number on the agenda of every item, by the item's id: "4", and "4.2" for what is part of it."""
    given: dict[int, str] = {}
    parts: dict[int, int] = {}
    top = 0
    for item in meeting.items:
        if item.under is None:
            top += 1
            given[item.id] = str(top)
    for item in meeting.items:
        if item.under is not None:
            parts[item.under] = parts.get(item.under, 0) + 1
            given[item.id] = f"{given[item.under]}.{parts[item.under]}"
    return given


def in_order(meeting: Meeting) -> tuple[Item, ...]:
    """The items as they are numbered, each followed by its parts."""
    tops = [item for item in meeting.items if item.under is None]
    return tuple(one for top in tops for one in (top, *(part for part in meeting.items if part.under == top.id)))


def by_number(meeting: Meeting, number: str) -> Item:
    """The item with this number on the agenda."""
    for item_id, given in numbers(meeting).items():
        if given == number.strip().rstrip("."):
            return meeting.item(item_id)
    highest = sum(1 for item in meeting.items if item.under is None)
    raise NoSuchItem(number=number, highest=highest)


def standing(meeting: Meeting, which: Standing) -> Item | None:
    """The meeting's opening, closing, … when it has one."""
    return next((item for item in meeting.items if item.standing is which), None)


def add(
    meeting: Meeting,
    wanted: Wanted,
    *,
    raised_by: str,
    owner: str,
    now: dt.datetime,
    other_business: bool = False,
    tabled_from: dt.date | None = None,
) -> tuple[Meeting, Item]:
    """The meeting with an item more, placed before any other business.

    When so asked, or when the meeting has come to any other business, it is placed under that instead.
    """
    _changeable(meeting)
    if len(meeting.items) >= MOST_ITEMS:
        raise TooMany(limit=MOST_ITEMS)
    _reasonable(wanted)
    other = standing(meeting, Standing.OTHER_BUSINESS)
    under = other if other and (other_business or _reached(meeting, other)) else None
    item = Item(
        id=max((one.id for one in meeting.items), default=0) + 1,
        title=titled(wanted.title),
        kind=wanted.kind,
        under=under.id if under else None,
        presenters=_named(wanted.presenters),
        minutes=wanted.minutes,
        attachments=_attached(wanted.link),
        raised_by=raised_by,
        owner=owner,
        late=meeting.stage is Stage.PLANNED and bool(meeting.deadline and meeting.deadline.passed(now)),
        tabled_from=tabled_from,
    )
    at = len(meeting.items) if under else _before_the_end(meeting)
    return replace(meeting, items=(*meeting.items[:at], item, *meeting.items[at:])), item


def edit(meeting: Meeting, item: Item, wanted: Wanted) -> tuple[Meeting, Item]:
    """The meeting with what was said about the item changed."""
    _changeable(meeting)
    _reasonable(wanted)
    changed = replace(
        item,
        title=titled(wanted.title) if wanted.title else item.title,
        kind=wanted.kind or item.kind,
        presenters=_named(wanted.presenters) or item.presenters,
        minutes=wanted.minutes or item.minutes,
        attachments=(*item.attachments, *_attached(wanted.link)),
    )
    return meeting.with_item(changed), changed


def attach(meeting: Meeting, item: Item, link: str, name: str = "") -> tuple[Meeting, Item]:
    """The meeting with a link attached to the item."""
    if not _attached(link):
        raise NotALink(link=link)
    kept = tuple(one for one in item.attachments if one.link != link)
    changed = replace(item, attachments=(*kept, Attachment(link.strip(), titled(name) if name.strip() else "")))
    return meeting.with_item(changed), changed


def reorder(meeting: Meeting, item: Item, position: str) -> Meeting:
    """The meeting with the item at another number, its parts going with it."""
    _changeable(meeting)
    peers = [one for one in meeting.items if one.under == item.under]
    place = position.rpartition(".")[2]
    if not place.isdecimal() or len(place) > 4 or not 1 <= int(place) <= len(peers):
        raise NoSuchPlace(number=position, highest=len(peers))
    peers.remove(item)
    peers.insert(int(place) - 1, item)
    rest = [one for one in meeting.items if one.under != item.under]
    ordered = (*peers, *rest) if item.under is None else (*rest, *peers)
    return replace(meeting, items=ordered)


def withdraw(meeting: Meeting, item: Item, reason: str = "") -> Meeting:
    """The meeting with the item struck: it keeps its number and is written as withdrawn.

    A standing item without a name of its own simply leaves the agenda of a planned meeting; its parts stay.
    """
    _changeable(meeting)
    if item.standing and meeting.stage is Stage.PLANNED and not item.title:
        left = (replace(one, under=None) if one.under == item.id else one for one in meeting.items)
        return replace(meeting, items=tuple(one for one in left if one.id != item.id))
    return _left(meeting, item).with_item(replace(listed(item), state=State.WITHDRAWN, reason=reason.strip()))


def table(
    meeting: Meeting, item: Item, target: Meeting, now: dt.datetime, reason: str = ""
) -> tuple[Meeting, Meeting, Item]:
    """Both meetings after an item was tabled from one to the other, and the item at its new place."""
    _changeable(meeting)
    if target.stage is not Stage.PLANNED or target.number == meeting.number:
        raise NowhereToTable
    listed(item)
    tabled = replace(item, state=State.TABLED, tabled_to=target.date, reason=reason.strip())
    again = Wanted(item.title, item.kind, item.presenters, item.minutes)
    target, new = add(
        target,
        again,
        raised_by=item.raised_by,
        owner=item.owner,
        now=now,
        tabled_from=item.tabled_from or meeting.date,
    )
    new = replace(new, attachments=item.attachments, late=False)
    return _left(meeting, item).with_item(tabled), target.with_item(new), new


def listed(item: Item) -> Item:
    """The item, when it is still to be dealt with."""
    if item.state is not State.LISTED:
        raise ItemIsGone(title=item.title)
    return item


def _named(presenters: tuple[str, ...]) -> tuple[str, ...]:
    if len(presenters) > MOST_PRESENTERS:
        raise TooMany(limit=MOST_PRESENTERS)
    return join_names(titled(name) for name in presenters if name.strip())


def _left(meeting: Meeting, item: Item) -> Meeting:
    """The meeting no longer dealing with an item that leaves its agenda."""
    return replace(meeting, current=None) if meeting.current == item.id else meeting


def _changeable(meeting: Meeting) -> None:
    if meeting.stage in (Stage.CLOSED, Stage.CANCELLED):
        raise MeetingIsOver(date=meeting.date)


def _reasonable(wanted: Wanted) -> None:
    if wanted.minutes is not None and not 0 < wanted.minutes <= LONGEST_ITEM:
        raise NoSuchLength(minutes=wanted.minutes)
    if wanted.link and not _attached(wanted.link):
        raise NotALink(link=wanted.link)


def _attached(link: str) -> tuple[Attachment, ...]:
    link = link.strip()
    whole = link.lower().startswith(("https://", "http://")) and not any(sign.isspace() for sign in link)
    return (Attachment(link),) if whole and len(link) <= 2_000 else ()


def _before_the_end(meeting: Meeting) -> int:
    """Where a new item goes: before any other business and the closing, and not before what is dealt with now."""
    tail = (Standing.OTHER_BUSINESS, Standing.CLOSING)
    ending = [place for place, item in enumerate(meeting.items) if item.standing in tail and item.under is None]
    return ending[0] if ending else len(meeting.items)


def _reached(meeting: Meeting, other: Item) -> bool:
    """Whether an open meeting has come as far as any other business."""
    if not meeting.is_open or meeting.current is None:
        return False
    order = [item.id for item in in_order(meeting)]
    return order.index(meeting.current) >= order.index(other.id)
