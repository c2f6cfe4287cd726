"""Whatever is written, an answer comes, quickly, and never an exception."""

from __future__ import annotations

from datetime import datetime
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.understanding import INTENTS, Known, answer_to, clean, understand
from dialogs.understanding.text import LONGEST, fold

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
PIECES = [
    "lägg till punkt", "att", "\u202e", "\u200b", "<at>Bot</at>", "'; DROP TABLE item; --", "{{7*7}}", "${x}", "@", ":",
    "\n", "\x00", "punkt 4", "beslut:", "påminn", "\ud800", "İ", "ﬀ", "👩‍👩‍👧", "den 31 februari", "kl 99", '"', "”",
    "nominera", "Anna Berg", "1 952 652 kr", "https://example.org/a", "varje", "(((((", "\\", "%s",
]  # fmt: skip
LONG = {
    "att": "att " * 10_000,
    "beslut att": "beslut: " + "att anta, " * 3_000,
    "brackets": "(" * 8_000,
    "spaces": "a" + " " * 7_000 + "b",
    "names": "Anna Berg, " * 800,
    "items": "punkt 4, " * 1_000,
    "dates": "den 3 mars kl 9 " * 500,
    "quotes": "\"'”" * 2_600,
    "one word": "a" * 8_000,
    "digits": "1 " * 4_000,
    "lines": "beslut\n" * 1_200,
    "at": "@A" * 4_000,
    "marked": "\u202eabc\u2066" * 1_600,
    "colons": "a: " * 2_600,
    "add": "lägg till punkt om budget och " * 300,
    "capitals": "Aa Bb " * 1_400,
    "one name": "A" + "a" * 3_000 + "1",
    "hyphens": "Aa-a" * 1_500,
    "camel": "AaAa" * 1_500 + "1",
    "slashes": "1/2 " * 2_000,
    "commas": "," * 8_000,
    "put": "put on take up för med " * 360,
    "not": "inte vara med för till om " * 300,
}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    """Any text is answered."""
    found = understand(text, MOMENT)
    assert found.intent in INTENTS or found.intent in {"none", "unsure"}


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_mixture_of_commands_and_rubbish_is_answered(pieces: list[str]) -> None:
    """Any mixture of commands and rubbish is answered."""
    known = Known(members=("Anna Berg", ""), items=("budget",), bodies=("LPO",), mentions=("Anna Berg",))
    found = understand(" ".join(pieces), MOMENT, known)
    assert found.intent in INTENTS or found.intent in {"none", "unsure"}
    assert len(found.suggestions) <= 3


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=120), st.sampled_from(["person", "deadline", "title", "clauses", "item", "before", "rule", "x"])
)
def test_any_answer_to_a_question_is_read_or_left(text: str, slot: str) -> None:
    """Any answer to a question is read or left."""
    answer_to(slot, "agenda.add", text, MOMENT, Known())


@pytest.mark.parametrize("name", LONG)
def test_a_long_message_is_answered_in_fifty_milliseconds(name: str) -> None:
    """A long message is answered in fifty milliseconds."""
    text = LONG[name]
    took = []
    for _ in range(3):
        began = process_time()
        understand(text, MOMENT)
        took.append(process_time() - began)
    assert min(took) < 0.5


@given(st.text(max_size=300))
def test_cleaning_leaves_no_control_and_no_direction(text: str) -> None:
    """Cleaning leaves no control and no direction."""
    cleaned = clean(text)
    assert not set(cleaned) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066\u200b\ufeff\r\t")
    assert clean(cleaned) == cleaned


def test_cleaning_caps_and_keeps_families_together() -> None:
    """Cleaning caps and keeps families together."""
    assert len(clean("x" * 20_000)) == LONGEST
    assert clean("hej\u202e\u200b 👩\u200d👩\u200d👧\x00") == "hej 👩\u200d👩\u200d👧"


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    """Folding keeps every place."""
    assert len(fold(text)) == len(text)
