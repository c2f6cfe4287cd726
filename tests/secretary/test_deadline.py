"""Deadlines and free reminders."""

from __future__ import annotations

import datetime as dt

import pytest

from secretary import deadline as rules
from secretary.due import AlreadyPast, Due, TooFarAhead
from secretary.refusal import NothingSaid, TooLong

from .support import NOW

JANUARY = Due(dt.date(2027, 1, 31))


def test_a_deadline_is_kept_and_moved() -> None:
    """The text stays, the day changes."""
    kept = rules.keep(" redovisningen ", JANUARY, by="Bo Ek", now=NOW)
    assert (kept.text, kept.due, kept.by) == ("redovisningen", JANUARY, "Bo Ek")
    moved = rules.move(kept, Due(dt.date(2027, 2, 28), dt.time(12)), NOW)
    assert (moved.text, moved.due) == ("redovisningen", Due(dt.date(2027, 2, 28), dt.time(12)))


@pytest.mark.parametrize(
    ("text", "due", "why"),
    [
        ("", JANUARY, NothingSaid),
        ("x" * 8_001, JANUARY, TooLong),
        ("redovisningen", Due(dt.date(2027, 1, 10)), AlreadyPast),
        ("redovisningen", Due(NOW.date(), dt.time(8)), AlreadyPast),
        ("redovisningen", Due(dt.date(2099, 1, 1)), TooFarAhead),
    ],
)
def test_a_deadline_lies_ahead_and_says_what(text: str, due: Due, why: type) -> None:
    """Otherwise it is refused, when it is made and when it is moved."""
    with pytest.raises(why):
        rules.keep(text, due, by="Bo Ek", now=NOW)
    if text == "redovisningen":
        with pytest.raises(why):
            rules.move(rules.keep(text, JANUARY, by="Bo Ek", now=NOW), due, NOW)


def test_a_reminder_waits_for_its_moment() -> None:
    """A minute from now is soon enough; this minute and the last are not."""
    soon = rules.remind("Enkäten", NOW.date(), dt.time(9, 1), by="Bo Ek", now=NOW)
    assert (soon.date, soon.time, soon.cancelled) == (NOW.date(), dt.time(9, 1), False)
    for time in (dt.time(9, 0), dt.time(8, 59)):
        with pytest.raises(AlreadyPast):
            rules.remind("Enkäten", NOW.date(), time, by="Bo Ek", now=NOW)


def test_a_reminder_can_be_silenced() -> None:
    """It is kept, and not posted."""
    assert rules.silence(rules.remind("Enkäten", NOW.date(), dt.time(12), by="Bo Ek", now=NOW)).cancelled
