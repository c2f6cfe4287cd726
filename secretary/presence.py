"""Who is at a meeting, for whom, and for how long."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from secretary.network import Network, Role, Seat
from secretary.refusal import LONGEST_TITLE, Refused, TooMany, checked

if TYPE_CHECKING:
    from secretary.meeting import Meeting

MOST_PRESENT = 500


class OwnSubstitute(Refused):
    """Somebody was named as substitute for themselves; `name`."""


class LeftBeforeComing(Refused):
    """The end of somebody's attendance lies before its start; `name`, `start`, `end`."""


@dataclass(frozen=True)
class Presence:
    """One person's attendance, with the seats and the role the person had that day."""

    name: str
    present: bool = True
    role: Role = Role.MEMBER
    seats: tuple[Seat, ...] = ()
    substitute_for: str = ""
    came: dt.time | None = None
    went: dt.time | None = None
    items: tuple[int, ...] = ()  # a guest's items, by id; none means the whole meeting

    @property
    def organisations(self) -> tuple[str, ...]:
        """The organisations the person stood for, each once."""
        return tuple(dict.fromkeys(seat.organisation for seat in self.seats))

    @property
    def function(self) -> str:
        """The person's title, when it is known."""
        return next((seat.function for seat in self.seats if seat.function), "")


def present(
    meeting: Meeting,
    network: Network,
    name: str,
    *,
    came: dt.time | None = None,
    went: dt.time | None = None,
) -> Meeting:
    """The meeting with somebody noted as present; somebody not on the roll is there all the same."""
    noted = noted_as(meeting, name) or _on_roll(network, name)
    if came or went:
        came, went = came or noted.came, went or noted.went
    if came and went and went <= came:
        raise LeftBeforeComing(name=noted.name, start=came, end=went)
    return _with(meeting, replace(noted, present=True, came=came, went=went))


def absent(meeting: Meeting, network: Network, name: str) -> Meeting:
    """The meeting with somebody's apologies noted."""
    noted = noted_as(meeting, name) or _on_roll(network, name)
    return _with(meeting, replace(noted, present=False, came=None, went=None))


def substitute(meeting: Meeting, network: Network, name: str, instead_of: str, function: str = "") -> Meeting:
    """The meeting with somebody there in another's seat; the other is absent."""
    away = noted_as(meeting, instead_of) or _on_roll(network, instead_of)
    here = noted_as(meeting, name) or _on_roll(network, name)
    if here.name.casefold() == away.name.casefold():
        raise OwnSubstitute(name=here.name)
    organisation = away.organisations or here.organisations
    title = function or here.function
    seats = tuple(Seat(one, title) for one in organisation) or here.seats
    meeting = _with(meeting, replace(away, present=False, came=None, went=None))
    standing_in = replace(here, present=True, role=Role.SUBSTITUTE, seats=seats, substitute_for=away.name)
    return _with(meeting, standing_in)


def guest(
    meeting: Meeting,
    name: str,
    organisation: str = "",
    items: tuple[int, ...] = (),
    came: dt.time | None = None,
    went: dt.time | None = None,
) -> Meeting:
    """The meeting with a guest, for some items or for all of it."""
    before = noted_as(meeting, name)
    seats = (Seat(checked(organisation, LONGEST_TITLE)),) if organisation else (before.seats if before else ())
    kept = before.items if before else ()
    noted = Presence(
        checked(name, LONGEST_TITLE),
        role=Role.GUEST,
        seats=seats,
        came=came,
        went=went,
        items=tuple(dict.fromkeys((*kept, *items))),
    )
    return _with(meeting, noted)


def noted_as(meeting: Meeting, name: str) -> Presence | None:
    """How somebody is noted at the meeting; in any case of letters."""
    wanted = name.casefold().split()
    return next((one for one in meeting.attendance if one.name.casefold().split() == wanted), None)


def _on_roll(network: Network, name: str) -> Presence:
    known = network.named(name)
    if len(known) == 1:
        member = known[0]
        return Presence(member.name, role=member.role, seats=member.seats)
    return Presence(checked(name, LONGEST_TITLE))


def _with(meeting: Meeting, noted: Presence) -> Meeting:
    if any(one.name == noted.name for one in meeting.attendance):
        changed = tuple(noted if one.name == noted.name else one for one in meeting.attendance)
        return replace(meeting, attendance=changed)
    if len(meeting.attendance) >= MOST_PRESENT:
        raise TooMany(limit=MOST_PRESENT)
    return replace(meeting, attendance=(*meeting.attendance, noted))
