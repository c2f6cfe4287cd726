"""Who is at the meeting: present, absent, in somebody's place, as a guest."""

from __future__ import annotations

from dialogs.understanding.dates import bare_time, hours
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.people import Person
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import given, said, strip_back, strip_front
from dialogs.understanding.text import fold, words
from language.reading import split_list

RULES = rules("""
presence.note_taker 96: takes_notes person|starts:name !question !past_time !opinion !obj:task
presence.substitute 86: not? stands_in|substitute|instead_of people2 told? !nominate !past_time !link
presence.substitute 84: not? stands_in|substitute|instead_of person first !starts:add !nominate told?
    !past_time
presence.substitute 72: not? stands_in|substitute|instead_of person !starts:add !nominate !members !network
    !itemref
    !place_said !new !obj:minutes !comment
presence.guest 84: !has_guests not? guest person !members told? !past_time
presence.guest 66: !has_guests not? guest !members !question !wh
presence.present 95: everyone_here !question !told
presence.present 88: not? person is_here|leaves_early time|presentword note_it|for_record|starts:note told? !itemref
    !task
presence.present 74: !presents_item !presents_it not? presentword !guest !question !wh !absentword !meeting_times
    !substitute
presence.present 72: !opinion not? person is_here told? !guest !substitute !network !obj:nomination
    !obj:nominees
    !question !past_time !comment !itemref !not_here
presence.present 64: not? first on_site !not_here !question !which_time !nomination !at_meeting
presence.present 66: not? first is_here time !not_here !question !which_time !nomination
presence.present 84: not? person leaves_early time told? !question !network !substitute !itemref
presence.present 64: not? person comes time !question !guest !task
presence.absent 80: not? absentword !obj:meeting !guest !question !wh !substitute
presence.absent 76: not? person not_here told? !substitute !network !obj:nomination !say_no !question
    !past_time
    !itemref !obj:meeting
presence.absent 70: not? first not_here !nomination !nominees !question !substitute !wh !objection !proposal
presence.absent 64: not? we not_here today_or_meeting !nomination !question !substitute !obj:poll
""")

_FROM = Pattern(
    r"\b(?:fran(?: och med)?|from|efter|after|kl\.?|at|vid|forst|since|klockan|sedan|joins?|joined|"
    r"ansluter|kommer|arriv\w+)\s*$"
)
_LEAVES = Pattern(
    r"\b(?:lamnar|lamnade|lamna|gar|gick|ga|leave|stannar|droppade|drops|avviker|leaves?|left|leaving|leave|"
    r"maste ga|till och med|"
    r"to|till|t\.?o\.?m\.?|until|till|fram till|bara till|slutar)\b"
)
_JOINS = Pattern(
    r"\b(?:fran|from|kommer|kom|ansluter|anslot|joins?|joined|arriv\w+|ar med|anlander|med fran|"
    r"here from|since)\b"
)
_FRONT = words(
    "närvarande närvaro är frånvarande frånvaro förhinder förhindrade anteckna notera markera "
    "skriv in som present absent attendance mark please note record as apologies regrets from and "
    "i dag idag today "
    "på plats här also också dagens gäst gäster guest guests our våra vår today's inbjuden "
    "inbjudna har vi welcome välkomna registrera anmält list följande the following: for följande "
    "add put down är are is"
)
_BACK = words(
    "är här närvarande present absent frånvarande på plats with us med i dag idag today have has "
    "is frånvarande närvarar deltar attends anmält förhinder sjuk sjuka är inte and as have sent apologies ill sick"
)
_ME = Pattern(r"\b(jag|mig|me|i'm|i'll|i've|i)\b")


def listed(sentence: Sentence, *, alike: bool = True) -> tuple[str, ...]:
    """The people named, or the parts of the list after the heading, or the speaker."""
    everyone = _EVERYONE.match(sentence.folded)
    if everyone and not sentence.people:
        return (sentence.text[: everyone.end()].lower(),)
    if sentence.people:
        names = [person.name for person in sentence.people]
        joined = _joined(sentence) if alike and sentence.colon is None else ()
        if len(joined) > len(names) and joined[0].endswith(names[0]) and all(len(one.split()) <= 3 for one in joined):
            return joined
        if sentence.colon is not None:
            listed_names = _names_after(sentence, sentence.colon + 1)
            if len(listed_names) > len(names) and alike:
                return listed_names
        return tuple(names)
    if sentence.colon is not None:
        return _names_after(sentence, sentence.colon + 1)
    me = speaker(sentence)
    if me:
        return (me,)
    return _joined(sentence)


_EVERYONE = Pattern(
    r"(?:alla|allihopa?|samtliga|everyone|everybody|all)\b(?= (?:ar|is|are|narvarar|of us|har|finns|i|pa))"
)


def _joined(sentence: Sentence) -> tuple[str, ...]:
    """The names that are joined by commas and "och" when nothing else but command words is said."""
    start, end = strip_back(sentence, strip_front(sentence, (0, len(sentence.text)), _FRONT), _BACK)
    words_left = sentence.text[start:end]
    if words_left and len(words_left.split()) <= 12 and all(part[:1].isupper() for part in split_list(words_left)):
        return split_list(words_left)
    return ()


def _names_after(sentence: Sentence, start: int) -> tuple[str, ...]:
    parts = split_list(sentence.text[start:])
    return tuple(part.lstrip("@").strip(" .") for part in parts if 0 < len(part.split()) <= 4)


def speaker(sentence: Sentence) -> str | None:
    """The word with which the speaker names themselves, as said."""
    for match in _ME.finditer(sentence.folded):
        word = sentence.text[match.start() : match.end()]
        if match.group().startswith("i") and (sentence.language != "en" or word[0] != "I") and match.group() != "i'm":
            continue
        if match.group() == "me" and sentence.language != "en":
            continue
        return "I" if match.group().startswith("i'") else word
    return None


def present(sentence: Sentence) -> Slots:
    """Read who is here, and from or to when; "alla utom Ulrika" is everybody and an exception."""
    but = _ALL_BUT.search(sentence.folded)
    if but:
        away = [one.name for one in sentence.people if one.start >= but.end()]
        return given(people=(sentence.text[but.start("all") : but.end("all")].lower(),), except_=tuple(away))
    start, end, span = hours(sentence)
    if span is None:
        start, span = bare_time(sentence)
    since = until = None
    if span and end:
        since, until = start, end
    elif span:
        before = sentence.folded[: span[1]]
        leaves = list(_LEAVES.finditer(before))
        joins = list(_JOINS.finditer(before))
        if leaves and (not joins or leaves[-1].start() > joins[-1].start()):
            until = start
        else:
            since = start
        later = [when for when in sentence.whens if when.time and when.start >= span[1]]
        if later and since and later[0].time:
            until = later[0].time.strftime("%H:%M")
    return given(people=listed(sentence), from_=since, to=until)


def absent(sentence: Sentence) -> Slots:
    """Read who is absent."""
    return given(people=listed(sentence))


_REPLACED = Pattern(
    r"(?:for|ersatter|instead of|in place of|i stallet for|istallet for|i stalle for|on behalf of|"
    r"ersatta|replaces|replacing|representing|substituting|covering)\s+@?$"
)


def substitute(sentence: Sentence) -> Slots:
    """Read who attends for whom: the one right after "for", "ersätter" or "instead of" is replaced."""
    people = list(sentence.people)
    me = speaker(sentence)
    if len(people) < 2 and me:
        at = next(
            match.start()
            for match in _ME.finditer(sentence.folded)
            if sentence.text[match.start() : match.end()][0] == me[0]
        )
        people.append(Person(at, at + len(me), me))
        people.sort(key=lambda person: person.start)
    replaced = next((person for person in people if _REPLACED.search(sentence.folded[: person.start])), None)
    if replaced is None and len(people) > 1:
        replaced = people[1]
    instead = next((person for person in people if person is not replaced), None)
    return given(person=instead.name if instead else None, for_=replaced.name if replaced else None)


_ALL_BUT = Pattern(
    r"\b(?P<all>alla|samtliga|allihop|everyone|everybody|all)\b.*?\b(?:utom|forutom|except(?: for)?|but)\b"
)


def note_taker(sentence: Sentence) -> Slots:
    """Read who takes the notes."""
    me = speaker(sentence)
    name = sentence.people[0].name if sentence.people else me
    return given(person=name)


_ORGANISATION = Pattern(
    r"^\s*(?:,\s*(?:fran |from )?|\s+(?:fran|from|of|pa|at|vid)\s+|\s*\()((?:the |region )?"
    r"[^,.;:()]+?)"
    r"(?=\s+(?:ar|is|are|som|as|deltar|medverkar|for|till|pa|on|kommer|attends?|joins?|will|ska|"
    r"gastar(?: oss)?|under|med|och|and|our|visits|also|in|ledamot|ordforande|chair\w*|vice|member|"
    r"substitute|ersattare|secretary|sekreterare|staff)\b|\s*[,.;:()]|$)"
)


def organisation(sentence: Sentence, after: int) -> str | None:
    """The organisation said right after a name: "Eva Holm, SKR", "Eva Holm from SKR"."""
    match = _ORGANISATION.match(sentence.folded[after:])
    if match is None:
        return _known_organisation(sentence)
    start, end = after + match.start(1), after + match.end(1)
    found = said(sentence, (start, end))
    if (
        not found
        or any(char.isdigit() for char in found)
        or (
            found[0].islower()
            and not sentence.text.islower()
            and not found.lower().startswith(("the ", "region", "läns", "lans"))
        )
    ):
        return _known_organisation(sentence)
    return found


def _known_organisation(sentence: Sentence) -> str | None:
    for name in sorted(sentence.known.organisations, key=len, reverse=True):
        at = sentence.folded.find(fold(name))
        if at >= 0:
            return sentence.text[at : at + len(name)]
    return None


_FROM_HOME = Pattern(
    r"\b(?:från|fran|from) ((?:the [^,.;:]+?|(?:Region )?[A-ZÅÄÖ][\w-]+(?: kommun)?))(?= (?:på|pa|"
    r"till|for|on|i|som|as)\b|[,.;:]|$)"
)


def guest(sentence: Sentence) -> Slots:
    """Read which guests attend, from where, and for which items."""
    items = tuple(value for ref in sentence.items for value in ref.values)
    home = organisation(sentence, sentence.people[-1].end) if sentence.people else None
    if home is None and (match := _FROM_HOME.search(sentence.text)):
        home = said(sentence, match.span(1))
    return given(
        people=listed(sentence, alike=False),
        organisation=home,
        items=items,
    )


SLOTS: dict[str, Reader] = {
    "presence.present": present,
    "presence.absent": absent,
    "presence.substitute": substitute,
    "presence.guest": guest,
    "presence.note_taker": note_taker,
}
