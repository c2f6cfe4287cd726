"""A network: the people who meet, the seats they hold, and how the network wants things done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from secretary.refusal import Refused, TooMany, titled

MOST_MEMBERS = 500


class UnknownPerson(Refused):
    """Nobody of that name is known; `name`."""


class ManyOfThatName(Refused):
    """Several people answer to the name; `name`, `names`."""


class LastSecretary(Refused):
    """The network would be left without a secretary; `name`."""


class UnknownZone(Refused):
    """No such time zone; `zone`."""


class UnknownSetting(Refused):
    """A setting, or a value of it, that does not exist; `name`, `value`."""


class Role(StrEnum):
    """What somebody is in the network."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    STAFF = "staff"
    GUEST = "guest"


class Standing(StrEnum):
    """The items that every meeting of a network has."""

    OPENING = "opening"
    APPROVE_AGENDA = "approve-agenda"
    PREVIOUS_MINUTES = "previous-minutes"
    OTHER_BUSINESS = "other-business"
    CLOSING = "closing"


class Layout(StrEnum):
    """The house style of decisions: att-clauses, or one sentence after "Beslut:"."""

    CLAUSES = "clauses"
    DECISION = "decision"


@dataclass(frozen=True)
class Seat:
    """A place in the network: an organisation, and the function that holds it."""

    organisation: str
    function: str = ""


@dataclass(frozen=True)
class Member:
    """Somebody on the roll, with the seats held: none for staff, two for one who stands for two towns."""

    name: str
    role: Role = Role.MEMBER
    seats: tuple[Seat, ...] = ()
    language: str | None = None
    person: str = ""  # tenant/object id; empty until the person has spoken or was found on the channel's list
    contact: str = ""  # how the bot reaches the person in private
    left: bool = False

    @property
    def organisations(self) -> tuple[str, ...]:
        """The organisations the member stands for, each once."""
        return tuple(dict.fromkeys(seat.organisation for seat in self.seats))

    @property
    def function(self) -> str:
        """The title of the first seat that has one."""
        return next((seat.function for seat in self.seats if seat.function), "")


STANDARD_FRAME = tuple(Standing)


@dataclass(frozen=True)
class Habits:
    """When the network is reminded, counted before the moment itself."""

    meeting: tuple[dt.timedelta, ...] = (dt.timedelta(days=7), dt.timedelta(days=1), dt.timedelta(hours=1))
    deadline: tuple[dt.timedelta, ...] = (dt.timedelta(days=7), dt.timedelta(days=1))
    nomination: tuple[dt.timedelta, ...] = (dt.timedelta(days=1),)
    task: tuple[dt.timedelta, ...] = (dt.timedelta(days=1),)
    items: tuple[dt.timedelta, ...] = (dt.timedelta(days=1),)
    hour: dt.time = dt.time(9, 0)  # when a day's reminders are posted
    notice: dt.timedelta = dt.timedelta(days=7)  # how long before a meeting its agenda is to be out; 0: not minded
    opens: dt.time = dt.time(7, 0)  # office hours, in which people are reminded
    shuts: dt.time = dt.time(18, 0)
    silenced: tuple[str, ...] = ()  # kinds of reminders the network does not want, such as "meeting.reminder"


@dataclass(frozen=True)
class Network:
    """A network and its roll."""

    number: int
    name: str
    short: str = ""
    language: str = "sv"
    zone: str = "Europe/Stockholm"
    layout: Layout = Layout.CLAUSES
    members: tuple[Member, ...] = ()
    frame: tuple[Standing, ...] = STANDARD_FRAME
    habits: Habits = field(default_factory=Habits)
    active: bool = True
    confirmed: bool = False  # the secretary has confirmed name and language

    @property
    def body(self) -> str:
        """What the network calls itself in a decision: the name up to the place it is about."""
        return self.name

    def at(self, date: dt.date, time: dt.time) -> dt.datetime:
        """A wall-clock moment of the network; in the gap of spring the first moment after it."""
        zone = ZoneInfo(self.zone)
        moment = dt.datetime.combine(date, time, tzinfo=zone)
        while moment.astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None) != moment.replace(tzinfo=None):
            moment = moment.replace(second=0, microsecond=0) + dt.timedelta(minutes=1)
        return moment

    @property
    def present_members(self) -> tuple[Member, ...]:
        """The members who have not left."""
        return tuple(member for member in self.members if not member.left)

    def holding(self, role: Role) -> tuple[Member, ...]:
        """The members of a role."""
        return tuple(member for member in self.present_members if member.role is role)

    def by_person(self, person: str) -> Member | None:
        """The member with this identity, also one who has left."""
        return next((member for member in self.members if person and member.person == person), None)

    def by_name(self, name: str) -> Member:
        """The one member who answers to a full name or a unique first name; said in any case of letters."""
        found = self.named(name)
        if not found:
            raise UnknownPerson(name=name)
        if len(found) > 1:
            raise ManyOfThatName(name=name, names=tuple(member.name for member in found))
        return found[0]

    def named(self, name: str) -> tuple[Member, ...]:
        """Everybody on the roll who answers to a name: the whole of it first, then parts of it."""
        wanted = name.casefold().split()
        present = self.present_members
        whole = tuple(member for member in present if member.name.casefold().split() == wanted)
        if whole or not wanted:
            return whole
        return tuple(member for member in present if _answers_to(member.name.casefold().split(), wanted))

    @property
    def organisations(self) -> tuple[str, ...]:
        """Every organisation with a seat."""
        return tuple(dict.fromkeys(org for member in self.present_members for org in member.organisations))

    def with_member(self, member: Member) -> Network:
        """The network with the member added, or put in the place of the one of the same name."""
        member = replace(member, name=titled(member.name), seats=tuple(map(_seat, member.seats)))
        kept = tuple(old for old in self.members if old.name != member.name)
        if len(kept) == len(self.members):
            if len(kept) >= MOST_MEMBERS:
                raise TooMany(limit=MOST_MEMBERS)
            return replace(self, members=(*self.members, member))
        changed = tuple(member if old.name == member.name else old for old in self.members)
        return replace(self, members=changed).still_led(member.name)

    def without(self, name: str) -> Network:
        """The network after a member has left; what the person did stays in the records."""
        member = self.by_name(name)
        gone = replace(member, left=True)
        changed = tuple(gone if old is member else old for old in self.members)
        return replace(self, members=changed).still_led(member.name)

    def still_led(self, name: str) -> Network:
        """Itself, when a secretary is left whom the bot can recognise."""
        if not any(one.person or one.contact for one in self.holding(Role.SECRETARY)):
            raise LastSecretary(name=name)
        return self

    def in_zone(self, zone: str) -> Network:
        """The network in another time zone."""
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise UnknownZone(zone=zone) from None
        return replace(self, zone=zone)


def _seat(seat: Seat) -> Seat:
    return replace(seat, organisation=titled(seat.organisation))


def _answers_to(parts: list[str], wanted: list[str]) -> bool:
    """Whether a name is called by its beginning, or by its last part alone."""
    return parts[: len(wanted)] == wanted or (len(wanted) == 1 and parts[-1] == wanted[0])


def join_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once, in the order they were said."""
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
