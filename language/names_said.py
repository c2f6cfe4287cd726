"""The names, numbers and lists that the secretary's own sentences are made of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

_NUMBERS = {
    "sv": ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    "en": (
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
}
_ORDINALS = {
    "sv": {1: "första", 2: "andra", 3: "tredje", 4: "fjärde", 5: "femte", 6: "sjätte", 7: "sjunde", 8: "åttonde",
           9: "nionde", 10: "tionde", 11: "elfte", 12: "tolfte", -1: "sista"},
    "en": {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth",
           9: "ninth", 10: "tenth", 11: "eleventh", 12: "twelfth", -1: "last"},
}  # fmt: skip


@cache
def names(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The weekdays from Monday and the months from January."""
    # Babel is slow to import and only those who speak need it.
    from babel.dates import get_day_names, get_month_names

    locale = "sv_SE" if language == "sv" else "en_GB"
    days, months = get_day_names("wide", locale=locale), get_month_names("wide", locale=locale)
    return tuple(str(days[n]) for n in range(7)), tuple(str(months[n]) for n in range(1, 13))


def say_list(parts: Sequence[str], language: str) -> str:
    """`A, B och C`, `A, B and C`."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + (" och " if language == "sv" else " and ") + parts[-1]


def say_number(number: int, language: str) -> str:
    """Small numbers in words, `två`, others in figures."""
    words = _NUMBERS[language]
    return words[number] if 0 <= number < len(words) else str(number)


def say_ordinal(number: int, language: str) -> str:
    """`tredje`, `third`; -1 is `sista`, `last`."""
    word = _ORDINALS[language].get(number)
    return word or (f"{number}:e" if language == "sv" else f"{number}th")
