"""Polls and votes: asking, electing among nominees, voting in words, closing, showing."""

from __future__ import annotations

import re

from dialogs.understanding.dates import last_day
from dialogs.understanding.nominations import body
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import given, said, segments, strip_front
from dialogs.understanding.text import tidy, words
from language.reading import split_list

RULES = rules("""
poll.elect 90: vote_among poll|vote|election|open|appoint !i_vote !starts:close !how_stands !wh
poll.elect 86: poll|election|vote nominees !i_vote !starts:close !how_stands !wh
poll.elect 88: election starts:open !colon !wh
poll.elect 84: nomination poll open|add|new|starts:open !close !wh
poll.vote 84: i_vote !private !opinion !question !vote_among_only
poll.vote 60: starts:vote person|quote !question
poll.close 90: told? closes_poll !wh_first !date !colon !question_word
poll.close 86: close obj:poll !date
poll.close 84: starts:close poll|vote !nomination
poll.close 76: close vote !nominees !wh
poll.show 84: obj:poll how_stands|wh|show|question|voted !open !which_options !make !colon !poll_heading !asks_people
poll.show 82: votes_said wh_first|how_stands !i_vote !asks_people
poll.show 82: voted wh|how_stands !asks_people
poll.show 80: vote wh|how_stands !which_options !i_vote !close
poll.show 56: obj:poll brief all_known !open !close
poll.open 82: obj:poll open|new|add|make|colon|secret !close !nominees !nomination !wh_first
poll.open 86: poll_heading
poll.open 76: vote colon !i_vote !wh_first !nominees !nomination !told !itemref !obj:item
poll.open 78: ask_all !which_time !remind !doer_asked
poll.open 74: starts:vote about !person
poll.open 70: obj:poll make|add|book|set
poll.open 68: vote about colon|question|quote !i_vote !wh_first
""")

_FRONT = words(
    "starta gör skapa öppna dra igång lägg upp ut en ett omröstning omröstningen poll poll: "
    "fråga gruppen alla medlemmarna nätverket ledamöterna kanalen om sluten öppen hemlig anonym "
    "rösta röstning votering med snabb vi ska "
    "ask the group everyone everybody all members network others start open make create run launch "
    "a an quick poll vote secret anonymous about on whether in channel straw survey straw-poll have "
    "låt oss genomför kör hold set up put to"
) - words("ska")
_OPTIONS = Pattern(
    r"[.;,?!]?\s*\(?\b(?:med |with (?:the )?)?(?:alternativ(?:en)?(?: ar)?|svarsalternativ(?:en)?|"
    r"options?(?: are)?|"
    r"choices(?: are)?|valj mellan|valen ar|choose between|mellan|between|answers?)\s*:?\s*(?=\S)"
)
_SECRET = Pattern(r"\b(?:sluten|slutet|slutna|hemlig\w*|secret\w*|anonym\w*|anonymous\w*)\b")
_PUBLIC = Pattern(
    r"\b(?:oppen (?:omrostning|votering|rostning)|oppet val|open (?:vote|ballot|poll)\b|public "
    r"(?:vote|ballot)|not secret|inte hemlig|non-secret)"
)
_WHICH = Pattern(r"^(?:vilk(?:en|et|a)|vad|var|nar|which|what|where|when|who|vem)\b")
_OR = Pattern(r"\b(?:eller|or)\b")
_POLL_NUMBER = Pattern(
    r"\b(?:omrostning(?:en)?|poll(?:en)?|votering(?:en)?|rostning(?:en)?|vote|ballot)\s*(?:nr\.?|"
    r"nummer|number|no\.?|#)?\s*#?(\d{1,4})\b"
)
_POLL_ABOUT = Pattern(
    r"\b(?:omrostning(?:en)?|poll(?:en)?|votering(?:en)?|rostning(?:en)?|vote|ballot|resultatet|"
    r"rostat|voted)\s+(?:om|about|on|kring|angaende|regarding|for|i fragan om|over)\s+(.+?)(?=$|"
    r"[?!.;]| (?:nu|now|idag|i dag|so far|hittills)\b)"
)


def secrecy(sentence: Sentence) -> bool | None:
    """Whether the vote is said to be secret or open."""
    if _SECRET.search(sentence.folded):
        return True
    return False if _PUBLIC.search(sentence.folded) else None


def open_poll(sentence: Sentence) -> Slots:
    """Read the question, its options, the last day, and whether it is secret."""
    limit = last_day(sentence, sure=True)
    end = limit.start if limit else len(sentence.text)
    if limit and limit.end < len(sentence.text) - 2 and limit.start < 15:
        end = len(sentence.text)
    start = (
        sentence.colon + 1
        if sentence.colon is not None and not _OPTIONS.search(sentence.folded[: sentence.colon + 2])
        else 0
    )
    options_before_colon = False
    if start and not _is_heading(sentence, start):
        options_before_colon = True
    question, options = (
        _with_colon_options(sentence, start, end) if options_before_colon else _split(sentence, start, end)
    )
    return given(question=question, options=options, deadline=limit.value if limit else None, secret=secrecy(sentence))


def _is_heading(sentence: Sentence, start: int) -> bool:
    """Whether what stands before the colon is the command, so that the question follows."""
    left = strip_front(sentence, (0, start - 1), _FRONT)
    return len(sentence.folded[left[0] : left[1]].split()) <= 1


def _with_colon_options(sentence: Sentence, start: int, end: int) -> tuple[str | None, tuple[str, ...]]:
    """ "Ask the group which venue we want: A, B or C"."""
    question = said(sentence, strip_front(sentence, (0, start - 1), _FRONT))
    return question or None, _parts(sentence.text[start:end])


def _parts(text: str) -> tuple[str, ...]:
    if "/" in text and not re.search(r"[,\n]|\d/\d|//", text):
        text = text.replace("/", ", ")
    return tuple(tidy(part).rstrip("?") for part in split_list(text.strip(" .,;()\n")) if tidy(part))


def _split(sentence: Sentence, start: int, end: int) -> tuple[str | None, tuple[str, ...]]:
    marked = _OPTIONS.search(sentence.folded, start, end)
    if sentence.quotes and sentence.quotes[0][0] >= start:
        first, last = sentence.quotes[0]
        rest = sentence.text[last:end]
        if marked and marked.start() >= last:
            rest = sentence.text[marked.end() : end]
        return said(sentence, (first, last)), _parts(rest) if _OR.search(rest) or "," in rest else ()
    if marked and marked.start() > start:
        return _question(sentence, start, marked.start() + (1 if sentence.text[marked.start()] == "?" else 0)), _parts(
            sentence.text[marked.end() : end]
        )
    mark = sentence.text.find("?", start, end)
    if 0 < mark < end - 2:
        return _question(sentence, start, mark + 1), _parts(sentence.text[mark + 1 : end])
    if "\n" in sentence.text[start:end].strip():
        line = sentence.text.index("\n", start + (1 if sentence.text[start : start + 1] == "\n" else 0))
        return _question(sentence, start, line), _parts(sentence.text[line:end])
    return _comma_options(sentence, start, end)


def _comma_options(sentence: Sentence, start: int, end: int) -> tuple[str | None, tuple[str, ...]]:
    """ "vilken ort, Falun eller Mora?": a question word, and a list with "or" after the comma."""
    first, _ = strip_front(sentence, (start, end), _FRONT) if start == 0 else (start, end)
    comma = sentence.text.find(",", first, end)
    head = sentence.folded[first:].lstrip()
    if comma > 0 and _WHICH.match(head) and _OR.search(sentence.folded, comma, end):
        return _question(sentence, start, comma), _parts(sentence.text[comma + 1 : end])
    return _question(sentence, start, end), ()


def _question(sentence: Sentence, start: int, end: int) -> str | None:
    span = strip_front(sentence, (start, end), _FRONT) if start == 0 else (start, end)
    return tidy(sentence.text[span[0] : span[1]]) or None


def elect(sentence: Sentence) -> Slots:
    """Read for which body, until when, and whether it is secret."""
    limit = last_day(sentence)
    return given(body=body(sentence), deadline=limit.value if limit else None, secret=secrecy(sentence))


_CHOICE = Pattern(
    r"^(?:my|our|min|var) (?:vote|rost|ranking)(?: (?:is|goes to|ar|gar till))?(?: for| to| pa)?\s*:?|"
    r"\b(?:rostar (?:jag |vi )?(?:i forsta hand )?(?:pa|for)?|rostar|vote(?: goes)?(?: is)?(?: for|"
    r" to)?|rost (?:pa|till|gar till|far)|voting for|put (?:me|us) down for|forstahandsval(?: ar)?|"
    r"first choice(?: is)?|lagger min rost pa)\s+(?:i forsta hand )?(?:pa |for |to )?"
)
_GETS_VOTE = Pattern(r"^(.{2,60}?) (?:gets|has|get|far|har) (?:my|our|min|var) (?:vote|rost)\b")
_PLACE = Pattern(
    r"\s+(?:i )?(?:first|second|third|fourth|last|forst|sist|etta|tvaa|trea|på (?:första|andra|tredje) plats)$"
)
_RANKS = Pattern(
    r"(?:,\s*|\s+)?(?:i (?:andra|tredje|fjarde|sista) hand(?: pa)?|sedan|darefter|och sedan|och "
    r"darefter|then|and then|followed by|second(?:ly)?|sist(?:a hand)?|after that|secondly|thirdly|"
    r"next)\s+(?:pa |for )?"
)
_VOTE_POLL = Pattern(
    r"[\s,]*\b(?:i|in|pa|on) (?:omrostning(?:en)?|poll(?:en)?|the poll|the vote|poll)"
    r"(?: (?:nr |nummer |number |no )?(?P<number>\d+)| (?:om|about|on) (?P<words>.+?)(?=$|,| "
    r"rostar| i vote))?"
)


def vote(sentence: Sentence) -> Slots:
    """Read the choices in order of preference, and the poll."""
    got = _GETS_VOTE.match(sentence.folded)
    if got:
        return given(choices=(said(sentence, got.span(1)).lstrip("@"),))
    match = _CHOICE.search(sentence.folded)
    start = match.end() if match else 0
    cut = next((found for found in _VOTE_POLL.finditer(sentence.folded) if found.start() >= start), None)
    named = next(_VOTE_POLL.finditer(sentence.folded), None)
    poll = (named["number"] or (said(sentence, named.span("words")) if named["words"] else None)) if named else None
    spans = segments(start, len(sentence.text), [cut.span()] if cut else [])
    choices: list[str] = []
    for first, last in spans:
        folded = sentence.folded[first:last]
        at = 0
        for rank in _RANKS.finditer(folded):
            choices.extend(split_list(sentence.text[first + at : first + rank.start()]))
            at = rank.end()
        choices.extend(split_list(sentence.text[first + at : last]))
    return given(
        choices=tuple(_PLACE.sub("", tidy(choice)).lstrip("@").rstrip("!") for choice in choices if tidy(choice)),
        poll=poll,
    )


def which_poll(sentence: Sentence) -> str | None:
    """The poll's number, or the words that name it."""
    number = _POLL_NUMBER.search(sentence.folded)
    if number:
        return number[1]
    about = _POLL_ABOUT.search(sentence.folded)
    if about:
        return said(sentence, about.span(1))
    return said(sentence, sentence.quotes[0]) if sentence.quotes else None


def about_poll(sentence: Sentence) -> Slots:
    """Read which poll."""
    return given(poll=which_poll(sentence))


SLOTS: dict[str, Reader] = {
    "poll.open": open_poll,
    "poll.elect": elect,
    "poll.vote": vote,
    "poll.close": about_poll,
    "poll.show": about_poll,
}
