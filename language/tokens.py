"""A text cut into words, numbers and marks, each with its place; the ground every reader stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

WORD, NUMBER, ORDINAL, MARK, END = "word", "number", "ordinal", "mark", ""

_TOKEN = re.compile(
    r"(?P<opaque>https?://\S+)"
    r"|(?P<ordinal>[0-9]{1,2}(?::?(?:e|a|te|th|st|nd|rd))(?![^\W_]))"
    r"|(?P<number>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"|[0-9]{1,2}/[0-9]{1,2}-(?:[0-9]{4}|[0-9]{2})(?![0-9/.:])"
    r"|[0-9]+(?:[.,:/][0-9]+)*)"
    r"|(?P<word>(?:[^\W\d_][\u0300-\u036f]*)+)"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)
_PLAIN = str.maketrans("åäöéèüáàæøÅÄÖÉÈÜÁÀÆØ", "aaoeeuaaaoaaoeeuaaao", "".join(map(chr, range(0x300, 0x370))))
_DASHES = frozenset("-–—−‐‑")
PAD = 6


class Token(NamedTuple):
    """A word (folded: lower case, without rings, dots and accents), a number as written, or a single mark."""

    text: str
    kind: str
    start: int
    end: int
    glued: bool
    """A number that hangs on to a word or a sign before it: `A4`, `#12`, `remiss-42`."""


Tokens = Sequence[Token]
Phrases = dict[str, list[tuple[tuple[str, ...], int]]]


def words(text: str) -> frozenset[str]:
    """The words of a line, for looking up."""
    return frozenset(text.split())


def fold(text: str) -> str:
    """The text as it is typed on a phone without å, ä and ö, in lower case."""
    return text.translate(_PLAIN).lower()


@lru_cache(maxsize=4)
def tokens(text: str) -> Tokens:
    """The tokens of a text, followed by a few empty ones so that a reader may look ahead.

    The last few texts are remembered, since every reader is asked about the same sentence.
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or MARK
        start, end = match.span()
        word = match.group()
        if kind == "opaque":
            kind = MARK
        elif kind == WORD:
            word = fold(word)
        elif kind == MARK and word in _DASHES:
            word = "-"
        glued = kind in (NUMBER, ORDINAL) and (_hangs_on(text, start) or _in_chain(found))
        found.append(Token(word, kind, start, end, glued))
    found.extend([Token("", END, len(text), len(text), False)] * PAD)
    return tuple(found)


def _in_chain(found: list[Token]) -> bool:
    """Whether the number is the third or later of `070-555-12-12`."""
    return len(found) > 2 and found[-1].text == "-" and found[-3].text == "-" and found[-1].start == found[-2].end


def _hangs_on(text: str, start: int) -> bool:
    if start == 0:
        return False
    before = text[start - 1]
    if before in "Tt" and start > 1 and text[start - 2].isdigit():
        return False
    if before in "-/." and start > 1:
        return text[start - 2].isalpha() and not text[start - 3 : start].lower().endswith(("v.", "w.", "kl."))
    return before.isalnum() or before in "#§_@,:/\\=&"


def whole(token: Token, low: int, high: int) -> int | None:
    """The token's value if it is a plain whole number between low and high."""
    if token.kind == NUMBER and len(token.text) <= 9 and token.text.isdigit():
        value = int(token.text)
        if low <= value <= high:
            return value
    return None


def is_dash_before_word(read: Tokens, at: int) -> bool:
    """Whether `-word` hangs on to the token before, as in `9-tiden` and `2/3-majoritet`."""
    return (
        read[at].text == "-"
        and read[at].start == read[at - 1].end
        and read[at + 1].kind == WORD
        and read[at + 1].start == read[at].end
    )


def phrase_at(read: Tokens, at: int, phrases: dict[str, list[tuple[tuple[str, ...], int]]]) -> tuple[int, int] | None:
    """The longest of the phrases that begins here: where it ends, and its value."""
    for parts, value in phrases.get(read[at].text, ()):
        if all(read[at + n].text == word for n, word in enumerate(parts)):
            return at + len(parts), value
    return None


def by_first_word(phrases: dict[str, int]) -> Phrases:
    """Phrases of at most six words sorted for `phrase_at`."""
    sorted_phrases: Phrases = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        parts = tuple(phrase.split())
        sorted_phrases.setdefault(parts[0], []).append((parts, phrases[phrase]))
    return sorted_phrases
