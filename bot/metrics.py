"""Counters, and their text for Prometheus."""

import threading
from collections import Counter


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

    def text(self) -> str:
        """All counters in Prometheus' text format."""
        with self._lock:
            rows = sorted(self._counts.items())
        lines: list[str] = []
        named = ""
        for (name, labels), count in rows:
            if name != named:
                lines.append(f"# TYPE kansli_{name} counter")
                named = name
            inside = ",".join(f'{label}="{value}"' for label, value in labels)
            lines.append(f"kansli_{name}{{{inside}}} {count}" if inside else f"kansli_{name} {count}")
        return "\n".join(lines) + "\n"
