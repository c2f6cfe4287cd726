"""The lexicon made ready: from a written word, also a misspelt one, to what it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from dialogs.understanding.common_words import COMMON
from dialogs.understanding.lexicon_phrases import PHRASES
from dialogs.understanding.lexicon_words import DEEDS, SMALL, THINGS
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.text import fold, words

NONE: frozenset[str] = frozenset()
WEAK_THINGS = words(
    """
    network presenter list_word proposal drift attachment substitute guest objection presentword absentword election
    meeting_times
    """
)
"""Things that are seldom what a sentence is about when another thing stands beside them."""


def _forms(written: str) -> Iterable[str]:
    for entry in fold(written).split():
        stem, *endings = entry.split("/")
        yield stem
        for ending in endings:
            yield stem + ending


def _index(*tables: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in tables:
        for concept, written in table.items():
            for form in _forms(written):
                found.setdefault(form, set()).add(concept)
    return {form: frozenset(concepts) for form, concepts in found.items()}


THING_FORMS = _index(THINGS)
DEED_FORMS = _index(DEEDS)
FORMS = _index(THINGS, DEEDS, SMALL)
_SPELLED = tuple(sorted({form for form in (*THING_FORMS, *DEED_FORMS) if len(form) >= 5}))
_COMPOUND_ENDS = tuple(
    sorted(_forms("möte/t/n/na punkt/en/er/erna protokoll/et utkast/et dagordning/en agenda/n"), key=len, reverse=True)
)
PATTERNS: Mapping[str, Pattern] = {name: Pattern(pattern) for name, pattern in PHRASES.items()}


def meaning(folded: str, fuzzy: bool = True) -> frozenset[str]:
    """Return the concepts of one folded word; a misspelt word means what the word it is nearest to means."""
    return FORMS.get(folded, NONE) or FORMS.get(spelled(folded, fuzzy), NONE)


@lru_cache(maxsize=4096)
def spelled(folded: str, fuzzy: bool = True) -> str:
    """Return the lexicon's form of a word that is misspelt, possessive or the end of a compound, or the word."""
    if folded in FORMS or folded in COMMON:
        return folded
    if folded.endswith("'s") and folded[:-2] in FORMS:
        return folded[:-2]
    for end in _COMPOUND_ENDS:
        if len(end) >= 4 and len(folded) >= len(end) + 3 and folded.endswith(end):
            return end
    borrowed = _borrowed(folded)
    if borrowed:
        return borrowed
    if not fuzzy or len(folded) < 4 or len(folded) > 24 or not folded.isalpha():
        return folded
    return _nearest(folded)


def _borrowed(folded: str) -> str | None:
    """An English command with a Swedish ending: "extenda", "splittar", "adda"."""
    for ending in ("a", "ar", "as"):
        stem = folded.removesuffix(ending)
        if stem == folded or len(stem) < 3:
            continue
        if stem in DEED_FORMS and (len(stem) > 3 or stem == "add"):
            return stem
        if len(stem) > 4 and stem[-1] == stem[-2] and stem[:-1] in DEED_FORMS:
            return stem[:-1]
    return None


def _nearest(folded: str) -> str:
    from rapidfuzz import process  # imported when the first misspelt word comes, to start quickly
    from rapidfuzz.distance import OSA

    allowed = 2 if len(folded) >= 9 else 1
    best = process.extractOne(folded, _SPELLED, scorer=OSA.distance, score_cutoff=allowed)
    if best is None:
        return folded
    form = best[0]
    alike = form[0] == folded[0] and form[-1] == folded[-1] and (len(folded) > 5 or _swapped(folded, form))
    return form if alike else folded


def _swapped(folded: str, form: str) -> bool:
    """Whether a short word only lacks, doubles or swaps letters; another letter makes it another word."""
    return len(folded) != len(form) or sorted(folded) == sorted(form)
