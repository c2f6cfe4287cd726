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
    r"ha(?:ve)? (?:\w+at|\w+it|\w+t|\w+ed)\b|calculate|submit|provide|bring|print|phone|ring|visit|meet with|chase|"
    r"explore|sort|handle|deliver|"
    r"finali[sz]e)\w*\b"
)
"""Verbs of work that somebody is given."""

_ALSO = r"(?: (?:nu|sedan|garna|ocksa|also|then|kindly|please|att))*"
_GIVEN = Pattern(
    r"\s+(?:(?:(?:ska|skall|will|shall) )?(?:fa|far|har|fick|gets?|has)(?: nu)? (?:i |the |a |till )?(?:uppgift|"
    r"uppdrag|task|job|"
    r"action)\w*|(?:aterkommer|comes? back|gets? back|reports? back|will (?:be|come|get|report) back) (?:med|om|till|"
    r"kring|"
    r"with|on|about|to)|(?:ansvarar|svarar) for\b|(?:is|ar|blir) (?:responsible|ansvarig) (?:for|att)|takes (?:charge|"
    r"on the)|"
    r"atar sig att)"
)
_SHALL = Pattern(
    rf"\s+(?:ska|skall|maste|behover|kommer att|lovar|atar sig|will|shall|must|is to|needs? to|has to|is going to|"
    rf"agrees? to|"
    rf"to){_ALSO} {WORK}"
)
_MAY = Pattern(rf"\s+(?:far|kan|bor|can|should|may){_ALSO} {WORK}")
_PRESENT = Pattern(
    r"\s+(?:kollar|skickar|ordnar|bokar|skriver|kontaktar|fixar|sammanstaller|undersoker|utreder|stammer av|ser over|"
    r"ser till|"
    r"hor av sig|hor med|foljer upp|tar|gor|ringer|mejlar|uppdaterar|granskar|forbereder|lamnar|redovisar|samordnar|"
    r"bjuder in|"
    r"beraknar|raknar|checks|sends|drafts|writes|books|calls|prepares|updates|reviews|compiles|contacts|arranges)\s"
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
    r"(?:(?:att|that|som|det blir|it's|it is|da|sa|then|so|nu|and|och)\b,? )*"
    r"(?P<asks>(?:kan|kunde|skulle|far|ska|skall|will|would|could|can|should|must|maste|bor|let|lat) )?$"
)
_NOBODY = words(
    "somebody someone anybody anyone people folk others andra ingen nagra one each mamma pappa mina barnen "
    "vi jag du ni de det den man alla nagon ingen vem vad i we you they it he she everyone someone nobody who what "
    "this that "
    "the a an min var our my your his her kansli boten bot the motet meeting mine kommunen kommunerna nasta next"
)


_HOW = (("given", _GIVEN), ("shall", _SHALL), ("may", _MAY), ("does", _PRESENT))


@dataclass(frozen=True, slots=True)
class Doers:
    """The names that stand together, and where they stand."""

    start: int
    end: int
    how: str
    """given ("får i uppgift"), shall, may, does ("kontaktar") or asked ("kan Eva")."""


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
            return Doers(start, end, "asked") if _ASKED.match(folded, end) else None
        for how, pattern in _HOW:
            if pattern.match(folded, end):
                return Doers(start, end, how)
    return None
