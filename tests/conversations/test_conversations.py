"""Every conversation in this folder, played against the real program and compared whole."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.replay.command import played

FILES = sorted(Path(__file__).parent.glob("*.chat"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_conversation_goes_as_it_is_written(file: Path) -> None:
    """Everything that is said, posted and drawn stands in the file, word for word, and nothing failed."""
    expected = file.read_text(encoding="utf-8")
    result, _ = asyncio.run(played(expected))
    assert result.text.splitlines() == expected.splitlines()
    assert result.bugs == 0


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_conversation_has_its_answers(file: Path) -> None:
    """A file without any answer would compare nothing."""
    assert any(line.startswith("    ") for line in file.read_text(encoding="utf-8").splitlines())
