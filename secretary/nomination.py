"""A call for nominations: who may sit for the network in another body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from secretary.due import Due
from secretary.network import join_names
from secretary.refusal import LONGEST_TITLE, Refused, TooMany, checked

MOST_NOMINEES = 300
MOST_SEATS = 100


class NoSuchNomination(Refused):
    """No call for nominations to that body; `body`."""


class NominationIsOpen(Refused):
    """Nominations to that body are open already; `body`, `due`."""


class NominationIsClosed(Refused):
    """The time for nominations is over; `body`."""


class NotNominated(Refused):
    """Nobody of that name is nominated; `name`, `body`."""


class NoSuchSeat(Refused):
    """The call has no such seat; `seat`, `seats`."""


class NotLater(Refused):
    """An extension must reach further than the deadline it extends; `due`."""


class EverySeatFilled(Refused):
    """There are fewer seats left than people to appoint; `body`, `left`."""


class NoSeats(Refused):
    """A call for nobody; `body`."""


class IsAppointed(Refused):
    """The person is appointed already; `name`, `body`."""


class HasDeclined(Refused):
    """The person has declined the nomination; `name`, `body`."""


class Answer(StrEnum):
    """What a nominee has said."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True)
class Nominee:
    """Somebody nominated, for a seat if one was named."""

    name: str
    organisation: str = ""
    function: str = ""
    seat: str = ""
    by: tuple[str, ...] = ()
    answer: Answer = Answer.ASKED
    withdrawn: bool = False
    appointed: dt.date | None = None


@dataclass(frozen=True)
class Extension:
    """The deadline before it was extended, and when that was."""

    before: Due
    at: dt.datetime
    by: str


@dataclass(frozen=True)
class Nomination:
    """A call for nominations to a body."""

    number: int
    body: str
    due: Due
    seats: tuple[str, ...] = ()  # the profiles sought
    count: int | None = None
    opened_by: str = ""
    opened: dt.datetime | None = None
    nominees: tuple[Nominee, ...] = ()
    passed: tuple[str, ...] = ()  # organisations that nominate nobody
    extensions: tuple[Extension, ...] = ()
    until_meeting: int | None = None  # a meeting the deadline goes with

    @property
    def standing_nominees(self) -> tuple[Nominee, ...]:
        """Those who are still nominated: not withdrawn, not declined."""
        return tuple(one for one in self.nominees if not one.withdrawn and one.answer is not Answer.DECLINED)

    @property
    def appointed(self) -> tuple[Nominee, ...]:
        """Those who were appointed."""
        return tuple(one for one in self.nominees if one.appointed)

    @property
    def wanted(self) -> int | None:
        """How many are sought, when it was said."""
        return self.count or len(self.seats) or None

    def is_open(self, now: dt.datetime) -> bool:
        """Whether names are still taken."""
        return not self.due.passed(now)

    def nominee(self, name: str) -> Nominee:
        """The one of that name among the nominated."""
        wanted = name.casefold().split()
        for one in self.nominees:
            if one.name.casefold().split() == wanted and not one.withdrawn:
                return one
        raise NotNominated(name=name, body=self.body)

    def with_nominee(self, changed: Nominee) -> Nomination:
        """The call with one nominee changed."""
        return replace(self, nominees=tuple(changed if one.name == changed.name else one for one in self.nominees))


def call(
    body: str,
    due: Due,
    *,
    seats: Sequence[str] = (),
    count: int | None = None,
    by: str,
    now: dt.datetime,
    until_meeting: int | None = None,
) -> Nomination:
    """A new call for nominations; its number is given by the records."""
    if len(seats) > MOST_SEATS or (count or 0) > MOST_SEATS:
        raise TooMany(limit=MOST_SEATS)
    if count is not None and count < 0:
        raise NoSeats(body=body)
    return Nomination(
        number=0,
        body=checked(body, LONGEST_TITLE),
        due=due.ahead(now),
        seats=tuple(checked(seat, LONGEST_TITLE) for seat in seats),
        count=count,
        opened_by=by,
        opened=now,
        until_meeting=until_meeting,
    )


def nominate(nomination: Nomination, nominee: Nominee, now: dt.datetime) -> tuple[Nomination, bool]:
    """The call with a name more, and whether it was new: a name said twice is joined to the first."""
    _still_open(nomination, now)
    name = checked(nominee.name, LONGEST_TITLE)
    seat = seat_named(nomination, nominee.seat) if nominee.seat else ""
    nominee = replace(nominee, name=name, seat=seat)
    known = next((one for one in nomination.nominees if one.name.casefold() == name.casefold()), None)
    if known is None:
        if len(nomination.nominees) >= MOST_NOMINEES:
            raise TooMany(limit=MOST_NOMINEES)
        return replace(nomination, nominees=(*nomination.nominees, nominee)), True
    again = known.withdrawn
    joined = replace(
        known,
        by=join_names((*known.by, *nominee.by)),
        seat=nominee.seat or known.seat,
        withdrawn=False,
        answer=Answer.ASKED if again else known.answer,
    )
    return nomination.with_nominee(joined), again


def seat_named(nomination: Nomination, seat: str) -> str:
    """The profile of the call that was meant; a call without profiles takes any."""
    if not nomination.seats:
        return checked(seat, LONGEST_TITLE)
    wanted = seat.casefold().strip()
    for profile in nomination.seats:
        if profile.casefold() == wanted or wanted in profile.casefold():
            return profile
    raise NoSuchSeat(seat=seat, seats=nomination.seats)


def withdraw(nomination: Nomination, name: str, now: dt.datetime) -> Nomination:
    """The call without a name."""
    _still_open(nomination, now)
    return nomination.with_nominee(replace(nomination.nominee(name), withdrawn=True))


def answer(nomination: Nomination, name: str, said: Answer) -> Nomination:
    """The call with what a nominee said; somebody appointed has said yes, and leaves the seat by a decision."""
    if nomination.nominee(name).appointed:
        raise IsAppointed(name=name, body=nomination.body)
    return nomination.with_nominee(replace(nomination.nominee(name), answer=said))


def pass_over(nomination: Nomination, organisation: str, now: dt.datetime) -> Nomination:
    """The call with an organisation that nominates nobody."""
    _still_open(nomination, now)
    return replace(nomination, passed=join_names((*nomination.passed, organisation)))


def extend(
    nomination: Nomination, due: Due, *, by: str, now: dt.datetime, until_meeting: int | None = None
) -> Nomination:
    """The call open until a later day, also when its time was over."""
    later = due.ahead(now)
    if (later.date, later.time or dt.time.max) <= (nomination.due.date, nomination.due.time or dt.time.max):
        raise NotLater(due=nomination.due)
    before = Extension(nomination.due, now, by)
    return replace(nomination, due=later, extensions=(*nomination.extensions, before), until_meeting=until_meeting)


def appoint(nomination: Nomination, nominees: Sequence[Nominee], on: dt.date) -> Nomination:
    """The call with people appointed, also such as nobody had nominated; seats not filled stay open."""
    new = list({_plain(one.name): one for one in nominees if not _appointed(nomination, one)}.values())
    if nomination.wanted is not None and len(nomination.appointed) + len(new) > nomination.wanted:
        raise EverySeatFilled(body=nomination.body, left=nomination.wanted - len(nomination.appointed))
    for one in new:
        known = next((old for old in nomination.nominees if _plain(old.name) == _plain(one.name)), None)
        if known is not None and known.answer is Answer.DECLINED and not known.withdrawn:
            raise HasDeclined(name=known.name, body=nomination.body)
        if known is None:
            nomination = replace(nomination, nominees=(*nomination.nominees, replace(one, appointed=on)))
        else:
            nomination = nomination.with_nominee(replace(known, appointed=on, withdrawn=False))
    return nomination


def _appointed(nomination: Nomination, nominee: Nominee) -> bool:
    return any(_plain(one.name) == _plain(nominee.name) for one in nomination.appointed)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _still_open(nomination: Nomination, now: dt.datetime) -> None:
    if not nomination.is_open(now):
        raise NominationIsClosed(body=nomination.body, due=nomination.due)
