"""Looking at the deliveries from outside: how many there are, which, and what happened to each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, true
from sqlalchemy import func as sql

from records.delivery_table import (
    ACTIVE,
    IS_ACTIVE,
    STATES,
    DeliveryRow,
    as_row,
    deliveries,
    delivery_events,
    moment,
)

OPEN = (*ACTIVE, "review")
_c = deliveries.c


@dataclass(frozen=True)
class Happened:
    """One step of a delivery."""

    at: dt.datetime
    before: str | None
    after: str
    owner: str | None
    why: str


def counted(connection: Connection) -> Mapping[str, int]:
    """How many deliveries there are in each state."""
    found = {row[0]: row[1] for row in connection.execute(select(_c.state, sql.count()).group_by(_c.state))}
    return {state: found.get(state, 0) for state in STATES}


def oldest_due(connection: Connection) -> dt.datetime | None:
    """The moment of the one that should have been posted longest ago, or comes next; None when nothing is owed."""
    first = connection.execute(select(sql.min(_c.due)).where(IS_ACTIVE)).scalar()
    return None if first is None else moment(first)


def listed(
    connection: Connection, states: Sequence[str] = OPEN, network: int | None = None, most: int = 200
) -> tuple[DeliveryRow, ...]:
    """The first deliveries in some states, of one network or of all, by moment."""
    whose = true() if network is None else _c.network == network
    query = select(deliveries).where(_c.state.in_(states), whose).order_by(_c.due, _c.id).limit(most)
    return tuple(as_row(found) for found in connection.execute(query))


def history(connection: Connection, number: int) -> tuple[Happened, ...]:
    """What happened to a delivery, in order."""
    e = delivery_events.c
    found = select(e.at, e.from_state, e.to_state, e.owner, e.why).where(e.delivery == number).order_by(e.id)
    return tuple(Happened(moment(row[0]), row[1], row[2], row[3], row[4]) for row in connection.execute(found))
