"""The journal: every change, chained by digests, so that a later change of the past shows.

An entry's digest covers the digest before it and a salted digest of its content. The content stands beside it and
can be erased together with its salt; the chain holds all the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

import msgspec
from sqlalchemy import BigInteger, Column, Connection, Integer, String, Table, Text, insert, select
from sqlalchemy import func as sql

from records.locks import JOURNAL, one_at_a_time
from records.memory import micros
from records.network import Change
from records.schema import metadata

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("network", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("salt", String(32)),
    Column("content", Text),
    Column("content_digest", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
)
START = "0" * 64


@dataclass(frozen=True)
class Verdict:
    """What checking the chain found: how many entries, the last digest, and the first entry that is wrong."""

    entries: int
    head: str
    broken: int | None = None


def append(
    connection: Connection,
    network: int,
    *,
    who: str,
    action: str,
    message: str,
    changes: tuple[Change, ...],
    now: dt.datetime,
) -> None:
    """Write down a turn's changes: who, what, when, from which message."""
    one_at_a_time(connection, JOURNAL)
    last = select(journal.c.digest).order_by(journal.c.number.desc()).limit(1)
    previous = connection.execute(last).scalar() or START
    content = msgspec.json.encode({"who": who, "action": action, "message": message, "changes": changes}).decode()
    salt = secrets.token_hex(16)
    inner = _digest(salt, content)
    connection.execute(
        insert(journal).values(
            network=network,
            at=micros(now),
            salt=salt,
            content=content,
            content_digest=inner,
            digest=_digest(previous, str(network), str(micros(now)), inner),
        )
    )


def last(connection: Connection) -> int:
    """The number of the last entry; 0 in an empty journal."""
    return connection.execute(select(sql.max(journal.c.number))).scalar() or 0


def verify(connection: Connection) -> Verdict:
    """Walk the chain from its start."""
    previous, count = START, 0
    for row in connection.execute(select(journal).order_by(journal.c.number)).mappings():
        count += 1
        erased = row["salt"] is None and row["content"] is None
        inner = row["content_digest"] if erased else _digest(row["salt"] or "", row["content"] or "")
        digest = _digest(previous, str(row["network"]), str(row["at"]), inner)
        if inner != row["content_digest"] or digest != row["digest"]:
            return Verdict(count, previous, broken=row["number"])
        previous = digest
    return Verdict(count, previous)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
