"""The agenda: showing, adding, editing, ordering, withdrawing, tabling, attaching, publishing, approving."""

from __future__ import annotations

import re

from dialogs.understanding.dates import Said, last_day, meeting
from dialogs.understanding.items import number_in
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.reasons import reason
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import Span, content, given, iso_date, said
from dialogs.understanding.text import words
from dialogs.understanding.titles import kind, minutes, presenters

RULES = rules("""
agenda.show 78: obj:agenda send_me
agenda.show 64: obj:agenda see_it !add_to !send !approve !off_agenda
agenda.show 60: obj:agenda show|wh|question|how_stands !add_to !send !approve !asks_people
agenda.show 58: obj:agenda all_known brief !send !approve !close !open
agenda.show 61: wh talk at_meeting|meeting
agenda.show 62: wh take_up at_meeting|obj:meeting|meeting
agenda.show 56: obj:item wh|starts:show !itemref !attachment !add_to !have_item
agenda.add 76: kind_item colon !itemref
agenda.add 72: obj:item|obj:kind_item|kind_item|other_business add|add_to|new|take_up|set_up|have_item
    !itemref !attach_it !obj:decision !obj:meeting
agenda.add 71: kind_item !itemref !obj:decision
agenda.add 70: obj:agenda add_to|add|take_up|starts:new !send !approve
agenda.add 95: adds_item !attach !obj:attachment !place_cue !wh_first !obj:task
agenda.add 84: on_agenda add_to|note_it|take_up|starts:add quote !attach !attach_it !obj:attachment !off_agenda !send
    !place_cue
agenda.add 77: on_agenda note_it|add_to|take_up|want_on !itemref !off_agenda !send !obj:decision !obj:task !attachment
agenda.add 87: !looks !see_it !show !minutes !draft have_time length|asked|starts:search at_meeting|on_agenda
    !itemref !obj:meeting !obj:poll !task !wh_first
agenda.add 66: want_on at_meeting|on_agenda !itemref !wh_first !obj:task !obj:poll !obj:reminder !off_agenda !minutes
agenda.add 79: raise_question !postpone_strong !wh !obj:task !poll !decision
agenda.add 57: talk at_meeting asked !wh !itemref
agenda.add 66: other_business !goto !decision
agenda.add 66: obj:item colon !itemref !deadline
agenda.add 60: take_up first|we|asked|starts_deed|at_meeting !itemref !wh !obj:task !poll !decision
agenda.add 58: add_to|starts:add|asked at_meeting add !itemref !obj:task !obj:reminder !obj:deadline !starts:person
    !nomination !poll !remiss !minutes !off_agenda !starts:name
agenda.add 54: obj:agenda add|quote !send !approve !show !off_agenda !take_off !see_it
agenda.edit 78: itemref person presents_item !wh !draw_back
agenda.edit 76: itemref change presenter
agenda.edit 73: itemref kind_item|kind_word make|change|becomes|give !place_cue
agenda.edit 72: itemref change !place_cue !at_meeting !minutes !draft
agenda.edit 70: itemref kind_word shall|becomes|change|give !place_cue
agenda.edit 68: itemref length give|shall|becomes|take_time !add_to
agenda.edit 66: itemref person presenter !colon
agenda.edit 66: itemref rename
agenda.reorder 79: itemref place_cue
    move|add|remove|goto|comes|change_order|question|shall|becomes|starts:item|asked|change|take_up
    !postpone_strong !link !open
agenda.withdraw 76: not? itemref take_off|starts:remove|withdrawn|withdraw|cancel_it !nomination
    !attachment_off
    !obj:reminder
    !obj:task !obj:deadline !obj:poll !minutes !draft
agenda.withdraw 72: off_agenda take_off|starts:remove|withdrawn|withdraw|cancel !itemref !send !nomination
agenda.withdraw 70: obj:item take_off|withdrawn !attachment
agenda.postpone 82: itemref postpone_strong
agenda.postpone 83: !first not? no_time itemref postpone_strong|postpone|next_time|move !question
agenda.postpone 80: not? itemref next_time !note_it
agenda.postpone 78: itemref move|postpone|add|goto|starts:add at_meeting|obj:meeting|date|next_time
    !place_cue !goto_item !note_it !starts:note !our_decision
agenda.postpone 72: obj:item postpone_strong|postpone !deadline
agenda.postpone 56: postpone_strong brief !person !minutes !obj:summons !agenda !obj:meeting
agenda.attach 82: itemref attach|attach_it !person
agenda.attach 80: itemref attachment|link add|send|attach|here_is|link|have_item !kind_item !minutes !draft
agenda.attach 66: attach|attach_it
agenda.publish 78: obj:summons send|starts:add
agenda.publish 76: obj:agenda send !send_me
agenda.publish 79: obj:summons|obj:agenda go_out !question !date !itemref
agenda.deadline 84: deadline|stop_time item|kind_item !obj:task !itemref
agenda.deadline 82: stop_time
agenda.deadline 80: obj:item be_in date !itemref
agenda.approve 80: obj:agenda approve !obj:minutes
""")

_ADD_FRONT = words(
    "mig me lägg läg lägga lägger sätt sätta sätter anmäl anmäla anmäler ta tar tas lyft lyfta för föra "
    "skriv skriva få fa får med in upp till på om "
    "kring angående gällande rörande  punkt punkten punkter ärende ärendet "
    "dagordningspunkt agendapunkt beslutspunkt beslutsärende informationspunkt infopunkt "
    "diskussionspunkt dialogpunkt uppföljningspunkt övrig övriga fråga frågor frågan under för jag "
    "vi har kan vill vilja skulle gärna dagordningen dagordning agenda agendan som "
    "mötet möte nästa informationsärende informera diskutera prata föreslår föreslå behöver också "
    "även av ha heter handlar kallad rubrik rubriken "
    "add put include raise insert submit register bring up item items point points on about "
    "regarding concerning for decision information discussion follow-up "
    "agenda i i'd we have has like want would to suggest propose called titled named with under "
    "any other business aob discuss talk meeting next get also entry as topic "
    "berätta presentera tell att present "
    "find make hitta ordna room space time plats utrymme tid set aside avsätt reservera reserve allow half vid at"
)
_ADD_BACK = words(
    "på till dagordningen dagordning agendan agenda upp in också även som en ett punkt i mötet "
    "möte för under övriga frågor tack med "
    "on to the agenda up an a item items as in for under any other business too also at meeting "
    "mötets dagens meeting's kommande please onto our vill jag ha vi skulle vilja have want räcker should do "
    "ska ta upp få det finns här är underlag "
    "underlaget"
)
_LINK_CUE = Pattern(
    r"[\s,;(–-]*(?:\b(?:with this|with the|med denna|med den har|har ar|med|lank|link|bilaga|"
    r"underlag|memo|underlaget|dokument|document|attachment|attached|see|se|pm|and|och|at|pa|via|"
    r"here is|from|fran|the|this)\b[\s:]*)*$"
)
_PLACE = Pattern(
    r"\b(?:(?P<after>(?:direkt |strax |right |just |directly )?(?:efter|after|below|under))|"
    r"(?P<before>(?:direkt |right |just )?(?:fore|innan|before|above|ahead of))) (?:the |den |nr "
    r")?(?:(?:punkt(?:en)?|item|nummer|number|arende(?:t)?|no\.?|p\.?) ?)?(?P<n>\d{1,2}(?:\.\d)?|"
    r"\w+)"
    r"|(?P<first>\boverst|\bforst\b|\btop\b|\bthe beginning|\binledningsvis|\bin first|\bfirst(?! "
    r"item)|borjan)|(?P<last>\bsist\b|\blast\b(?! item)|\bsista plats\w*|\bbottom|\bnederst|\bthe "
    r"end|\bslutet)"
    r"|\b(?:till|to|som|pa|as|into|in|at|med|be|bli|vara|come|komma|sta|ligga)(?: (?:plats|position|nummer|nr|"
    r"punkt|place|number|"
    r"slot|item|the|bli|become|no\.?|spot))* (?P<to>\d{1,2}(?:\.\d)?|forsta|andra|tredje|fjarde|"
    r"femte|sjatte|sjunde|attonde|first|second|third|fourth|fifth|sixth|seventh|eighth|ett|tva|tre|"
    r"fyra|fem|sex|sju|atta|nio|tio|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_TITLE_TO = Pattern(
    r"\b(?:till|to|heta|called|into|som|as|rubrik(?:en)?|title|namn(?:et)?|det nya namnet|"
    r"titel(?:n)?|be)\b[\s:]*(?=[^\s])"
)


def show(sentence: Sentence) -> Slots:
    """Read which meeting's agenda."""
    which = meeting(sentence)
    return given(meeting=which.value if which else None)


def add(sentence: Sentence) -> Slots:
    """Read an agenda item: what is left when everything else is taken out is its title."""
    which = (meeting(sentence) or _heading_date(sentence)) if not _title_is_quoted_dated(sentence) else None
    sort, sort_span = kind(sentence)
    who, who_span = presenters(sentence)
    length, length_span = minutes(sentence)
    cuts: list[Span] = [span for span in (sort_span, who_span, length_span, link_span(sentence)) if span]
    if which:
        cuts.append(which.span)
    asked = _ASKED_LATER.search(sentence.folded)
    if asked and not sentence.quotes:
        cuts.append((asked.start(), len(sentence.text)))
    cuts.extend((at, at + 1) for at, char in enumerate(sentence.text) if char == "\n")
    title = content(sentence, cuts, _ADD_FRONT, _ADD_BACK)
    return given(
        title=title.rstrip("? ") if title and "asked" in sentence.features and not sentence.quotes else title,
        kind=sort,
        presenters=who,
        minutes=length,
        meeting=which.value if which else None,
        link=sentence.text[slice(*sentence.link)] if sentence.link else None,
    )


_ASKED_LATER = Pattern(
    r"[,.;!?–-]+ (?:och |and |sa |so )?(?:kan|skulle|kunde|can|could|would|please|snalla|satt|lagg|skriv|put|"
    r"add)\b(?: \S+){0,4}? "
    r"(?:det|den|it|that|this)\b.*$"
)


def _heading_date(sentence: Sentence) -> Said | None:
    """A date in the heading before a colon, or beside the agenda, is the meeting's: "Item for 15 January: ..."."""
    for when in sentence.whens:
        if when.date is None or when.to is not None:
            continue
        after = sentence.folded[when.end :]
        if (sentence.colon is not None and when.end <= sentence.colon) or _THEN_AGENDA.match(after):
            lead = _ON.search(sentence.folded[: when.start])
            return Said(lead.start() if lead else when.start, when.end, iso_date(when.date))
    return None


_ON = Pattern(r"\b(?:(?:on|pa|for|till|at|the|den) )+$")
_THEN_AGENDA = Pattern(r"(?:'s)? (?:agenda|dagordning)")


def _title_is_quoted_dated(sentence: Sentence) -> bool:
    return (
        any(start <= when.start < end for start, end in sentence.quotes for when in sentence.whens[:1])
        and len(sentence.whens) == 1
    )


def link_span(sentence: Sentence) -> Span | None:
    """Where the link stands with the words that introduce it."""
    if sentence.link is None:
        return None
    cue = _LINK_CUE.search(sentence.folded[: sentence.link[0]])
    return (cue.start() if cue else sentence.link[0], sentence.link[1])


def item(sentence: Sentence) -> str | None:
    """The first item that is named."""
    return sentence.items[0].values[0] if sentence.items else None


def edit(sentence: Sentence) -> Slots:
    """Read which item changes and what becomes of it."""
    after = sentence.items[0].end if sentence.items else 0
    sort, _ = kind(sentence)
    length, _length_span = minutes(sentence)
    who = (
        tuple(person.name for person in sentence.people)
        if "presenter" in sentence.features
        else presenters(sentence)[0]
    )
    title = None
    if sentence.quotes:
        title = said(sentence, sentence.quotes[-1])
    elif not sort and not who and length is None:
        match = _TITLE_TO.search(sentence.folded, after)
        if match:
            title = said(sentence, (match.end(), len(_INSTEAD.sub("", sentence.folded))))
        elif sentence.colon is not None:
            title = said(sentence, (sentence.colon + 1, len(sentence.text)))
    return given(item=item(sentence), title=title, kind=sort, presenters=who, minutes=length)


_INSTEAD = Pattern(r"[\s,]*\b(?:i stallet|istallet|instead|nu|now|fran och med nu)[.! ]*$")


def reorder(sentence: Sentence) -> Slots:
    """Read which item goes to which place; "right after 3" is place 4."""
    start = sentence.items[0].end if sentence.items else 0
    if "change_order" in sentence.features and sentence.items and len(sentence.items[0].values) == 2:
        return given(item=sentence.items[0].values[0], position=sentence.items[0].values[1])
    match = _PLACE.search(sentence.folded, start) or _PLACE.search(sentence.folded)
    return given(item=item(sentence), position=_position(match, item(sentence)) if match else None)


def _position(match: re.Match[str], moved: str | None) -> str | None:
    if match["first"]:
        return "1"
    if match["last"]:
        return "last"
    number = number_in(match["to"] or match["n"] or "")
    if number is None or match["to"] or not number.isdigit():
        return number
    place = int(number) + (1 if match["after"] else 0)
    if moved and moved.isdigit() and int(moved) < place:
        place -= 1
    return str(place)


def withdraw(sentence: Sentence) -> Slots:
    """Read which item is taken off, and why."""
    which = item(sentence)
    after = sentence.items[0].end if sentence.items else 0
    if which is None:
        which = content(sentence, [], _OFF_FRONT, _OFF_BACK)
    return given(item=which, reason=reason(sentence, after))


_OFF_FRONT = words(
    "ta tas bort stryk stryks stryka plocka lyft ut ur punkten ärendet punkt item remove delete "
    "drop take off the from agenda dagordningen"
)
_OFF_BACK = words("från ur dagordningen agendan utgår utgå off from the agenda tas bort stryks bort ska")


def postpone(sentence: Sentence) -> Slots:
    """Read which item is tabled, and to which meeting."""
    which = meeting(sentence, bare=True)
    found = item(sentence) or (_tabled(sentence) if "postpone_strong" in sentence.features else None)
    return given(item=found, meeting=which.value if which else None)


def _tabled(sentence: Sentence) -> str | None:
    """A matter named by its words alone, between the verb and the meeting it is put off to."""
    match = _TABLED.search(sentence.folded)
    return said(sentence, match.span("what")) if match else None


_TABLED = Pattern(
    r"\b(?:bordlagg(?:a|er|s)?|skjut(?:a|er)? upp|table|postpone|defer)\s+(?:vi\s+|then\s+|nu\s+)?"
    r"(?:the |fragan om |arendet |matter of )?(?P<what>(?!det\b|den\b|it\b|that\b|this\b|till\b|to\b|until\b)"
    r"\S.*?)(?:\s+(?:question|item|matter))?"
    r"(?=\s+(?:till|tills|until|to|for)\s+(?:(?:the |vart |our )?(?:nasta|next|motet|meeting|kommande|\d)|den \d)"
    r"|[.!]?$)"
)


def attach(sentence: Sentence) -> Slots:
    """Read which item a document belongs to, its link and its name."""
    name = re.search(
        r"\b(?:som|as|med namnet|named|called|kallad)\s+((?:bilaga|bil|appendix|attachment|"
        r"annex)\.? \w+)|(?:^|[,;] ?)((?:bilaga|appendix|annex) \w{1,2})\b(?=\s*(?:[,.:]|$))",
        sentence.folded,
    )
    span = next((match for match in (name.span(1), name.span(2)) if match[0] >= 0), None) if name else None
    if span is None and sentence.quotes:
        span = sentence.quotes[0]
    called = _CALLED.search(sentence.folded)
    if span is None and called:
        span = called.span(1)
    return given(
        item=item(sentence),
        link=sentence.text[slice(*sentence.link)] if sentence.link else None,
        name=said(sentence, span) if span else None,
    )


_CALLED = Pattern(
    r"\b(?:kalla|dop|name|call|namnge) (?:den|det|it|that|filen|lanken|the file)(?: till| for)? (.+?)[.! ]*$"
)


def publish(sentence: Sentence) -> Slots:
    """Read which meeting's agenda goes out."""
    which = meeting(sentence, bare=True)
    return given(meeting=which.value if which else None)


def deadline(sentence: Sentence) -> Slots:
    """Read the last day for items, and of which meeting."""
    which = meeting(sentence)
    limit = last_day(sentence, which.span if which else None)
    return given(deadline=limit.value if limit else None, meeting=which.value if which else None)


def _nothing(_sentence: Sentence) -> Slots:
    return {}


SLOTS: dict[str, Reader] = {
    "agenda.show": show,
    "agenda.add": add,
    "agenda.edit": edit,
    "agenda.reorder": reorder,
    "agenda.withdraw": withdraw,
    "agenda.postpone": postpone,
    "agenda.attach": attach,
    "agenda.publish": publish,
    "agenda.deadline": deadline,
    "agenda.approve": _nothing,
}
