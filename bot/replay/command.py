"""`kansli replay`: playing a file, comparing it, accepting what is said now, writing its documents."""

from __future__ import annotations

import asyncio
import difflib
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.papers import Order
from bot.replay import documents
from bot.replay.play import Played, Player
from bot.replay.script import Unreadable, read
from bot.replay.stage import Stage

IN_MEMORY = "sqlite://"


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line."""

    file: Path
    check: bool = False
    rewrite: bool = False
    documents: Path | None = None
    database: str = IN_MEMORY


async def played(text: str, *, database: str = IN_MEMORY) -> tuple[Played, list[tuple[str, Order]]]:
    """Play a conversation's text: how it went, and the orders for its documents."""
    script = read(text)
    stage = Stage(script.head, database)
    try:
        result = await Player(script, stage).play()
        return result, await documents.ordered(stage)
    finally:
        stage.close()


def replay(wanted: Wanted) -> int:
    """Run the command; the exit code is 0, 1 for a bug or a difference, 2 for a file that cannot be read."""
    try:
        text = wanted.file.read_text(encoding="utf-8")
        result, orders = asyncio.run(played(text, database=wanted.database))
        if wanted.documents is not None:
            documents.write(orders, wanted.documents)
    except (OSError, UnicodeDecodeError) as problem:
        sys.stderr.write(f"{wanted.file}: {problem}\n")
        return 2
    except Unreadable as problem:
        sys.stderr.write(f"{wanted.file}:{problem.line}: {problem.why}\n")
        return 2
    if wanted.rewrite:
        wanted.file.write_text(result.text, encoding="utf-8")
    elif wanted.check:
        return max(_compared(wanted.file, text, result.text), int(result.bugs > 0))
    else:
        sys.stdout.write(result.text)
    return int(result.bugs > 0)


def _compared(file: Path, expected: str, happened: str) -> int:
    lines = difflib.unified_diff(
        expected.splitlines(), happened.splitlines(), str(file), "as it happened", lineterm="", n=2
    )
    difference = "\n".join(lines)
    if difference:
        sys.stdout.write(difference + "\n")
    return int(bool(difference))
