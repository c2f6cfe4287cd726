"""What the members of the network say in a run: taps with a text of their own, so that each effect can be found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

TENANT = "22222222-0000-0000-0000-00000000c4a0"
CHANNEL = "19:chaos@thread.tacv2"
BOT = "28:kansli"
ITEMS = 5  # what stands on every agenda
SECRETARY, MEMBER = "Bo Ek", "Anna Berg"
PEOPLE = [
    {"id": f"29:{name}", "aadObjectId": f"oid-{name}", "tenantId": TENANT, "name": name, "userRole": "user"}
    for name in (SECRETARY, MEMBER)
]


def activity(service_url: str, number: str, kind: str, **more: Any) -> dict[str, Any]:
    """An activity of the secretary's in a thread of its own, as Teams sends it."""
    return {
        "type": kind,
        "id": number,
        "serviceUrl": f"{service_url}/",
        "channelId": "msteams",
        "from": {"id": f"29:{SECRETARY}", "name": SECRETARY, "aadObjectId": f"oid-{SECRETARY}"},
        "recipient": {"id": BOT, "name": "Kansli"},
        "conversation": {"id": thread(number), "conversationType": "channel", "tenantId": TENANT, "isGroup": True},
        "channelData": {
            "tenant": {"id": TENANT},
            "team": {"id": "19:team@thread.tacv2", "name": "Nätverket Norrbo"},
            "channel": {"id": CHANNEL, "name": "Allmänt"},
        },
        **more,
    }


def thread(number: str) -> str:
    """The thread of an activity."""
    return f"{CHANNEL};messageid={number}"


def tap(service_url: str, number: str, action: str, slots: dict[str, Any]) -> dict[str, Any]:
    """A tapped button."""
    return activity(service_url, number, "message", value={"kansli": {"action": action, "slots": slots}})


def beginning(service_url: str, now: dt.datetime) -> Iterator[dict[str, Any]]:
    """The bot is added, and a meeting begins; `now` is the network's wall-clock."""
    yield activity(service_url, "1", "installationUpdate", action="add")
    start = {"date": now.date().isoformat(), "start": f"{now + dt.timedelta(minutes=2):%H:%M}"}
    yield tap(service_url, "2", "meeting.schedule", start)
    yield tap(service_url, "3", "meeting.open", {})


def turns(service_url: str, round_: int, now: dt.datetime, *, reminders: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """The turns between two kills, each with its mark: two decisions, two tasks and perhaps a reminder."""
    for place, action in enumerate(("decision.record", "task.add", "decision.record", "task.add", "reminder.add")):
        if action == "reminder.add" and not reminders:
            continue
        number = str(1000 + round_ * 10 + place)
        mark = f"chaos{round_:05}x{place}"
        slots: dict[str, dict[str, Any]] = {
            # Spread, because an item takes three hundred entries and no more.
            "decision.record": {"clauses": [f"att godkänna {mark}"], "item": str(1 + round_ % ITEMS)},
            "task.add": {"text": f"ordna {mark}", "assignees": [MEMBER]},
            "reminder.add": {"text": f"minns {mark}", "at": f"{now + dt.timedelta(minutes=2):%Y-%m-%dT%H:%M}"},
        }
        yield mark, tap(service_url, number, action, slots[action])
