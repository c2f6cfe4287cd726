"""What is owed when: of each thing, and of the difference that a change makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from scheduler.owed import Difference, OnUnknown, Owed, owed, owed_for, plan
from secretary.deadline import Deadline, Reminder
from secretary.due import Due
from secretary.meeting import Meeting, Stage
from secretary.network import Habits, Member, Network
from secretary.nomination import Nomination, Nominee
from secretary.series import Series
from secretary.task import Task

NETWORK = Network(1, "Nätverket Norrbo", members=(Member("Eva Lind"), Member("Olle Berg"), Member("Gun Ek", left=True)))
DAY = dt.date(2027, 2, 18)  # a Thursday, in winter: one hour ahead of UTC
MEETING = Meeting(3, DAY, dt.time(13, 30))
NOW = dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def told(found: tuple[Owed, ...]) -> list[tuple[str, str, str, str]]:
    """Kind, occurrence, receiver and wall-clock time of each."""
    return [(one.kind, one.occurrence, one.target, f"{one.local_due:%d/%m %H:%M}") for one in found]


def test_a_planned_meeting_is_reminded_of_until_it_starts() -> None:
    """A planned meeting is reminded of until it starts."""
    found = owed(MEETING, NETWORK)
    assert told(found) == [
        ("meeting.reminder", "P7D", "channel", "11/02 13:30"),
        ("meeting.reminder", "P1D", "channel", "17/02 13:30"),
        ("meeting.reminder", "PT1H", "channel", "18/02 12:30"),
    ]
    assert {one.expires for one in found} == {dt.datetime(2027, 2, 18, 12, 30, tzinfo=dt.UTC)}
    assert found[0].due == dt.datetime(2027, 2, 11, 12, 30, tzinfo=dt.UTC)
    assert found[0].facts == {"meeting": 3}
    assert found[0].key == "meeting:3:meeting.reminder:P7D:channel:2027-02-11T13:30"


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.CLOSED, Stage.CANCELLED])
def test_a_meeting_that_is_not_ahead_owes_nothing(stage: Stage) -> None:
    """A meeting that is not ahead owes nothing."""
    assert owed(replace(MEETING, stage=stage, deadline=Due(DAY)), NETWORK) == ()


def test_the_last_day_for_items_is_reminded_of_at_the_networks_hour() -> None:
    """The last day for items is reminded of at the networks hour."""
    meeting = replace(MEETING, deadline=Due(dt.date(2027, 2, 10)))
    (one,) = [one for one in owed(meeting, NETWORK) if one.kind == "items.reminder"]
    assert told((one,)) == [("items.reminder", "P1D", "channel", "09/02 09:00")]
    assert one.expires == dt.datetime(2027, 2, 10, 23, tzinfo=dt.UTC)


def test_a_task_reminds_members_in_private_and_others_in_the_channel() -> None:
    """A task reminds members in private and others in the channel."""
    task = Task(5, "skicka underlaget", ("Eva Lind", "Någon Annan", "Gun Ek"), Due(dt.date(2027, 2, 5)))
    assert told(owed(task, NETWORK)) == [
        ("task.reminder", "P1D", "channel", "04/02 09:00"),
        ("task.reminder", "P1D", "member:Eva Lind", "04/02 09:00"),
        ("task.reminder", "P0D", "channel", "05/02 09:00"),
        ("task.reminder", "P0D", "member:Eva Lind", "05/02 09:00"),
        ("task.overdue", "P1D", "channel", "06/02 09:00"),
        ("task.overdue", "P1D", "member:Eva Lind", "06/02 09:00"),
    ]


def test_a_task_due_early_in_the_day_is_not_reminded_of_after_that() -> None:
    """A task due early in the day is not reminded of after that."""
    task = Task(5, "skicka underlaget", ("Eva Lind",), Due(dt.date(2027, 2, 5), dt.time(8)))
    reminders = [one for one in owed(task, NETWORK) if one.kind == "task.reminder"]
    assert [one.occurrence for one in reminders] == ["P1D"]


def test_a_done_or_undated_task_owes_nothing() -> None:
    """A done or undated task owes nothing."""
    task = Task(5, "skicka underlaget", ("Eva Lind",), Due(dt.date(2027, 2, 5)))
    assert owed(replace(task, done=NOW), NETWORK) == ()
    assert owed(replace(task, due=None), NETWORK) == ()


def test_a_deadline_is_reminded_of_as_often_as_the_network_wants() -> None:
    """A deadline is reminded of as often as the network wants."""
    deadline = Deadline(2, "ansök om medlen", Due(dt.date(2027, 3, 1), dt.time(12)))
    assert told(owed(deadline, NETWORK)) == [
        ("deadline.reminder", "P7D", "channel", "22/02 09:00"),
        ("deadline.reminder", "P1D", "channel", "28/02 09:00"),
    ]
    hours = replace(NETWORK, habits=Habits(deadline=(2 * HOUR, 2 * HOUR)))
    assert told(owed(deadline, hours)) == [("deadline.reminder", "PT2H", "channel", "01/03 10:00")]


def test_a_call_for_nominations_is_reminded_of_and_its_end_is_told() -> None:
    """A call for nominations is reminded of and its end is told."""
    nomination = Nomination(4, "Styrgruppen", Due(dt.date(2027, 2, 5)), count=2)
    found = owed(nomination, NETWORK)
    assert told(found) == [
        ("nomination.reminder", "P1D", "channel", "04/02 09:00"),
        ("nomination.closed", "closed", "channel", "06/02 09:00"),
    ]
    assert [one.expires for one in found] == [dt.datetime(2027, 2, 5, 23, tzinfo=dt.UTC), None]
    with_time = replace(nomination, due=Due(dt.date(2027, 2, 5), dt.time(16)))
    assert told(owed(with_time, NETWORK))[1] == ("nomination.closed", "closed", "channel", "05/02 16:00")


def test_a_call_whose_seats_are_filled_owes_nothing() -> None:
    """A call whose seats are filled owes nothing."""
    chosen = Nominee("Eva Lind", appointed=DAY)
    nomination = Nomination(4, "Styrgruppen", Due(DAY), count=1, nominees=(chosen,))
    assert owed(nomination, NETWORK) == ()
    assert owed(replace(nomination, count=2), NETWORK) != ()


def test_a_free_reminder_comes_at_its_moment_however_late() -> None:
    """A free reminder comes at its moment however late."""
    reminder = Reminder(1, "fyll i enkäten", dt.date(2027, 2, 1), dt.time(7, 45))
    (one,) = owed(reminder, NETWORK)
    assert told((one,)) == [("reminder.text", "once", "channel", "01/02 07:45")]
    assert one.expires is None
    assert one.on_unknown is OnUnknown.RESEND
    assert owed(replace(reminder, cancelled=True), NETWORK) == ()


def test_a_reminder_in_the_gap_of_spring_comes_right_after_it() -> None:
    """A reminder in the gap of spring comes right after it."""
    (one,) = owed(Reminder(1, "sov gott", dt.date(2027, 3, 28), dt.time(2, 30)), NETWORK)
    assert one.due.astimezone(ZoneInfo("Europe/Stockholm")).time() == dt.time(3)


def test_nothing_is_owed_where_the_bot_was_removed_or_by_what_owes_nothing() -> None:
    """Nothing is owed where the bot was removed or by what owes nothing."""
    assert owed(MEETING, replace(NETWORK, active=False)) == ()
    assert owed(Series(1, "FREQ=MONTHLY", DAY, dt.time(9)), NETWORK) == ()


def test_a_weekly_meeting_through_every_change_of_clocks_is_reminded_of_once_each_time() -> None:
    """A weekly meeting through every change of clocks is reminded of once each time."""
    weeks = [dt.date(2026, 1, 4) + n * dt.timedelta(days=7) for n in range(52 * 12)]
    awake = replace(NETWORK, habits=replace(NETWORK.habits, meeting=(7 * 24 * HOUR - HOUR, 24 * HOUR - HOUR, HOUR)))
    found = [one for number, day in enumerate(weeks) for one in owed(Meeting(number, day, dt.time(2, 30)), awake)]
    assert len({one.key for one in found}) == len(found) == 3 * len(weeks)
    assert all(one.due < one.expires for one in found if one.expires)
    assert len({one.due for one in found}) == len(found)
    in_office = [one for number, day in enumerate(weeks) for one in owed(Meeting(number, day, dt.time(2, 30)), NETWORK)]
    assert len({one.key for one in in_office}) == 3 * len(weeks)
    times = {one.due.astimezone(ZoneInfo(NETWORK.zone)).time() for one in in_office if one.occurrence != "PT1H"}
    assert times == {dt.time(17)}


def planned(before: Meeting | None, after: Meeting | None, now: dt.datetime = NOW) -> Difference:
    """The difference between two states of a meeting."""
    return plan(owed(before, NETWORK), owed(after, NETWORK), now)


def test_a_new_meeting_owes_what_still_lies_ahead() -> None:
    """A new meeting owes what still lies ahead."""
    assert [one.occurrence for one in planned(None, MEETING).new] == ["P7D", "P1D", "PT1H"]
    late = dt.datetime(2027, 2, 11, 12, 30, tzinfo=dt.UTC)  # the very minute of the first
    assert [one.occurrence for one in planned(None, MEETING, late).new] == ["P1D", "PT1H"]


def test_what_did_not_change_is_left_alone() -> None:
    """What did not change is left alone."""
    assert planned(MEETING, replace(MEETING, place="Stora salen")) == Difference()


def test_a_moved_meeting_takes_its_reminders_along() -> None:
    """A moved meeting takes its reminders along."""
    moved = replace(MEETING, date=DAY + dt.timedelta(days=7))
    difference = planned(MEETING, moved)
    assert difference == Difference(owed(moved, NETWORK), owed(MEETING, NETWORK))


def test_a_cancelled_meeting_takes_everything_back() -> None:
    """A cancelled meeting takes everything back."""
    difference = planned(MEETING, replace(MEETING, stage=Stage.CANCELLED))
    assert difference == Difference((), owed(MEETING, NETWORK))


def test_another_end_of_the_deadline_replaces_a_reminder_of_the_same_moment() -> None:
    """Another end of the deadline replaces a reminder of the same moment."""
    noon, four = (Deadline(2, "ansök", Due(DAY, dt.time(hour))) for hour in (12, 16))
    before, after = owed(noon, NETWORK), owed(four, NETWORK)
    assert plan(before, after, NOW) == Difference(after, before)
    assert plan(before, after, dt.datetime(2027, 2, 18, 10, tzinfo=dt.UTC)) == Difference()


def test_another_zone_moves_what_was_owed_and_loses_nothing() -> None:
    """Another zone moves what was owed and loses nothing."""
    before, after = owed(MEETING, NETWORK), owed(MEETING, replace(NETWORK, zone="Europe/Helsinki"))
    between = dt.datetime(2027, 2, 11, 12, tzinfo=dt.UTC)  # behind in Helsinki, ahead in Stockholm
    assert [one.occurrence for one in plan(before, after, between).new] == ["P7D", "P1D", "PT1H"]
    assert [one.key for one in before] == [one.key for one in after]


def test_several_things_owe_together() -> None:
    """Several things owe together."""
    reminder = Reminder(1, "fyll i enkäten", DAY, dt.time(8))
    assert owed_for([MEETING, reminder], NETWORK) == (*owed(MEETING, NETWORK), *owed(reminder, NETWORK))
