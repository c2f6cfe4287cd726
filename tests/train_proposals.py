"""Learn what sentences may mean from our own: `python -m tests.train_proposals [MODEL]`.

The sentences are those of the tests and the paraphrases; those set aside for measuring are not among them. The
same sentences give the same file, byte for byte.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import exp, sqrt
from pathlib import Path
from zlib import crc32
from zoneinfo import ZoneInfo

from dialogs.understanding import INTENTS, clean
from dialogs.understanding.proposing import MODEL, ROWS, Model, noticed, pack
from dialogs.understanding.sentence import Sentence

HERE = Path(__file__).parent / "dialogs" / "understanding"
SOURCES = ("sentences.jsonl", "second_hand.jsonl")
MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
NAMES = (*INTENTS, "none")
ROUNDS = 14
SPEED = 6.0
SMALLEST = 0.004
"""An error smaller than this is not worth correcting."""

Example = tuple[Sequence[int], int]


def told(name: str) -> list[tuple[str, str]]:
    """Return the sentences of a file of the tests, each with what it means; the undecided are left out."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    said = [json.loads(line) for line in lines if line.strip()]
    return [(one["text"], one["intent"]) for one in said if one["intent"] in NAMES]


def paraphrases() -> list[tuple[str, str]]:
    """Return the paraphrases, which stand below the name of what they mean."""
    pairs: list[tuple[str, str]] = []
    intent = ""
    for line in (HERE / "paraphrases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            intent = line.strip("[]")
        elif line.strip() and intent in NAMES:
            pairs.append((line, intent))
    return pairs


def examples(pairs: Iterable[tuple[str, str]]) -> list[Example]:
    """Return the features of every sentence and the column of what it means."""
    return [(noticed(Sentence(clean(text), MOMENT)), NAMES.index(intent)) for text, intent in pairs]


def learn(taught: list[Example], rounds: int = ROUNDS) -> Model:
    """Return what the examples teach: a multinomial logistic regression by stochastic gradient descent."""
    table = [[0.0] * len(NAMES) for _ in range(ROWS)]
    order = list(range(len(taught)))
    for turn in range(rounds):
        order.sort(key=lambda index: crc32(f"{turn} {index}".encode()))
        speed = SPEED / (1 + turn * 0.25)
        for index in order:
            _correct(table, *taught[index], speed)
    return _rounded(table)


def _correct(table: list[list[float]], places: Sequence[int], wanted: int, speed: float) -> None:
    value = 1 / sqrt(len(places))
    rows = [table[place] for place in places]
    sums = [value * sum(column) for column in zip(*rows, strict=True)]
    highest = max(sums)
    powers = [exp(one - highest) for one in sums]
    total = sum(powers)
    for column, power in enumerate(powers):
        error = (column == wanted) - power / total
        if abs(error) > SMALLEST:
            step = speed * value * error
            for row in rows:
                row[column] += step


def _rounded(table: list[list[float]]) -> Model:
    """The table in whole numbers that fit a byte."""
    scale = max(abs(value) for row in table for value in row) / 127
    rows = [bytes(128 + round(value / scale) for value in row) for row in table]
    return Model(NAMES, scale, rows)


def main(where: Path) -> None:
    """Learn from everything and write the model."""
    pairs = [*(pair for name in SOURCES for pair in told(name)), *paraphrases()]
    packed = pack(learn(examples(pairs)))
    where.write_bytes(packed)
    print(f"{len(pairs)} sentences, {len(packed)} bytes: {where}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL)
