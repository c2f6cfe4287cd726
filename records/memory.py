"""What the conversation remembers between messages: open questions, what can be taken back, cards, answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from records.network import KINDS, Change, NetworkRecords
from records.schema import metadata
from secretary.network import Network

questions = Table(
    "question",
    metadata,
    Column("person", String(200), primary_key=True),
    Column("place", String(300), primary_key=True),
    Column("asked", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
)
takebacks = Table(
    "takeback",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("network", Integer, ForeignKey("network.number"), nullable=False),
    Column("person", String(200), nullable=False),
    Column("place", String(300), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("action", String(60), nullable=False),
    Column("meeting", Integer),
    Column("said", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("undone", Boolean, nullable=False, default=False),
    Index("ix_takeback_network_id", "network", "id"),
)
inbox = Table(
    "inbox",
    metadata,
    Column("conversation", String(300), primary_key=True),
    Column("activity", String(200), primary_key=True),
    Column("received", BigInteger, nullable=False),
    Column("answer", Text, nullable=False),
    Column("sent", Boolean, nullable=False, default=False),
    Index("ix_inbox_received", "received"),
)
posted = Table(
    "posted",
    metadata,
    Column("network", Integer, ForeignKey("network.number"), primary_key=True),
    Column("card", String(120), primary_key=True),
    Column("conversation", String(300), nullable=False),
    Column("activity", String(200), nullable=False),
)
choices = Table(
    "choice",
    metadata,
    Column("person", String(200), primary_key=True),
    Column("network", Integer, nullable=False),
)
papers = Table(
    "paper",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("network", Integer, ForeignKey("network.number"), nullable=False),
    Column("name", String(200), nullable=False),
    Column("format", String(8), nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
)


QUESTION_LASTS = dt.timedelta(days=1)


def micros(moment: dt.datetime) -> int:
    """A moment as whole microseconds of UTC."""
    return int(moment.timestamp() * 1_000_000)


def open_question(connection: Connection, person: str, place: str, now: dt.datetime) -> str | None:
    """The question this person has open in this place, as it was kept, unless a day has gone."""
    mine = (questions.c.person == person, questions.c.place == place)
    recent = questions.c.asked >= micros(now - QUESTION_LASTS)
    return connection.execute(select(questions.c.body).where(*mine, recent)).scalar()


def ask(connection: Connection, person: str, place: str, body: str | None, now: dt.datetime) -> None:
    """Put a question in the place of the one before, or let none be open."""
    mine = (questions.c.person == person, questions.c.place == place)
    connection.execute(delete(questions).where(*mine))
    if body is not None:
        connection.execute(insert(questions).values(person=person, place=place, asked=micros(now), body=body))


@dataclass(frozen=True)
class Takeback:
    """A change that can be taken back."""

    id: int
    action: str
    said: str
    changes: tuple[Change, ...]


def _decoded(change: dict[str, Any], side: str) -> Any:
    kind = Network if change["kind"] == "network" else KINDS[change["kind"]][1]
    return None if change[side] is None else msgspec.convert(change[side], type=kind)


def remember(
    connection: Connection,
    records: NetworkRecords,
    *,
    person: str,
    place: str,
    action: str,
    said: str,
    meeting: int | None,
    now: dt.datetime,
) -> None:
    """Keep what a turn changed, so that it can be taken back."""
    connection.execute(
        insert(takebacks).values(
            network=records.network.number,
            person=person,
            place=place,
            at=micros(now),
            action=action,
            meeting=meeting,
            said=said,
            body=msgspec.json.encode(records.changes).decode(),
            undone=False,
        )
    )


def last_change(
    connection: Connection,
    network: int,
    *,
    person: str | None = None,
    place: str | None = None,
    meeting: int | None = None,
    since: dt.datetime | None = None,
) -> Takeback | None:
    """The latest change that has not been taken back: a person's in a place, or a meeting's."""
    query = select(takebacks).where(takebacks.c.network == network, takebacks.c.undone.is_(False))
    if person is not None:
        query = query.where(takebacks.c.person == person)
    if place is not None:
        query = query.where(takebacks.c.place == place)
    if meeting is not None:
        query = query.where(takebacks.c.meeting == meeting)
    if since is not None:
        query = query.where(takebacks.c.at >= micros(since))
    row = connection.execute(query.order_by(takebacks.c.id.desc()).limit(1)).mappings().first()
    if row is None:
        return None
    raw = msgspec.json.decode(row["body"], type=list[dict[str, Any]])
    changes = tuple(Change(one["kind"], one["number"], _decoded(one, "before"), _decoded(one, "after")) for one in raw)
    return Takeback(row["id"], row["action"], row["said"], changes)


def taken_back(connection: Connection, takeback: Takeback) -> None:
    """Mark a change as taken back."""
    connection.execute(update(takebacks).where(takebacks.c.id == takeback.id).values(undone=True))


def stored_answer(connection: Connection, conversation: str, activity: str) -> str | None:
    """The answer given to an activity before, None when it is new."""
    mine = (inbox.c.conversation == conversation, inbox.c.activity == activity)
    return connection.execute(select(inbox.c.answer).where(*mine)).scalar()


def store_answer(connection: Connection, conversation: str, activity: str, answer: str, now: dt.datetime) -> None:
    """Keep the answer to an activity, in the same transaction as what the activity changed."""
    connection.execute(
        insert(inbox).values(
            conversation=conversation, activity=activity, received=micros(now), answer=answer, sent=False
        )
    )


def answer_sent(connection: Connection, conversation: str, activity: str) -> None:
    """Mark an answer as sent."""
    mine = (inbox.c.conversation == conversation, inbox.c.activity == activity)
    connection.execute(update(inbox).where(*mine).values(sent=True))


def unsent_answers(connection: Connection, before: dt.datetime | None = None) -> tuple[tuple[str, str, str], ...]:
    """Conversation, activity and answer of what was answered, before a moment, but never marked sent.

    They are held until the transaction ends; what somebody else holds is theirs.
    """
    query = select(inbox.c.conversation, inbox.c.activity, inbox.c.answer).where(inbox.c.sent.is_(False))
    if before is not None:
        query = query.where(inbox.c.received < micros(before))
    query = query.order_by(inbox.c.received).with_for_update(skip_locked=True)
    return tuple((row[0], row[1], row[2]) for row in connection.execute(query))


def leave_unsent(connection: Connection) -> int:
    """Mark every answer as sent, because it may have been; how many were not."""
    return connection.execute(update(inbox).where(inbox.c.sent.is_(False)).values(sent=True)).rowcount


def card_is_at(connection: Connection, network: int, card: str, conversation: str, activity: str) -> None:
    """Remember where a card that is kept up to date stands."""
    mine = (posted.c.network == network, posted.c.card == card)
    connection.execute(delete(posted).where(*mine))
    values = {"network": network, "card": card, "conversation": conversation, "activity": activity}
    connection.execute(insert(posted).values(values))


def where_is_card(connection: Connection, network: int, card: str) -> tuple[str, str] | None:
    """Conversation and activity of a card that is kept up to date."""
    query = select(posted.c.conversation, posted.c.activity)
    row = connection.execute(query.where(posted.c.network == network, posted.c.card == card)).first()
    return (row[0], row[1]) if row else None


def chosen_network(connection: Connection, person: str) -> int | None:
    """The network a person of several means in private."""
    return connection.execute(select(choices.c.network).where(choices.c.person == person)).scalar()


def choose_network(connection: Connection, person: str, network: int) -> None:
    """Keep which network a person means in private."""
    connection.execute(delete(choices).where(choices.c.person == person))
    connection.execute(insert(choices).values(person=person, network=network))


@dataclass(frozen=True)
class StoredPaper:
    """A document as it was asked for: its content as data, to be rendered when it is fetched."""

    network: int
    name: str
    format: str
    body: str


def keep_paper(connection: Connection, token: str, paper: StoredPaper, now: dt.datetime) -> None:
    """Keep a paper under an unguessable token."""
    connection.execute(
        insert(papers).values(
            token=token,
            network=paper.network,
            name=paper.name,
            format=paper.format,
            made=micros(now),
            body=paper.body,
        )
    )


def paper(connection: Connection, token: str) -> StoredPaper | None:
    """The paper of a token."""
    columns = (papers.c.network, papers.c.name, papers.c.format, papers.c.body)
    row = connection.execute(select(*columns).where(papers.c.token == token)).first()
    return StoredPaper(row[0], row[1], row[2], row[3]) if row else None


def asked_in(connection: Connection, person: str, since: dt.datetime) -> tuple[str, ...]:
    """The places in which a person was asked something since a moment that is still open, latest first."""
    recent = questions.c.asked >= micros(since)
    query = select(questions.c.place).where(questions.c.person == person, recent)
    return tuple(connection.execute(query.order_by(questions.c.asked.desc())).scalars())
