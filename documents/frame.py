"""What stands above and below the items of a document: when and where, that a meeting is off, the next one."""

from __future__ import annotations

import datetime as dt

from documents.document import Block, Paragraph
from documents.names import ended
from language.saying import say_date, say_moment, say_span
from language.words import Words
from secretary.meeting import Meeting, Stage
from secretary.network import Layout


def when_and_where(
    meeting: Meeting,
    layout: Layout,
    say: Words,
    *,
    start: dt.time | None = None,
    end: dt.time | None = None,
) -> tuple[tuple[str, str], ...]:
    """The rows for day, time and place; the planned time unless another is given."""
    start, end = start or meeting.start, end or meeting.end
    place = ((say("papers-place"), meeting.place),) if meeting.place else ()
    if layout is Layout.DECISION:
        return ((say("papers-time"), _capital(_moment(meeting.date, start, end, say))), *place)
    date = _capital(say_date(meeting.date, say.language, year=True))
    return ((say("papers-date"), date), (say("papers-time"), _capital(say_span(start, end, say.language))), *place)


def cancellation(meeting: Meeting, say: Words) -> tuple[Block, ...]:
    """That the meeting is called off, and why."""
    if meeting.stage is not Stage.CANCELLED:
        return ()
    if meeting.reason:
        return (Paragraph(say("papers-cancelled-because", reason=ended(meeting.reason))),)
    return (Paragraph(say("papers-cancelled")),)


def next_time(meeting: Meeting, say: Words) -> Paragraph:
    """When and where the next meeting is."""
    text = _moment(meeting.date, meeting.start, meeting.end, say)
    return Paragraph(ended(f"{text}, {meeting.place}" if meeting.place else text), say("papers-next-meeting"))


def _moment(date: dt.date, start: dt.time, end: dt.time | None, say: Words) -> str:
    return say_moment(dt.datetime.combine(date, start), say.language, end=end, year=True)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
