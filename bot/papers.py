"""Documents that were asked for: kept as records when they are asked for, made when they are fetched."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from documents.agenda import agenda
from documents.document import Document
from documents.minutes import minutes
from records import memory
from records.memory import StoredPaper
from secretary.meeting import Meeting
from secretary.network import Network
from secretary.ports import Records
from secretary.task import Task

MEDIA = {"pdf": "application/pdf", "md": "text/markdown; charset=utf-8"}


@dataclass(frozen=True)
class Order:
    """Everything a document is made from, as it was when it was asked for."""

    kind: str
    network: Network
    meeting: Meeting
    written_on: dt.date
    tasks: tuple[Task, ...] = ()
    next_meeting: Meeting | None = None

    def document(self) -> Document:
        """The document, not yet in any format."""
        if self.kind == "agenda":
            return agenda(self.network, self.meeting)
        return minutes(
            self.network,
            self.meeting,
            tasks=self.tasks,
            next_meeting=self.next_meeting,
            written_on=self.written_on,
        )


def order(records: Records, kind: str, number: int, today: dt.date) -> Order:
    """The order for an agenda or minutes of a meeting."""
    meeting = records.meetings.get(number)
    if meeting is None:
        raise LookupError(f"no meeting {number}")
    later = [
        one for one in records.meetings.planned(meeting.date) if (one.date, one.start) > (meeting.date, meeting.start)
    ]
    return Order(
        kind=kind,
        network=records.network,
        meeting=meeting,
        written_on=today,
        tasks=tuple(task for task in records.tasks.all() if task.meeting == number),
        next_meeting=later[0] if later else None,
    )


def keep(connection: Connection, wanted: Order, form: str, now: dt.datetime) -> str:
    """Keep an order under a new unguessable token, and return the path it is fetched from."""
    token = secrets.token_urlsafe(24)
    name = f"{_file_name(wanted.network.short or wanted.network.name)}-{wanted.meeting.date}-{wanted.kind}.{form}"
    body = msgspec.json.encode(wanted).decode()
    memory.keep_paper(connection, token, StoredPaper(wanted.network.number, name, form, body), now)
    return f"/papers/{token}/{name}"


def fetched(connection: Connection, token: str) -> tuple[StoredPaper, Order] | None:
    """The paper of a token with its order."""
    paper = memory.paper(connection, token)
    return (paper, msgspec.json.decode(paper.body, type=Order)) if paper else None


def _file_name(text: str) -> str:
    """A name that every file system and header takes."""
    plain = text.translate(str.maketrans("åäöÅÄÖéÉ", "aaoAAOeE"))
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:60] or "kansli"
