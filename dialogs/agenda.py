"""The agenda: showing it, adding, changing, ordering, withdrawing and tabling items, sending it out."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.cards import Button, Card, Field, FieldKind, Form, Lines, Part, Text
from dialogs.finding import (
    NoItemNamed,
    item_meant,
    later_meeting,
    meeting_meant,
    meeting_on,
    next_meeting,
    open_meeting,
    title_of,
)
from dialogs.meetings import when
from dialogs.replies import Ask, Paper, Replies
from dialogs.router import Router
from dialogs.said import Spoken
from dialogs.turn import SlotUnreadable, Turn
from secretary import agenda as rules
from secretary import writing
from secretary.item import Item, Kind, State
from secretary.meeting import Meeting
from secretary.refusal import Refused

router = Router()
OTHER_BUSINESS = re.compile(
    r"\bövrig(a|t)?\s+(fråg|ärend)|\bovrig(a|t)?\s+(frag|arend)|\b(any )?other business\b|\baob\b", re.IGNORECASE
)


class AlreadyOnAgenda(Refused):
    """The meeting has an item of that title; `title`, `number`, `meeting`."""


@router.on("agenda.show")
def show(turn: Turn) -> Replies:
    """Show the agenda of a meeting, with buttons to add to it and to fetch it."""
    meeting = meeting_meant(turn)
    yield card(turn.words, meeting)
    yield Paper("agenda", meeting.number)


@router.on("agenda.add")
def add(turn: Turn) -> Replies:
    """Put an item on the open meeting's agenda, otherwise on the next meeting's, and say which."""
    meeting = meeting_meant(turn)
    wanted = _wanted(turn)
    other = bool(turn.slots.text("other") or OTHER_BUSINESS.search(turn.said))
    _only_once(turn, meeting, wanted.title)
    meeting, item = rules.add(
        meeting,
        wanted,
        raised_by=turn.speaker.name,
        owner=turn.identity,
        now=turn.now,
        other_business=other,
    )
    turn.records.meetings.save(meeting)
    number = rules.numbers(meeting)[item.id]
    message = "agenda-added-late" if item.late else "agenda-added"
    yield turn.say(
        message,
        item=described(turn.words, item),
        number=number,
        meeting=when(turn.words, meeting),
        deadline=meeting.deadline,
    )


def add_form(words: Spoken, meeting: str = "") -> Button:
    """A button that asks for everything about an item at once."""
    kinds = tuple((kind.value, words(f"agenda-kind-{kind}")) for kind in Kind)
    fields = (
        Field("title", words("agenda-field-title"), required=True),
        Field("kind", words("agenda-field-kind"), FieldKind.CHOICE, options=kinds),
        Field("presenters", words("agenda-field-presenters"), FieldKind.NAMES),
        Field("minutes", words("agenda-field-minutes"), FieldKind.NUMBER),
        Field("link", words("agenda-field-link")),
    )
    form = Form(words("agenda-form"), fields, words("agenda-form-send"))
    given = {"meeting": meeting} if meeting else {}
    return Button(words("agenda-button-add"), "agenda.add", given, form)


def ask_title(turn: Turn) -> Ask:
    """Ask what the item is to be called, and offer the form."""
    meeting = turn.slots.text("meeting")
    form = Card(turn.say("agenda-ask-title"), buttons=(add_form(turn.words, meeting),))
    slots = dict(turn.slots.given)
    if OTHER_BUSINESS.search(turn.said):
        slots["other"] = "yes"
    return Ask(turn.say("agenda-ask-title"), "agenda.add", slots, "title", form)


@router.on("agenda.edit")
def edit(turn: Turn) -> Replies:
    """Change an item's title, kind, presenters or time."""
    meeting = meeting_meant(turn)
    item = item_meant(turn, meeting, turn.slots.text("item"))
    turn.own(item.owner == turn.identity)
    wanted = _wanted(turn)
    if wanted == rules.Wanted():
        raise SlotUnreadable(slot="title")
    meeting, changed = rules.edit(meeting, item, wanted)
    turn.records.meetings.save(meeting)
    number = rules.numbers(meeting)[item.id]
    yield turn.say(
        "agenda-edited", number=number, item=described(turn.words, changed), meeting=when(turn.words, meeting)
    )


@router.on("agenda.reorder")
def reorder(turn: Turn) -> Replies:
    """Move an item to another place."""
    meeting = meeting_meant(turn)
    item = item_meant(turn, meeting, turn.slots.text("item"))
    meeting = rules.reorder(meeting, item, _place(meeting, turn.slots.text("position")))
    turn.records.meetings.save(meeting)
    number = rules.numbers(meeting)[item.id]
    yield turn.say(
        "agenda-reordered",
        title=title_of(turn.words, item),
        number=number,
        meeting=when(turn.words, meeting),
    )


def _place(meeting: Meeting, said: str) -> str:
    last = sum(1 for item in meeting.items if item.under is None)
    return {"first": "1", "last": str(last)}.get(said, said)


@router.on("agenda.withdraw")
def withdraw(turn: Turn) -> Replies:
    """Take an item off; it keeps its number and is written as withdrawn."""
    meeting = meeting_meant(turn)
    item = item_meant(turn, meeting, turn.slots.text("item"))
    turn.own(item.owner == turn.identity)
    number = rules.numbers(meeting)[item.id]
    meeting = rules.withdraw(meeting, item, turn.slots.text("reason"))
    turn.records.meetings.save(meeting)
    yield turn.say(
        "agenda-withdrawn",
        number=number,
        title=title_of(turn.words, item),
        meeting=when(turn.words, meeting),
        reason=turn.slots.text("reason"),
    )


@router.on("agenda.postpone")
def postpone(turn: Turn) -> Replies:
    """Table an item to a later meeting; a matter that is not on the open meeting's agenda is raised there first."""
    ongoing = turn.records.meetings.open()
    meeting = ongoing or next_meeting(turn)
    raised = False
    try:
        item = item_meant(turn, meeting, turn.slots.text("item"))
    except NoItemNamed:
        if not ongoing:
            raise
        title = _capital(turn.slots.text("item"))
        meeting, item = writing.raise_matter(
            meeting, title, raised_by=turn.speaker.name, owner=turn.identity, now=turn.now
        )
        raised = True
    wanted = turn.slots.date("meeting") if turn.slots.text("meeting") not in ("", "next") else None
    target = meeting_on(turn, wanted) if wanted else later_meeting(turn, meeting)
    number = rules.numbers(meeting)[item.id]
    titled = replace(item, title=title_of(turn.announce, item))
    meeting, target, _ = rules.table(meeting, titled, target, turn.now)
    turn.records.meetings.save(meeting)
    turn.records.meetings.save(target)
    if raised:
        yield turn.say("agenda-raised", title=item.title, number=number)
    yield turn.say("agenda-tabled", number=number, title=titled.title, meeting=when(turn.words, target))


@router.on("agenda.attach")
def attach(turn: Turn) -> Replies:
    """Attach a link to an item."""
    meeting = meeting_meant(turn)
    item = item_meant(turn, meeting, turn.slots.text("item"))
    turn.own(item.owner == turn.identity)
    if "link" not in turn.slots:
        raise SlotUnreadable(slot="link")
    meeting, changed = rules.attach(meeting, item, turn.slots.text("link"), turn.slots.text("name"))
    turn.records.meetings.save(meeting)
    attached = changed.attachments[-1]
    yield turn.say(
        "agenda-attached",
        name=attached.name or attached.link,
        number=rules.numbers(meeting)[item.id],
        title=title_of(turn.words, item),
    )


@router.on("agenda.deadline")
def deadline(turn: Turn) -> Replies:
    """Set the last day to submit items; it is reminded of."""
    meeting = meeting_meant(turn)
    due = turn.slots.due("deadline")
    if due is None:
        raise SlotUnreadable(slot="deadline")
    if due.date > meeting.date:
        raise DeadlineAfterMeeting(due=due, date=meeting.date)
    turn.records.meetings.save(replace(meeting.planned(), deadline=due.ahead(turn.now)))
    yield turn.say("agenda-deadline", due=due, meeting=when(turn.words, meeting))


class DeadlineAfterMeeting(Refused):
    """The last day for items would come after the meeting; `due`, `date`."""


@router.on("agenda.publish")
def publish(turn: Turn) -> Replies:
    """Send out the agenda in the channel, in the network's language."""
    meeting = meeting_meant(turn)
    turn.records.meetings.save(replace(meeting.planned(), published=turn.now))
    yield card(turn.announce, meeting, sent_out=True)
    yield Paper("agenda", meeting.number)


@router.on("agenda.approve")
def approve(turn: Turn) -> Replies:
    """Write down that the agenda was approved."""
    meeting = open_meeting(turn)
    item = writing.approving(meeting) or writing.dealt_with(meeting)
    clause = turn.post("agenda-approve-clause")
    meeting = writing.decide(writing.go_to(meeting, item), item, (clause,), by=turn.speaker.name, at=turn.now)
    turn.records.meetings.save(meeting)
    yield turn.say("agenda-approved", number=rules.numbers(meeting)[item.id])


def card(words: Spoken, meeting: Meeting, *, sent_out: bool = False) -> Card:
    """The agenda as a card."""
    title = words("agenda-sent-out" if sent_out else "agenda-title", meeting=when(words, meeting))
    given = rules.numbers(meeting)
    lines = tuple(_line(words, given[item.id], item) for item in rules.in_order(meeting))
    parts: tuple[Part, ...] = (Lines(lines),)
    if meeting.deadline:
        message = "agenda-until" if meeting.deadline.date >= words.today else "agenda-was-until"
        parts = (*parts, Text(words(message, due=meeting.deadline), subtle=True))
    return Card(title, parts, (add_form(words, f"#{meeting.number}"),))


def _line(words: Spoken, number: str, item: Item) -> str:
    """One line of the agenda: number, title, what is known of it, and what became of it."""
    said = [f"{number}. {title_of(words, item)}"]
    details = _details(words, item)
    if details:
        said.append(f"({', '.join(details)})")
    if item.state is State.WITHDRAWN:
        said.append("– " + words("agenda-is-withdrawn"))
    if item.state is State.TABLED:
        said.append("– " + words("agenda-is-tabled", date=item.tabled_to))
    return " ".join(said)


def described(words: Spoken, item: Item) -> str:
    """An item as an answer repeats it: its title in quotes and what is known of it."""
    details = _details(words, item)
    title = words("agenda-quoted", title=title_of(words, item))
    return f"{title} ({', '.join(details)})" if details else title


def _details(words: Spoken, item: Item) -> list[str]:
    details = []
    if item.kind:
        details.append(words(f"agenda-kind-{item.kind}"))
    if item.minutes:
        details.append(words("agenda-minutes", minutes=item.minutes))
    if item.presenters:
        names = words.listed(item.presenters)
        details.append(words("agenda-presenters", names=names))
    if item.under and item.raised_by:
        details.append(words("agenda-raised-by", name=item.raised_by))
    if item.attachments:
        details.append(words("agenda-links", count=len(item.attachments)))
    return details


def _wanted(turn: Turn) -> rules.Wanted:
    kind = turn.slots.text("kind")
    return rules.Wanted(
        title=_capital(turn.slots.text("title")),
        kind=Kind(kind) if kind in set(Kind) else None,
        presenters=turn.full_names("presenters"),
        minutes=turn.slots.number("minutes"),
        link=turn.slots.text("link"),
    )


def _capital(title: str) -> str:
    """A title begins with a capital; a single letter or a name like "eHälsa" is left as it was said."""
    return title[:1].upper() + title[1:] if title[1:2].islower() else title


def _only_once(turn: Turn, meeting: Meeting, title: str) -> None:
    for item in meeting.items:
        if item.state is State.LISTED and item.title.casefold() == title.casefold() != "":
            number = rules.numbers(meeting)[item.id]
            raise AlreadyOnAgenda(title=item.title, number=number, meeting=when(turn.words, meeting))
