"""docs/running.md against the program: every command, option, state and metric stands there, and no other."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from bot import commands
from bot.metrics import MEANS
from records.delivery_table import STATES

TEXT = (Path(__file__).parent.parent / "docs" / "running.md").read_text(encoding="utf-8")


def _commands(parser: argparse.ArgumentParser, name: str) -> dict[str, argparse.ArgumentParser]:
    """Every command that does something, by the words that call it."""
    below = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not below:
        return {name: parser}
    return {
        words: one
        for word, part in below[0].choices.items()
        for words, one in _commands(part, f"{name} {word}").items()
    }


def test_every_command_is_documented_and_no_other() -> None:
    """With its options; and each is in `kansli --help`."""
    known = _commands(commands._parser(), "kansli")
    rows = dict(re.findall(r"^\| `(kansli [^`]*)` \| (.*) \|$", TEXT, re.MULTILINE))
    documented = {re.sub(r" (\[?[A-Z]+\]?)$", "", words): words + meaning for words, meaning in rows.items()}
    known["kansli clock accept"] = known.pop("kansli clock")
    assert sorted(documented) == sorted(known)
    for words, parser in known.items():
        flags = {flag for one in parser._actions for flag in one.option_strings if flag.startswith("--")}
        assert set(re.findall(r"--[a-z]+", documented[words])) == flags - {"--help"}, words
    helped = commands._parser().format_help()
    assert all(re.search(rf"^ +{words.split()[1]}\b", helped, re.MULTILINE) for words in known)


def test_every_state_is_explained() -> None:
    """The table of states has them all."""
    table = TEXT.split("## What is owed")[1].split("##")[0]
    assert set(re.findall(r"`([a-z]+)`", table)) == {*STATES, "release", "cancel"}


def test_every_metric_is_explained_and_no_other() -> None:
    """By the name it has on /metrics."""
    documented = set(re.findall(r"^\| `kansli_([a-z_]+)", TEXT, re.MULTILINE))
    assert documented == set(MEANS)
