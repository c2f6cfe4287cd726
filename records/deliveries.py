"""The deliveries: every message owed to somebody, what became of it, and each step on the way.

What a state means and which may follow which is the scheduler's knowledge. Here each step is guarded by row, fence
and state, so that only the one who holds a row can move it; and each step leaves an event behind.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, literal, or_, select, tuple_, update
from sqlalchemy import func as sql
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from records.delivery_table import (
    ACTIVE,
    IS_ACTIVE,
    OVER,
    DeliveryRow,
    Keyed,
    Owing,
    as_row,
    deliveries,
    delivery_events,
    micros,
    moment,
)

_c = deliveries.c
Lane = tuple[int, str]  # a network and a receiver in it


class Deliveries:
    """The deliveries of all networks, over one connection and within its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # What is owed

    def plan(self, network: int, new: Iterable[Owing], gone: Iterable[Keyed], now: dt.datetime) -> None:
        """Take back what is gone and keep what is new; what is kept already is not kept twice."""
        for owed in gone:
            self._take_back(f"{network}:{owed.key}", now)
        self._keep(network, {owed.key: _values(owed) for owed in new}, now)

    def owe(
        self,
        network: int,
        kind: str,
        target: str,
        facts: Mapping[str, str | int],
        *,
        key: str,
        now: dt.datetime,
        due: dt.datetime | None = None,
        expires: dt.datetime | None = None,
        on_unknown: str = "resend",
        doubtful: bool = False,
    ) -> bool:
        """Keep a message that is owed at once, or from an aware moment on; False when the key was used before.

        One that is doubtful may have been posted already.
        """
        due = due or now
        values = {
            **({"state": "unknown", "doubts": 1} if doubtful else {}),
            "kind": kind,
            "object": "",
            "occurrence": "once",
            "target": target,
            "facts": dict(facts),
            "local_due": due.replace(tzinfo=None).isoformat(),
            "due": micros(due),
            "expires": None if expires is None else micros(expires),
            "on_unknown": on_unknown,
        }
        return self._keep(network, {key: values}, now) == 1

    # One attempt, by the one who holds the row

    def claim(
        self, now: dt.datetime, owner: str, lease: dt.timedelta, skip: Collection[Lane] = ()
    ) -> DeliveryRow | None:
        """Take up the one that has been due longest, unless somebody else is taking it up.

        `skip` names receivers that must wait.
        """
        chosen = (
            select(_c.id)
            .where(IS_ACTIVE, *_ready(now), *_others(skip))
            .order_by(_c.next_try, _c.due, _c.id)
            .limit(1)
            .with_for_update(skip_locked=True)  # left out by SQLite, where writers wait for each other anyway
        )
        return next(iter(self._claimed(_c.id == chosen.scalar_subquery(), now, owner, lease)), None)

    def claim_more(
        self,
        first: DeliveryRow,
        now: dt.datetime,
        owner: str,
        lease: dt.timedelta,
        due: dt.datetime,
        kinds: Collection[str],
    ) -> tuple[DeliveryRow, ...]:
        """Take up everything of some kinds for the receiver of a claimed one that was due at a moment."""
        chosen = select(_c.id).where(*_waiting_with(first, now, due, kinds)).with_for_update(skip_locked=True)
        found = self._claimed(_c.id.in_(chosen), now, owner, lease)
        return tuple(sorted(found, key=lambda row: (row.due, row.id)))

    def waiting(self, row: DeliveryRow, now: dt.datetime, due: dt.datetime, kinds: Collection[str]) -> int:
        """How many of some kinds wait for the receiver of a row that were due at a moment."""
        query = select(sql.count()).where(*_waiting_with(row, now, due, kinds))
        return self._connection.execute(query).scalar_one()

    def mark_sending(self, row: DeliveryRow, now: dt.datetime, lease: dt.timedelta) -> bool:
        """Mark the attempt; it may begin when this is committed, and only if this is True."""
        return self._move(row, ("leased",), "sending", now, values={"next_try": micros(now + lease)})

    def sent(self, row: DeliveryRow, activity_id: str, now: dt.datetime) -> bool:
        """It is posted, under this activity id; also when the attempt was given up and nobody tried again."""
        states = ("sending", "unknown", "pending", "review")
        values = {"activity_id": activity_id, "sent_at": micros(now), "last_error": None}
        return self._move(row, states, "sent", now, values=values)

    def retry(self, row: DeliveryRow, at: dt.datetime, why: str, now: dt.datetime) -> bool:
        """It is certainly not posted: try again at a moment, unless it is no longer wanted."""
        return self._wait_again(row, ("leased", "sending"), at, why, now)

    def unknown(self, row: DeliveryRow, at: dt.datetime, why: str, now: dt.datetime) -> bool:
        """It may be posted: look again at a moment."""
        values = {"next_try": micros(at), "doubts": _c.doubts + 1, "last_error": why}
        return self._move(row, ("sending",), "unknown", now, why, values=values)

    def fail(self, row: DeliveryRow, why: str, now: dt.datetime) -> bool:
        """It was refused for good."""
        return self._move(row, ("leased", "sending"), "failed", now, why, values={"last_error": why})

    def cancel(self, row: DeliveryRow, why: str, now: dt.datetime) -> bool:
        """It is not to be posted, and not to be owed again either; not possible while an attempt is under way."""
        return self._move(row, ("leased", "pending", "unknown", "review"), "cancelled", now, why)

    # The sweeps, by anybody

    def expire(self, now: dt.datetime) -> tuple[DeliveryRow, ...]:
        """Give up what waited until it was not worth posting."""
        rows = self._due(now, _c.state == "pending", _c.expires <= micros(now))
        return tuple(row for row in rows if self._move(row, ("pending",), "expired", now))

    def recover(self, now: dt.datetime, *, lease: dt.timedelta = dt.timedelta(0)) -> int:
        """Free what was held longer than its lease: an attempt under way has become unknown; how many.

        With `lease`, also what was taken up within it: only where nobody else can be holding it.
        """
        rows = self._due(now + lease, _c.state.in_(("leased", "sending")))
        return sum(
            self.unknown(row, now, "the sender was lost", now)
            if row.state == "sending"
            else self._wait_again(row, ("leased",), now, "the holder was lost", now)
            for row in rows
        )

    def doubtful(self, now: dt.datetime) -> tuple[DeliveryRow, ...]:
        """What may be posted or not, and is to be looked at now."""
        return self._due(now, _c.state == "unknown")

    def settle(self, row: DeliveryRow, now: dt.datetime) -> bool:
        """Decide about a doubtful one that could not be found in the channel, as it is kept for its kind."""
        if row.on_unknown == "hold":
            return self._move(row, ("unknown",), "review", now)
        if row.expires is not None and row.expires <= now:
            return self._move(row, ("unknown",), "expired", now)
        return self._wait_again(row, ("unknown",), now, "", now)

    def hold_past(self, now: dt.datetime, why: str) -> int:
        """Let a person decide about all that was due, because it may have been posted; how many."""
        past = (_c.state.in_(ACTIVE), _c.due <= micros(now))
        names = ["delivery", "at", "from_state", "to_state", "owner", "fence", "why"]
        step = [_c.id, literal(micros(now)), _c.state, literal("review"), _c.owner, _c.fence, literal(why)]
        self._connection.execute(insert(delivery_events).from_select(names, select(*step).where(*past)))
        return self._connection.execute(update(deliveries).where(*past).values(state="review")).rowcount

    def prune(self, before: dt.datetime) -> int:
        """Forget what was over before a moment; how many."""
        old = select(_c.id).where(_c.state.in_(OVER), _c.due < micros(before), _c.next_try < micros(before))
        self._connection.execute(delete(delivery_events).where(delivery_events.c.delivery.in_(old)))
        return self._connection.execute(delete(deliveries).where(_c.id.in_(old))).rowcount

    # Looking

    def get(self, number: int) -> DeliveryRow | None:
        """The delivery of that id."""
        found = self._read(_c.id == number)
        return found[0] if found else None

    def next_due(self, skip: Collection[Lane] = ()) -> dt.datetime | None:
        """When to look next: something is due then, or a wait or a lease ends; it may lie behind.

        `skip` names receivers that must wait.
        """
        first = self._connection.execute(select(sql.min(_c.next_try)).where(IS_ACTIVE, *_others(skip))).scalar()
        return None if first is None else moment(first)

    def pending(self, network: int) -> tuple[DeliveryRow, ...]:
        """What is still to be posted in a network, by moment."""
        return self._read(_c.network == network, _c.state.in_(ACTIVE), _c.wanted)

    def planned(self, network: int) -> tuple[DeliveryRow, ...]:
        """What waits and was computed from the records, by moment: what a new computation is compared with."""
        return self._read(_c.network == network, _c.state == "pending", _c.object != "")

    def held(self, network: int) -> tuple[DeliveryRow, ...]:
        """What waits for a person's decision, by moment."""
        return self._read(_c.network == network, _c.state == "review")

    def release(self, row: DeliveryRow, now: dt.datetime) -> bool:
        """Post a held one after all, as a person decided."""
        return self._move(
            row, ("review",), "pending", now, "released", values={"next_try": micros(now), "wanted": True}
        )

    def events(self, number: int) -> tuple[tuple[str | None, str, str], ...]:
        """What happened to a delivery: from, to and why, in order."""
        e = delivery_events.c
        found = select(e.from_state, e.to_state, e.why).where(e.delivery == number).order_by(e.id)
        return tuple((row[0], row[1], row[2]) for row in self._connection.execute(found))

    # How it is done

    def _claimed(
        self, which: ColumnElement[bool], now: dt.datetime, owner: str, lease: dt.timedelta
    ) -> tuple[DeliveryRow, ...]:
        held = {"state": "leased", "owner": owner, "next_try": micros(now + lease)}
        taken = update(deliveries).where(which).values(fence=_c.fence + 1, attempts=_c.attempts + 1, **held)
        rows = tuple(as_row(found) for found in self._connection.execute(taken.returning(deliveries)))
        for row in rows:
            self._happened(row, "pending", "leased", "", now)
        return rows

    def _keep(self, network: int, owed: Mapping[str, Mapping[str, object]], now: dt.datetime) -> int:
        """Keep what was not kept before, by key; how many."""
        rows = [{**_FRESH, **one, **_place(network, key), "next_try": one["due"]} for key, one in owed.items()]
        if not rows:
            return 0
        postgresql = self._connection.dialect.name == "postgresql"
        statement = (postgresql_insert if postgresql else sqlite_insert)(deliveries)
        once = statement.on_conflict_do_nothing(index_elements=["dedup_key"]).returning(_c.id)
        kept = self._connection.execute(once, rows).scalars().all()
        if kept:
            first = {"at": micros(now), "from_state": None, "to_state": rows[0]["state"], "owner": None}
            events = [{**first, "delivery": number, "fence": 0, "why": ""} for number in kept]
            self._connection.execute(insert(delivery_events), events)
        if len(kept) < len(rows):
            keys = [row["dedup_key"] for row in rows]
            again = update(deliveries).where(_c.dedup_key.in_(keys), ~_c.wanted)
            self._connection.execute(again.values(wanted=True))
        return len(kept)

    def _take_back(self, key: str, now: dt.datetime) -> None:
        # Held from here on, so that it is not claimed and handed back between the look and the step.
        for row in self._read(_c.dedup_key == key, hold=True):
            if not self._give_up(row, ("pending", "leased"), now):
                # It may be posted at this moment: only its end tells.
                may_be_posted = (_c.id == row.id, _c.state.in_(("sending", "unknown")))
                self._connection.execute(update(deliveries).where(*may_be_posted).values(wanted=False))

    def _give_up(self, row: DeliveryRow, states: tuple[str, ...], now: dt.datetime) -> bool:
        # It gives up its key, so that the same occurrence can be owed again when things are moved back.
        values = {"dedup_key": _c.dedup_key + f"#{row.id}"}
        return self._move(row, states, "cancelled", now, "no longer wanted", values=values)

    def _wait_again(
        self, row: DeliveryRow, states: tuple[str, ...], at: dt.datetime, why: str, now: dt.datetime
    ) -> bool:
        values = {"next_try": micros(at), "last_error": why or row.last_error}
        again = self._move(row, states, "pending", now, why, also=_c.wanted, values=values)
        return again or self._give_up(row, states, now)

    def _move(
        self,
        row: DeliveryRow,
        states: tuple[str, ...],
        to: str,
        now: dt.datetime,
        why: str = "",
        *,
        also: ColumnElement[bool] | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> bool:
        """One step, if the row is still held by the same fence and in one of the states."""
        for state in states:
            where = [_c.id == row.id, _c.fence == row.fence, _c.state == state]
            if also is not None:
                where.append(also)
            moved = update(deliveries).where(*where).values(state=to, **(values or {}))
            if self._connection.execute(moved).rowcount == 1:
                self._happened(row, state, to, why, now)
                return True
        return False

    def _happened(self, row: DeliveryRow, before: str | None, after: str, why: str, now: dt.datetime) -> None:
        event = {"delivery": row.id, "at": micros(now), "from_state": before, "to_state": after}
        event |= {"owner": row.owner, "fence": row.fence, "why": why}
        self._connection.execute(insert(delivery_events).values(event))

    def _due(self, now: dt.datetime, *where: ColumnElement[bool]) -> tuple[DeliveryRow, ...]:
        """What is to be looked at now; what somebody else holds at this moment is theirs."""
        return self._read(IS_ACTIVE, _c.next_try <= micros(now), *where, hold=True, skip=True)

    def _read(self, *where: ColumnElement[bool], hold: bool = False, skip: bool = False) -> tuple[DeliveryRow, ...]:
        query = select(deliveries).where(*where).order_by(_c.due, _c.id)
        if hold:
            query = query.with_for_update(skip_locked=skip)
        return tuple(as_row(found) for found in self._connection.execute(query))


def _ready(now: dt.datetime) -> tuple[ColumnElement[bool], ...]:
    """What can be posted now."""
    at = micros(now)
    return _c.state == "pending", _c.next_try <= at, or_(_c.expires.is_(None), _c.expires > at)


def _waiting_with(
    row: DeliveryRow, now: dt.datetime, due: dt.datetime, kinds: Collection[str]
) -> tuple[ColumnElement[bool], ...]:
    """What waits for the same receiver, was due at a moment, and may come twice rather than never."""
    same = (_c.network == row.network, _c.target == row.target, _c.kind.in_(list(kinds)))
    return IS_ACTIVE, *_ready(now), *same, _c.due <= micros(due), _c.on_unknown == "resend", _c.wanted


def _others(skip: Collection[Lane]) -> tuple[ColumnElement[bool], ...]:
    """Everything but what is for these receivers."""
    return (tuple_(_c.network, _c.target).not_in(list(skip)),) if skip else ()


_FRESH = {"state": "pending", "wanted": True, "fence": 0, "attempts": 0, "doubts": 0}


def _place(network: int, key: str) -> dict[str, object]:
    return {"network": network, "dedup_key": f"{network}:{key}"}


def _values(owed: Owing) -> dict[str, object]:
    return {
        "kind": owed.kind,
        "object": owed.object,
        "occurrence": owed.occurrence,
        "target": owed.target,
        "facts": dict(owed.facts),
        "local_due": owed.local_due.isoformat(),
        "due": micros(owed.due),
        "expires": None if owed.expires is None else micros(owed.expires),
        "on_unknown": str(owed.on_unknown),
    }
