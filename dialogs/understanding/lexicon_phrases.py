"""What several words say together: the phrase concepts, read from their tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dialogs.understanding.phrases_of_acts import ACTS
from dialogs.understanding.phrases_of_cues import CUES
from dialogs.understanding.phrases_of_meetings import MEETINGS
from dialogs.understanding.phrases_of_stances import STANCES


def _read(blocks: str) -> dict[str, str]:
    patterns: dict[str, list[str]] = {}
    name = ""
    for line in blocks.strip("\n").split("\n"):
        if not line.strip():
            continue
        if not line.startswith(" "):
            name = line.removesuffix(":")
            patterns.setdefault(name, [])
        else:
            _extend(patterns[name], line)
    return {name: "|".join(lines) for name, lines in patterns.items()}


def _extend(lines: list[str], line: str) -> None:
    """A line indented further goes on where the one before ended."""
    if line.startswith("    ") and lines:
        lines[-1] += line[4:]
    else:
        lines.append(line[2:])


PHRASES: Mapping[str, str] = MappingProxyType(_read(ACTS + STANCES + CUES + MEETINGS))
"""Every phrase concept with its pattern."""
