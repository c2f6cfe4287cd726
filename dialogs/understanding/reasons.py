"""The reason somebody gives: after "because", or in a second clause after a comma."""

from __future__ import annotations

from dialogs.understanding.patterns import Pattern
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import said

_BECAUSE = Pattern(
    r"\b(?:pa grund av|p\.?g\.?a\.?|eftersom|darfor att|for att|med anledning av|because(?: of)?|"
    r"\bda(?= \w+ (?:ar|saknas|inte|blir|har|kan|kommer|behover)\b)|"
    r"due to|owing to|since|as we|anledning:|reason:|orsak:)(?: att)?\s+"
)
_AFTER = Pattern(
    r"\s*(?:[,;:–—]|\.(?=\s)| - |\s-\s)\s*(?:for (?=(?:vi|det|den|jag|de|we|it|the|they|there|att)\b)|"
    r"da |as |since |because |eftersom )?"
)


def reason(sentence: Sentence, after: int, *, clause: bool = True) -> str | None:
    """Return the reason said after the place `after`; with `clause` also one that only a comma sets apart."""
    match = _BECAUSE.search(sentence.folded, after)
    if match:
        return said(sentence, (match.end(), len(sentence.text))) or None
    if not clause:
        return None
    match = _AFTER.search(sentence.folded, after)
    if match and match.end() < len(sentence.text):
        found = said(sentence, (match.end(), len(sentence.text)))
        return found if len(found.split()) > 1 else None
    return None
