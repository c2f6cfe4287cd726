"""Meetings: scheduling, series, moving, cancelling, opening and closing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from dialogs.cards import Button, Card, Facts, Lines
from dialogs.finding import later_meeting, meeting_meant, next_meeting, open_meeting
from dialogs.replies import Offer, Offers, Replies, Tell
from dialogs.router import Router
from dialogs.said import Spoken
from dialogs.turn import SlotUnreadable, Turn
from language.reading import find_when
from secretary import meeting as rules
from secretary import series as series_rules
from secretary.agenda import Wanted, add, in_order, numbers
from secretary.item import State, Written
from secretary.meeting import Meeting, MeetingIsOver, MeetingThatDay, NoMeeting, Stage
from secretary.network import Role
from secretary.ports import Records
from secretary.refusal import Refused
from secretary.rights import leads
from secretary.series import Series

router = Router()
MOST_SHOWN = 20


class NotThatDayYet(Refused):
    """A meeting is opened on its own day; `date`."""


@router.on("meeting.schedule")
def schedule(turn: Turn) -> Replies:
    """Put one meeting in the calendar, with the standing items on its agenda."""
    date, start = turn.slots.date("date"), turn.slots.time("start")
    if date is None or start is None:
        raise SlotUnreadable(slot="date" if date is None else "start")
    if any(one.start == start for one in turn.records.meetings.on(date)):
        raise MeetingThatDay(date=date, time=start)
    planned = rules.schedule(turn.network, date, start, turn.slots.time("end"), turn.slots.text("place"), turn.now)
    planned = turn.records.meetings.add(planned)
    yield turn.say("meetings-scheduled", meeting=when(turn.words, planned))


@router.on("meeting.series")
def begin_series(turn: Turn) -> Replies:
    """Hold meetings regularly; a year of them is put in the calendar, and more as time goes."""
    start = turn.slots.time("start")
    if start is None:
        raise SlotUnreadable(slot="start")
    first = turn.slots.date("from") or turn.today
    new = series_rules.begin(
        turn.slots.text("rule"), max(first, turn.today), start, turn.slots.time("end"), turn.slots.text("place")
    )
    made = top_up(turn.records, turn.now, turn.records.series.add(new))
    rule = turn.words.rule(new.rule)
    yield turn.say(
        "meetings-series",
        rule=rule,
        time=turn.words.span(new.start, new.end),
        dates=tuple(turn.words.date(one.date) for one in made[:3]),
        count=len(made),
    )


def top_up(records: Records, now: dt.datetime, series: Series) -> list[Meeting]:
    """Put the series' meetings of the coming year in the calendar; those that are there stay as they are."""
    if series.ended:
        return []
    network, today = records.network, now.date()
    there = {one.occurrence for one in records.meetings.all() if one.series == series.number}
    made = []
    for day in series_rules.days(series, today, today + series_rules.HORIZON):
        if day in there or network.at(day, series.start) <= now:
            continue
        planned = rules.schedule(network, day, series.start, series.end, series.place, now, series=series.number)
        made.append(records.meetings.add(planned))
    return made


def keep_series_going(records: Records, now: dt.datetime) -> None:
    """See to it that every series has its next meetings, so that an item can be tabled to them."""
    for series in records.series.all():
        top_up(records, now, series)


@router.on("meeting.move")
def move(turn: Turn) -> Replies:
    """Move a meeting; its reminders and its last day for items go with it."""
    meeting = _planned_meant(turn)
    date, start, end = turn.slots.date("date"), turn.slots.time("start"), turn.slots.time("end")
    if date is None and start is None and end is None:
        raise SlotUnreadable(slot="date")
    moved = rules.move(meeting, turn.network, turn.now, date=date, start=start, end=end)
    there = (one for one in turn.records.meetings.on(moved.date) if one.number != moved.number)
    if any(one.start == moved.start for one in there):
        raise MeetingThatDay(date=moved.date, time=moved.start)
    turn.records.meetings.save(moved)
    before, after = when(turn.words, meeting), when(turn.words, moved)
    if moved == meeting:
        yield turn.say("meetings-same", meeting=after)
    else:
        yield turn.say("meetings-moved", before=before, meeting=after)


@router.on("meeting.shift")
def shift(turn: Turn) -> Replies:
    """Start the rest of a series earlier or later, from a meeting on; the dates are shown before anything is done.

    Meetings that were moved by hand keep their time. The button holds the new time and the one it replaces, so that a
    second tap changes nothing.
    """
    first = meeting_meant(turn, "from")
    if first.is_open:
        first = later_meeting(turn, first)
    series = turn.records.series.get(first.series) if first.series is not None else None
    if series is None:
        raise NotASeries(date=first.date)
    start = _shifted(turn, series)
    model = Meeting(0, first.date, series.start, series.end)
    end = turn.slots.time("end") or rules.end_after(model, start)
    planned = turn.records.meetings.planned(first.date)
    rest = [one for one in planned if one.series == series.number and one.start == series.start]
    if not rest or start == series.start:
        yield turn.say("meetings-same", meeting=when(turn.words, first))
        return
    moved = [rules.move(one, turn.network, turn.now, start=start, end=end) for one in rest]
    if turn.slots.time("instead_of") != series.start:
        yield _shift_offer(turn, series, moved)
        return
    for one in moved:
        turn.records.meetings.save(one)
    turn.records.series.save(replace(series, start=start, end=end))
    yield turn.say("meetings-shifted", count=len(moved), first=moved[0].date, time=turn.words.span(start, moved[0].end))


class NotASeries(Refused):
    """The meeting is not one of a series; `date`."""


def _shifted(turn: Turn, series: Series) -> dt.time:
    """The new start: the one that was said, or so many minutes from the series' own."""
    start = turn.slots.time("start")
    if start is not None:
        return start
    minutes = turn.slots.number("shift") or 0
    moved = dt.datetime.combine(turn.today, series.start) + dt.timedelta(minutes=minutes)
    if moved.date() != turn.today or not minutes:
        raise SlotUnreadable(slot="start")
    return moved.time()


def _shift_offer(turn: Turn, series: Series, moved: list[Meeting]) -> Offers:
    shown = [when(turn.words, one) for one in moved[:6]]
    if len(moved) > len(shown):
        shown.append(turn.say("meetings-and-more", count=len(moved) - len(shown)))
    text = turn.say("meetings-shift-these", count=len(moved)) + "\n" + "\n".join(f"– {line}" for line in shown)
    slots: dict[str, object] = {
        "from": f"#{moved[0].number}",
        "start": f"{moved[0].start:%H:%M}",
        "instead_of": f"{series.start:%H:%M}",
    }
    if moved[0].end:
        slots["end"] = f"{moved[0].end:%H:%M}"
    return Offers(text, (Offer(turn.say("meetings-shift-yes"), turn.action, slots),))


@router.on("meeting.cancel")
def cancel(turn: Turn) -> Replies:
    """Cancel a meeting; nothing more is reminded of it."""
    meeting = _planned_meant(turn)
    cancelled = rules.cancel(meeting, turn.slots.text("reason"))
    turn.records.meetings.save(cancelled)
    yield turn.say("meetings-cancelled", meeting=when(turn.words, meeting), reason=cancelled.reason)
    waiting = [item for item in meeting.items if not item.standing and item.state is State.LISTED]
    later = turn.records.meetings.planned(turn.today)
    if waiting and later:
        text = turn.say("meetings-left-over", items=tuple(item.title for item in waiting))
        label = turn.say("meetings-carry", meeting=when(turn.words, later[0]), count=len(waiting))
        slots = {"meeting": f"#{meeting.number}", "to": f"#{later[0].number}"}
        yield Offers(text, (Offer(label, "meeting.carry", slots),))


@router.on("meeting.carry")
def carry(turn: Turn) -> Replies:
    """Put what was on a cancelled meeting's agenda on another's; what is there already is not put there twice."""
    source, target = meeting_meant(turn), meeting_meant(turn, "to")
    if source.stage is not Stage.CANCELLED:
        raise MeetingIsOver(date=source.date)
    taken = {item.title.casefold() for item in target.items}
    for item in source.items:
        if item.standing or item.state is not State.LISTED or item.title.casefold() in taken:
            continue
        wanted = Wanted(item.title, item.kind, item.presenters, item.minutes)
        target, _ = add(
            target,
            wanted,
            raised_by=item.raised_by,
            owner=item.owner,
            now=turn.now,
            tabled_from=item.tabled_from or source.date,
        )
    turn.records.meetings.save(target)
    yield turn.say("meetings-carried", meeting=when(turn.words, target))


@router.on("meeting.show")
def show(turn: Turn) -> Replies:
    """Say when the next meetings are."""
    planned = turn.records.meetings.planned(turn.today)
    ongoing = turn.records.meetings.open()
    count = min(max(turn.slots.number("count") or 1, 1), MOST_SHOWN)
    if ongoing:
        yield turn.say("meetings-now", meeting=when(turn.words, ongoing))
    if not planned:
        if not ongoing:
            raise NoMeeting
        return
    if count == 1 or len(planned) == 1:
        yield turn.say("meetings-next", meeting=when(turn.words, planned[0]))
        return
    yield Card(turn.say("meetings-coming"), (Lines(tuple(when(turn.words, one) for one in planned[:count])),))


@router.on("meeting.open")
def open_(turn: Turn) -> Replies:
    """Open today's meeting."""
    if (ongoing := turn.records.meetings.open()) is not None:
        raise rules.MeetingIsOpen(date=ongoing.date)
    meeting = next_meeting(turn)
    if meeting.date != turn.today:
        raise NotThatDayYet(date=meeting.date)
    opened = rules.open_meeting(meeting, turn.now, stated=_stated_time(turn))
    turn.records.meetings.save(opened)
    keep_series_going(turn.records, turn.now)
    yield turn.say("meetings-opened", meeting=when(turn.words, opened), items=len(opened.items))


@router.on("meeting.close")
def close(turn: Turn) -> Replies:
    """Close the meeting, count what came of it and offer the minutes."""
    meeting = open_meeting(turn)
    secretary = next((one.name for one in turn.network.holding(Role.SECRETARY)), "")
    closed = rules.close_meeting(meeting, turn.now, note_taker=secretary, stated=_stated_time(turn))
    turn.records.meetings.save(closed)
    keep_series_going(turn.records, turn.now)
    entries = [entry for item in closed.items for entry in item.entries]
    decided = (Written.DECISION, Written.FILED)
    tasks = [task for task in turn.records.tasks.all() if task.meeting == closed.number]
    yield turn.say(
        "meetings-closed",
        time=turn.now.time(),
        decisions=sum(1 for entry in entries if entry.written in decided),
        tasks=len(tasks),
    )
    later = [one for one in turn.records.meetings.planned(closed.date) if one.number != closed.number]
    if later:
        yield turn.say("meetings-next", meeting=when(turn.words, later[0]))
    if not any(one.present for one in closed.attendance):
        yield turn.say("meetings-nobody-noted")
    yield turn.say("meetings-draft-with-secretary")
    for member in turn.network.present_members:
        if leads(member.role):
            yield Tell("minutes.draft", f"member:{member.name}", {"meeting": closed.number})


def when(words: Spoken, meeting: Meeting) -> str:
    """A meeting by its time and place: "fredag 19 mars 2021 kl. 8.00–9.15 (Teams)"."""
    date = words.date(meeting.date)
    time = words.span(meeting.start, meeting.end)
    return words("meetings-when", date=date, time=time, place=meeting.place)


def reminder(words: Spoken, meeting: Meeting, left: str) -> Card:
    """What is posted before a meeting: when it is, and its agenda so far."""
    given = numbers(meeting)
    listed = tuple(f"{given[item.id]}. {item.title}" for item in in_order(meeting) if item.title)
    parts = (Facts(((words("meetings-time-row"), when(words, meeting)),)),)
    buttons = (Button(words("meetings-show-agenda"), "agenda.show", {"meeting": f"#{meeting.number}"}),)
    title = words("meetings-reminder", left=words.before(left))
    return Card(title, (*parts, Lines(listed)) if listed else parts, buttons)


def _planned_meant(turn: Turn) -> Meeting:
    """A planned meeting: the next one unless a day was said."""
    said = turn.slots.text("meeting")
    if said in ("", "next"):
        return next_meeting(turn)
    return turn.records.meetings.open() or next_meeting(turn) if said == "current" else meeting_meant(turn)


def _stated_time(turn: Turn) -> dt.time | None:
    """The time of day that the chair said with it ("mötet öppnas kl. 8.05"), not far from now."""
    times: Iterator[dt.time] = (
        found.time for found in find_when(turn.said, turn.now) if found.time and not found.doubt
    )
    return next(times, None)
