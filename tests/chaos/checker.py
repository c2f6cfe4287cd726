"""What a run's history and the database it left say: lost, doubled, in doubt. It knows nothing of the program."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.engine import Connection, make_url

from tests.chaos.history import History
from tests.chaos.members import thread

MARK = re.compile(r"chaos\d{5}x\d")


@dataclass(frozen=True)
class Findings:
    """The sums, and a line about everything that is wrong."""

    kills: int
    owed: int
    lost: int
    doubled: int
    doubled_unmarked: int
    unknown: int
    wrong: tuple[str, ...]


def check(events: list[dict[str, Any]], connection: Connection) -> Findings:
    """Compare what was acknowledged with what stands on record and in the channel."""
    acked = {one["mark"]: one for one in events if one["event"] == "acked"}
    posts = [one for one in events if one["event"] == "posted"]
    doubtful = _doubtful(connection)
    lost, doubled, unmarked, owed = [], [], [], 0
    recorded = _on_record(connection)
    answers = Counter(one["conversation"] for one in posts)
    unasked = [one for one in posts if ";messageid=" not in one["conversation"]]
    told = Counter(mark for one in unasked for mark in set(MARK.findall(one["body"])))
    for mark, turn in acked.items():
        place = thread(turn["id"])
        expected = [("answer", answers[place], place in doubtful)]
        if turn["action"] in ("task.add", "reminder.add"):
            expected.append(("delivery", told[mark], mark in doubtful))
        if recorded[mark] != 1:
            lost.append(f"{mark} ({turn['action']}): stands {recorded[mark]} times on record")
        for what, count, doubt in expected:
            owed += 1
            if count == 0:
                lost.append(f"{mark} ({turn['action']}): no {what}")
            if count > 1:
                doubled.append(
                    f"{mark} ({turn['action']}): {what} {count} times, {'marked' if doubt else 'not marked'}"
                )
                if not doubt:
                    unmarked.append(doubled[-1])
    kills = sum(one["event"] == "killed" for one in events)
    return Findings(kills, owed, len(lost), len(doubled), len(unmarked), len(doubtful), tuple(lost + doubled))


def _on_record(connection: Connection) -> Counter[str]:
    """How often each mark stands in the values of the network."""
    found: Counter[str] = Counter()
    for table in ("meeting", "task", "reminder"):
        for (body,) in connection.execute(text(f"SELECT body FROM {table}")):
            found.update(MARK.findall(str(body)))
    return found


def _doubtful(connection: Connection) -> set[str]:
    """Marks of deliveries, and threads of answers, that were marked unknown at some time."""
    rows = connection.execute(
        text(
            "SELECT kind, facts, network FROM delivery "
            "WHERE id IN (SELECT delivery FROM delivery_event WHERE to_state = 'unknown')"
        )
    ).all()
    found: set[str] = set()
    for kind, facts, network in rows:
        about = json.loads(facts) if isinstance(facts, str) else facts
        if kind == "answer.again":
            found.add(about["conversation"])
            continue
        for table in ("task", "reminder"):
            if table in about:
                query = text(f"SELECT body FROM {table} WHERE network = :network AND number = :number")
                body = connection.execute(query, {"network": network, "number": about[table]}).scalar()
                found.update(MARK.findall(str(body)))
    return found


def unfinished(connection: Connection) -> int:
    """How many deliveries and answers are still to be sent."""
    open_states = "('pending', 'leased', 'sending', 'unknown')"
    rows = connection.execute(text(f"SELECT count(*) FROM delivery WHERE state IN {open_states}"))
    answers = connection.execute(text("SELECT count(*) FROM inbox WHERE NOT sent"))
    return int(rows.scalar_one()) + int(answers.scalar_one())


def open_for_reading(url: str) -> Any:
    """An engine of the checker's own."""
    address = make_url(url)
    return create_engine(
        address.set(drivername="postgresql+psycopg") if address.get_backend_name() == "postgresql" else address
    )


def main() -> int:
    """`python -m tests.chaos.checker HISTORY DATABASE-URL`."""
    history = History(Path(sys.argv[1]))
    with open_for_reading(sys.argv[2]).connect() as connection:
        found = check(history.events, connection)
    sys.stdout.write("".join(f"{line}\n" for line in found.wrong) + f"{found}\n")
    return 1 if found.lost or found.doubled_unmarked else 0


if __name__ == "__main__":
    raise SystemExit(main())
