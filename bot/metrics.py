"""Counters and gauges, and their text for Prometheus."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MEANS: Mapping[str, str] = {
    "turns_total": "Messages and taps that were handled, by outcome.",
    "gate_total": "Requests at the gate, by outcome.",
    "sent_total": "Answers and updates that were sent, by kind and outcome.",
    "errors_total": "Requests that failed for a mistake in the program.",
    "clockwork_total": "Sweeps that failed, were missed or were still running, by job.",
    "deliveries": "Messages owed, by where they stand; unknown and review need somebody's eye.",
    "delivery_oldest_due_age_seconds": "How long the message owed longest has been due; 0 when none is due.",
    "last_tick_age_seconds": "How long ago the delivery sweep last ended well.",
    "journal_entries": "The number of the journal's last entry.",
    "clock_stopped": "1 while nothing is posted because the clock jumped.",
    "epoch": "How often the records were put back from a copy.",
    "backup_age_seconds": "How old the newest nightly copy is; absent without one.",
    "database_up": "1 when the database answered just now.",
}


@dataclass(frozen=True)
class Gauge:
    """Something measured just now; name and labels are plain words of the program."""

    name: str
    value: float
    labels: Mapping[str, str] = field(default_factory=dict)


class Counters:
    """Counts what happens, by name and labels; safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()

    def add(self, name: str, by: int = 1, **labels: str) -> int:
        """Count one more and say how many there are; name and labels are plain words of the program."""
        key = (name, tuple(sorted(labels.items())))
        with self._lock:
            self._counts[key] += by
            return self._counts[key]

    def text(self, gauges: Iterable[Gauge] = ()) -> str:
        """All counters, and what was measured, in Prometheus' text format."""
        with self._lock:
            rows: list[tuple[str, tuple[tuple[str, str], ...], float]] = [
                (name, labels, count) for (name, labels), count in sorted(self._counts.items())
            ]
        lines = _lines(rows, "counter")
        measured = sorted(gauges, key=lambda one: (one.name, sorted(one.labels.items())))
        lines += _lines([(one.name, tuple(sorted(one.labels.items())), one.value) for one in measured], "gauge")
        return "\n".join(lines) + "\n"


def _lines(rows: Iterable[tuple[str, tuple[tuple[str, str], ...], float]], kind: str) -> list[str]:
    lines: list[str] = []
    named = ""
    for name, labels, value in rows:
        if name != named:
            if name in MEANS:
                lines.append(f"# HELP kansli_{name} {MEANS[name]}")
            lines.append(f"# TYPE kansli_{name} {kind}")
            named = name
        inside = ",".join(f'{label}="{text}"' for label, text in labels)
        number = f"{value:.3f}".rstrip("0").rstrip(".")
        lines.append(f"kansli_{name}{{{inside}}} {number}" if inside else f"kansli_{name} {number}")
    return lines
