"""The tables of what is owed, and a row of them as a value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
)

from records.schema import metadata

STATES = ("pending", "leased", "sending", "unknown", "sent", "expired", "cancelled", "failed", "review")
ACTIVE = ("pending", "unknown", "leased", "sending")
OVER = ("sent", "expired", "cancelled", "failed")
_ID = BigInteger().with_variant(Integer(), "sqlite")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)

deliveries = Table(
    "delivery",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("dedup_key", Text, nullable=False, unique=True),
    Column("network", Integer, ForeignKey("network.number"), nullable=False),
    Column("kind", String(60), nullable=False),
    Column("object", String(120), nullable=False),
    Column("occurrence", String(120), nullable=False),
    Column("target", Text, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("local_due", String(32), nullable=False),  # what people asked for, wall-clock
    Column("due", BigInteger, nullable=False),  # this and every other time: microseconds since 1970, UTC
    Column("expires", BigInteger),
    Column("on_unknown", String(8), nullable=False),
    Column("state", String(12), nullable=False),
    Column("wanted", Boolean, nullable=False),  # false: taken back while an attempt was under way
    Column("fence", Integer, nullable=False),  # rises with every claim: who holds an older one has lost the row
    Column("owner", Text),
    Column("attempts", Integer, nullable=False),
    Column("doubts", Integer, nullable=False),  # attempts without a clear answer: it may have been posted before
    Column("next_try", BigInteger, nullable=False),  # when to look again: its moment, or the end of wait or lease
    Column("last_error", Text),
    Column("activity_id", Text),
    Column("sent_at", BigInteger),
    CheckConstraint(f"state IN {STATES}", name="state"),
    CheckConstraint("on_unknown IN ('resend', 'hold')", name="on_unknown"),
    CheckConstraint("state <> 'sent' OR activity_id IS NOT NULL", name="sent_has_activity"),
    sqlite_autoincrement=True,
)
# Written out in full wherever it is asked for, because a partial index is only used for its own very words.
IS_ACTIVE = deliveries.c.state.in_(bindparam("active", ACTIVE, expanding=True, literal_execute=True))
Index(
    "ix_delivery_next_try",
    deliveries.c.next_try,
    deliveries.c.due,
    sqlite_where=deliveries.c.state.in_(ACTIVE),
    postgresql_where=deliveries.c.state.in_(ACTIVE),
)
Index("ix_delivery_network_state", deliveries.c.network, deliveries.c.state, deliveries.c.due)

delivery_events = Table(
    "delivery_event",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("delivery", _ID, ForeignKey("delivery.id"), nullable=False, index=True),
    Column("at", BigInteger, nullable=False),
    Column("from_state", String(12)),
    Column("to_state", String(12), nullable=False),
    Column("owner", Text),
    Column("fence", Integer, nullable=False),
    Column("why", Text, nullable=False),
    sqlite_autoincrement=True,
)


class Keyed(Protocol):
    """Something known by its key within its network."""

    @property
    def key(self) -> str: ...  # noqa: D102


class Owing(Keyed, Protocol):
    """A message owed, as the scheduler computes it."""

    @property
    def kind(self) -> str: ...  # noqa: D102 - the columns' names say what these are
    @property
    def object(self) -> str: ...  # noqa: D102
    @property
    def occurrence(self) -> str: ...  # noqa: D102
    @property
    def target(self) -> str: ...  # noqa: D102
    @property
    def local_due(self) -> dt.datetime: ...  # noqa: D102
    @property
    def due(self) -> dt.datetime: ...  # noqa: D102
    @property
    def expires(self) -> dt.datetime | None: ...  # noqa: D102
    @property
    def facts(self) -> Mapping[str, str | int]: ...  # noqa: D102
    @property
    def on_unknown(self) -> str: ...  # noqa: D102


@dataclass(frozen=True)
class DeliveryRow:
    """A delivery as it stood when it was read; times are in UTC, `local_due` is naive."""

    id: int
    key: str
    network: int
    kind: str
    object: str
    occurrence: str
    target: str
    facts: Mapping[str, str | int]
    local_due: dt.datetime
    due: dt.datetime
    expires: dt.datetime | None
    on_unknown: str
    state: str
    fence: int
    owner: str | None
    attempts: int
    doubts: int
    next_try: dt.datetime
    last_error: str | None
    activity_id: str | None
    sent_at: dt.datetime | None


def as_row(found: Row[Any]) -> DeliveryRow:
    """The value of a row of the table."""
    return DeliveryRow(
        id=found.id,
        key=found.dedup_key.removeprefix(f"{found.network}:"),
        network=found.network,
        kind=found.kind,
        object=found.object,
        occurrence=found.occurrence,
        target=found.target,
        facts=found.facts,
        local_due=dt.datetime.fromisoformat(found.local_due),
        due=moment(found.due),
        expires=None if found.expires is None else moment(found.expires),
        on_unknown=found.on_unknown,
        state=found.state,
        fence=found.fence,
        owner=found.owner,
        attempts=found.attempts,
        doubts=found.doubts,
        next_try=moment(found.next_try),
        last_error=found.last_error,
        activity_id=found.activity_id,
        sent_at=None if found.sent_at is None else moment(found.sent_at),
    )


def micros(at: dt.datetime) -> int:
    """An aware moment in microseconds since 1970."""
    return (at - _EPOCH) // _MICROSECOND


def moment(count: int) -> dt.datetime:
    """The moment, in UTC, of so many microseconds since 1970."""
    return _EPOCH + count * _MICROSECOND
