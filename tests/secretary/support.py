"""What the tests of the rules share: a small invented network, a moment, and meetings of it."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from secretary import agenda
from secretary.agenda import Wanted
from secretary.item import Item
from secretary.meeting import Meeting, open_meeting, schedule
from secretary.network import Member, Network, Role, Seat

ZONE = ZoneInfo("Europe/Stockholm")
NOW = dt.datetime(2027, 1, 11, 9, 0, tzinfo=ZONE)  # a Monday
DAY = dt.date(2027, 2, 19)
EIGHT = dt.time(8, 0)

ANNA = Member("Anna Berg", Role.CHAIR, (Seat("Falun", "socialchef"),), person="t/anna")
BO = Member("Bo Ek", Role.SECRETARY, (Seat("Region Dalarna"),), person="t/bo")
DAN = Member("Dan Holm", Role.MEMBER, (Seat("Mora"), Seat("Orsa")), person="t/dan")
EVA = Member("Eva Sten", Role.MEMBER, (Seat("Säter", "förvaltningschef"),), person="t/eva")
NETWORK = Network(1, "Nätverket Norrbo", members=(ANNA, BO, DAN, EVA))


def planned(number: int = 1, date: dt.date = DAY, start: dt.time = EIGHT) -> Meeting:
    """A planned meeting with the standing items."""
    made = schedule(NETWORK, date, start, dt.time(9, 15), "Teams", NOW)
    return Meeting(**{**vars(made), "number": number})


def added(meeting: Meeting, title: str, **more: object) -> tuple[Meeting, Item]:
    """The meeting with an item more, raised by Dan."""
    now = more.pop("now", NOW)
    assert isinstance(now, dt.datetime)
    other = bool(more.pop("other_business", False))
    wanted = Wanted(title, **more)  # type: ignore[arg-type]
    return agenda.add(meeting, wanted, raised_by="Dan Holm", owner="t/dan", now=now, other_business=other)


def with_titles(meeting: Meeting, *titles: str) -> Meeting:
    """The meeting with an item of every title."""
    for title in titles:
        meeting, _ = added(meeting, title)
    return meeting


def opened(meeting: Meeting | None = None) -> Meeting:
    """The meeting, going on."""
    meeting = meeting or planned()
    return open_meeting(meeting, dt.datetime.combine(meeting.date, meeting.start, tzinfo=ZONE))


def listed(meeting: Meeting) -> list[str]:
    """The agenda as it is read: number and title, or the standing item's name in angle brackets."""
    given = agenda.numbers(meeting)
    return [f"{given[one.id]} {one.title or f'<{one.standing}>'}" for one in agenda.in_order(meeting)]
