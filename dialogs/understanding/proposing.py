"""What a sentence may mean, by likeness to sentences that were learnt from: proposed, and never done unasked.

The model is a table of small numbers beside this file: one row for every hashed feature, one column for every
intent and for "none" (chatter). It is made by `make train` and read when it is first needed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from pathlib import Path
from zlib import crc32

from dialogs.understanding.intents import INTENTS
from dialogs.understanding.sentence import HEAD, Sentence
from dialogs.understanding.text import tokens

MODEL = Path(__file__).with_name("proposals.bin")
HEADER = struct.Struct("<4sHHHd")
"""How the file begins: its name, how many rows, columns and bytes of names there are, and what a number is worth."""

MAGIC = b"KPR1"
ROWS = 4096
WORDS = 40
"""How many words are looked at; what is asked for is said early."""

_DIGITS = str.maketrans("123456789", "000000000")


@dataclass(frozen=True)
class Model:
    """What was learnt: the names of the columns, and the numbers of every row, each worth `scale`.

    A number is a byte, and 128 stands for zero; all columns are as much too high, which changes no likelihood.
    """

    names: tuple[str, ...]
    scale: float
    rows: Sequence[bytes]


def pack(model: Model) -> bytes:
    """Return the model as it is kept in its file."""
    names = "\n".join(model.names).encode()
    head = HEADER.pack(MAGIC, len(model.rows), len(model.names), len(names), model.scale)
    return head + names + b"".join(model.rows)


def unpack(packed: bytes) -> Model:
    """Read a model from its file's bytes."""
    magic, rows, columns, length, scale = HEADER.unpack_from(packed)
    if magic != MAGIC:
        raise ValueError("not a model of proposals")
    names = packed[HEADER.size : HEADER.size + length].decode().split("\n")
    begins = HEADER.size + length
    return Model(
        tuple(names), scale, [packed[at : at + columns] for at in range(begins, begins + rows * columns, columns)]
    )


@cache
def learnt() -> Model:
    """Return the model that comes with the program."""
    return unpack(MODEL.read_bytes())


def propose(sentence: Sentence) -> Mapping[str, float]:
    """Return how likely each intent that was learnt, and "none", is: between 0 and 1, likeliest first.

    What was learnt and is no intent any more is left out.
    """
    likely = likelihoods(learnt(), noticed(sentence))
    return {name: value for name, value in likely.items() if name in INTENTS or name == "none"}


def likelihoods(model: Model, places: Sequence[int]) -> dict[str, float]:
    """Return the likelihood of every column for a sentence whose features stand at `places`, likeliest first."""
    weight = model.scale / sqrt(len(places))
    sums = [weight * sum(column) for column in zip(*(model.rows[place] for place in places), strict=True)]
    highest = max(sums)
    powers = [exp(value - highest) for value in sums]
    total = sum(powers)
    likely = sorted(zip(powers, model.names, strict=True), key=lambda pair: (-pair[0], pair[1]))
    return {name: power / total for power, name in likely}


def noticed(sentence: Sentence) -> list[int]:
    """Return the rows of the features of a sentence, in a fixed order."""
    named = {*_by_meaning(sentence), *_by_words(sentence)}
    return sorted({crc32(name.encode("utf-8", "replace")) % ROWS for name in named})


def _by_meaning(sentence: Sentence) -> Iterable[str]:
    """What the rules see, and what it is about together with what is to be done."""
    yield "always"
    features = sentence.features
    yield from (f"f:{name}" for name in features)
    things = [name for name in features if name.startswith("obj:")]
    deeds = [name for name in features if name.startswith(("do:", "starts:"))]
    yield from (f"{thing}+{deed}" for thing in things for deed in deeds)


def _by_words(sentence: Sentence) -> Iterable[str]:
    """The words, pairs of them, and pieces of them, so that a misspelt word is still like itself."""
    text = _nameless(sentence)
    head = sentence.head_end
    before = "^"
    for token in tokens(text, text)[:WORDS]:
        word = token.folded.translate(_DIGITS)
        lead = "w" if token.start < head else "t"
        yield f"{lead}:{word}"
        yield f"{before} {word}"
        before = word
        if word.startswith("x0"):
            continue
        edged = f"<{word[:20]}>"
        yield from (f"{lead}{edged[start : start + 3]}" for start in range(len(edged) - 2))
    yield f"{before} $"


def _nameless(sentence: Sentence) -> str:
    """The folded text with a word for every name, date, quotation and link instead of the thing itself."""
    chars = list(sentence.folded[:HEAD])
    spans = [
        *(("x0who", person.start, person.end) for person in sentence.people),
        *(("x0said", start, end) for start, end in sentence.quotes),
        *(("x0when", when.start, when.end) for when in sentence.whens),
    ]
    if sentence.link:
        spans.append(("x0link", *sentence.link))
    for name, start, end in spans:
        for index in range(start, min(end, len(chars))):
            chars[index] = ""
        if start < len(chars):
            chars[start] = f" {name} "
    return "".join(chars)
