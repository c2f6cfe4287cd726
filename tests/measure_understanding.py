"""Measure how well sentences are understood: `python -m tests.measure_understanding FILE...`.

Each file holds one JSON object a line: text, intent, slots, and under "accept" other right answers. A sentence
counts as one tap away when the right intent is among the suggestions. It ends with one line of JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from dialogs.understanding import INTENTS, Understanding, understand

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


def read(path: Path) -> list[dict[str, Any]]:
    """Read the sentences of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def answers(sentence: dict[str, Any]) -> list[tuple[str, dict[str, object]]]:
    """Return every right answer: intent and slots."""
    accepted = sentence.get("accept") or []
    return [(sentence["intent"], sentence["slots"]), *((other["intent"], other["slots"]) for other in accepted)]


def right(found: Understanding, sentence: dict[str, Any]) -> tuple[bool, bool]:
    """Return whether the intent is right, and whether all slots are."""
    wanted = answers(sentence)
    return (
        any(found.intent == intent for intent, _ in wanted),
        any(found.intent == intent and dict(found.slots) == slots for intent, slots in wanted),
    )


def wrong_change(found: Understanding, sentence: dict[str, Any]) -> bool:
    """Whether something would be changed that nobody asked for."""
    wanted = {intent for intent, _ in answers(sentence)}
    return found.intent in INTENTS and INTENTS[found.intent].changes and found.intent not in wanted


def measure(sentences: Iterable[dict[str, Any]], show: bool = True) -> dict[str, float]:
    """Understand every sentence, print what went wrong, and return the figures."""
    times: list[float] = []
    counts = {"sentences": 0, "intent": 0, "one_tap": 0, "slots": 0, "wrong_changes": 0}
    for sentence in sentences:
        began = perf_counter()
        found = understand(sentence["text"], MOMENT)
        times.append((perf_counter() - began) * 1000)
        intent_right, slots_right = right(found, sentence)
        wanted = {intent for intent, _ in answers(sentence)}
        counts["sentences"] += 1
        counts["intent"] += intent_right
        counts["one_tap"] += intent_right or any(other.intent in wanted for other in found.suggestions)
        counts["slots"] += slots_right
        counts["wrong_changes"] += wrong_change(found, sentence)
        if show and not slots_right:
            _print(sentence, found, intent_right)
    total = counts["sentences"] or 1
    shares = {key: round(counts[key] / total, 4) for key in ("intent", "one_tap", "slots")}
    ordered = sorted(times)
    return {
        "sentences": counts["sentences"],
        **shares,
        "wrong_changes": counts["wrong_changes"],
        "median_ms": round(statistics.median(ordered), 2),
        "p99_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 2),
    }


def _print(sentence: dict[str, Any], found: Understanding, intent_right: bool) -> None:
    mark = "slots " if intent_right else "WRONG CHANGE" if wrong_change(found, sentence) else "INTENT"
    said = json.dumps(dict(found.slots), ensure_ascii=False)
    offered = ", ".join(other.intent for other in found.suggestions)
    print(f"{mark} {sentence.get('id', '')}: {sentence['text']!r}")  # noqa: T201
    print(f"    wanted {sentence['intent']} {json.dumps(sentence['slots'], ensure_ascii=False)}")  # noqa: T201
    print(f"    got    {found.intent} {said} [{offered}]")  # noqa: T201
    if not intent_right:
        print(f"    why    {'; '.join(found.why)}")  # noqa: T201


if __name__ == "__main__":
    chosen = [sentence for name in sys.argv[1:] for sentence in read(Path(name))]
    print(json.dumps(measure(chosen)))  # noqa: T201
