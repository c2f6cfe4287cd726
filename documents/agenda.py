"""The notice of a meeting with its agenda."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from documents.document import Block, Document, Facts, Remarks
from documents.frame import cancellation, when_and_where
from documents.items import attachments, heading, origins, presenters
from documents.names import whole_name
from documents.outcomes import fate
from documents.wording import papers
from language.saying import say_date, say_minutes, say_moment
from language.words import Words
from secretary.agenda import in_order
from secretary.due import Due
from secretary.item import Item
from secretary.meeting import Meeting
from secretary.network import Network


def agenda(network: Network, meeting: Meeting, *, language: str | None = None) -> Document:
    """The agenda as it stands; dated the day it was sent out, or the meeting's day before that."""
    say = papers(language or network.language)
    sent = meeting.published.astimezone(ZoneInfo(network.zone)).date() if meeting.published else None
    deadline = ((say("papers-deadline"), _due(meeting.deadline, say)),) if meeting.deadline else ()
    blocks: list[Block] = [
        Facts((*when_and_where(meeting, network.layout, say), *deadline)),
        *cancellation(meeting, say),
    ]
    for item in in_order(meeting):
        blocks += _item(network, meeting, item, say)
    return Document(
        title=say("papers-agenda"),
        subject=whole_name(network, say),
        language=say.language,
        date=sent or meeting.date,
        dated=say("papers-sent-on", date=sent.isoformat()) if sent else "",
        blocks=tuple(blocks),
    )


def _item(network: Network, meeting: Meeting, item: Item, say: Words) -> tuple[Block, ...]:
    length = (say_minutes(item.minutes, say.language),) if item.minutes else ()
    lines = (
        *presenters(item, network, meeting, network.layout, say),
        *length,
        *origins(item, network, meeting, say),
    )
    return (
        heading(item, meeting, network.layout, say),
        *((Remarks(lines),) if lines else ()),
        *fate(item, say),
        *attachments([item], say),
    )


def _due(due: Due, say: Words) -> str:
    if due.time:
        return say_moment(dt.datetime.combine(due.date, due.time), say.language, year=True)
    return say_date(due.date, say.language, year=True)
