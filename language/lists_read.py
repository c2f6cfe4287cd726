"""Lists as people write them: `A, B och C`, or one on each line."""

from __future__ import annotations

import re

_BULLET = re.compile(r"^[ \t]*(?:[-–—•*·‣◦]|[0-9]{1,2}[.)]|[a-zåäö]\))[ \t]+", re.IGNORECASE)
_QUOTES = {'"': '"', "”": "”", "“": "”", "„": "“", "«": "»", "»": "»", "‘": "’"}
_PART = re.compile(
    r",\s*(?:(?:och|and|samt|eller|or)\s+)?|(?<!\s)\s+(?:och|and|samt|eller|or|&)\s+|[;\n]\s*", re.IGNORECASE
)
_JOINER = re.compile(r"^(?:och|and|samt|eller|or)\s+", re.IGNORECASE)


def split_list(text: str) -> tuple[str, ...]:
    """The parts of a list, trimmed; what is in quotes is one part, and so is each line with a bullet."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and sum(bool(_BULLET.match(line)) for line in lines) >= len(lines) - 1:
        return tuple(part for line in lines if (part := _clean(_BULLET.sub("", line))))
    joined = "\n".join(_BULLET.sub("", line) for line in lines)
    return tuple(part for piece in _outside_quotes(joined) if (part := _clean(piece)))


def _clean(part: str) -> str:
    return _JOINER.sub("", part.strip()).strip(" \t,;").removesuffix(".").strip()


def _outside_quotes(text: str) -> list[str]:
    """The pieces between separators, leaving alone what is quoted."""
    hidden = list(text)
    for start, end in _quoted(text):
        hidden[start:end] = "\x00" * (end - start)
    pieces: list[str] = []
    start = 0
    for match in _PART.finditer("".join(hidden)):
        if _is_number_comma(text, match):
            continue
        pieces.append(text[start : match.start()])
        start = match.end()
    return [*pieces, text[start:]]


def _is_number_comma(text: str, match: re.Match[str]) -> bool:
    """Whether the comma belongs to a number: `1,2 mkr`."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return match.group() == "," and len(around) == 2 and around.isdigit()


def _quoted(text: str) -> list[tuple[int, int]]:
    """Where the quotations stand, a single straight mark counting only at the edge of a word."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        close = _QUOTES.get(text[at])
        if text[at] == "'" and (at == 0 or text[at - 1].isspace() or text[at - 1] == ","):
            close = "'"
        end = text.find(close, at + 1) if close else -1
        if end > at:
            found.append((at, end + 1))
            at = end
        at += 1
    return found
