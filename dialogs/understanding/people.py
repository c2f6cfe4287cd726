"""The people a sentence names: mentions first, then members, then names nobody has told us of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialogs.understanding.common_words import COMMON
from dialogs.understanding.first_names import FIRST_NAMES, LAST_NAME_ENDS, ORDINARY
from dialogs.understanding.lexicon import DEED_FORMS, FORMS
from dialogs.understanding.model import Known
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.text import fold, words

MOST = 200
"""How many people are read at most in one message."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name where it stands in the text, as it was said, without @."""

    start: int
    end: int
    name: str


_LOWER = "a-zåäöéèüøæ"
_UPPER = "A-ZÅÄÖÉÜØ"
_WORD = rf"(?:[{_UPPER}]['’])?[{_UPPER}][{_LOWER}]+(?:['’-][{_LOWER}{_UPPER}][{_LOWER}]*|[{_UPPER}][{_LOWER}]+)*"
_PARTICLE = r"(?:von|van|af|de|der|la|al|el|bin)"
_SEQUENCE = Pattern(rf"(?<![\w@-]){_WORD}(?:[ ](?:{_PARTICLE}[ ])?{_WORD})+")
_AT = Pattern(rf"@({_WORD}(?:[ ](?:{_PARTICLE}[ ])?{_WORD}){{0,3}}|[\w-]+(?:\.[\w-]+)*)")
_NAMED = Pattern(r"\S+")
_LONE = Pattern(r"(?<![\w@.-])[a-z]+(?:-[a-z]+)?(?![\w@-])")
_NOT_NAMES = words(
    """
        Region Regionen Kommun Kommuner Län Länsstyrelsen Socialstyrelsen Socialdepartementet Regeringskansliet
        Styrgruppen Arbetsgruppen Arbetsutskottet Programrådet Rådet Nätverket Socialchefsnätverket Länschefsnätverket
        Teams Word Zoom Excel Europe Sverige Sweden
        Januari Februari Mars April Maj Juni Juli Augusti September Oktober November December January February March May
        June July August October Måndag Tisdag Onsdag Torsdag Fredag Lördag Söndag Monday Tuesday Wednesday Thursday
        Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Okt Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
        The National Board County Council Department Ministry Agency Authority University Act Fund Committee Group
        Health Welfare Social Services Ordföranden Chair Action Beslut Decision
        Appendix Bilaga Ersättare Gäst Gäster Guest Guests
        Absent Present Förhinder Närvarande Frånvarande
        Kommunen Avtal Ansvarig Föredragande Presenter Meddela Mötet Imorgon Sök Find Make Mark Nya Ny
        European Commission Institute College Foundation Association Bank Union Office Company Unit Division Team
        Swedish Nordic Public Agreement Plan Report Strategy Project Programme Program Budget
        Gemensam Idag Noterat Enhet Förvaltning Nämnd Nämnden Silence Object Close Answer Svar
        """
)

_NOT_NAME_ENDS = (
    "skolan", "verket", "styrelsen", "myndigheten", "universitetet", "universitet", "institutet", "forbundet",
    "foreningen",
    "bolaget", "sjukhuset", "kyrkan", "namnden", "kommun", "gruppen", "grupp", "radet", "utskottet", "stiftelsen",
    "kansliet", "departementet", "utredningen", "planen", "avtalet", "rapporten", "strategin", "projektet",
)  # fmt: skip
"""How the names of organisations and papers end."""

_BODIES = words(
    "Styrgrupp Arbetsgrupp Programråd Referensgrupp Beredningsgrupp Expertgrupp Utskott LPO Nämnd Council Board "
    "Committee Group "
    "Panel Forum Team Network Authority Agency Styrgruppen Arbetsgruppen Nätverket Taskforce Programme"
)
"""What a body is called; the capitalised words beside it are its name and no person's."""

_NOT_FIRST = words(
    """
    Som För Från Kan Kanske Och Men Också Med Till Enligt Hej Hello Hi Dear Please Tack Thanks Ja Nej Yes No Also
    And But With To From For As Is Are We Has Let Our My Your I Nu Då Inte Att Om Så När Hur Vad Vem Vi Du
    Det Den En Ett Av På Neither Both Either Varken Både Antingen Nor
    """
)


def find_people(text: str, known: Known) -> tuple[Person, ...]:
    """Return the people named in `text`, in order."""
    found: list[Person] = []
    folded = fold(text)
    taken = [span for name in (*known.organisations, *known.bodies) for span in _where(folded, fold(name))]
    for name in sorted({*known.mentions, *known.members}, key=len, reverse=True):
        for start, end in _where(folded, fold(name)):
            _add(found, taken, start, end, text)
    for match in _AT.finditer(text):
        start, end = match.span(1)
        _add(found, taken, start, _trim(text, start, end), text)
    for start, end in _sequences(text):
        _add(found, taken, start, end, text)
    for start, end in _first_names(folded, known.members):
        _add(found, taken, start, end, text)
    for start, end in _common_names(text, folded):
        _add(found, taken, start, end, text)
    return tuple(sorted(found, key=lambda person: person.start))


def _add(found: list[Person], taken: list[tuple[int, int]], start: int, end: int, text: str) -> None:
    if (
        len(found) >= MOST
        or end <= start
        or any(start < other_end and end > other_start for other_start, other_end in taken)
    ):
        return
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    taken.append((start, end))
    found.append(Person(start, end, text[start:end]))


def _where(folded: str, name: str) -> Iterable[tuple[int, int]]:
    at = folded.find(name) if name else -1
    while at >= 0:
        end = at + len(name)
        if _edge(folded, at - 1) and (_edge(folded, end) or folded.startswith(("s ", "'s", "’s"), end)):
            yield at, end
        at = folded.find(name, end)


def _edge(folded: str, index: int) -> bool:
    return not (0 <= index < len(folded)) or not folded[index].isalnum()


def _trim(text: str, start: int, end: int) -> int:
    """A mention typed by hand ends before a word that is no part of a name."""
    for match in _NAMED.finditer(text, start, end):
        if match.start() > start and fold(match.group()) in DEED_FORMS:
            return match.start() - 1
    return end


def _sequences(text: str) -> Iterable[tuple[int, int]]:
    """Runs of two or more capitalised words that are no command words, places or days."""
    for match in _SEQUENCE.finditer(text):
        run: list[tuple[int, int]] = []
        for word in _NAMED.finditer(text, *match.span()):
            if fold(word.group()) in _BODIES:
                run = []
                break
            if _no_name(text, word, match.start()):
                yield from _run(run)
                run = []
            else:
                run.append(word.span())
        yield from _run(run)


def _run(run: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    if 2 <= len(run) <= 4:
        yield run[0][0], run[-1][1]


def _no_name(text: str, word: re.Match[str], at: int) -> bool:
    folded = fold(word.group())
    if folded in _NOT_NAMES or folded.endswith(_NOT_NAME_ENDS):
        return True
    first = word.start() == 0 or text[: word.start()].rstrip()[-1:] in ".:!?\n"
    if folded in _NOT_FIRST and (first or word.start() == at):
        return True
    return folded in FORMS and (first or (folded in DEED_FORMS and not _after_first_name(text, word.start())))


def _after_first_name(text: str, at: int) -> bool:
    """Whether the word before is a common first name: "Lina Sand" is a name though "sänd" is a command."""
    before = text[:at].rsplit(maxsplit=1)[-1:]
    return bool(before) and fold(before[0]).lstrip("@") in FIRST_NAMES


def _first_names(folded: str, members: tuple[str, ...]) -> Iterable[tuple[int, int]]:
    """First names that only one member has."""
    firsts = [fold(member.split()[0]) for member in members if member.split()]
    for first in firsts:
        if firsts.count(first) == 1 and first not in FORMS:
            yield from _where(folded, first)


def _common_names(text: str, folded: str) -> Iterable[tuple[int, int]]:
    """Common first names that stand alone, or with a last name in small letters: "Karin", "kalle o lisa", "jonas "
    "lind"."""
    for match in _LONE.finditer(folded):
        first = match.group()
        if first not in FIRST_NAMES:
            continue
        small = text[match.start()].islower()
        if first in FORMS and (match.start() == 0 or small):
            continue
        if small and (first in ORDINARY or first in COMMON):
            continue
        last = _LONE.match(folded, match.end() + 1) if folded[match.end() : match.end() + 1] == " " else None
        named = last is not None and small and _last_name(last.group())
        yield match.start(), last.end() if last is not None and named else match.end()


def _last_name(word: str) -> bool:
    return word.endswith(LAST_NAME_ENDS) and word not in FORMS and word not in COMMON
