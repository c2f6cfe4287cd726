"""Tasks: given to somebody, ticked off once."""

from __future__ import annotations

import datetime as dt

import pytest

from secretary.due import AlreadyPast, Due, TooFarAhead
from secretary.refusal import NothingSaid, TooLong
from secretary.task import NobodyGiven, finish, give

from .support import NOW

ANNA = ("Anna Berg",)


def test_a_task_is_somebodys() -> None:
    """Text and people are trimmed, each person once, with the day, the giver and where it was given."""
    due = Due(dt.date(2027, 3, 22))
    task = give(" boka lokal ", (" Anna Berg", "Bo Ek", "Anna Berg"), due, by="Bo Ek", now=NOW, meeting=3, item=7)
    assert (task.text, task.assignees, task.due) == ("boka lokal", ("Anna Berg", "Bo Ek"), due)
    assert (task.given_by, task.given, task.meeting, task.item, task.done) == ("Bo Ek", NOW, 3, 7, None)


@pytest.mark.parametrize(
    ("text", "people", "due", "why"),
    [
        ("boka lokal", (), None, NobodyGiven),
        ("boka lokal", ("", "  "), None, NobodyGiven),
        ("  ", ANNA, None, NothingSaid),
        ("x" * 8_001, ANNA, None, TooLong),
        ("boka lokal", ANNA, Due(dt.date(2027, 1, 10)), AlreadyPast),
        ("boka lokal", ANNA, Due(dt.date(2077, 1, 10)), TooFarAhead),
    ],
)
def test_a_senseless_task_is_refused(text: str, people: tuple[str, ...], due: Due | None, why: type) -> None:
    """Nobody to do it, nothing to do, or a day that has been."""
    with pytest.raises(why):
        give(text, people, due, by="Bo Ek", now=NOW)


def test_today_is_not_too_late() -> None:
    """Something can be due today."""
    assert give("ring", ANNA, Due(NOW.date()), by="Bo Ek", now=NOW).due == Due(NOW.date())


def test_a_task_is_ticked_off_once() -> None:
    """Who did it first and when stays."""
    task = give("ring", ANNA, None, by="Bo Ek", now=NOW)
    done = finish(task, "Anna Berg", NOW)
    assert (done.done, done.done_by) == (NOW, "Anna Berg")
    assert finish(done, "Bo Ek", NOW + dt.timedelta(days=1)) == done
