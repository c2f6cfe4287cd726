"""What is owed to some only: to the secretary, and to those who have not answered or not done what they took on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from scheduler.owed import Owed, owed, plan
from secretary.due import Due
from secretary.meeting import Meeting
from secretary.network import Member, Network, Role, Seat
from secretary.nomination import Nomination, Nominee
from secretary.task import Task

NETWORK = Network(
    1,
    "Nätverket Norrbo",
    members=(
        Member("Gun Ek", Role.SECRETARY),
        Member("Eva Lind", seats=(Seat("Luleå"),)),
        Member("Olle Berg", seats=(Seat("Piteå"),)),
        Member("Ida Falk", seats=(Seat("Boden"), Seat("Kalix"))),
        Member("Per Dahl", seats=(Seat("Piteå"),), left=True),
    ),
)
OPENED = dt.datetime(2027, 2, 1, 9, tzinfo=dt.UTC)  # a Monday
CALL = Nomination(4, "Styrgruppen", Due(dt.date(2027, 2, 19)), opened=OPENED)


def told(found: tuple[Owed, ...], kind: str) -> list[tuple[str, str, str]]:
    """Receiver, occurrence and wall-clock time of one kind."""
    return [(one.target, one.occurrence, f"{one.local_due:%d/%m %H:%M}") for one in found if one.kind == kind]


def test_the_secretary_is_told_of_an_agenda_that_is_not_out_in_time() -> None:
    """The secretary is told in private when the agenda should go out, unless it is out."""
    meeting = Meeting(3, dt.date(2027, 2, 18), dt.time(13))
    assert told(owed(meeting, NETWORK), "agenda.unpublished") == [("member:Gun Ek", "P7D", "11/02 09:00")]
    assert told(owed(replace(meeting, published=OPENED), NETWORK), "agenda.unpublished") == []
    unminded = replace(NETWORK, habits=replace(NETWORK.habits, notice=dt.timedelta(0)))
    assert told(owed(meeting, unminded), "agenda.unpublished") == []


def test_those_who_have_not_answered_are_asked_half_way_and_in_the_last_days() -> None:
    """Those whose organisation has not answered are asked in private half-way and in the last two days."""
    answered = replace(CALL, nominees=(Nominee("Nils Ask", by=("Olle Berg",)),), passed=("Luleå", "Boden"))
    assert told(owed(answered, NETWORK), "nomination.unanswered") == [
        ("member:Ida Falk", "half", "10/02 09:00"),
        ("member:Ida Falk", "P1D", "18/02 09:00"),
        ("member:Ida Falk", "P0D", "19/02 09:00"),
    ]
    everybody = {target for target, _, _ in told(owed(CALL, NETWORK), "nomination.unanswered")}
    assert everybody == {"member:Eva Lind", "member:Olle Berg", "member:Ida Falk"}


def test_who_answers_is_asked_no_more() -> None:
    """An answer takes back what was owed to the one who gave it, and nothing else."""
    answered = replace(CALL, passed=("Luleå",))
    gone = plan(owed(CALL, NETWORK), owed(answered, NETWORK), OPENED).gone
    assert len(gone) == 3
    assert all("Eva Lind" in one.key for one in gone)


def test_a_short_call_has_no_half_way() -> None:
    """When the call is only a few days long, the last days are enough."""
    short = replace(CALL, due=Due(dt.date(2027, 2, 4)))
    assert {occurrence for _, occurrence, _ in told(owed(short, NETWORK), "nomination.unanswered")} == {"P1D", "P0D"}


def test_a_task_that_is_late_is_told_to_its_people_and_a_week_later_to_the_secretary() -> None:
    """A task that is late is told to its people the day after, and to the secretary a week after."""
    task = Task(5, "skicka underlaget", ("Eva Lind",), Due(dt.date(2027, 2, 9), dt.time(15)))
    assert told(owed(task, NETWORK), "task.overdue") == [
        ("member:Eva Lind", "P1D", "10/02 09:00"),
        ("member:Gun Ek", "P7D", "16/02 09:00"),
    ]
    assert owed(replace(task, done=OPENED), NETWORK) == ()
