"""How a sentence is understood, printed for people and for measuring."""

from __future__ import annotations

import json
from datetime import datetime

from dialogs.understanding.understand import understand


def explained(text: str, now: datetime, *, as_json: bool, why: bool, identity: object = None) -> str:
    """What was understood: one JSON object of the contract, or lines to read."""
    understood = understand(text, now)
    said: dict[str, object] = {} if identity is None else {"id": identity}
    said |= {
        "intent": understood.intent,
        "slots": dict(understood.slots),
        "missing": list(understood.missing),
        "suggestions": [one.intent for one in understood.suggestions],
    }
    if why:
        said["why"] = list(understood.why)
    if as_json:
        return json.dumps(said, ensure_ascii=False)
    return "\n".join(f"{name}: {_plain(value)}" for name, value in said.items())


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}={one}" for name, one in value.items()) or "–"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    return str(value)
