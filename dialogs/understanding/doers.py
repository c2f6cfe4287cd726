"""Who is said to do a piece of work: "Lena får i uppgift att", "ska Eva och Nils lämna", "could Eva draft"."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.understanding.common_words import COMMON
from dialogs.understanding.lexicon import FORMS
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.text import fold, words

WORK = (
    r"(?:kolla|kontakta|ta (?:fram|kontakt|reda|hand|upp|in)|skriv|boka|ordna|fixa|skicka|ringa|mejla|maila|undersoka|"
    r"utreda|sammanstalla|aterkomma|hamta|bjuda|forbereda|planera|uppdatera|granska|lasa|begara|bestalla|lamna|"
    r"redovisa|se (?:over|till)|ansvara|hora|samordna|stamma av|arbeta|gora|dela|publicera|ga igenom|folja|leta|"
    r"samla|berakna|rakna|oversatta|rita|lagga|prata|tala|traffa|besoka|starta|anmala|inventera|informera|fraga|"
    r"check|contact|draft|write|book|arrange|fix|send|call|e?-?mail|investigate|compile|prepare|get (?:back|in touch|"
    r"hold)|come back|invite|organi[sz]e|update|review|read|order|report|look|find|follow|share|circulate|collect|"
    r"gather|make|set up|talk|speak|ask|put together|produce|develop|coordinate|liaise|summari[sz]e|translate|"
    r"calculate|submit|provide|bring|print|phone|ring|visit|meet with|chase|explore|sort|handle|deliver|"
    r"finali[sz]e)\w*\b"
)
"""Verbs of work that somebody is given."""

_BUSY = Pattern(
    rf"\s+(?:(?:ska|skall|far|maste|behover|bor|kan|kommer att|lovar|atar sig|will|shall|should|must|can|is to|"
    rf"needs? to|"
    rf"has to|is going to|agrees? to|to)(?: (?:nu|sedan|garna|ocksa|also|then|kindly|please|att|i uppgift|i uppdrag))* "
    rf"{WORK}|(?:far|har|fick|gets?|has) (?:i )?(?:uppgift|uppdrag|the (?:task|job)|till uppgift)|"
    rf"(?:aterkommer|comes? back|gets? back|reports? back|will (?:be|come|get|report) back) (?:med|om|till|kring|with|"
    rf"on|"
    rf"about|to)|(?:ansvarar|svarar) for\b|(?:is|ar) (?:responsible|ansvarig) (?:for|att)|(?:tar|takes) (?:fram|"
    rf"kontakt|reda pa|pa sig|care of|on the|charge of))"
)
_ASKED = Pattern(rf"(?: (?:kindly|please|snalla|mojligen|kunna|ocksa|also|sedan|then|i uppgift att))* {WORK}")
_NAME = r"[A-ZÅÄÖÉ][a-zåäöéèü]+(?:[ -][A-ZÅÄÖÉ][a-zåäöéèü'’]+){0,2}"
_NAMES = Pattern(
    rf"@?(?!(?:Kan|Kunde|Skulle|Får|Ska|Skall|Bör|Will|Would|Could|Can|Should|Must|Måste|Let|Låt|By|Before|On|Senast|"
    rf"Innan|Till|Action|"
    rf"Uppgift|Uppdrag|Det|Då|Notera|Task|Todo|Att|That|Nu|Så|Then|So|And|Och)\b)("
    rf"{_NAME}(?:(?:, | och | and | & |, och |, and | samt )@?{_NAME})*)"
)
_OPENING = Pattern(
    r"(?:^|\b(?:notera|anteckna|note|noteras|uppgift|uppdrag|action|todo|task|beslut|that|att)\b:? )"
    r"(?:(?:att|that|det blir|it's|it is|da|sa|then|so|nu|and|och)\b,? )*"
    r"(?P<asks>(?:kan|kunde|skulle|far|ska|skall|will|would|could|can|should|must|maste|bor|let|lat) )?$"
)
_NOBODY = words(
    "vi jag du ni de det den man alla nagon ingen vem vad i we you they it he she everyone someone nobody who what "
    "this that "
    "the a an min var our my your his her kansli boten bot the motet meeting mine kommunen kommunerna nasta next"
)


@dataclass(frozen=True, slots=True)
class Doers:
    """The names that stand together, and where they stand."""

    start: int
    end: int
    asked: bool


def find_doers(text: str, folded: str, after: int = 0) -> Doers | None:
    """Return who is to do something at the beginning of a sentence, or after the date that it begins with."""
    for match in _NAMES.finditer(text, after, min(len(text), after + 90)):
        start, end = match.span(1)
        first = fold(match.group(1).split()[0].strip(","))
        if first in _NOBODY or first in FORMS or first in COMMON:
            continue
        opening = _OPENING.search(folded[after : match.start()].lstrip(" ,:"))
        if opening is None:
            continue
        if opening["asks"]:
            return Doers(start, end, asked=True) if _ASKED.match(folded, end) else None
        if _BUSY.match(folded, end):
            return Doers(start, end, asked=False)
    return None
