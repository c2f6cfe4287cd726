"""Cleaning what was written, folding å ä ö and case away, and cutting it into words."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from dialogs.understanding.patterns import Pattern

LONGEST = 8000
"""How many characters of a message are read at most."""

_KEPT_CONTROLS = frozenset("\n\t")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u2060\u2061\u2062\u2063\u2064\ufeff")
_JOINER = "\u200d"
_SPACES = Pattern(r"[^\S\n]+")
_LINES = Pattern(r" ?\n[ \n]*")
_WORD = Pattern(r"[^\W_]+(?:[-'’:.][^\W_]+)*")
_FOLDS = {
    "å": "a",
    "ä": "a",
    "ö": "o",
    "é": "e",
    "è": "e",
    "ü": "u",
    "á": "a",
    "ø": "o",
    "æ": "a",
    "’": "'",
    "`": "'",
    "´": "'",
}
_FOLDING = str.maketrans(_FOLDS)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: where it stands in the text, as it was written, and folded."""

    start: int
    end: int
    said: str
    folded: str


def clean(text: str) -> str:
    """Return `text` in NFC without control, direction and invisible characters, capped, spaces made single."""
    capped = unicodedata.normalize("NFC", text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n"))
    kept = capped if _plain(capped) else "".join(_keepable(capped))
    return _LINES.sub("\n", _SPACES.sub(" ", kept)).strip()[:LONGEST]


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _keepable(text: str) -> list[str]:
    kept: list[str] = []
    for index, char in enumerate(text):
        if char in _KEPT_CONTROLS:
            kept.append(char)
        elif char == _JOINER:
            if 0 < index < len(text) - 1 and _pictorial(text[index - 1]) and _pictorial(text[index + 1]):
                kept.append(char)
        elif char in _BIDI or char in _INVISIBLE or unicodedata.category(char) in {"Cc", "Cs"}:
            continue
        else:
            kept.append(char)
    return kept


def _pictorial(char: str) -> bool:
    return char == "\ufe0f" or unicodedata.category(char) in {"So", "Sk"}


def fold(text: str) -> str:
    """Return `text` in lower case without å, ä and ö, character for character as long as it was."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower.translate(_FOLDING)
    return "".join(_fold_char(char) for char in text)


def _fold_char(char: str) -> str:
    lower = char.lower()
    if len(lower) != 1:
        return char
    return _FOLDS.get(lower, lower)


def words(text: str) -> frozenset[str]:
    """Return a set of folded words."""
    return frozenset(fold(text).split())


def tokens(text: str, folded: str) -> tuple[Token, ...]:
    """Cut a text into its words; "kl.", "4.2", "LPO:s" and "lunch-till-lunch" are one word each."""
    return tuple(
        Token(match.start(), match.end(), match.group(), folded[match.start() : match.end()])
        for match in _WORD.finditer(text)
    )


def tidy(text: str) -> str:
    """Trim a title or sentence: no surrounding quotes, no final full stop, no dangling punctuation."""
    trimmed = _SPACES.sub(" ", text).strip(" \n\t,;:–—-")
    trimmed = unquoted(trimmed)
    while trimmed.endswith(".") and not trimmed.endswith("..."):
        trimmed = trimmed[:-1].rstrip()
    return unquoted(trimmed).strip(" \n\t,;")


_QUOTES = {'"': '"', "'": "'", "”": "”", "“": "”", "»": "»", "«": "»", "‘": "’", "’": "’"}


def unquoted(text: str) -> str:
    """Return `text` without a pair of quotation marks around the whole of it."""
    if len(text) > 1 and text[0] in _QUOTES and text[-1] in {_QUOTES[text[0]], text[0], "“", "«"}:
        return text[1:-1].strip()
    return text
