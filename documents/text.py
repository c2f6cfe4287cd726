"""What no document can carry, whatever its format."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?")
# Control characters, lone surrogates and non-characters: what XML forbids, and UTF-8 in part.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without what no format can hold, its line ends as "\\n"."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))
