"""A series: which days a rule gives."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretary.series import HORIZON, MOST_AHEAD, NoSuchRule, Series, begin, days

from .support import EIGHT

FIRST = dt.date(2027, 1, 11)
YEAR = FIRST + HORIZON


def _days(rule: str, first: dt.date = FIRST, after: dt.date = FIRST, until: dt.date = YEAR) -> tuple[dt.date, ...]:
    return days(Series(1, rule, first, EIGHT), after, until)


@pytest.mark.parametrize(
    ("rule", "beginning"),
    [
        ("FREQ=MONTHLY;BYDAY=3FR", ["2027-01-15", "2027-02-19", "2027-03-19"]),
        ("FREQ=MONTHLY;BYDAY=-1TH", ["2027-01-28", "2027-02-25", "2027-03-25"]),
        ("FREQ=WEEKLY;BYDAY=MO", ["2027-01-11", "2027-01-18", "2027-01-25"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", ["2027-01-11", "2027-01-25", "2027-02-08"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ["2027-01-31", "2027-03-31", "2027-05-31"]),
        ("FREQ=YEARLY;BYMONTH=2;BYDAY=3FR", ["2027-02-19"]),
    ],
)
def test_a_rule_gives_its_days(rule: str, beginning: list[str]) -> None:
    """The days of a rule from its first day on."""
    assert [str(day) for day in _days(rule)[:3]] == beginning


def test_every_second_week_counts_from_the_first_day() -> None:
    """Looking from a later day does not change which weeks are meant."""
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
    assert _days(rule, after=dt.date(2027, 1, 12))[0] == dt.date(2027, 1, 25)
    assert _days(rule, after=dt.date(2027, 1, 19))[0] == dt.date(2027, 1, 25)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "varje fredag",
        "FREQ=DAILY",
        "freq=daily",
        "FREQ=MONTHLY;BYDAY=9FR",
        "FREQ=SOMETIMES",
        "FREQ=MONTHLY;COUNT=0",
        "FREQ=MONTHLY;UNTIL=20200101",
        "FREQ=MONTHLY;BYDAY=",
        "FREQ=",
        "=",
        ";",
        "FREQ=MONTHLY;BYSETPOS=x",
        "FREQ=HOURLY",
        "FREQ=MINUTELY;INTERVAL=7",
        "FREQ=WEEKLY;BYDAY=MO;BYHOUR=8,9,10",
        "FREQ=WEEKLY;INTERVAL=0;BYDAY=MO",
    ],
)
def test_a_rule_that_gives_no_sensible_days_is_refused(rule: str) -> None:
    """What is no rule, gives no days or several meetings a day is refused."""
    with pytest.raises(NoSuchRule):
        begin(rule, FIRST, EIGHT, None, "")


_RULES = st.builds(
    lambda freq, interval, by: f"FREQ={freq};INTERVAL={interval}{by}",
    st.sampled_from(["WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 6),
    st.sampled_from(["", ";BYDAY=MO", ";BYDAY=MO,WE,FR", ";BYMONTHDAY=1,15,28"]),
)


@given(rule=_RULES, ahead=st.integers(0, 400), length=st.integers(0, 400))
def test_a_series_has_no_double_days(rule: str, ahead: int, length: int) -> None:
    """The days rise, each once, within what was asked, and not endlessly many."""
    after = FIRST + dt.timedelta(days=ahead)
    until = after + dt.timedelta(days=length)
    found = _days(rule, after=after, until=until)
    assert list(found) == sorted(set(found))
    assert all(after <= day <= until for day in found)
    assert len(found) <= MOST_AHEAD


@given(
    st.text(max_size=40) | st.text("FREQ=MONTHLY;BYDAY-123,UW ", max_size=40).map(lambda tail: f"FREQ=WEEKLY;{tail}")
)
def test_any_text_is_a_rule_or_is_refused(rule: str) -> None:
    """Whatever stands in a button is a series with days or a refusal, never an error."""
    try:
        made = begin(rule, FIRST, EIGHT, None, "")
    except NoSuchRule:
        return
    assert days(made, FIRST, YEAR)


def test_a_series_that_begins_at_the_end_of_time_is_refused() -> None:
    """A first day that nobody means has no year after it."""
    with pytest.raises(NoSuchRule):
        begin("FREQ=WEEKLY;BYDAY=MO", dt.date(9999, 12, 1), EIGHT, None, "")
