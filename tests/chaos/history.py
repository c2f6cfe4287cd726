"""What happened in a run, in order, in a file that outlives the run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class History:
    """Events, each a line of JSON; a run that goes on begins with those that are there."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self.events: list[dict[str, Any]] = [json.loads(line) for line in lines]
        self._file = path.open("a", encoding="utf-8")

    def add(self, event: str, **facts: object) -> None:
        """Write an event down."""
        self.events.append({"event": event, **facts})
        self._file.write(json.dumps({"event": event, **facts}, ensure_ascii=False) + "\n")
        self._file.flush()

    def count(self, event: str) -> int:
        """How many events of a kind there are."""
        return sum(one["event"] == event for one in self.events)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @staticmethod
    def text_of(activity: dict[str, Any]) -> str:
        """Everything an activity says, to be searched."""
        return json.dumps(activity, ensure_ascii=False, sort_keys=True)
