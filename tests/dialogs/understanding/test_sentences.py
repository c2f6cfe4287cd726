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


TOGETHER = 25  # a test each would cost more than the understanding


@pytest.mark.parametrize("first", range(0, len(SENTENCES), TOGETHER))
def test_sentences_are_understood(first: int) -> None:
    """Every sentence has its intent and its slots; those that have not are listed with what decided."""
    wrong = []
    for sentence in SENTENCES[first : first + TOGETHER]:
        found = understand(sentence["text"], MOMENT)
        right = [(sentence["intent"], sentence["slots"])]
        right += [(other["intent"], other["slots"]) for other in sentence["accept"]]
        if (found.intent, dict(found.slots)) not in right:
            wrong.append((sentence["id"], sentence["text"], found.intent, dict(found.slots), found.why))
    assert wrong == []


def test_every_intent_has_sentences_of_its_own() -> None:
    """Every intent has sentences of its own."""
    said = [sentence["intent"] for sentence in SENTENCES]
    assert {name for name in INTENTS if said.count(name) < 3} == set()
