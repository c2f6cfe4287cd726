"""Tools to read slots: what is left of a sentence when its command words, dates and names are taken away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from dialogs.understanding.lexicon import spelled
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.text import tidy, words
from language.reading import When

Span = tuple[int, int]

_CONNECTORS = words("om about on regarding concerning kring angående gällande rörande att that")
_AFTER_CONNECTOR = words("att that to ifall huruvida om")
ARTICLES = words("en ett den det de a an the our vår vårt våra ny nytt nya new extra")
_WORD = Pattern(r"[^\s,.;:!?()]+")
_EDGES = " \n\t,.;:!?–—-()•*"
_LITTLE_CUES = (
    r"klart?|fardigt?|redo|inne|senast|till och med|t\.?o\.?m\.?|tom|till|fram till|by|before|"
    r"until|till|no later than|"
    r"at the latest|latest|innan|fore|on|den|pa|at|the|ar|is|kl|and|och|to|for|in|it|det|ska|vara|"
    r"skall|must|be|due|"
    r"sista (?:dag(?:en)?|datum|svarsdag)|last day|deadline(?:n)?"
)
_CLAUSE_CUES = (
    r"svara?|svaret|svar(?:en)?|svarstid(?:en)?|svarsdatum|synpunkter(?:na)?|kommentarer|"
    r"invandningar(?:na)?|invand|"
    r"objections?|object|comments?|for svar|att svara|for nominering(?:ar)?|stangs?|stanger|"
    r"closing|closes?|close|stang|"
    r"reply|replies|answers?|respond|oppen|med|rosta|vote|nominera|att|das|it's"
)
_DEADLINE_CUE = Pattern(rf"(?:[\s,;.(–-]*\b(?:{_LITTLE_CUES})\b[\s:,]*)+$")
_DEADLINE_CLAUSE = Pattern(rf"(?:^|[,;.:(?!–\n-])(?:\s*\b(?:{_LITTLE_CUES}|{_CLAUSE_CUES})\b[\s:,]*)+$")


def iso_date(value: date) -> str:
    """A day as the contract writes it."""
    return value.isoformat()[:10]


def iso_time(value: time) -> str:
    """A time of day as the contract writes it."""
    return value.strftime("%H:%M")


def moment(when: When) -> str | None:
    """A date, or a moment when a time was said; None without a date."""
    if when.date is None:
        return None
    if when.time is None:
        return iso_date(when.date)
    return f"{iso_date(when.date)}T{iso_time(when.time)}"


def reading(value: date | datetime) -> str:
    """One reading of a doubtful date as the contract writes it."""
    return value.strftime("%Y-%m-%dT%H:%M") if isinstance(value, datetime) else value.isoformat()


def cue_start(sentence: Sentence, when: When, after: int = 0) -> int:
    """Where the words begin that introduce this date as a last day ("svar senast ...", "by ...")."""
    before = sentence.folded[after : when.start]
    match = _DEADLINE_CLAUSE.search(before) or _DEADLINE_CUE.search(before)
    if match is None:
        return when.start
    return after + match.start() + (1 if match.group()[:1] in {"?", "!", "."} else 0)


def segments(start: int, end: int, cuts: Iterable[Span]) -> list[Span]:
    """What is left between `start` and `end` when the cuts are taken out."""
    left: list[Span] = []
    at = start
    for first, last in sorted(cuts):
        if first > at:
            left.append((at, min(first, end)))
        at = max(at, last)
    if at < end:
        left.append((at, end))
    return [(first, last) for first, last in left if first < last]


def strip_front(sentence: Sentence, span: Span, frame: frozenset[str]) -> Span:
    """Move the start past command words; an article goes with the command word that follows it.

    After "om" or "about" what it is about begins.
    """
    start, end = _inward(sentence.text, span)
    allowed = frame
    while match := _WORD.match(sentence.folded, start, end):
        word = match.group()
        follows = _next_word(sentence, match.end(), end)
        if not _framed(word, allowed) and not (word in ARTICLES and _framed(follows, allowed)):
            break
        if word in _CONNECTORS and allowed is frame:
            allowed = frame & _AFTER_CONNECTOR
        start = _skip(sentence.text, match.end(), end)
    return start, end


def strip_back(sentence: Sentence, span: Span, frame: frozenset[str]) -> Span:
    """Move the end before trailing command words."""
    start, end = _inward(sentence.text, span)
    while end > start:
        cut = max(sentence.folded.rfind(" ", start, end), sentence.folded.rfind("\n", start, end)) + 1
        word = sentence.folded[max(cut, start) : end].strip(_EDGES)
        if word and not _framed(word, frame):
            break
        if cut <= start:
            return start, start
        end = len(sentence.text[:cut].rstrip(" ,.;:–-\n"))
    return start, end


def _framed(word: str, frame: frozenset[str]) -> bool:
    return word in frame or (len(word) > 4 and spelled(word) in frame)


def _next_word(sentence: Sentence, at: int, end: int) -> str:
    match = _WORD.match(sentence.folded, _skip(sentence.text, at, end), end)
    return match.group() if match else ""


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in _EDGES:
        at += 1
    return at


def _inward(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in " \n\t,;:–—-":
        end -= 1
    return start, end


def said(sentence: Sentence, span: Span) -> str:
    """The words of a place in the text, trimmed as a title is."""
    return tidy(sentence.text[span[0] : span[1]])


def content(
    sentence: Sentence,
    cuts: Iterable[Span],
    front: frozenset[str],
    back: frozenset[str] = frozenset(),
    start: int = 0,
) -> str | None:
    """What the sentence is about: a quotation, what follows a colon, or the longest part that is not command.

    After a colon nothing but the cuts is taken away.
    """
    taken = list(cuts)
    for quote in sentence.quotes:
        if quote[0] >= start and not _quoted_within(sentence, quote, taken, front, back, start):
            return said(sentence, quote)
    if sentence.colon is not None and sentence.colon >= start:
        parts = segments(sentence.colon + 1, len(sentence.text), taken)
        spans = [_inward(sentence.text, part) for part in parts]
        if not any(last > first for first, last in spans):
            spans = [_between(sentence, part, front, back) for part in segments(start, sentence.colon, taken)]
    else:
        spans = [_between(sentence, part, front, back) for part in segments(start, len(sentence.text), taken)]
    return longest(sentence, spans)


def _quoted_within(
    sentence: Sentence, quote: Span, cuts: list[Span], front: frozenset[str], back: frozenset[str], start: int
) -> bool:
    """Whether the quotation is only a part of what is said: "Vad betyder ”nära vård” för oss?"."""
    if sentence.colon is not None and sentence.colon >= start:
        return False
    for part in segments(start, len(sentence.text), cuts):
        first, last = _between(sentence, part, front, back)
        if first < quote[0] and last > quote[1] - 1:
            before = sentence.text[first : quote[0]].strip("\"”“»«'’‘ ")
            return len(before.split()) >= 2
    return False


def _between(sentence: Sentence, part: Span, front: frozenset[str], back: frozenset[str]) -> Span:
    return strip_back(sentence, strip_front(sentence, part, front), back)


def longest(sentence: Sentence, spans: Iterable[Span]) -> str | None:
    """The longest of some places as words, or None when nothing is there."""
    found = [said(sentence, span) for span in spans]
    return max(found, key=len, default="") or None


def given(**slots: object) -> dict[str, object]:
    """Slots that were said: what is None or empty is left out."""
    return {
        name.rstrip("_"): list(value) if isinstance(value, tuple) else value
        for name, value in slots.items()
        if value is not None and value not in ((), [], "")
    }
