"""At the meeting: going to items, notes, decisions, taking back, and finding what was decided."""

from __future__ import annotations

import re
from datetime import date

from dialogs.understanding.clauses import after_deciding, read_clauses
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import content, given, iso_date, said, segments, strip_back, strip_front
from dialogs.understanding.text import fold, tidy, words
from language.reading import When

RULES = rules("""
item.open 74: goto itemref !place_cue !link !deadline !comment !next_time !obj:reminder !obj:task
    !at_meeting
item.open 95: only_item !link
item.open 97: !later_on take_now meeting_open !itemref !pause !question !at_meeting !obj:meeting !obj:minutes !poll
    !decision
    !date
    !obj:agenda !obj:task !obj:nomination !obj:reminder !wh !unmeant !next_time !asks_then
item.open 96: take_now meeting_open itemref !pause !question !place_cue !link !note_it
item.open 72: starts:open itemref !poll !nomination
item.open 95: next_word meeting_open
item.open 60: !first goto obj:item !at_meeting !itemref
item.note 93: record_shows !wh !question
item.note 94: note_heading colon !hand_file !guest !obj:decision !comment !wh !question !link !our_decision
    !minutes_comment
item.note 78: note_that !absentword !presentword
item.note 76: itemref starts:note colon !deadline
item.note 79: itemref note_it|starts:note|note_under !colon !our_decision !obj:task !kind_item !hand_file !link !guest
    !absentword !presentword !substitute !minutes_comment !at_meeting !take_off !on_agenda
item.note 75: note_under !our_decision !link
item.note 74: note_it !absentword !presentword !obj:decision !obj:task !obj:deadline !obj:reminder
    !hand_file !guest !minutes_comment !at_meeting !obj:poll !substitute !kind_item !person_role !on_agenda
    !our_decision
item.note 60: !on_agenda !our_decision starts:note !absentword !presentword !obj:decision !obj:task !hand_file !guest
    !substitute
decision.record 92: !had_done not? decides our_decision|decides_now|asked told? !past_time !wh !did_we !meant_past
decision.record 93: !had_done not? told? settled !question !past_time !wh !meant_past
decision.record 91: !had_done not? told? our_decision itemref|starts:note|note_it decides|decides_now|decide !question
    !past_time !wh
    !did_we !meant_past
decision.record 90: !had_done not? obj:decision colon !kind_item !wh !search !capsulam !starts:remove !take_back
decision.record 88: decide colon !wh !question !capsulam
decision.record 84: for_record !is_here !leaves_early !not_here
decision.record 82: !decision_general !had_done decision_starts !wh !search !capsulam !take_back !question
decision.record 80: obj:decision add|add_to|note|note_it|new|starts:note !search !wh !undo !take_back
    !kind_item !question
decision.note 78: !noted_by hand_file !note_that !colon !task !nomination
decision.undo 90: not? take_back told? !nomination !nominees !reminder !poll !itemref
decision.undo 84: not? undo told?
decision.undo 82: not? last_entry_off
decision.search 86: !length decision|decide wh|search|did_we|starts:show !exclaim !decides_now !opinion
decision.search 70: starts:search !poll !minutes !which_time !find_time
""")

_ITEM_BARE = words(
    "då ok nu så vi tar ta går gå vidare till med på om the let's go to next over och och sedan "
    "nästa fortsätter behandlar kör hoppar direkt över fram "
    "on move take turn now then we start börjar öppna open jump skip"
)
_DECIDING = Pattern(
    r"\b(?:beslut(?:ar|ade|ades|at|as|a)?|beslot|decisions?|decide[sd]?|resolve[sd]?|enades om|"
    r"enas om|bestamde|bestamt|bestammer|agreed|agrees|beslutet(?: blir| ar)?|record "
    r"that)\b(?:[\s:]*|(?: (?:under|for|pa|i|om|on|at|"
    r"idag|enhalligt|unanimously|hereby|vi|we|natverket|motet|the "
    r"network)\b[^:\n]{0,60}?)??[:\s]*)(?=\n|:|\b(?:att|that|to)\b|$|[-–])"
)
_WORD_THEN = Pattern(r"\b(?:beslut(?:ar|ade|at|as)?|decisions?|decide[sd]?)\b[^:\n]{0,40}?:")
_RECORD_THAT = Pattern(
    r"[\s,;.–-]*\b(?:record that|note that|anteckna det|skriv (?:in |upp )?det|for in det|"
    r"registrera det|ta det|notera det|lagg in det|put that down|write that down|enter "
    r"that)\s+(?:as|som) .{0,30}$"
)
_NOTE_FRONT = words(
    "antecknas noteras anteckna antecknar notera noterar noteras note skriv skriva ner ned upp in att till "
    "protokollet under på i om för punkt punkten för minute record down please that it the record "
    "on under write make a take of jot log "
    "let reflect show state reflects noted recorded minuted be of fact "
    "följande protokollför anteckning notering det ska"
)
_QUERY_FRONT = words(
    "vad vilka vilket vilken när beslutade beslutades beslutat beslut beslutet besluten bestämde "
    "bestämdes bestämt har hade vi nätverket om kring angående gällande för fattat fattade "
    "fattades tagit tog togs något några nåt sök söka hitta leta leta upp efter fram "
    "visa lista rörande finns det som är var handlar i frågan med blev "
    "what which when did do have has we the network decide decided decision decisions about on "
    "regarding concerning for find search look up show list any a all made make taken resolved "
    "there is are were "
    "senast last latest recently most just precis ever någonsin nånsin actually egentligen gamla gammalt gammal "
    "old earlier decide anything something "
    "made? agreed agree anything something been made that mention mentions to sa sade sagt enats "
    "enades vår vårt tidigare previous earlier past"
)
_QUERY_BACK = words(
    "under sedan från fran efter mellan i år förra den since from in during between after before "
    "on of year last the på till och and were made was taken have we has been made fattats har "
    "fattade vi så far then"
)
_YEAR = Pattern(r"\b(?:(?:under|i|in|during|ar|from|fran|for|hela|aret|year|sedan|since) )*((?:19|20)\d\d)\b(?!-\d)")
_RANGE = Pattern(r"\b(?:mellan|between|fran|from)? ?((?:19|20)\d\d) ?(?:-|–|och|and|till|to) ?((?:19|20)\d\d)\b(?!-)")
_SINCE = Pattern(r"\b(?:sedan|since|from|fran|efter|after|fran och med)\s*(?:den |the )?$")
_UNTIL = Pattern(r"\b(?:till|until|before|fore|innan|to|till och med|fram till)\s*(?:den |the )?$")


_TAKE_FRONT = words(
    "då ok nu så tar tas ta kör kor går gå vi över vidare till med på och det den punkten frågan om ärendet "
    "behandlar öppnar "
    "avhandlar lyfter take up the question matter issue topic point about on of move turn go jump skip over "
    "along ahead "
    "now to item agenda regarding concerning angående"
)
_TAKE_BACK = words("nu now då then tack please")


def go_to(sentence: Sentence) -> Slots:
    """Read which item comes now."""
    if sentence.items:
        return {"item": sentence.items[-1].values[-1] if len(sentence.items) == 2 else sentence.items[0].values[0]}
    if "take_now" in sentence.features and (named := content(sentence, [], _TAKE_FRONT, _TAKE_BACK)):
        return {"item": "next" if fold(named) in {"nasta", "next", "next one"} else named}
    return {"item": "next"} if "next_word" in sentence.features else {}


def note(sentence: Sentence) -> Slots:
    """Read the note and the item it stands under."""
    item = _heading_item(sentence)
    start = sentence.colon + 1 if sentence.colon is not None else 0
    cuts = [(ref.start, ref.end) for ref in sentence.items[:1] if item and ref.start >= start]
    spans = [
        strip_front(sentence, span, _NOTE_FRONT) if start == 0 else span
        for span in segments(start, len(sentence.text), cuts)
    ]
    text = max((said(sentence, span) for span in spans), key=len, default="")
    return given(text=text, item=item)


def _heading_item(sentence: Sentence) -> str | None:
    """The item named in the heading, or right at the end of a note without one."""
    for ref in sentence.items:
        if sentence.colon is not None:
            return ref.values[0] if ref.start < sentence.colon else None
        lead = strip_front(sentence, (0, len(sentence.text)), _NOTE_FRONT)[0]
        if ref.start <= lead or ref.end >= len(sentence.text.rstrip(" .")):
            return ref.values[0]
    return None


def record(sentence: Sentence) -> Slots:
    """Read a decision's clauses and its item."""
    trailing = _RECORD_THAT.search(sentence.folded)
    if trailing and trailing.start() > 10:
        return given(clauses=read_clauses(sentence.text[: trailing.start()]))
    match = _DECIDING.search(sentence.folded) or _WORD_THEN.search(sentence.folded)
    if match is None:
        return given(item=_item_before(sentence, len(sentence.text)))
    at = match.end()
    if sentence.text[at : at + 1] == ":":
        at += 1
    body = sentence.text[at:]
    if not body.strip() and "\n" not in sentence.text:
        return given(item=_item_before(sentence, len(sentence.text)))
    item = _item_before(sentence, at)
    return given(clauses=_clauses(after_deciding(body)), item=item)


def _clauses(body: str) -> tuple[str, ...]:
    return read_clauses(body)


def _item_before(sentence: Sentence, at: int) -> str | None:
    return next((ref.values[0] for ref in sentence.items if ref.start < at), None)


def filed(sentence: Sentence) -> Slots:
    """Read which item is noted."""
    return given(item=sentence.items[0].values[0] if sentence.items else None)


def search(sentence: Sentence) -> Slots:
    """Read what was decided about, and since or until when."""
    since, until, cuts = _period(sentence)
    spans = [
        strip_back(sentence, strip_front(sentence, span, _QUERY_FRONT), _QUERY_BACK)
        for span in segments(0, len(sentence.text), cuts)
    ]
    query = max((tidy(said(sentence, span).rstrip("?!")) for span in spans), key=len, default="")
    if sentence.quotes:
        query = said(sentence, sentence.quotes[0])
    return given(query=query, from_=since, to=until)


_BETWEEN = Pattern(r"\b(?:mellan|between|from|fran)(?: den| the)? ?$")
_AND = Pattern(r" (?:och|and|till|to|until|fram till)(?: den| the)? ")


def _until(sentence: Sentence, when: When) -> When | None:
    """The second date of "between the one and the other"."""
    later = (other for other in sentence.past_whens if other.date is not None and other.start >= when.end)
    return next((other for other in later if _AND.fullmatch(sentence.folded[when.end : other.start])), None)


def _period(sentence: Sentence) -> tuple[str | None, str | None, list[tuple[int, int]]]:
    folded = sentence.folded
    for when in sentence.past_whens:
        if when.date is None:
            continue
        before = folded[: when.start + 12]
        until = _until(sentence, when)
        if until is not None:
            first = when.date.replace(year=until.date.year) if until.date and when.date > until.date else when.date
            lead_in = _BETWEEN.search(folded[: when.start])
            at = lead_in.start() if lead_in else when.start
            return iso_date(first), iso_date(until.date or first), [(at, until.end)]
        if when.to is not None:
            return iso_date(when.date), iso_date(when.to), [(when.start, when.end)]
        lead = folded[: when.start].rstrip() + " "
        if _SINCE.search(lead) or re.match(r"(?:sedan|since|from|fran|efter|after)\b", folded[when.start : when.end]):
            return iso_date(when.date), None, [(when.start, when.end)]
        if _UNTIL.search(lead):
            return None, iso_date(when.date), [(when.start, when.end)]
        if before:
            return iso_date(when.date), iso_date(when.date), [(when.start, when.end)]
    spread = _RANGE.search(folded)
    if spread:
        return f"{spread[1]}-01-01", f"{spread[2]}-12-31", [spread.span()]
    year = _YEAR.search(folded)
    if year:
        number = int(year[1])
        open_end = bool(re.match(r"(?:sedan|since|from|fran)", year.group()))
        return iso_date(date(number, 1, 1)), None if open_end else iso_date(date(number, 12, 31)), [year.span()]
    return None, None, []


def _nothing(_sentence: Sentence) -> Slots:
    return {}


SLOTS: dict[str, Reader] = {
    "item.open": go_to,
    "item.note": note,
    "decision.record": record,
    "decision.note": filed,
    "decision.undo": _nothing,
    "decision.search": search,
}
