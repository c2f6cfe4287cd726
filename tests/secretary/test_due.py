"""A day or a moment by which something is to be done."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretary.due import FURTHEST_AHEAD, AlreadyPast, Due, TooFarAhead

from .support import NOW

TODAY = NOW.date()


@pytest.mark.parametrize(
    ("due", "passed"),
    [
        (Due(dt.date(2027, 1, 10)), True),
        (Due(TODAY), False),
        (Due(TODAY, dt.time(8, 59)), True),
        (Due(TODAY, dt.time(9, 0)), False),
        (Due(TODAY, dt.time(9, 1)), False),
        (Due(dt.date(2027, 1, 12), dt.time(0, 0)), False),
        (Due(dt.date(2027, 1, 10), dt.time(23, 59)), True),
    ],
)
def test_a_day_passes_with_its_end_and_a_moment_with_itself(due: Due, passed: bool) -> None:
    """The whole of a day is meant by a date, the very minute by a time."""
    assert due.passed(NOW) is passed


def test_three_years_is_far_enough() -> None:
    """A day further ahead than three years is most likely a slip."""
    last = TODAY + FURTHEST_AHEAD
    assert Due(last).ahead(NOW) == Due(last)
    with pytest.raises(TooFarAhead):
        Due(last + dt.timedelta(days=1)).ahead(NOW)


@given(st.dates(), st.none() | st.times())
def test_any_day_lies_ahead_or_is_refused(date: dt.date, time: dt.time | None) -> None:
    """What is ahead is returned as it is; everything else is refused."""
    due = Due(date, time)
    far = date > TODAY + FURTHEST_AHEAD
    if due.passed(NOW) or far:
        with pytest.raises(TooFarAhead if far else AlreadyPast) as refused:
            due.ahead(NOW)
        assert refused.value.facts["date"] == date
    else:
        assert due.ahead(NOW) == due
