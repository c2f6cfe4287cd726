"""How well sentences are understood that others wrote: the floors below which it must not fall.

`unseen.jsonl` was written by somebody who had not seen the rules, and nobody who wrote rules has looked into it.
`held_out.jsonl` and `second_hand.jsonl` began so too, and were then developed against.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measure_understanding import measure, read

FOLDER = Path(__file__).parent


@pytest.mark.parametrize(
    ("file", "intent", "one_tap", "slots"),
    [
        ("unseen.jsonl", 0.95, 0.98, 0.93),
        pytest.param("held_out.jsonl", 0.98, 0.99, 0.97, marks=pytest.mark.slow),
        pytest.param("second_hand.jsonl", 0.98, 0.99, 0.97, marks=pytest.mark.slow),
    ],
)
def test_others_are_understood(file: str, intent: float, one_tap: float, slots: float) -> None:
    """Right at once, right or one tap away, slots right; and never a change that nobody asked for."""
    found = measure(read(FOLDER / file), show=False)
    assert found["wrong_changes"] == 0
    assert found["intent"] >= intent
    assert found["one_tap"] >= one_tap
    assert found["slots"] >= slots
