"""Which agenda item a sentence speaks of: its number, the next, the current, or the words that name it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dialogs.understanding.patterns import Pattern
from dialogs.understanding.text import fold, tidy


@dataclass(frozen=True, slots=True)
class ItemRef:
    """One or more agenda items named at one place in the text, as the contract writes them."""

    start: int
    end: int
    values: tuple[str, ...]


_NOUN = (
    r"(?:dagordningspunkt(?:en)?|agendapunkt(?:en)?|agenda items?|punkt(?:en|er|erna)?|pkt\.?|"
    r"arende(?:t|n|na)?|items?|points?)"
)
_NUMBER = r"\d{1,2}(?:\.\d{1,2})?"
_UNIT = r"(?!\s*(?:min|h\b|kr|%|tim|st\b|dec|jan|nov|feb|/\d))"
_NUMBERS = Pattern(
    rf"(?:\b{_NOUN}|§§?|\bp\.? ?(?=\d))\s*(?:nr\.?|nummer|number|no\.?|#)?\s*"
    rf"({_NUMBER}(?:\s*[-–]\s*\d{{1,2}}(?![\d.:]))?(?:(?:\s*,\s*{_NUMBER}\b{_UNIT})*\s*(?:och|and|"
    rf"&|samt)\s*{_NUMBER}\b{_UNIT})?)(?!\d)"
)
_UNDER = Pattern(rf"\bunder ({_NUMBER})(?=\s*[:,]|\s*$| )(?!\s*(?:min|veck|dag|ar\b))")
_WORDS = (
    [
        "noll",
        "ett",
        "tva",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "atta",
        "nio",
        "tio",
        "elva",
        "tolv",
        "tretton",
        "fjorton",
        "femton",
        "sexton",
        "sjutton",
        "arton",
        "nitton",
        "tjugo",
    ],
    [
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
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ],
)
_CARDINALS = {word: str(number) for words in _WORDS for number, word in enumerate(words)}
_ORDINALS = {
    word: str(number)
    for words in (
        [
            "forsta",
            "andra",
            "tredje",
            "fjarde",
            "femte",
            "sjatte",
            "sjunde",
            "attonde",
            "nionde",
            "tionde",
            "elfte",
            "tolfte",
        ],
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
    )
    for number, word in enumerate(words, 1)
}
_SPELLED = Pattern(rf"\b{_NOUN} (?:nr |nummer |number )?({'|'.join(_CARDINALS)})\b")
_ORDERED = Pattern(rf"\b(?:den |the )?({'|'.join(_ORDINALS)}|\d{{1,2}}(?::?[ae]|st|nd|rd|th)) {_NOUN}")
_NEXT = Pattern(rf"\b(?:till |to )?(?:the )?(?:nasta|next|foljande) {_NOUN}")
_CURRENT = Pattern(
    rf"\b(?:den har|denna|this|detta|the current|current|aktuell[at]?|nuvarande|pagaende|det har) {_NOUN}"
)
_SHORT_WORDS = (
    "ettan",
    "tvaan",
    "trean",
    "fyran",
    "femman",
    "sexan",
    "sjuan",
    "attan",
    "nian",
    "tian",
    "elvan",
    "tolvan",
)
_SHORT = Pattern(rf"\b(\d{{1,2}}(?:\.\d{{1,2}})?(?::an?|an)\b|(?:{'|'.join(_SHORT_WORDS)})\b)(?! (?:min|kr))")
_DOTTED = Pattern(
    r"(?:^|\b(?:bordlagg\w*|stryk|notera|noterar|oppna|ta|tar|flytta|punkten|and|och|postpone|table|defer|"
    rf"withdraw|drop|open|remove|note|file|till|to|pa|under|on) )(\d{{1,2}}\.\d)(?![\d.,:]|-\d){_UNIT}(?=$|[ .,:])"
)
_LAST = Pattern(rf"\b(?:den |the )?(sista|last) {_NOUN}")
_STOP = (
    r"(?=$|[,.;:?!\n]| (?:till|to|utgar|bordlaggs|stryks|from|fran|until|pa nasta|flyttas|off|ska|"
    r"skall|med|before|after|fore|"
    r"efter|i stallet|istallet|tills|nasta|next|bordlagg|last|sist|forst|first|is|laggs|noteras|as|"
    r"som|gets|far|behover|har|ar|blir|ligger|finns|kommer|hinner|vi|hit|idag|today|now|nu|here|at|https?|will|needs|"
    r"should|tar|takes|can|kan)\b)"
)
_NAMED = Pattern(
    rf"\b(?:punkten|arendet|fragan|(?:the|that) (?:agenda )?(?:item|point|question|matter|issue|topic)|"
    rf"(?<!n)(?<=under )item)"
    rf" (?:om|about|on|regarding|concerning|angaende|gallande|som heter|called|kring|for|rorande) "
    rf"(?:the (?=\S+ item))?(.+?){_STOP}"
)
_QUOTED = Pattern(
    r"(?:\b(?:punkten|arendet|fragan|the (?:agenda )?item)|(?<!new )(?<!an )(?<!a )(?<!add "
    r")(?<!agenda )(?<!decision )(?<!discussion )(?<!information )\bitem|^punkt|(?:stryk|flytta|"
    r"bordlagg|under|pa|(?<!lagg )till) punkt) (?:om |about |on )?([\"”“'»].{2,120}?[\"”“'»])"
)


def find_items(text: str, folded: str, titles: tuple[str, ...] = ()) -> tuple[ItemRef, ...]:
    """Return the agenda items the text speaks of, in order."""
    refs: list[ItemRef] = []
    for start, end, values in _candidates(text, folded, titles):
        if not any(start < ref.end and end > ref.start for ref in refs):
            refs.append(ItemRef(start, end, values))
    return tuple(sorted(refs, key=lambda ref: ref.start))


def _candidates(text: str, folded: str, titles: tuple[str, ...]) -> Iterable[tuple[int, int, tuple[str, ...]]]:
    for title in titles:
        at = folded.find(fold(title)) if title else -1
        if at >= 0:
            yield at, at + len(title), (text[at : at + len(title)],)
    for match in _NUMBERS.finditer(folded):
        yield match.start(), match.end(), _numbers(match.group(1))
    for match in _UNDER.finditer(folded):
        yield match.start(), match.end(), (match.group(1),)
    for pattern, read in _READS:
        for match in pattern.finditer(folded):
            yield match.start(), match.end(), (read(match, text),)
    for match in _DOTTED.finditer(folded):
        yield match.start(1), match.end(1), (match.group(1),)


def _as_said(match: re.Match[str], text: str) -> str:
    return tidy(text[match.start(1) : match.end(1)])


def _short(match: re.Match[str], _text: str) -> str:
    """ "7:an" and "sjuan" as the number they name."""
    said = match.group(1)
    return str(_SHORT_WORDS.index(said) + 1) if said in _SHORT_WORDS else said.rstrip("an:")


def _cardinal(match: re.Match[str], _text: str) -> str:
    return _CARDINALS[match.group(1)]


def _ordinal(match: re.Match[str], _text: str) -> str:
    return _ORDINALS.get(match.group(1)) or re.sub(r"\D", "", match.group(1))


def _next(_match: re.Match[str], _text: str) -> str:
    return "next"


def _current(_match: re.Match[str], _text: str) -> str:
    return "current"


_READS: tuple[tuple[Pattern, Callable[[re.Match[str], str], str]], ...] = (
    (_SPELLED, _cardinal),
    (_QUOTED, _as_said),
    (_NEXT, _next),
    (_CURRENT, _current),
    (_LAST, _as_said),
    (_ORDERED, _ordinal),
    (_SHORT, _short),
    (_NAMED, _as_said),
)


def _numbers(said: str) -> tuple[str, ...]:
    """ "5", "5 och 6", "5, 6 och 8" and "5-7" as the numbers they name."""
    numbers = re.findall(_NUMBER, said)
    if re.fullmatch(r"\d+\s*[-–]\s*\d+", said):
        first, last = int(numbers[0]), int(numbers[1])
        if first <= last <= first + 30:
            return tuple(str(number) for number in range(first, last + 1))
    return tuple(numbers)


def number_in(folded: str) -> str | None:
    """Return the number a few words name ("plats 4", "fyra", "third"), or None."""
    match = re.search(_NUMBER, folded)
    if match:
        return match.group()
    for word in folded.split():
        if word in _ORDINALS or word in _CARDINALS:
            return _ORDINALS.get(word) or _CARDINALS[word]
    return None
