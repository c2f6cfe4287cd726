"""The command line as a person meets it: help, exit codes, and what is printed."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot import commands
from bot.commands import main
from bot.migrate import migrate
from bot.store import open_engine

CHAT = """clock 2027-01-11 09:00 Europe/Stockholm
network Nätverket Norrbo | NN | sv
member Anna Berg | secretary | Falun | sv

Anna> hjälp
"""


def _names() -> dict[str, argparse.ArgumentParser]:
    parser = commands._parser()
    found = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return dict(found.choices)


def test_help_explains_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`kansli --help` names each command with what it does, and where the settings are."""
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert "docs/settings.md" in said
    assert {"serve", "replay", "understand", "verify"} <= set(_names())
    lines = [one.split() for one in said.splitlines()]
    for name in _names():
        at = next(place for place, line in enumerate(lines) if line[:1] == [name])
        assert len(lines[at][1:] or lines[at + 1]) > 2, name


@pytest.mark.parametrize("name", sorted(_names()))
def test_every_command_has_its_own_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And every option of it says what it does."""
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: kansli {name}")
    options = [one for one in _names()[name]._actions if one.option_strings]
    assert all(one.help for one in options), name


@pytest.mark.parametrize("arguments", [[], ["dance"], ["replay"], ["understand"], ["replay", "a", "b"]])
def test_a_wrong_command_line_is_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and the usage on standard error."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: kansli" in capsys.readouterr().err


def test_a_replay_prints_the_conversation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the bot's answers under each line; exit code 0, and what was printed plays and compares again."""
    file = tmp_path / "one.chat"
    file.write_text(CHAT, encoding="utf-8")
    assert main(["replay", str(file)]) == 0
    said = capsys.readouterr().out
    assert "    | Det här kan jag" in said
    file.write_text(said, encoding="utf-8")
    assert main(["replay", "--check", str(file)]) == 0
    assert capsys.readouterr().out == ""


def test_a_difference_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` prints a diff and ends with 1; `--rewrite` accepts what is said now."""
    file = tmp_path / "one.chat"
    file.write_text(CHAT + "    Något annat.\n", encoding="utf-8")
    assert main(["replay", "--check", str(file)]) == 1
    said = capsys.readouterr().out
    assert "-    Något annat." in said
    assert "+    | Det här kan jag" in said
    assert main(["replay", "--rewrite", str(file)]) == 0
    assert main(["replay", "--check", str(file)]) == 0


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("vad är detta", 5),
        ("+ mer", 5),
        ("... om en stund", 5),
        ("... until 2027-02-30 08:00", 5),
        ("... 99999999999999999999 weeks later", 5),
        ("Anna fills (Nominera) Person", 5),
    ],
)
def test_a_line_that_cannot_be_read_is_named(
    line: str, number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`FILE:LINE: why` on standard error, exit code 2, nothing on standard output."""
    file = tmp_path / "bad.chat"
    file.write_text(CHAT.replace("Anna> hjälp", line), encoding="utf-8")
    assert main(["replay", str(file)]) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"{file}:{number}: ")
    assert len(said.err.splitlines()) == 1
    assert said.out == ""


@pytest.mark.parametrize(
    ("wrong", "number"),
    [
        ("clock 2027-01-11", 1),
        ("clock 2027-13-11 09:00 Europe/Stockholm", 1),
        ("clock 2027-01-11 09:00 Mars/Olympus", 1),
        ("network Nätverket Norrbo", 2),
        ("network Nätverket Norrbo | NN | de", 2),
        ("member Anna Berg | queen | Falun | sv", 3),
        ("member Anna Berg | secretary | Falun", 3),
        ("member Anna Berg | secretary | Falun | fi", 3),
    ],
)
def test_a_head_that_cannot_be_read_is_named(
    wrong: str, number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The clock, the network and the members, each by its own line."""
    lines = CHAT.splitlines()
    lines[number - 1] = wrong
    file = tmp_path / "bad.chat"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert main(["replay", str(file)]) == 2
    assert capsys.readouterr().err.startswith(f"{file}:{number}: ")


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00bad", b""])
def test_a_file_that_is_not_there_or_no_text(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2 and one line that names the file."""
    file = tmp_path / "none.chat"
    if content is not None:
        file.write_bytes(content)
    assert main(["replay", str(file)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(str(file))
    assert len(said.splitlines()) == 1


def test_a_clock_that_would_go_past_the_last_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nine thousand years later is no line that can be played; it is named, not a traceback."""
    file = tmp_path / "far.chat"
    file.write_text(CHAT.replace("Anna> hjälp", "... 999999 weeks later"), encoding="utf-8")
    assert main(["replay", str(file)]) == 2
    assert capsys.readouterr().err.startswith(f"{file}:5: ")


def test_documents_are_written(tmp_path: Path) -> None:
    """The agenda of a planned meeting, in every format, into a folder that is made."""
    file = tmp_path / "one.chat"
    file.write_text(CHAT.replace("hjälp", "boka möte 19 februari kl 8–9.15"), encoding="utf-8")
    assert main(["replay", "--documents", str(tmp_path / "out"), str(file)]) == 0
    found = {one.name for one in (tmp_path / "out").iterdir()}
    assert {"2027-02-19-agenda.md", "2027-02-19-agenda.pdf"} <= found
    assert not any("minutes" in name for name in found)


NOW = ["--now", "2026-11-23T09:00"]


def test_understanding_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """One object with the contract's names."""
    assert main(["understand", *NOW, "--json", "lägg till punkt Budget 2027, föredragande @Eva, 15 min"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "intent": "agenda.add",
        "slots": {"title": "Budget 2027", "presenters": ["Eva"], "minutes": 15},
        "missing": [],
        "suggestions": [],
    }


def test_understanding_is_printed_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """One line a name, and why on demand."""
    assert main(["understand", *NOW, "--why", "öppna mötet"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "intent: meeting.open"
    assert any(line.startswith("why: ") for line in said)


def test_lines_are_read_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each answer carries its id, in order; empty lines are passed over."""
    file = tmp_path / "lines"
    asked = [{"id": "a", "text": "öppna mötet"}, {"id": 2, "text": "close the meeting"}, {"text": ""}]
    file.write_text("\n\n".join(json.dumps(one) for one in asked), encoding="utf-8")
    with file.open(encoding="utf-8") as lines:
        monkeypatch.setattr(sys, "stdin", lines)
        assert main(["understand", *NOW, "--json", "-"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one.get("id"), one["intent"]) for one in said] == [
        ("a", "meeting.open"),
        (2, "meeting.close"),
        (None, "none"),
    ]


@pytest.mark.parametrize("line", ["no json", "[]", "{}", '"text"', "3", '{"id": 1}'])
def test_a_line_that_is_no_json_object_is_explained(
    line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Exit code 2 and one line on standard error."""
    file = tmp_path / "lines"
    file.write_text(line, encoding="utf-8")
    with file.open(encoding="utf-8") as lines:
        monkeypatch.setattr(sys, "stdin", lines)
        assert main(["understand", "--json", "-"]) == 2
    assert capsys.readouterr().err.startswith("kansli: expected JSON lines")


@pytest.mark.parametrize("wrong", [["--now", "i morgon"], ["--zone", "Mars/Olympus"], ["--now", "2026-02-30T08:00"]])
def test_a_moment_that_is_none_is_explained(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and one line on standard error."""
    assert main(["understand", *wrong, "öppna mötet"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_journal_is_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A replay's journal holds; one with a changed entry does not, and the entry is named."""
    url = f"sqlite:///{tmp_path / 'kansli.db'}"
    monkeypatch.setenv("KANSLI_DATABASE_URL", url)
    monkeypatch.setenv("KANSLI_PROFILE", "local")
    file = tmp_path / "one.chat"
    file.write_text(CHAT.replace("hjälp", "boka möte 19 februari kl 8"), encoding="utf-8")
    assert main(["replay", "--database", url, str(file)]) == 0
    capsys.readouterr()
    assert main(["verify"]) == 0
    assert capsys.readouterr().out.startswith("The journal holds: 2 entries")
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET content = replace(content, '08:00', '09:00') WHERE number = 2")
    engine.dispose()
    assert main(["verify"]) == 1
    assert capsys.readouterr().out == "The journal does not hold: entry 2 was changed.\n"


def test_an_empty_journal_is_not_a_broken_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A database that was migrated and never used holds; one that is not there is explained, not made."""
    url = f"sqlite:///{tmp_path / 'kansli.db'}"
    monkeypatch.setenv("KANSLI_DATABASE_URL", url)
    monkeypatch.setenv("KANSLI_PROFILE", "local")
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()
    assert main(["verify"]) == 0
    assert capsys.readouterr().out.startswith("The journal holds: 0 entries")
    missing = tmp_path / "elsewhere.db"
    monkeypatch.setenv("KANSLI_DATABASE_URL", f"sqlite:///{missing}")
    assert main(["verify"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_installed_program_answers() -> None:
    """The script that installation makes is the same program; it needs less than a second or two."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from bot.commands import main; raise SystemExit(main())",
            "understand",
            "--json",
            "hjälp",
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["intent"] == "help"
