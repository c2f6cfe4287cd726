"""Our own sentences, in both languages and many voices, are understood as written beside them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dialogs.understanding import INTENTS, understand

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
HERE = Path(__file__).parent


def _read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


SENTENCES = [*_read("sentences.jsonl"), *_read("set_aside.jsonl")]


@pytest.mark.parametrize("sentence", SENTENCES, ids=[sentence["id"] for sentence in SENTENCES])
def test_a_sentence_is_understood(sentence: dict[str, Any]) -> None:
    """A sentence is understood."""
    found = understand(sentence["text"], MOMENT)
    right = [(sentence["intent"], sentence["slots"])]
    right += [(other["intent"], other["slots"]) for other in sentence["accept"]]
    assert (found.intent, dict(found.slots)) in right, found.why


def test_every_intent_has_sentences_of_its_own() -> None:
    """Every intent has sentences of its own."""
    said = [sentence["intent"] for sentence in SENTENCES]
    assert {name for name in INTENTS if said.count(name) < 3} == set()
