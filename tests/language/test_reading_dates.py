"""Dates as members write them; it is Monday 23 November 2026, nine o'clock, in Stockholm."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from language.reading import When, find_when

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Stockholm"))


def told(when: When) -> str:
    """The moment on one line: the date, to when, the time, until when, the doubt and its readings."""
    parts = [str(part) for part in (when.date, when.time and f"{when.time:%H:%M}") if part]
    said = " ".join(parts)
    if when.to:
        said += f" to {when.to}"
    if when.until:
        said += f"-{when.until:%H:%M}"
    if when.relative_to and when.before:
        said += f"{when.before.total_seconds() / 86400:g} days before the {when.relative_to}"
    if when.doubt:
        said += f" {when.doubt}?" + "".join(f" {reading:%Y-%m-%d}" for reading in when.readings)
    return said.strip()


def read(text: str, *, past: bool = False, now: dt.datetime = NOW) -> str:
    """All that is read in the text."""
    return "; ".join(told(when) for when in find_when(text, now, past=past))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("vi ses den 16 april", "2027-04-16"),
        ("vi ses den 16 april 2028", "2028-04-16"),
        ("16/4", "2027-04-16"),
        ("16/4-28", "2028-04-16"),
        ("den 9/12", "2026-12-09"),
        ("210219", "2021-02-19"),
        ("270416", "2027-04-16"),
        ("20270416", "2027-04-16"),
        ("2027-04-16", "2027-04-16"),
        ("16.4.2027", "2027-04-16"),
        ("den 12:e februari", "2027-02-12"),
        ("den tjugoförsta maj", "2027-05-21"),
        ("den första december", "2026-12-01"),
        ("by December 18", "2026-12-18"),
        ("Dec. 18th, 2027", "2027-12-18"),
        ("the first of May", "2027-05-01"),
        ("the twenty-first of May", "2027-05-21"),
        ("on the 3rd May", "2027-05-03"),
        ("den sista november", "2026-11-30"),
        ("the last day of February", "2027-02-28"),
        ("29 februari", "2028-02-29"),
        ("idag är det 23 november", "2026-11-23; 2026-11-23"),
        ("fredag den 11 december", "2026-12-11"),
        ("fredagen den 11/12", "2026-12-11"),
        ("Friday, December 11, 2026", "2026-12-11"),
        ("mån den 30 nov", "2026-11-30"),
        ("15 jan -30", "2030-01-15"),
        ("den 3 mars år 2028", "2028-03-03"),
        ("27 Nov '28", "2028-11-27"),
        ("vecka 2, 2028", "2028-01-10 to 2028-01-16"),
        ("2028 v 2", "2028-01-10 to 2028-01-16"),
        ("fredag 27", "2026-11-27"),
    ],
)
def test_a_date_is_read_with_day_month_and_the_next_year_in_which_it_comes(text: str, meant: str) -> None:
    """A date is read with day month and the next year in which it comes."""
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("på torsdag", "2026-11-26"),
        ("på måndag", "2026-11-30"),
        ("by Friday", "2026-11-27"),
        ("till och med fredag", "2026-11-27"),
        ("nu på fredag", "2026-11-27"),
        ("kommande fredag", "2026-11-27"),
        ("this Friday", "2026-11-27"),
        ("fredagens möte", "2026-11-27"),
        ("nästa måndag", "2026-11-30"),
        ("i fredags", "2026-11-20"),
        ("last Friday", "2026-11-20"),
        ("torsdag nästa vecka", "2026-12-03"),
        ("nästa vecka på torsdag", "2026-12-03"),
        ("nästa veckas torsdag", "2026-12-03"),
        ("fre v. 15", "2027-04-16"),
        ("torsdag v 50", "2026-12-10"),
        ("vecka 50 på torsdag", "2026-12-10"),
        ("fredag om två veckor", "2026-12-11"),
        ("Friday week", "2026-12-04"),
        ("a week from Friday", "2026-12-04"),
        ("i morgon", "2026-11-24"),
        ("i övermorgon", "2026-11-25"),
        ("the day after tomorrow", "2026-11-25"),
        ("i förrgår", "2026-11-21"),
        ("om två veckor", "2026-12-07"),
        ("om 14 dagar", "2026-12-07"),
        ("two weeks from now", "2026-12-07"),
        ("om en månad", "2026-12-23"),
        ("three days ago", "2026-11-20"),
        ("första måndagen i maj", "2027-05-03"),
        ("the last Friday of May 2027", "2027-05-28"),
        ("andra tisdagen i nästa månad", "2026-12-08"),
        ("den 14:e", "2026-12-14"),
        ("on the 14th", "2026-12-14"),
        ("senast den 18", "2026-12-18"),
        ("mötet den 24:e flyttas till den 26:e", "2026-11-24; 2026-11-26"),
        ("två dagar före 11 december", "2026-12-09"),
        ("a week before 11 December", "2026-12-04"),
        ("två dagar efter den 11 december", "2026-12-13"),
    ],
)
def test_a_date_reckoned_from_today_is_resolved(text: str, meant: str) -> None:
    """A date reckoned from today is resolved."""
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("två dagar före mötet", "2 days before the meeting"),
        ("dagen innan", "1 days before the meeting"),
        ("the day before the meeting", "1 days before the meeting"),
        ("tre dagar innan nomineringstiden går ut", "3 days before the nomination"),
        ("a week before every deadline", "7 days before the deadline"),
        ("två veckor innan", "14 days before the meeting"),
    ],
)
def test_a_time_before_an_event_names_the_event(text: str, meant: str) -> None:
    """A time before an event names the event."""
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1-3 december", "2026-12-01 to 2026-12-03"),
        ("30 november – 2 december", "2026-11-30 to 2026-12-02"),
        ("v. 50", "2026-12-07 to 2026-12-13"),
        ("v 50–51", "2026-12-07 to 2026-12-20"),
        ("nästa vecka", "2026-11-30 to 2026-12-06"),
        ("under 2025", "2025-01-01 to 2025-12-31"),
        ("in March", "2027-03-01 to 2027-03-31"),
        ("någon fredag i januari", "2027-01-01 to 2027-01-31"),
        ("förra året", "2025-01-01 to 2025-12-31"),
        ("8, 9 och 10 december", "2026-12-08; 2026-12-09; 2026-12-10"),
        ("from 1 to 3 December", "2026-12-01; 2026-12-03"),
        ("den 8 eller den 9 december", "2026-12-08; 2026-12-09"),
        ("Jan 12-14", "2027-01-12 to 2027-01-14"),
        ("12th to 14th of January", "2027-01-12; 2027-01-14"),
        ("12 till 14 januari", "2027-01-12; 2027-01-14"),
        ("skjut deadline 3 till 17 december", "2026-12-17"),
        ("the 14th and 15th", "2026-12-14; 2026-12-15"),
        ("från 15 januari till den 18:e", "2027-01-15; 2027-01-18"),
        ("flytta från 8 december till 10 december", "2026-12-08; 2026-12-10"),
    ],
)
def test_periods_and_several_days_are_told_apart(text: str, meant: str) -> None:
    """Periods and several days are told apart."""
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20 november", "2026-11-20"),
        ("24 november", "2025-11-24"),
        ("på fredag", "2026-11-20"),
        ("v 50", "2025-12-08 to 2025-12-14"),
        ("since 1 March", "2026-03-01"),
        ("since March", "2026-03-01"),
        ("sedan 2024", "2024-01-01"),
        ("under december", "2025-12-01 to 2025-12-31"),
    ],
)
def test_in_what_has_been_a_day_without_a_year_is_the_latest(text: str, meant: str) -> None:
    """In what has been a day without a year is the latest."""
    assert read(text, past=True) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("nästa fredag", "which-week? 2026-12-04 2026-11-27"),
        ("next Friday", "which-week? 2026-12-04 2026-11-27"),
        ("måndag om en vecka", "which-week? 2026-11-30 2026-12-07"),
        ("måndag den 23 mars", "weekday? 2027-03-23 2027-03-22"),
        ("Wednesday 11 December", "weekday? 2026-12-11 2026-12-09"),
        ("torsdag 9", "weekday? 2026-11-26 2026-12-09"),
        ("30 februari", "no-such-date?"),
        ("31/4", "no-such-date?"),
        ("2027-02-30", "no-such-date?"),
        ("den 29 februari 2027", "no-such-date?"),
        ("v 53 2027", "no-such-date?"),
        ("femte måndagen i februari 2027", "no-such-date?"),
    ],
)
def test_what_can_be_two_things_or_none_is_a_doubt_and_no_date(text: str, meant: str) -> None:
    """What can be two things or none is a doubt and no date."""
    assert read(text) == meant


@pytest.mark.parametrize(
    ("day", "text", "meant"),
    [
        (26, "nästa fredag", "which-week? 2026-12-04 2026-11-27"),
        (27, "nästa fredag", "2026-12-04"),
        (28, "nästa fredag", "2026-12-04"),
        (29, "next Friday", "2026-12-04"),
        (27, "på fredag", "2026-12-04"),
        (27, "this Friday", "2026-11-27"),
        (25, "this Monday", "which-week? 2026-11-30 2026-11-23"),
        (28, "förra fredagen", "which-week? 2026-11-27 2026-11-20"),
        (25, "förra fredagen", "2026-11-20"),
    ],
)
def test_which_friday_is_meant_depends_on_the_day_it_is_said(day: int, text: str, meant: str) -> None:
    """Which Friday is meant depends on the day it is said."""
    assert read(text, now=NOW.replace(day=day)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("pa mandag", "2026-11-30"),
        ("forsta mandagen i maj", "2027-05-03"),
        ("i overmorgon", "2026-11-25"),
        ("på torsdga", "2026-11-26"),
        ("på onsdg", "2026-11-25"),
        ("3 decmber", "2026-12-03"),
        ("8 janauri", "2027-01-08"),
        ("3 Febuary", "2027-02-03"),
        ("on wendesday", "2026-11-25"),
        ("PÅ FREDAG", "2026-11-27"),
        ("pa\u030a la\u0308ng sikt, pa\u030a lo\u0308rdag", "2026-11-28"),
        ("meeting på Friday 11 december", "2026-12-11"),
    ],
)
def test_dates_are_read_without_rings_and_dots_with_slips_and_in_mixed_languages(text: str, meant: str) -> None:
    """Dates are read without rings and dots with slips and in mixed languages."""
    assert read(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Budget 2027",
        "handlingsplan 2027–2030",
        "gå till punkt 12",
        "punkt 4.2 och 5.1",
        "punkt 12 december",
        "items 3 may be skipped",
        "i slutet av maj",
        "i mitten av december",
        "the end of next week",
        "hösten 2027",
        "7/12 av året",
        "24/7",
        "2/3-majoritet",
        "340 000 kr",
        "261215 kr",
        "dnr 210219-3",
        "070-555 12 12",
        "lag (1993:387)",
        "https://example.org/2027-04-16/dagordning",
        "covid-19 december",
        "december 12 deltagare",
        "in January 22 people came",
        "den 14:e punkten",
        "det här var trevligt, tursday eller så",
        "Jan Karlsson och Maj Ek",
        "fri frukt",
        "varje fredag",
        "tredje fredagen varje månad",
        "on Fridays",
        "match 5",
        "we sat 12",
        "första veckan i maj",
        "V75",
        "v2 av planen",
        "the following Friday",
        "the Friday after next",
    ],
)
def test_what_is_not_surely_a_date_is_none(text: str) -> None:
    """What is not surely a date is none."""
    assert read(text) == ""


def test_the_span_holds_the_words_of_the_date_and_not_those_around_it() -> None:
    """The span holds the words of the date and not those around it."""
    text = "Lägg mötet tisdag den 15 december kl. 9–10.30, tack"

    (when,) = find_when(text, NOW)

    assert text[when.start : when.end] == "tisdag den 15 december kl. 9–10.30"
