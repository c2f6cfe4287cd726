"""The minutes of a meeting, in either house style."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from documents.attendance import attendance
from documents.document import Block, Closing, Document, Facts, Heading, Remarks, Table
from documents.frame import cancellation, next_time, when_and_where
from documents.items import attachments, heading, origins, presenters
from documents.names import day, function, whole_name
from documents.outcomes import fate, written
from documents.wording import papers
from language.saying import say_list
from language.words import Words
from secretary.agenda import in_order, numbers
from secretary.item import Item
from secretary.meeting import Meeting
from secretary.network import Layout, Network, Role
from secretary.task import Task


def minutes(
    network: Network,
    meeting: Meeting,
    *,
    tasks: Sequence[Task] = (),
    language: str | None = None,
    layout: Layout | None = None,
    next_meeting: Meeting | None = None,
    written_on: dt.date,
) -> Document:
    """The minutes as written on a day; language and house style are the network's unless others are wanted.

    Of the tasks those are listed that were given at this meeting.
    """
    say = papers(language or network.language)
    style = layout or network.layout
    given = [task for task in tasks if task.meeting == meeting.number]
    when = when_and_where(meeting, style, say, start=meeting.stated_start, end=meeting.stated_end)
    blocks: list[Block] = [Facts((*when, *attendance(network, meeting, style, say)))]
    blocks += cancellation(meeting, say)
    for item in in_order(meeting):
        blocks += _item(network, meeting, item, style, say)
    blocks += _tasks(meeting, given, say)
    if next_meeting:
        blocks.append(next_time(next_meeting, say))
    blocks += _notes_by(network, meeting, say)
    return Document(
        title=say("papers-minutes"),
        subject=whole_name(network, say),
        language=say.language,
        date=written_on,
        dated=say("papers-written-on", date=written_on.isoformat()),
        blocks=tuple(blocks),
    )


def _item(network: Network, meeting: Meeting, item: Item, style: Layout, say: Words) -> tuple[Block, ...]:
    lines = (*presenters(item, network, meeting, style, say), *origins(item, network, meeting, say))
    return (
        heading(item, meeting, style, say),
        *((Remarks(lines),) if lines else ()),
        *written(network, item, style, say),
        *fate(item, say),
        *attachments([item], say),
    )


def _tasks(meeting: Meeting, tasks: Sequence[Task], say: Words) -> tuple[Block, ...]:
    if not tasks:
        return ()
    given = numbers(meeting)
    header = tuple(say(f"papers-task-{column}") for column in ("who", "what", "when", "item"))
    rows = tuple(
        (
            say_list(list(task.assignees), say.language),
            task.text,
            day(task.due.date, say.language) if task.due else "–",
            given.get(task.item, "–") if task.item is not None else "–",
        )
        for task in tasks
    )
    return (Heading(say("papers-tasks")), Table(header, rows))


def _notes_by(network: Network, meeting: Meeting, say: Words) -> tuple[Block, ...]:
    """The note-taker with title: the secretary, unless another was named."""
    secretaries = network.holding(Role.SECRETARY)
    name = meeting.note_taker or (secretaries[0].name if secretaries else "")
    if not name:
        return ()
    title = function(name, network, meeting)
    return (Closing(say("papers-notes-by", name=f"{name}, {title}" if title else name)),)
