"""What the secretary says, and that it is read back as it was meant."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.reading import find_amounts, find_before, find_minutes, find_recurrence, find_when, split_list
from language.saying import (
    say_amount,
    say_compact_date,
    say_date,
    say_days_left,
    say_duration_before,
    say_list,
    say_minutes,
    say_moment,
    say_recurrence,
    say_span,
    say_time,
)

ZONE = ZoneInfo("Europe/Stockholm")
NOW = dt.datetime(2026, 11, 23, 9, tzinfo=ZONE)
FRIDAY = dt.date(2026, 12, 11)
languages = st.sampled_from(["sv", "en"])
dates = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))
times = st.times().map(lambda time: time.replace(second=0, microsecond=0))
few = settings(derandomize=True, max_examples=60, deadline=None)
RULES = [
    rule.replace(";", f";INTERVAL={interval};", 1) if interval > 1 else rule
    for interval in (1, 2, 3, 6)
    for rule in (
        "FREQ=WEEKLY;BYDAY=TH",
        "FREQ=WEEKLY;BYDAY=MO,WE",
        "FREQ=MONTHLY;BYDAY=3FR",
        "FREQ=MONTHLY;BYDAY=-1TU",
        "FREQ=MONTHLY;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYMONTHDAY=22",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO",
    )
] + ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]


def test_swedish_is_said_as_public_writing_prefers() -> None:
    """Swedish is said as public writing prefers."""
    assert say_date(FRIDAY, "sv", year=True) == "fredag 11 december 2026"
    assert say_span(dt.time(8), dt.time(9, 15), "sv") == "kl. 8.00–9.15"
    assert say_moment(dt.datetime(2026, 12, 11, 13, 5, tzinfo=ZONE), "sv") == "fredag 11 december kl. 13.05"
    assert say_list(("A", "B", "C"), "sv") == "A, B och C"
    assert say_recurrence("FREQ=MONTHLY;BYDAY=3FR", "sv") == "tredje fredagen varje månad"
    assert say_duration_before("P7D", "sv") == "en vecka"
    assert say_duration_before("PT1H", "sv") == "en timme"
    assert say_amount("1952652", "sv").replace("\u00a0", " ") == "1 952 652 kr"
    assert say_minutes(90, "sv") == "1 timme och 30 minuter"


def test_english_is_said_as_in_britain() -> None:
    """English is said as in Britain."""
    assert say_date(FRIDAY, "en", year=True) == "Friday 11 December 2026"
    assert say_span(dt.time(8), dt.time(9, 15), "en") == "08:00–09:15"
    assert say_list(("A", "B", "C"), "en") == "A, B and C"
    assert say_recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "en") == "every other Tuesday"
    assert say_duration_before("P7D", "en") == "one week"
    assert say_amount("96500.5", "en").replace("\u00a0", " ") == "SEK 96,500.50"


def test_a_meeting_is_named_by_its_compact_date() -> None:
    """A meeting is named by its compact date."""
    assert say_compact_date(dt.date(2021, 2, 19)) == "210219"


def test_the_year_is_said_where_the_date_would_else_be_taken_for_another() -> None:
    """The year is said where the date would else be taken for another."""
    today = dt.date(2026, 11, 23)

    assert say_date(FRIDAY, "sv", year=None, today=today) == "fredag 11 december"
    assert say_date(dt.date(2026, 11, 20), "sv", year=None, today=today) == "fredag 20 november 2026"


@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY;BYDAY=9XX", ""])
def test_a_rule_without_words_is_an_error_and_never_half_said(rule: str) -> None:
    """A rule without words is an error and never half said."""
    with pytest.raises(ValueError, match="no words"):
        say_recurrence(rule, "sv")


@few
@given(dates, languages, st.booleans())
def test_a_said_date_is_read_back(date: dt.date, language: str, weekday: bool) -> None:
    """A said date is read back."""
    said = say_date(date, language, year=None, weekday=weekday, today=NOW.date())

    (when,) = find_when(f"det gäller {said}.", NOW)

    assert (when.date, when.doubt) == (date, None)


@few
@given(dates.filter(lambda date: abs(date.year - 2026) < 10))
def test_a_compact_date_is_read_back(date: dt.date) -> None:
    """A compact date is read back."""
    (when,) = find_when(say_compact_date(date), NOW)

    assert when.date == date


@few
@given(dates, times, st.none() | times, languages)
def test_a_said_moment_is_read_back(date: dt.date, start: dt.time, end: dt.time | None, language: str) -> None:
    """A said moment is read back."""
    end = end if end and end > start else None
    moment = dt.datetime.combine(date, start)

    (when,) = find_when(say_moment(moment, language, end=end, year=True), NOW.replace(tzinfo=None))

    assert (when.date, when.time, when.until) == (date, start, end)


@few
@given(times, languages)
def test_a_said_time_is_read_back(time: dt.time, language: str) -> None:
    """A said time is read back."""
    (when,) = find_when(say_time(time, language), NOW)

    assert when.time == time


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("rule", RULES)
def test_a_said_rule_is_read_back(rule: str, language: str) -> None:
    """A said rule is read back."""
    said = say_recurrence(rule, language)

    found = find_recurrence(said)

    assert found is not None
    assert (found.rule, found.start, found.end) == (rule, 0, len(said))


@few
@given(st.integers(1, 1000), languages)
def test_said_minutes_are_read_back(minutes: int, language: str) -> None:
    """Said minutes are read back."""
    found = find_minutes(say_minutes(minutes, language))

    assert found is not None
    assert found.minutes == minutes


@few
@given(st.integers(1, 400), st.sampled_from(["P{}D", "PT{}H", "PT{}M", "P{}M"]), languages)
def test_a_said_duration_is_read_back(number: int, shape: str, language: str) -> None:
    """A said duration is read back."""
    duration = shape.format(number)
    before = " före mötet" if language == "sv" else " before the meeting"

    (found,) = find_before(say_duration_before(duration, language) + before)

    assert found.duration == duration


@few
@given(st.integers(-300, 300), languages)
def test_said_days_left_are_read_back(days: int, language: str) -> None:
    """Said days left are read back."""
    (when,) = find_when(say_days_left(days, language), NOW)

    assert when.date == NOW.date() + dt.timedelta(days=days)


@few
@given(st.decimals(1, 10**9, places=2), languages)
def test_a_said_amount_is_read_back(amount: object, language: str) -> None:
    """A said amount is read back."""
    (found,) = find_amounts(say_amount(str(amount), language))

    assert float(found.value) == float(str(amount))


@few
@given(st.lists(st.from_regex(r"\A[A-ZÅÄÖ][a-zåäö]{2,9}\Z"), min_size=1, max_size=6), languages)
def test_a_said_list_is_read_back(parts: list[str], language: str) -> None:
    """A said list is read back."""
    assert split_list(say_list(parts, language)) == tuple(parts)
