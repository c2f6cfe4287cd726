"""What the typefaces inside Typst can draw; anything else is printed by its name, so that a PDF always comes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from documents.text import clean

LONGEST_UNBROKEN = 40  # a longer word may be broken over lines, so that it stays on the page
_GLYPHS = Path(__file__).with_name("glyphs.txt")
_CLUSTER = re.compile(r"[\s\S][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*")
_LONG = re.compile(rf"\S{{{LONGEST_UNBROKEN}}}(?=\S)")
_BREAK = "\u200b"


def printable(text: str) -> str:
    """The text with every character that no typeface has replaced by its name: "[SLIGHTLY SMILING FACE]".

    Signs that are seen only through others (joiners, variation selectors, direction marks) are left out.
    """
    composed = unicodedata.normalize("NFC", clean(text))
    drawn = "".join(_drawn(cluster) for cluster in _CLUSTER.findall(composed))
    return _LONG.sub(lambda run: run.group() + _BREAK, drawn)


def bare(text: str) -> str:
    """The text with every character outside Latin-1 named: the last resort when a text cannot be typeset."""
    return "".join(sign if sign == "\n" or " " <= sign <= "~" else _plain(sign) for sign in printable(text))


def _drawn(cluster: str) -> str:
    """A character with the marks upon it, which must come from one typeface."""
    if any(glyphs.issuperset(cluster) for glyphs in _families()):
        return cluster
    if len(cluster) > 1:
        return "".join(_drawn(sign) for sign in cluster)
    category = unicodedata.category(cluster)
    if cluster in "\n\u2028\u2029":
        return "\n"
    if category == "Zs" or cluster == "\t":
        return " "
    if category in ("Cc", "Cf") or _is_variation_selector(cluster):
        return ""
    return _name(cluster)


def _name(sign: str) -> str:
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}')}]"


def _plain(sign: str) -> str:
    return sign if "\xa1" <= sign <= "\xff" and sign != "\xad" else ("" if sign == _BREAK else _name(sign))


def _is_variation_selector(sign: str) -> bool:
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"


@cache
def _families() -> tuple[frozenset[str], ...]:
    """The characters of each family of typefaces."""
    lines = _GLYPHS.read_text(encoding="utf-8").splitlines()
    return tuple(_characters(line.partition(": ")[2]) for line in lines if not line.startswith("#"))


def _characters(ranges: str) -> frozenset[str]:
    found: set[str] = set()
    for one in ranges.split():
        first, _, last = one.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)
