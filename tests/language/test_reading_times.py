"""Times as members write them; it is Monday 23 November 2026, nine o'clock, in Stockholm."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from language.reading import When, find_when

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Stockholm"))


def told(when: When) -> str:
    """The moment on one line."""
    said = " ".join(part for part in (str(when.date or ""), when.time and f"{when.time:%H:%M}") if part)
    said += f"-{when.until:%H:%M}" if when.until else ""
    doubt = f" {when.doubt}?" + "".join(f" {reading}" for reading in when.readings) if when.doubt else ""
    return (said + doubt).strip()


def read(text: str, now: dt.datetime = NOW) -> str:
    """All that is read in the text."""
    return "; ".join(told(when) for when in find_when(text, now))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kl 8-9.15", "08:00-09:15"),
        ("kl. 13", "13:00"),
        ("kl8", "08:00"),
        ("kl 0830", "08:30"),
        ("08:00", "08:00"),
        ("halv nio", "08:30"),
        ("halv nio till tio", "08:30-10:00"),
        ("halv tre", "14:30"),
        ("kvart över nio", "09:15"),
        ("kvart i tio", "09:45"),
        ("tjugo över åtta", "08:20"),
        ("fem i tolv", "11:55"),
        ("fem över halv nio", "08:35"),
        ("klockan nio", "09:00"),
        ("8am", "08:00"),
        ("2 pm", "14:00"),
        ("2:30 p.m.", "14:30"),
        ("9 o'clock", "09:00"),
        ("at noon", "12:00"),
        ("vid midnatt", "00:00"),
        ("quarter past three", "15:15"),
        ("half past nine", "09:30"),
        ("kl 2 på eftermiddagen", "14:00"),
        ("kl 3", "15:00"),
        ("kl 03", "03:00"),
        ("kl 3.30", "03:30"),
        ("13:00 to 14:30", "13:00-14:30"),
        ("from 9 to 10", "09:00-10:00"),
        ("from 2 to 4 pm", "14:00-16:00"),
        ("11-1 pm", "11:00-13:00"),
        ("mellan nio och tio", "09:00-10:00"),
        ("kl 11-1", "11:00-13:00"),
        ("8.45-10", "08:45-10:00"),
        ("mötet börjar 8.45", "08:45"),
        ("it starts at 9 on Friday", "2026-11-27 09:00"),
    ],
)
def test_a_time_is_read(text: str, meant: str) -> None:
    """A time is read."""
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tisdag den 15 december kl. 9–10.30", "2026-12-15 09:00-10:30"),
        ("Thursday 10 December, 14:00 to 15:45", "2026-12-10 14:00-15:45"),
        ("kl 13 på fredag", "2026-11-27 13:00"),
        ("8.45 på fredag", "2026-11-27 08:45"),
        ("Wed 16:00", "2026-11-25 16:00"),
        ("fredag 8.45", "2026-11-27 08:45"),
        ("på fredag 13–15", "2026-11-27 13:00-15:00"),
        ("tomorrow at 4pm", "2026-11-24 16:00"),
        ("Friday at noon", "2026-11-27 12:00"),
        ("i kväll kl 8", "2026-11-23 20:00"),
        ("imorgon bitti kl 7", "2026-11-24 07:00"),
        ("Friday afternoon at 3", "2026-11-27 15:00"),
        ("in an hour", "2026-11-23 10:00"),
        ("om en timme", "2026-11-23 10:00"),
        ("om en halvtimme", "2026-11-23 09:30"),
        ("2027-04-16T09:00", "2027-04-16 09:00"),
        ("3 dec kl 8, 4 dec kl 14 eller 7 dec kl 10", "2026-12-03 08:00; 2026-12-04 14:00; 2026-12-07 10:00"),
        ("kl 9 på fredag eller kl 10 på måndag", "2026-11-27 09:00; 2026-11-30 10:00"),
        ("8 dec kl 9 eller 13", "2026-12-08 09:00; 2026-12-08 13:00"),
        ("on 3 March at 10 or at 2 pm", "2027-03-03 10:00; 2027-03-03 14:00"),
        ("1 December at 9 to order lunch", "2026-12-01 09:00"),
        ("on Friday at 8 that it is due", "2026-11-27 08:00"),
        ("tomorrow at half nine", "2026-11-24 09:30"),
        ("var är mötet imorgon", "2026-11-24"),
        ("8 och 9 december kl 13", "2026-12-08 13:00; 2026-12-09 13:00"),
        ("varje fredag kl 8, från den 15 januari", "08:00; 2027-01-15"),
        ("from 8 to 11, starting 21 January", "08:00-11:00; 2027-01-21"),
    ],
)
def test_a_date_and_a_time_that_stand_together_are_one_moment(text: str, meant: str) -> None:
    """A date and a time that stand together are one moment."""
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kl 25:00", "no-such-time?"),
        ("imorgon kl 25", "2026-11-24 no-such-time?"),
        ("kl 12.60", "no-such-time?"),
        ("28 mars 2027 kl 2.30", "2027-03-28 no-such-time? 2027-03-28 03:30:00 2027-03-28 01:30:00"),
        ("nästa fredag kl 8", "08:00 which-week? 2026-12-04 08:00:00 2026-11-27 08:00:00"),
    ],
)
def test_a_time_that_does_not_exist_or_a_day_in_doubt_is_not_resolved(text: str, meant: str) -> None:
    """A time that does not exist or a day in doubt is not resolved."""
    assert read(text) == meant


def test_the_spring_gap_is_known_only_where_the_zone_is() -> None:
    """The spring gap is known only where the zone is."""
    assert read("28 mars 2027 kl 2.30", NOW.replace(tzinfo=None)) == "2027-03-28 02:30"
    assert read("28 mars 2027 kl 2.30", NOW.astimezone(ZoneInfo("Asia/Tokyo"))) == "2027-03-28 02:30"


@pytest.mark.parametrize(
    "text",
    [
        "punkt 4.2",
        "8.45",
        "4-5.15",
        "13–15",
        "10–12 deltagare",
        "från 9 till 10 platser",
        "at 9 municipalities",
        "1,2 mkr",
        "2.30-3.15 mkr",
        "45 000",
        "45:-",
        "SFS 2001:453",
        "skala 1:20 000",
        "half nine",
        "tre i fem",
        "vid 9-tiden",
        "20 minuter",
    ],
)
def test_what_is_not_surely_a_time_is_none(text: str) -> None:
    """What is not surely a time is none."""
    assert read(text) == ""
