"""Any text gives an answer, never an exception, and soon."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.reading import (
    find_amounts,
    find_before,
    find_count,
    find_fraction,
    find_minutes,
    find_recurrence,
    find_when,
    split_list,
)

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Stockholm"))
READERS: list[Callable[[str], object]] = [
    lambda text: find_when(text, NOW),
    lambda text: find_when(text, NOW, past=True),
    find_recurrence,
    find_minutes,
    find_before,
    find_amounts,
    find_count,
    find_fraction,
    split_list,
]
JUMBLE = """den på kl. fredag maj i om nio halv varje av the of in and och nästa första sista v till från from week
vecka dagar före before last februari a en kr mkr månad month noon pm möte mötet nu år veckor timmar sedan ago 12 4.2
8-9.15 16/4 3:e 99/99 2027-13-40 0 000 25:61 1½ 31 24:00 9999 0001-01-01 500 999 , - . ( ) ' ” „"""
WORDS = [*JUMBLE.split(), "\n"]
few = settings(derandomize=True, max_examples=60, deadline=None)
LONG = ["1 ", "9-", "1, ", "i ", "den ", "8 och ", "en kvart ", "om 1 h ", "a,", " ", "\n", "'", "„", "\u200b", "x1 "]


def answer(text: str) -> None:
    """Have every reader read the text, and see that what is found lies in it, in order."""
    for reader in READERS:
        reader(text)
    end = 0
    for when in find_when(text, NOW):
        assert end <= when.start < when.end <= len(text)
        end = when.end


@few
@given(st.text(max_size=300))
def test_any_unicode_gets_an_answer(text: str) -> None:
    """Any Unicode gets an answer."""
    answer(text)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_jumble_of_words_of_time_gets_an_answer(text: str) -> None:
    """Any jumble of words of time gets an answer."""
    answer(text)


@pytest.mark.parametrize(
    "text", ["måndag 0001-01-01", "två dagar före 0001-01-01", "9999-12-31 kl 23", "en dag efter 31/12-9999"]
)
def test_dates_at_the_ends_of_the_calendar_are_none(text: str) -> None:
    """Dates at the ends of the calendar are none."""
    assert all(when.date is None or when.date.year < 2200 for when in find_when(text, NOW))


@pytest.mark.parametrize("piece", LONG)
def test_a_long_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    """A long text is read in time that grows with its length."""
    text = (piece * 8000)[:8000]
    for reader in READERS:
        began = time.process_time()
        reader(text)
        # Many times what an idle machine needs, and far below what a quadratic reading would take.
        assert time.process_time() - began < 2
