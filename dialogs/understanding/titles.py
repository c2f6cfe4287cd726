"""What an agenda item is: its kind, its presenters, its length."""

from __future__ import annotations

from dialogs.understanding.patterns import Pattern
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import Span
from language.reading import find_minutes

_KINDS = (
    (
        "decision",
        r"beslut(?:s)?(?:punkt\w*|arende\w*|fraga)?|decision(?:s)?(?: (?:item|point))?|for (?:a )?decision",
    ),
    ("information", r"info(?:rmation)?(?:s)?(?:punkt\w*|arende\w*)?|information(?:al)?(?: (?:item|point))?"),
    (
        "discussion",
        (
            r"diskussion(?:s)?(?:punkt\w*|arende\w*|fraga)?|dialog(?:punkt\w*)?|discussion(?: (?:item|"
            r"point))?|dialogue"
        ),
    ),
    ("follow-up", r"uppfoljning(?:s)?(?:punkt\w*|arende\w*)?|follow-?up(?: (?:item|point))?"),
)
_COMPOUND = tuple(
    (kind, Pattern(pattern))
    for kind, pattern in (
        (
            "decision",
            (
                r"\b(?:ny |en |som |new |a )*(?:beslutspunkt\w*|beslutsarende\w*|decision (?:item|"
                r"point)|item for decision|punkt for beslut)"
            ),
        ),
        (
            "information",
            (
                r"\b(?:ny |en |som |new |an )*(?:info(?:rmations)?punkt\w*|informationsarende\w*|"
                r"informatione?n?(?:al)? (?:item|point)|info item|item for information|punkt for "
                r"information)"
            ),
        ),
        (
            "discussion",
            (
                r"\b(?:ny |en |som |new |a )*(?:diskussionspunkt\w*|dialogpunkt\w*|discussion (?:item|"
                r"point)|item for discussion|punkt for diskussion)"
            ),
        ),
        ("follow-up", r"\b(?:ny |en |som |new |a )*(?:uppfoljningspunkt\w*|follow-?up (?:item|point))"),
    )
)
_AS = tuple(
    (
        kind,
        Pattern(
            rf"[\s,(]*\b(?:som(?: en| ett)?|as(?: an| a)?|till(?: en| ett)?|to(?: an| a)?|into(?: "
            rf"an| a)?|typ:?|for|kind:?|en|a|an|ar(?: en| ett)?|for|rent)\s+(?:{words})\b(?! (?:on|"
            rf"om|about|av|of)\b)\)?"
        ),
    )
    for kind, words in _KINDS
)
_BARE_KIND = tuple(
    (
        kind,
        Pattern(
            rf"[,(.?!–-]\s*(?:bara |endast |enbart |rent |just |only |purely |for )*(?:{words})(?: only| bara| enbart)?"
            rf"\s*(?:[,).]|$)(?:\s*(?:inget|ingen|inte|ej|no|not|none)\s+(?:\S+\s*){{1,2}}[.!]?$)?"
        ),
    )
    for kind, words in _KINDS
)
_LEADING = tuple(
    (kind, Pattern(rf"^(?:en |a |an )?(?:{words}) (?:om|about|on|kring|rorande|regarding|av)\b"))
    for kind, words in (
        ("information", "information"),
        ("discussion", "diskussion|discussion"),
        ("follow-up", "uppfoljning"),
    )
)
_PRESENTING = Pattern(
    r"[\s,;(–-]*\b(?:med )?(?:foredragande|foredraget av|foredras av|foredrag av|presenter(?:s|ad "
    r"av|as av)?|presented by|presentation by|dragande|presenteras av|som dras av|dras av|led by|"
    r"leds av|med|with|by|av|"
    r"redovisas av|introduced by|foredrar|presenting)\b(?:\s*(?:ar|is|are|till|to))?[\s:]*$"
)
_BRACKET = Pattern(r"\s*\($")
_COMMA = Pattern(r"\s*[,;\n]\s*@?$")
_ENDS = Pattern(r"^\s*(?:[,;.)\n]|$)")
_PRESENTS = Pattern(
    r"^\s*(?:ska |kommer att |will |kan )?(?:foredrar|foredra|presenterar|presentera|presents|"
    r"present|presenting|is presenting|drar|dra|redovisar|redovisa|haller i|ar foredragande|"
    r"introduces|informerar|berattar|is presenter|leads|leder)\b"
)
_LINKING = Pattern(r"^(?:\s*,\s*@?|\s*(?:och|and|&|samt|,\s*(?:och|and))\s*@?)$")


def kind(sentence: Sentence, *, start: int = 0, compound_only: bool = False) -> tuple[str | None, Span | None]:
    """Return the kind of item that is said, and where."""
    for tables in (_COMPOUND,) if compound_only else (_COMPOUND, _AS, _BARE_KIND, _LEADING):
        for name, pattern in tables:
            match = pattern.search(sentence.corrected, start)
            if match and not _quoted(sentence, match.start()):
                return name, match.span()
    return None, None


def _quoted(sentence: Sentence, at: int) -> bool:
    return any(start <= at < end for start, end in sentence.quotes)


def presenters(sentence: Sentence, start: int = 0) -> tuple[tuple[str, ...], Span | None]:
    """Return who presents, and the whole phrase's place ("föredragande A och B", "A föredrar")."""
    people = [person for person in sentence.people if person.start >= start]
    groups: list[list[int]] = []
    for index, person in enumerate(people):
        linked = groups and _LINKING.match(sentence.folded[people[index - 1].end : person.start])
        if linked:
            groups[-1].append(index)
        else:
            groups.append([index])
    for group in groups:
        first, last = people[group[0]], people[group[-1]]
        at = first.start - 1 if sentence.text[first.start - 1 : first.start] == "@" else first.start
        names = tuple(people[index].name for index in group)
        before = _PRESENTING.search(sentence.folded[:at]) or _BRACKET.search(sentence.folded[:at])
        after = _PRESENTS.match(sentence.folded[last.end :])
        if before is None and _ENDS.match(sentence.folded[last.end :]):
            before = _COMMA.search(sentence.folded[:at])
        if before:
            return names, (before.start(), last.end)
        if after:
            return names, (at, last.end + after.end())
    return (), None


_LENGTH_CUE = Pattern(
    r"[\s,;(–-]*(?:\b(?:tar|takes|ca|cirka|about|approx\.?|ungefar|pa|for|i|tid:?|behover|needs|"
    r"need|och|and|med|en|it|den|its|dess|to|till)\s*)*$"
)


def minutes(sentence: Sentence, start: int = 0) -> tuple[int | None, Span | None]:
    """Return how many minutes an item takes, and where it says so."""
    found = find_minutes(sentence.text[start:])
    if found is None:
        return None, None
    first, last = found.start + start, found.end + start
    cue = _LENGTH_CUE.search(sentence.folded[:first])
    return found.minutes, (cue.start() if cue else first, last)
