"""Nominations: the call, the nominees, the answers, the appointment."""

from __future__ import annotations

import re

from dialogs.understanding.dates import last_day, meeting
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.presence import speaker
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import given, said
from dialogs.understanding.text import fold, tidy
from language.reading import find_count, split_list

RULES = rules("""
nomination.pass 92: not? no_nominee !question
nomination.decline 90: not? say_no nomination|nominees|nominate
nomination.decline 91: not? told? i_decline nomination|nominees|nominate !question
nomination.decline 76: not? say_no !proposal !meeting !question !starts:add !itemref !obj:task
nomination.withdraw 89: not? no_candidate !question
nomination.withdraw 88: not? draw_back|take_off|withdraw|undo nomination|nominees|nominate !call_for !poll
nomination.accept 86: say_yes|accept nomination|nominees|nominate !not !say_no !wh
nomination.accept 72: say_yes !not !say_no !proposal !meeting !question !wh !itemref !obj:task !i_vote
    !invitation
nomination.extend 90: nomination|nominate goes_on date|at_meeting|meeting|goes_till !person !wh_first !starts:open
nomination.extend 88: nomination extend !deadline_only
nomination.extend 80: nomination move|move_time|postpone date|at_meeting|meeting !open
nomination.extend 78: nomination|nominate give date !person
nomination.extend 70: deadline nomination date|at_meeting !open !call_for !person !wh
nomination.extend 60: extend !obj:deadline !minutes !obj:meeting !obj:item !itemref !obj:task !poll
nomination.open 86: call_for !person
nomination.open 82: nomination open|starts:new|new !vote_among !wh !take_off !show_nominees !how_stands
    !person
nomination.open 83: nominate deadline date !person !first !wh !question !extend !goes_on !poll
nomination.open 74: obj:nomination colon !person !vote_among
nomination.open 82: nominate count_seats !person !wh
nomination.open 72: count_seats nomination !person !wh !extend
nomination.open 60: obj:nomination add !person !vote_among
nomination.list 84: nomination|nominees|nominate wh|show|question|starts:show !how_to !call_for !vote_among
    !poll !i_vote !open !extend !appoint !reminded !remind
nomination.list 83: names_in wh_first|question !poll !i_vote
nomination.list 60: obj:nomination|obj:nominees all_known brief !open !close !extend
nomination.nominate 86: not? puts_forward person !wh_first !question !itemref !obj:item !obj:agenda !take_off !draw_back
    !say_yes !say_no !call_for !no_nominee
nomination.nominate 84: not? nominate_me !question !wh_first
nomination.nominate 80: not? nominate person !wh !question !vote_among !call_for !no_nominee
nomination.nominate 78: not? starts:nominate !wh !call_for !no_nominee
nomination.nominate 74: not? propose person !proposal !itemref !date
nomination.nominate 68: not? nominate first|we|asked|starts:nominate !wh !question !nomination !person !call_for
    !no_nominee !goes_on
nomination.appoint 82: not? appoint person !wh !question
nomination.appoint 79: we_appoint body_word !wh !question !minutes !nomination !poll
nomination.appoint 66: not? starts:appoint !wh
""")

_TO = Pattern(
    r"\b(?:till|to|i|in|for|infor|pa|on|onto|av|of|as member of|at)\s+(?=(?:the |ledamot(?:er)? i |"
    r"ledamot(?:er)? till |representant(?:er)? i |representant(?:er)? till |member of )?)"
)
_BODY_WORD = (
    r"(?:styrgrupp\w*|arbetsgrupp\w*|arbetsutskott\w*|lpo\b|lag\b|radet?\b|\w+rad(?:et)?\b|"
    r"\w+utskott(?:et)?\b|\w*grupp(?:en)?\b|\w*kommitte\w*|namnd\w*|natverk\w*|styrelse\w*|"
    r"programomrade\w*|beredning\w*|"
    r"(?:(?!(?:to|till|for|of|in|on|the|among)\b)[\w-]+ ){0,4}?(?:group|council|committee|board|"
    r"panel|team|forum|network|programme area|"
    r"steering group)\b)"
)
_BODY_END = (
    r"(?=$|[.;:?!\n]|,\s|\s[-–]\s| (?:senast|till och med|t\.?o\.?m|till (?:den |nasta|\w+dag|"
    r"\d+)|by|until|before|with|med|utan|without|forlang\w*|med sista|som|as|sa lange|sista "
    r"dag|so far|oppen|open|is|ar|nu|just nu|closing|via|"
    r"one seat|two seats|en plats|tva platser|eftersom|because|efter|fran|from|to (?:\d+|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|next|the \d+\w*)|"
    r"tack|please|utses|valjs|valdes|utsags|stay|stays|remain|remains|bland|among|hittills|at the moment|right now|"
    r"ska|skall|shall|"
    r"will|haller|loper|utan|without|istallet|instead|utser|utsr|valjer|valde|har|has|forlangs|stanger|on (?:\w+day|"
    r"\d+)|pa (?:\w+dag|"
    r"\d+)|den \d+\w*|by)\b)"
)
_BODY = Pattern(
    rf"\b(?:till|to|i|in|for|infor|on|onto|av|of|pa)\s+(?!till |to |for )((?:the |our |var |vart "
    rf")?(?:[a-z]\w* "
    rf")?{_BODY_WORD}.*?){_BODY_END}"
)
_BODY_CAPITAL = Pattern(
    r"\b(?:[Tt]ill|[Tt]o|i|in|för|for|inför|on|onto|av|of|på)\s+((?:the |[a-zåäö]+(?:en|et|rådet) "
    r"(?:för|of|for|on) )?[A-ZÅÄÖ][\wÅÄÖåäö-]+.*)$",
    re.DOTALL,
)
_SUBJECT_BODY = Pattern(rf"^(?:nominering(?:en|ar|arna)?|nominations?)\s+(?:till|to|for|i)\s+(.+?){_BODY_END}")
_ROLE_BEFORE = Pattern(
    r"^(?:ny |nya |new |our |var |kommunernas |a |en |ett |the |lanets )*(?:ledamot|ledamoter|"
    r"representant(?:er)?|member|members|representatives?|ordinarie ledamot|plats(?:en)?|seat|"
    r"ersattare|substitute) (?:i|till|for|in|of|on|to|pa)\s+"
)


def body(sentence: Sentence) -> str | None:
    """The body people are nominated to: a known one, or what follows "till", "to", "for"."""
    folded = sentence.folded
    for name in sorted(sentence.known.bodies, key=len, reverse=True):
        at = folded.find(fold(name))
        if at >= 0:
            return sentence.text[at : at + len(name)]
    end = sentence.colon if sentence.colon is not None else len(folded)
    candidates = [match.span(1) for match in _BODY.finditer(folded, 0, end) if not _date_like(sentence, match.start(1))]
    if not candidates:
        match = _BODY_CAPITAL.search(sentence.text[:end])
        while match and (_date_like(sentence, match.start(1)) or _personal(sentence, match.start(1))):
            match = _BODY_CAPITAL.search(sentence.text[:end], match.start(1) + 1)
        if match:
            stop = re.search(_BODY_END, folded[match.start(1) :])
            candidates = [(match.start(1), match.start(1) + stop.start() if stop else end)]
    return _body_words(sentence, candidates)


def _body_words(sentence: Sentence, candidates: list[tuple[int, int]]) -> str | None:
    for start, end in candidates:
        role = _ROLE_BEFORE.match(sentence.folded[start:end])
        found = said(sentence, (start + role.end() if role else start, end))
        if found:
            return found
    return None


def _date_like(sentence: Sentence, at: int) -> bool:
    return any(when.start <= at < when.end for when in sentence.whens)


def _personal(sentence: Sentence, at: int) -> bool:
    return any(person.start <= at < person.end for person in sentence.people)


_SEATS = Pattern(
    r"(?:\b(?:platser|platserna|plats|seats?|profiler|roller|roles|profiles|positions?)\s*[:(]|"
    r"\b(?:som|as|for)\s+(?:en |ett |one |a )?)\s*"
)
_ONE = Pattern(r"^(?:en|ett|one|a|an|1)\s+(?=\S)")
_NO_SEAT = Pattern(
    r"(?:forslag|nominer|nominat|svar|namn|names|suggestions|sista dag|deadline|oppna|open|by|senast|clos|stang)"
)
_LISTED_SEATS = Pattern(
    r"[,:–-]\s*((?:en|ett|one|a|an) [^,.;:–-]+?(?:, (?:en|ett|one|a|an) [^,.;:–-]+?)*(?:,? och |,? and |, )(?:en|ett|"
    r"one|a|an) "
    r"[^,.;:–-]+?)(?=$|\s*[,.;:–]|\s-| senast| by )"
)
_COUNTED_SEATS = Pattern(
    r"(?:\b(?:en|ett|tva|tre|fyra|fem|sex|\d+|one|two|three|four|five|six)\s+)(?:plats(?:er)?|"
    r"seats?|ledamot|ledamoter|representant(?:er)?|representatives?|members?)\b"
)


def open_call(sentence: Sentence) -> Slots:
    """Read the body, the seats and how many, and the last day."""
    limit = last_day(sentence)
    count = find_count(sentence.text)
    number = count.value if count else None
    seats = _seats(sentence)
    where = body(sentence)
    if where is None and sentence.colon is not None and seats:
        where, seats = seats[0], seats[1:]
    return given(body=where, seats=seats, count=number, deadline=limit.value if limit else None)


def _seats(sentence: Sentence) -> tuple[str, ...]:
    """Role profiles stand after a colon, or after "seats:"."""
    limit = last_day(sentence)
    at = sentence.colon
    match = re.search(
        r"\b(?:platser|plats|seats?|profiler|roller|roles|profiles)\s*(?:for|som|as)?\s*[:(]\s*", sentence.folded
    )
    if match:
        at = match.end() - 1
    if at is None:
        listed = _LISTED_SEATS.search(sentence.folded)
        if listed:
            return tuple(_ONE.sub("", tidy(part)) for part in split_list(sentence.text[slice(*listed.span(1))]))
        wanted = re.search(r"\b(?:seats? for|plats(?:er)? for)\s+", sentence.folded)
        if not wanted:
            return ()
        at = wanted.end() - 1
    end = limit.start if limit and limit.start > at else len(sentence.text)
    parts = split_list(sentence.text[at + 1 : end].strip(" ().,;"))
    return tuple(
        _ONE.sub("", tidy(part))
        for part in parts
        if part
        and not _NO_SEAT.match(fold(part))
        and not _COUNTED_SEATS.match(fold(part))
        and len(part.split()) <= 8
        and not _date_like(sentence, sentence.text.find(part))
    )


def nominate(sentence: Sentence) -> Slots:
    """Read who is nominated, to which body, for which seat."""
    person = _named(sentence)
    if person is None and re.search(r"\b(?:mig sjalv|mig|myself|me)\b", sentence.folded):
        person = speaker(sentence)
    seat = _seat(sentence)
    found = body(sentence)
    return given(person=person, body=found if found != person else None, seat=seat)


_SEAT = Pattern(
    r"\b(?:seat as|platsen som|plats som|post as|role as|role of|rollen som|som|as)\s+(?:a |an |en "
    r"|ett )?(?!ledamot|member\b|representant|kandidat|candidate)(.+?)(?=$|[,.;:?!\n]| (?:till|to|"
    r"i|in|on|for|av|of|pa|within|inom)\b)"
)


def _seat(sentence: Sentence) -> str | None:
    match = _SEAT.search(sentence.folded)
    return said(sentence, match.span(1)) if match else None


_LOWER = Pattern(
    r"\b(?:nominera(?:r)?|nominates?|nomniera|foreslar?|utse(?:r)?|appoint(?:s)?|"
    r"valj(?:er)?)\s+@?(?!en\b|ett\b|a\b|till\b|to\b|for\b|nagon\b|someone\b|mig\b|"
    r"me\b)([^\W\d]+(?:[ -][^\W\d]+){0,2}?)(?=\s+(?:till|to|som|as|i|in|for|on)\b|\s*[,.]|$)"
)


def _named(sentence: Sentence) -> str | None:
    """The first person, with the last name in small letters if it stands so ("nominera tove berg")."""
    lower = _lower_name(sentence)
    if sentence.people:
        name = sentence.people[0].name
        return lower if lower and lower.startswith(name + " ") else name
    return lower


def _lower_name(sentence: Sentence) -> str | None:
    match = _LOWER.search(sentence.folded)
    return said(sentence, match.span(1)) if match else None


def withdraw(sentence: Sentence) -> Slots:
    """Read whose nomination is withdrawn."""
    person = sentence.people[0].name if sentence.people else None
    if person is None and re.search(r"\b(?:min|mina|my|jag)\b", sentence.folded):
        person = speaker(sentence)
    if person is None:
        match = re.search(
            r"\b(?:nomineringen|nominering|nomination|candidacy) (?:av|of|for)\s+(\w+(?: \w+)?)", sentence.folded
        )
        person = said(sentence, match.span(1)) if match else None
    where = body(sentence)
    return given(person=person, body=where if where != person else None)


def about_body(sentence: Sentence) -> Slots:
    """Read the body only."""
    return given(body=body(sentence))


def extend(sentence: Sentence) -> Slots:
    """Read until when the call is extended: a date or the next meeting."""
    limit = last_day(sentence)
    which = meeting(sentence)
    deadline = limit.value if limit else None
    if which and (deadline is None or which.value == "next"):
        deadline = which.value
    return given(body=body(sentence), deadline=deadline)


def appoint(sentence: Sentence) -> Slots:
    """Read who is appointed to what."""
    people = tuple(person.name for person in sentence.people)
    if len(people) < 2:
        name = _named(sentence)
        people = (name,) if name else ()
    return given(people=people, body=body(sentence))


SLOTS: dict[str, Reader] = {
    "nomination.open": open_call,
    "nomination.nominate": nominate,
    "nomination.withdraw": withdraw,
    "nomination.accept": about_body,
    "nomination.decline": about_body,
    "nomination.pass": about_body,
    "nomination.extend": extend,
    "nomination.list": about_body,
    "nomination.appoint": appoint,
}
