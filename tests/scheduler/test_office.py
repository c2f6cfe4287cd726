"""Office hours: reminders come when people are at work, before or after the moment by kind."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from scheduler.office import Shift, in_office, works
from scheduler.owed import Owed, owed, plan
from secretary.deadline import Deadline, Reminder
from secretary.due import Due
from secretary.meeting import Meeting
from secretary.network import Habits, Network

OPENS, SHUTS = dt.time(7), dt.time(18)
NETWORK = Network(1, "Nätverket Norrbo")
STOCKHOLM = ZoneInfo("Europe/Stockholm")


def local(said: str) -> dt.datetime:
    """A wall-clock time."""
    return dt.datetime.fromisoformat(said)


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ("2027-02-10 09:00", "2027-02-10 09:00", "2027-02-10 09:00"),  # a Wednesday
        ("2027-02-10 06:59", "2027-02-09 17:00", "2027-02-10 07:00"),
        ("2027-02-10 18:00", "2027-02-10 17:00", "2027-02-11 07:00"),
        ("2027-02-13 09:00", "2027-02-12 09:00", "2027-02-15 09:00"),  # a Saturday
        ("2027-02-14 20:00", "2027-02-12 17:00", "2027-02-15 07:00"),
        ("2027-03-28 09:00", "2027-03-25 09:00", "2027-03-30 09:00"),  # Easter: Friday to Monday
        ("2027-06-25 09:00", "2027-06-24 09:00", "2027-06-28 09:00"),  # Midsummer Eve
        ("2026-12-24 09:00", "2026-12-23 09:00", "2026-12-28 09:00"),
        ("2026-12-31 19:00", "2026-12-30 17:00", "2027-01-04 07:00"),
    ],
)
def test_what_falls_outside_office_hours_moves_to_the_nearest_working_hour(asked: str, before: str, after: str) -> None:
    """What falls outside office hours moves to the nearest working hour on the side of its kind."""
    assert in_office(local(asked), OPENS, SHUTS, Shift.BEFORE) == local(before)
    assert in_office(local(asked), OPENS, SHUTS, Shift.AFTER) == local(after)
    assert in_office(local(asked), OPENS, SHUTS, Shift.NEVER) == local(asked)


MOMENTS = some.datetimes(local("2026-01-01"), local("2037-12-20"))


@settings(deadline=None)  # the first day of a year has its holidays looked up
@given(MOMENTS, some.sampled_from([Shift.BEFORE, Shift.AFTER]))
def test_what_is_moved_lies_in_office_hours_and_on_its_side(asked: dt.datetime, shift: Shift) -> None:
    """What is moved lies in office hours, on its side, and not a week away."""
    moved = in_office(asked, OPENS, SHUTS, shift)
    assert works(moved.date())
    assert OPENS <= moved.time() < SHUTS
    assert abs(moved - asked) < dt.timedelta(days=7)
    assert moved <= asked if shift is Shift.BEFORE else moved >= asked


def posted(found: tuple[Owed, ...]) -> list[tuple[str, str, str]]:
    """Kind, occurrence and the wall-clock time at which each is posted."""
    return [(one.kind, one.occurrence, f"{one.due.astimezone(STOCKHOLM):%d/%m %H:%M}") for one in found]


def test_a_mondays_meeting_is_reminded_of_on_friday_and_an_hour_before_to_the_minute() -> None:
    """A Monday's meeting is reminded of on Friday, and an hour before to the minute."""
    early = Meeting(1, dt.date(2027, 2, 15), dt.time(7, 30))
    assert posted(owed(early, NETWORK)) == [
        ("meeting.reminder", "P7D", "08/02 07:30"),
        ("meeting.reminder", "P1D", "12/02 07:30"),
        ("meeting.reminder", "PT1H", "15/02 06:30"),
    ]


def test_a_chosen_moment_is_kept() -> None:
    """A reminder that somebody asked for at a moment comes at that moment."""
    assert posted(owed(Reminder(1, "kliv upp", dt.date(2027, 2, 13), dt.time(6)), NETWORK)) == [
        ("reminder.text", "once", "13/02 06:00")
    ]


def test_a_network_has_its_own_hours() -> None:
    """A network has its own office hours."""
    late = Network(1, "Nattugglorna", habits=Habits(opens=dt.time(12), shuts=dt.time(22), hour=dt.time(23)))
    deadline = Deadline(1, "svara", Due(dt.date(2027, 2, 11)))
    assert ("deadline.reminder", "P1D", "10/02 21:00") in posted(owed(deadline, late))


def test_what_would_move_into_the_past_comes_when_it_was_asked_for() -> None:
    """What would move to before now comes at its own moment, once, and stays so over every sweep."""
    deadline = Deadline(1, "svara", Due(dt.date(2027, 2, 15)))  # a Monday; the day before is a Sunday
    friday, saturday = (dt.datetime(2027, 2, day, 12, tzinfo=dt.UTC) for day in (12, 13))
    found = owed(deadline, NETWORK)
    assert posted(plan((), found, friday.replace(hour=6)).new) == [("deadline.reminder", "P1D", "12/02 09:00")]
    late = plan((), found, saturday).new
    assert posted(late) == [("deadline.reminder", "P1D", "14/02 09:00")]
    assert not plan(late, found, saturday).new
    assert not plan(late, found, saturday + dt.timedelta(days=1)).gone
    assert late[0].key == found[-1].key


def test_a_silenced_kind_is_not_owed() -> None:
    """A kind that the network has silenced is not owed, the others are."""
    meeting = Meeting(1, dt.date(2027, 2, 15), dt.time(9), deadline=Due(dt.date(2027, 2, 10)))
    silent = replace(NETWORK, habits=Habits(silenced=("meeting.reminder",)))
    assert {one.kind for one in owed(meeting, silent)} == {"items.reminder"}
