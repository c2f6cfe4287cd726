"""Nominations: the call and its card, names put forward, answers, extensions, appointments."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dialogs.cards import Button, Card, Facts, Field, FieldKind, Form, Lines, Part, Text
from dialogs.finding import named
from dialogs.replies import Refresh, Replies, Tell
from dialogs.router import Router
from dialogs.said import Spoken
from dialogs.turn import SlotUnreadable, Turn
from language.reading import split_list
from secretary import agenda, writing
from secretary import nomination as rules
from secretary.due import Due
from secretary.meeting import Meeting, NoMeeting
from secretary.network import Network
from secretary.nomination import Answer, Nomination, Nominee, NoSuchNomination
from secretary.refusal import Refused

router = Router()


class WhichNomination(Refused):
    """Several calls for nominations could be meant; `bodies`."""


class NoNominations(Refused):
    """There is no call for nominations."""


class NotYourNomination(Refused):
    """The speaker is not nominated; `body`."""


class NoOrganisation(Refused):
    """The speaker stands for no organisation that could answer."""


@router.on("nomination.open")
def call(turn: Turn) -> Replies:
    """Call for nominations; the card stands in the channel and is kept up to date."""
    body = turn.slots.text("body")
    for one in turn.records.nominations.all():
        if _plain(one.body) == _plain(body) and one.is_open(turn.now):
            raise rules.NominationIsOpen(body=one.body, due=one.due)
    due, meeting = _until(turn)
    opened = rules.call(
        body,
        due,
        seats=turn.slots.texts("seats"),
        count=turn.slots.number("count"),
        by=turn.speaker.name,
        now=turn.now,
        until_meeting=meeting.number if meeting else None,
    )
    opened = turn.records.nominations.add(opened)
    yield turn.say("nominations-opened", body=opened.body, due=opened.due)
    yield card(turn.announce, turn.network, opened, turn.now)


@router.on("nomination.nominate")
def nominate(turn: Turn) -> Replies:
    """Put a name forward; the nominee is asked in private."""
    call = _meant(turn)
    name = turn.full_name(turn.slots.text("person"))
    member = next(iter(turn.network.named(name)), None)
    nominee = Nominee(
        name,
        organisation=turn.announce.listed(member.organisations) if member else "",
        function=member.function if member else "",
        seat=turn.slots.text("seat"),
        by=(turn.speaker.name,),
        answer=Answer.ACCEPTED if name == turn.speaker.name else Answer.ASKED,
    )
    changed, new = rules.nominate(call, nominee, turn.now)
    turn.records.nominations.save(changed)
    yield turn.say("nominations-nominated" if new else "nominations-joined", name=name, body=call.body)
    yield Refresh(key(changed))
    if new and member and name != turn.speaker.name:
        yield Tell("nomination.asked", f"member:{name}", {"nomination": call.number, "by": turn.speaker.name})


@router.on("nomination.withdraw")
def withdraw(turn: Turn) -> Replies:
    """Withdraw a name: whoever put it forward, the nominee, or those who lead."""
    call = _meant(turn)
    nominee = call.nominee(turn.full_name(turn.slots.text("person")))
    turn.own(turn.speaker.name in (*nominee.by, nominee.name))
    changed = rules.withdraw(call, nominee.name, turn.now)
    turn.records.nominations.save(changed)
    yield turn.say("nominations-withdrawn", name=nominee.name, body=call.body)
    yield Refresh(key(changed))


@router.on("nomination.accept")
def accept(turn: Turn) -> Replies:
    """The nominee accepts."""
    yield from _answered(turn, Answer.ACCEPTED, "nominations-accepted")


@router.on("nomination.decline")
def decline(turn: Turn) -> Replies:
    """The nominee declines."""
    yield from _answered(turn, Answer.DECLINED, "nominations-declined")


def _answered(turn: Turn, said: Answer, message: str) -> Replies:
    mine = [
        one
        for one in turn.records.nominations.all()
        if any(nominee.name == turn.speaker.name and not nominee.withdrawn for nominee in one.nominees)
    ]
    call = _meant(turn, among=mine)
    if call not in mine:
        raise NotYourNomination(body=call.body)
    turn.own(True)
    changed = rules.answer(call, turn.speaker.name, said)
    turn.records.nominations.save(changed)
    yield turn.say(message, body=call.body)
    yield Refresh(key(changed))


@router.on("nomination.pass")
def pass_over(turn: Turn) -> Replies:
    """The speaker's organisation nominates nobody."""
    call = _meant(turn)
    organisations = turn.speaker.organisations
    if not organisations:
        raise NoOrganisation
    changed = call
    for organisation in organisations:
        changed = rules.pass_over(changed, organisation, turn.now)
    turn.records.nominations.save(changed)
    yield turn.say("nominations-passed", organisations=organisations, count=len(organisations), body=call.body)
    yield Refresh(key(changed))


@router.on("nomination.extend")
def extend(turn: Turn) -> Replies:
    """Give a call more time, also when its time was over."""
    call = _meant(turn)
    due, meeting = _until(turn)
    changed = rules.extend(
        call, due, by=turn.speaker.name, now=turn.now, until_meeting=meeting.number if meeting else None
    )
    turn.records.nominations.save(changed)
    yield turn.say("nominations-extended", body=call.body, due=changed.due)
    yield Refresh(key(changed))


@router.on("nomination.list")
def show(turn: Turn) -> Replies:
    """Say who has been nominated."""
    yield card(turn.words, turn.network, _meant(turn, closed=True), turn.now, kept=False)


@router.on("nomination.appoint")
def appoint(turn: Turn) -> Replies:
    """Appoint people without a vote; in an open meeting it becomes the decision of the item being dealt with."""
    call = _meant(turn, closed=True)
    people = turn.full_names("people")
    changed = rules.appoint(call, [_nominee(turn, call, name) for name in people], turn.today)
    turn.records.nominations.save(changed)
    meeting = turn.records.meetings.open()
    if meeting is not None:
        names = turn.announce.listed(people)
        clause = turn.post("nominations-clause", people=names, body=call.body)
        item = writing.dealt_with(meeting)
        meeting = writing.decide(meeting, item, (clause,), by=turn.speaker.name, at=turn.now)
        turn.records.meetings.save(meeting)
        number = agenda.numbers(meeting)[item.id]
        yield turn.say("nominations-appointed-item", people=people, count=len(people), body=call.body, number=number)
    else:
        yield turn.say("nominations-appointed", people=people, count=len(people), body=call.body)
    yield from _left(turn, changed)
    yield Refresh(key(changed))


def appointed_by_clauses(turn: Turn, clauses: Sequence[str]) -> Replies:
    """Fill the seats that a decision's clauses name: "att utse NAME och NAME till BODY", all of it as it is known."""
    for clause in clauses:
        found = APPOINTING.match(clause.strip())
        call = _called(turn, found["body"]) if found else None
        if found is None or call is None:
            continue
        named_ = {_plain(name) for name in split_list(found["names"])}
        people = [one for one in call.standing_nominees if _plain(one.name) in named_ and not one.appointed]
        if not people or len(people) != len(named_):
            continue
        changed = rules.appoint(call, people, turn.today)
        turn.records.nominations.save(changed)
        names = tuple(one.name for one in people)
        yield turn.say("nominations-appointed", people=names, count=len(names), body=call.body)
        yield from _left(turn, changed)
        yield Refresh(key(changed))


APPOINTING = re.compile(
    r"(?:att\s+|to\s+)?(?:utse|välja|valja|appoint|elect)\s+(?P<names>.+?)\s+(?:till|to|as)\s+(?P<body>.+)",
    re.IGNORECASE,
)


def _called(turn: Turn, said: str) -> Nomination | None:
    """The call whose body was said, and nothing but when and how after it."""
    fitting = [one for one in turn.records.nominations.all() if _is_body(one.body, said)]
    return max(fitting, key=lambda one: (len(one.body), one.number), default=None)


def _is_body(body: str, said: str) -> bool:
    """Whether what was said is the body, perhaps with a day or a manner after it ("LPO Barn den 16 april")."""
    known, plain = _plain(body), _plain(said)
    rest = plain.removeprefix(known).strip()
    return plain.startswith(known) and (not rest or rest.split()[0] in AFTER_BODY)


AFTER_BODY = frozenset(
    {"den", "på", "från", "fram", "för", "under", "vid", "som", "till", "senast", "tills"}
    | {"on", "from", "for", "until", "by", "as", "at", "the"}
)


def _left(turn: Turn, call: Nomination) -> Replies:
    if call.wanted is not None and call.wanted > len(call.appointed):
        left = call.wanted - len(call.appointed)
        message = "nominations-left" if call.is_open(turn.now) else "nominations-left-closed"
        yield turn.say(message, left=left, body=call.body, due=call.due)


def card(words: Spoken, network: Network, call: Nomination, now: dt.datetime, *, kept: bool = True) -> Card:
    """The call as a card: seats, names so far, the last day, and what can be tapped."""
    nominees = call.standing_nominees
    parts: list[Part] = []
    sought = words.listed(call.seats) if call.seats else str(call.count or "")
    if sought:
        parts.append(Facts(((words("nominations-row-seats"), sought),)))
    if nominees:
        parts.append(Lines(tuple(_line(words, one) for one in nominees)))
    else:
        parts.append(Text(words("nominations-nobody")))
    empty = [seat for seat in call.seats if not any(one.seat == seat for one in nominees)]
    if nominees and empty and len(empty) < len(call.seats):
        parts.append(Text(words("nominations-empty", seats=empty)))
    if call.passed:
        parts.append(Text(words("nominations-passes", organisations=call.passed), subtle=True))
    is_open = call.is_open(now)
    parts.append(Text(words("nominations-until" if is_open else "nominations-over", due=call.due), subtle=True))
    title = words("nominations-title", body=call.body)
    return Card(title, tuple(parts), _buttons(words, network, call, is_open), key(call) if kept else "")


def key(call: Nomination) -> str:
    """The key of the call's card, by which it is kept up to date."""
    return f"nomination:{call.number}"


def _buttons(words: Spoken, network: Network, call: Nomination, is_open: bool) -> tuple[Button, ...]:
    given = {"nomination": str(call.number)}
    show = Button(words("nominations-button-show"), "nomination.list", given)
    if not is_open:
        return (show,)
    nominate = Button(words("nominations-button-nominate"), "nomination.nominate", given, form(words, network, call))
    interested = Button(words("nominations-button-me"), "nomination.nominate", {**given, "person": "me"})
    return (nominate, interested, show)


def form(words: Spoken, network: Network, call: Nomination) -> Form:
    """The form in which somebody is nominated."""
    names = tuple((member.name, member.name) for member in network.present_members)
    fields = [Field("person", words("nominations-field-person"), FieldKind.CHOICE, required=True, options=names)]
    if call.seats:
        seats = tuple((seat, seat) for seat in call.seats)
        fields.append(Field("seat", words("nominations-field-seat"), FieldKind.CHOICE, options=seats))
    return Form(words("nominations-form", body=call.body), tuple(fields), words("nominations-form-send"))


def asked_card(words: Spoken, call: Nomination, by: str) -> Card:
    """What a nominee is asked in private."""
    given = {"nomination": str(call.number)}
    return Card(
        words("nominations-asked", body=call.body),
        (Text(words("nominations-asked-by", by=by, due=call.due)),),
        (
            Button(words("nominations-button-accept"), "nomination.accept", given),
            Button(words("nominations-button-decline"), "nomination.decline", given),
        ),
    )


def reminder_card(words: Spoken, network: Network, call: Nomination, now: dt.datetime) -> Card:
    """What is posted before the last day of a call."""
    shown = card(words, network, call, now, kept=False)
    return Card(words("nominations-reminder", body=call.body, due=call.due), shown.parts, shown.buttons)


def closed_card(words: Spoken, network: Network, call: Nomination, now: dt.datetime) -> Card:
    """What is posted when a call's time is over."""
    shown = card(words, network, call, now, kept=False)
    return Card(words("nominations-closed", body=call.body), shown.parts, shown.buttons)


def _line(words: Spoken, one: Nominee) -> str:
    details = [detail for detail in (one.function, one.organisation) if detail]
    name = f"{one.name} ({', '.join(details)})" if details else one.name
    if one.seat:
        name += f" – {one.seat}"
    if one.appointed:
        return words("nominations-line-appointed", name=name)
    return words("nominations-line-accepted", name=name) if one.answer is Answer.ACCEPTED else name


def _nominee(turn: Turn, call: Nomination, name: str) -> Nominee:
    known = next((one for one in call.nominees if one.name == name), None)
    if known:
        return known
    member = next(iter(turn.network.named(name)), None)
    organisation = turn.announce.listed(member.organisations) if member else ""
    return Nominee(name, organisation, member.function if member else "", answer=Answer.ASKED)


def _until(turn: Turn) -> tuple[Due, Meeting | None]:
    """Until when: a day, or the meeting that was meant by "next"."""
    if turn.slots.text("deadline") == "next":
        planned = turn.records.meetings.planned(turn.today)
        later = [one for one in planned if turn.network.at(one.date, one.start) > turn.now]
        if not later:
            raise NoMeeting
        return Due(later[0].date), later[0]
    due = turn.slots.due("deadline")
    if due is None:
        raise SlotUnreadable(slot="deadline")
    return due, None


def _meant(turn: Turn, *, among: Sequence[Nomination] | None = None, closed: bool = False) -> Nomination:
    """The call that was meant: by number from a card, by its body, or the only one there is."""
    number = turn.slots.number("nomination")
    every = turn.records.nominations.all() if among is None else tuple(among)
    if number is not None:
        call = turn.records.nominations.get(number)
        if call is None:
            raise NoSuchNomination(body=str(number))
        return call
    said = turn.slots.text("body")
    if said:
        found = named(said, every, lambda one: (one.body,)) or _within(said, every)
        if not found:
            raise NoSuchNomination(body=said)
        return found[-1]
    current = [one for one in every if one.is_open(turn.now)]
    if not current and (closed or every):
        current = list(every[-1:])
    if not current:
        raise NoNominations
    if len(current) > 1:
        raise WhichNomination(bodies=tuple(one.body for one in current))
    return current[0]


def _within(said: str, calls: Sequence[Nomination]) -> list[Nomination]:
    """The calls whose body is a part of what was said ("LPO Primärvårdsråd den 16 april")."""
    return [one for one in calls if _is_body(one.body, said)]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
