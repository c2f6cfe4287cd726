"""Tasks: who does what until when, what is done, what is open."""

from __future__ import annotations

import re

from dialogs.understanding.dates import last_day
from dialogs.understanding.items import number_in
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.presence import speaker
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import Span, given, said, segments, strip_back, strip_front
from dialogs.understanding.text import words
from language.reading import split_list

RULES = rules("""
task.add 82: gets_task person|first !private !question !nomination !nominees !network
task.add 80: obj:task colon !wh !take_off
task.add 78: obj:task add|add_to|new|assign|give !done !wh !show !take_off !postpone
task.add 78: assign person !wh !question !itemref
task.add 76: starts:person shall !private !take_off !absentword !not_here !guest !nominees !substitute
    !leaves_network !question !presenter !minutes_comment !settings_word !link !appoint
task.add 81: starts:assign !wh !question !itemref !person_role
task.add 82: give_task
task.add 83: doer_given !private !question !gives_answer !joint_reply !no_answer !puts_forward !wh_first !not_here
    !nominees
    !nomination !guest !substitute !leaves_network !presenter
    !poll !remiss !minutes_comment !settings_word !appoint !itemref !is_here !capsulam !takes_stance !kind_item
    !obj:item
    !obj:minutes !obj:agenda !proposal not?
task.add 85: doer_asked date|full_name !private !wh_first !not_here !guest !substitute !presenter !poll !itemref !date2
    !obj:minutes !obj:agenda
task.add 83: doer_shall date|full_name !private !question !wh_first !not_here !nominees !nomination !guest !substitute
    !leaves_network !presenter !poll !remiss !minutes_comment !settings_word !appoint !itemref !is_here !capsulam
    !takes_stance
    !kind_item !obj:item !obj:minutes !obj:agenda !proposal !puts_forward !gives_answer not?
task.add 80: doer_does|doer_may date by_date !private !question !wh_first !not_here !nominees !nomination !guest
    !remiss !poll
    !itemref !takes_stance !gives_answer !opinion
task.add 81: i_take !question !not_here !nominees !poll !remiss !itemref
task.add 78: put_down_for person !poll
task.add 66: first_shall date by_date !question !not_here !nominees !poll !remiss
task.add 64: !private starts:person date by_date !question !opinion !not_here !is_here !nominees !guest
task.done 84: done obj:task !wh !question
task.done 82: done_it
task.done 84: tick_that told? !itemref !question
task.done 83: mark_done !question !itemref told?
task.done 82: i_am_done !question !itemref
task.done 66: obj:task close|cancel !wh !question
task.list 85: obj:task wh_first not|open_adj !remiss !told
task.list 80: obj:task wh|show|open_adj|question|starts:show !exclaim !doer_given !doer_asked !give_task !done !add_to
    !gets_task !decide
task.list 82: to_do wh|question
task.list 83: on_plate wh|question
task.list 60: to_do brief !person !first
task.list 60: obj:task all_known brief !done
""")

_FRONT = words(
    "uppgift uppgiften uppdrag uppdraget task action åtgärd lägg in till en ett ge får i uppgift "
    "ska skall bör måste assign give att och please åt add item point action: todo for "
    "to a is will "
    "shall should must has needs på mig sig oss att som ansvarar ansvarig är "
    "ansvarar för  on responsible going i'll vi uppdrar uppdras åt that "
    "with the job it "
    "kommer at up see se be jag i lovar promise kan för also också ge tilldela delegera delegate: "
    "åläggs in charge upp skapa create uppdra återkommer med comes back gets reports kindly please gärna kan could "
    "would "
    "skulle notera uppdraget det blir som needs should down can also"
)
_HANDED = words("to till åt")
_TASK_NUMBER = Pattern(
    r"\b(?:uppgift(?:en)?|uppdrag(?:et)?|tasks?|action(?: item| point)?|atgard(?:en)?|"
    r"todo)\s*(?:nr\.?|nummer|number|no\.?|#)?\s*#?(\d{1,4})\b|#(\d{1,4})\b|\b(?:uppgift|uppdrag|"
    r"task|nr|nummer|number) (ett|tva|tre|fyra|fem|sex|sju|atta|nio|tio|one|two|three|four|five|"
    r"six|seven|eight|nine|ten)\b"
)
_DONE_FRONT = words(
    "uppgiften uppgift uppdraget uppdrag task the om att about on bocka av markera mark tick off "
    "check pricka är som jag har vi i've i have we've finished completed done klar klara with med "
    "and "
    "avsluta close slutfört slutför åtgärden that nu now för stryk complete finish avslutat gjort "
    "klart färdig it cross"
)
_DONE_BACK = words(
    "gjord gjort fixat fixad "
    "klar klart klara färdig färdigt är done finished completed complete slutfört slutförd utfört "
    "utförd avklarad avklarat genomförd genomfört som nu now av it den bocka off as is are has "
    "been and i hamn tick check mark pricka "
    "from the list från listan avslutad avslutat markera uppgiften klarmarkera"
)
_SENT = Pattern(
    r",?\s+(?:ar|is|are|har|has been|have been)\s+(?:nu |now )?\w+,?\s*(?:sa |so )?(?:bocka|pricka|"
    r"tick|check|mark|markera|cross|stryk)\b.*$"
)


_GIVEN = Pattern(
    r"(?:ge|give|assigna?|tilldela|delegate|delegera(?: till)?|lat|let|ask|be|(?:ny |new |en |a )?(?:action|uppgift|"
    r"uppdrag|"
    r"task|todo|at?gard)(?: point| item)? (?:for|till|to|on|at|pa))\s+@?(?!mig\b|me\b|oss\b|us\b|en\b|ett\b|a\b|the\b)"
    r"([\w.-]+)(?=\s+(?:i uppgift|i uppdrag|uppgift|uppdrag|att|to|the|ansvar)|\s*:)"
)
_TAKES = Pattern(
    r"\b(?:(?:tar?|take) (?:det|den|it|that)(?: har)?(?: med| om| one)?\b|(?:tar|ta|atar|take|takes)(?: pa)? (?:mig|"
    r"sig|oss|on)(?: att| to)?|(?:tar|ta) hand "
    r"om(?: att)?|takes? care of|(?:the |a )?(?:task|job) of)\b"
)


def add(sentence: Sentence) -> Slots:
    """Read who is to do what, and until when."""
    assignees, cuts = _assignees(sentence)
    start = sentence.colon + 1 if sentence.colon is not None else 0
    limit = last_day(sentence, sure=True)
    if limit:
        cuts.append(limit.span)
    cuts.extend(match.span() for match in _TAKES.finditer(sentence.folded, start, start + 80))
    spans = [
        strip_back(sentence, strip_front(sentence, span, _FRONT), _HANDED)
        for span in segments(start, len(sentence.text), cuts)
    ]
    after = [span for span in spans if sentence.doers and span[0] >= sentence.doers.end]
    text = max((said(sentence, span) for span in after or spans), key=len, default="")
    return given(assignees=assignees, text=text, deadline=limit.value if limit else None)


def _assignees(sentence: Sentence) -> tuple[tuple[str, ...], list[Span]]:
    """The people before the work: all that stand together at the first place a name stands."""
    doers = sentence.doers
    if doers and (sentence.colon is None or doers.start > sentence.colon):
        names = split_list(sentence.text[doers.start : doers.end])
        return tuple(name.lstrip("@") for name in names), [(max(doers.start - 1, 0), doers.end)]
    people = sentence.people
    if people:
        together = [people[0]]
        for person in people[1:]:
            gap = sentence.folded[together[-1].end : person.start].replace("@", "").strip()
            if gap not in {",", "och", "and", "&", "samt", ", och", ", and"}:
                break
            together.append(person)
        head = sentence.folded[: people[0].start]
        if len(head.split()) <= 9:
            return tuple(person.name for person in together), [
                (
                    max(people[0].start - 1, 0)
                    if sentence.text[people[0].start - 1 : people[0].start] == "@"
                    else people[0].start,
                    together[-1].end,
                )
            ]
    me = speaker(sentence)
    if me and re.search(
        r"^(?:jag|i'll|i will|i can|i shall|i am|i'm)\b|\b(?:for|at|till|to|on) (?:mig|me)\b(?=\s*:)|\b(?:pa mig|"
        r"jag (?:tar|gor|fixar|ansvarar|kan|kollar|ser|skickar|atar|lovar|ska)|i'll|i "
        r"(?:will|take|can|shall|am)|me to|mig att|i'm)\b",
        sentence.folded,
    ):
        return (me,), []
    lead = _GIVEN.match(sentence.folded)
    if lead:
        return (sentence.text[slice(*lead.span(1))],), [lead.span(1)]
    lead = re.match(r"\s*@?([A-ZÅÄÖ][\wåäö-]+)\s+(?:ska|får|will|to|tar|shall)\b", sentence.text)
    if lead:
        return (lead.group(1),), [(lead.start(1), lead.end(1))]
    return (), []


def done(sentence: Sentence) -> Slots:
    """Read which task is finished: its number or its words."""
    number = _TASK_NUMBER.search(sentence.folded)
    if number:
        return given(task=number[1] or number[2] or number_in(number[3] or ""))
    cut = _SENT.search(sentence.folded)
    end = cut.start() if cut else len(sentence.text)
    if sentence.quotes:
        return given(task=said(sentence, sentence.quotes[0]))
    span = strip_back(sentence, strip_front(sentence, (0, end), _DONE_FRONT), _DONE_BACK)
    return given(task=said(sentence, span))


def listing(sentence: Sentence) -> Slots:
    """Read whose tasks."""
    if sentence.people:
        return {"assignee": sentence.people[0].name}
    me = speaker(sentence)
    if re.search(
        r"\b(?:mina|my|jag (?:har |kvar )?(?:kvar |att )|har jag|ska jag|do i|am i|mig|for me)\b", sentence.folded
    ):
        return given(assignee=me or ("jag" if sentence.language == "sv" else "me"))
    after = re.search(
        r"\b(?:for|hos|till|pa|assigned to|har|does)\s+([A-ZÅÄÖ][\wåäö-]+)(?:\s+(?:[A-ZÅÄÖ][\wåäö-]+))?",
        sentence.text,
    )
    return given(assignee=after.group(1)) if after else {}


SLOTS: dict[str, Reader] = {"task.add": add, "task.done": done, "task.list": listing}
