"""`kansli deliveries`: what is owed, what became of it, and a person's word about what is in doubt."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from bot import clock_guard
from bot.store import looking
from records import network as networks
from records.deliveries import Deliveries
from records.delivery_table import STATES, DeliveryRow
from records.delivery_views import OPEN, history, listed

MOST = 200


def show_list(engine: Engine, state: str | None, network: int | None) -> int:
    """A table of what is still open, or of what is in one state."""
    if state is not None and state not in STATES:
        sys.stderr.write(f"{state} is no state; there are {', '.join(STATES)}.\n")
        return 2
    with looking(engine) as connection:
        rows = listed(connection, (state,) if state else OPEN, network, MOST + 1)
        names = _networks(connection)
        why = clock_guard.stopped(connection)
    if why is not None:
        sys.stdout.write(f"Nothing is posted until `kansli clock accept`. {why}\n\n")
    if not rows:
        sys.stdout.write("There are no such deliveries.\n")
        return 0
    table = [("ID", "DUE", "STATE", "KIND", "TO", "NETWORK", "TRIES", "LAST ERROR")]
    for row in rows[:MOST]:
        name, zone = names[row.network]
        told = (str(row.id), _local(row.due, zone), row.state, row.kind, row.target, name)
        table.append((*told, str(row.attempts), row.last_error or ""))
    _print(table)
    if len(rows) > MOST:
        sys.stdout.write(f"Only the first {MOST} are shown; choose with --state or --network.\n")
    return 0


def show_one(engine: Engine, number: int) -> int:
    """Everything about one delivery, and each step it took."""
    with looking(engine) as connection:
        row = Deliveries(connection).get(number)
        if row is None:
            return _none(number)
        name, zone = _networks(connection)[row.network]
        steps = history(connection, number)
    _print(list(_facts(row, name, zone)))
    sys.stdout.write("\n")
    table = [("AT", "FROM", "TO", "BY", "WHY")]
    table += [(_local(one.at, zone, "seconds"), one.before or "", one.after, one.owner or "", one.why) for one in steps]
    _print(table)
    return 0


def release(engine: Engine, number: int, now: dt.datetime) -> int:
    """Post what waits for a decision."""
    with engine.begin() as connection:
        deliveries = Deliveries(connection)
        row = deliveries.get(number)
        if row is None:
            return _none(number)
        done = deliveries.release(row, now)
    if not done:
        return _refused(f"Delivery {number} is {row.state}; only what is in review can be released.")
    sys.stdout.write(f"Delivery {number} will be posted.\n")
    return 0


def cancel(engine: Engine, number: int, now: dt.datetime) -> int:
    """Never post it."""
    with engine.begin() as connection:
        deliveries = Deliveries(connection)
        row = deliveries.get(number)
        if row is None:
            return _none(number)
        done = deliveries.cancel(row, "cancelled on the command line", now)
    if not done:
        why = "it is being posted at this moment" if row.state == "sending" else f"it is {row.state}"
        return _refused(f"Delivery {number} cannot be cancelled: {why}.")
    sys.stdout.write(f"Delivery {number} is cancelled.\n")
    return 0


def _facts(row: DeliveryRow, network: str, zone: ZoneInfo) -> list[tuple[str, str]]:
    told = [
        ("Delivery", str(row.id)),
        ("State", row.state),
        ("Kind", row.kind),
        ("About", f"{row.object} {row.occurrence}".strip()),
        ("To", row.target),
        ("Network", network),
        ("Due", f"{_local(row.due, zone)} ({zone.key})"),
        ("Expires", _local(row.expires, zone) if row.expires else "never"),
        ("In doubt", "posted again" if row.on_unknown == "resend" else "held for a person"),
        ("Tries", f"{row.attempts}, of which {row.doubts} without a clear answer"),
        ("Last error", row.last_error or "none"),
    ]
    if row.sent_at is not None:
        told.append(("Posted", f"{_local(row.sent_at, zone, 'seconds')} as {row.activity_id}"))
    return told


def _networks(connection: Connection) -> dict[int, tuple[str, ZoneInfo]]:
    every = networks.every(connection)
    return {one.number: (one.short or one.name, ZoneInfo(one.zone)) for one in every}


def _local(at: dt.datetime, zone: ZoneInfo, until: str = "minutes") -> str:
    return at.astimezone(zone).replace(tzinfo=None).isoformat(" ", until)


def _print(table: Sequence[Sequence[str]]) -> None:
    """Columns side by side, as wide as they need to be; what would break a line or a terminal is left out."""
    clean = [[_plain(cell) for cell in row] for row in table]
    widths = [max(len(row[place]) for row in clean) for place in range(len(clean[0]))]
    for row in clean:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write(line.rstrip() + "\n")


def _plain(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)[:60]


def _none(number: int) -> int:
    return _refused(f"There is no delivery {number}.")


def _refused(why: str) -> int:
    sys.stderr.write(why + "\n")
    return 1
