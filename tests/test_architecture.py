"""How the program is built: who imports whom, who asks the time, what the locks and the Makefile hold."""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import commands

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = PROJECT["tool"]["importlinter"]["root_packages"]
NOT_PRODUCT = {"tests", "web"}
THE_CLOCK = ROOT / "bot" / "clock.py"


def _python() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def _tracked() -> list[Path]:
    """Every file of the project, without what was set up beside it."""
    skipped = {".venv", ".git", "node_modules", "var", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache"}
    found = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [one for one in folders if one not in skipped and not one.startswith(".")]
        found += [Path(folder) / one for one in files]
    return found


def test_the_import_directions_hold() -> None:
    """import-linter keeps every contract."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_every_folder_with_python_is_in_the_layers() -> None:
    """Nothing new stands outside the directions, the wheel, the types and the search for dead code."""
    there = {path.relative_to(ROOT).parts[0] for path in _tracked() if path.suffix == ".py" and path.parent != ROOT}
    product = there - NOT_PRODUCT
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    layers = {one.strip() for contract in contracts for line in contract.get("layers", ()) for one in line.split("|")}
    assert product == set(PACKAGES)
    assert product - {"config"} == layers
    assert any("config" in contract.get("forbidden_modules", ()) for contract in contracts)
    assert product == set(PROJECT["tool"]["mypy"]["packages"])
    assert product == set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    assert product <= set(PROJECT["tool"]["vulture"]["paths"])
    assert not list(ROOT.glob("*.py"))


ASKING = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}


@pytest.mark.parametrize("package", PACKAGES)
def test_only_the_clock_asks_the_time(package: str) -> None:
    """`datetime.now`, `date.today`, `time.time` and their like stand in bot/clock.py alone."""
    asking = []
    for path in sorted((ROOT / package).rglob("*.py")):
        if path == THE_CLOCK:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ASKING and _is_clock(node.value):
                asking.append(f"{path.relative_to(ROOT)}:{node.lineno}")
            if isinstance(node, ast.ImportFrom) and node.module == "time":
                asking += [f"{path.relative_to(ROOT)}:{node.lineno}" for one in node.names if one.name in ASKING]
    assert asking == []


def _is_clock(value: ast.expr) -> bool:
    name = ast.unparse(value)
    return name in ("datetime", "date", "time", "dt.datetime", "dt.date", "datetime.datetime", "datetime.date")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_has_hashes_and_no_addresses(name: str) -> None:
    """Every package stands with its exact version and hashes; no index, no link, no address."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index-url|--extra-index-url|--find-links|-f|--trusted-host)\b", text, re.MULTILINE)
    for requirement in re.split(r"\n(?=[A-Za-z0-9])", text):
        if re.match(r"[A-Za-z0-9]", requirement):
            assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==\S+", requirement), requirement.splitlines()[0]
            assert "--hash=sha256:" in requirement, requirement.splitlines()[0]


def test_what_is_depended_on_is_locked() -> None:
    """Each dependency of the project, and what the tests need, has a line in its lock."""
    for name, wanted in (
        ("requirements.txt", PROJECT["project"]["dependencies"]),
        ("requirements-dev.txt", PROJECT["project"]["optional-dependencies"]["dev"]),
    ):
        text = (ROOT / name).read_text(encoding="utf-8")
        locked = {_plain(found) for found in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==", text, re.MULTILINE)}
        assert {_plain(re.match(r"[A-Za-z0-9._-]+", one).group()) for one in wanted} <= locked  # type: ignore[union-attr]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_pages_lock_has_digests_and_no_addresses() -> None:
    """Every npm package stands with its version and digest, and without where it came from."""
    text = (ROOT / "web" / "package-lock.json").read_text(encoding="utf-8")
    for name, package in json.loads(text)["packages"].items():
        if name:
            assert "resolved" not in package, name
            assert package["integrity"].startswith("sha512-"), name


def _targets() -> dict[str, str]:
    """The Makefile's own targets with their lines; files that are made are left out."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return {found[1]: found[0] for found in re.finditer(r"^([a-z][a-z-]*):(?!=).*$", text, re.MULTILINE)}


@pytest.mark.parametrize("target", sorted(_targets()))
def test_every_target_says_what_it_does(target: str) -> None:
    """`make help` lists it, and make knows that it is no file."""
    assert re.search(r"## \S+", _targets()[target])
    phony = " ".join(
        re.findall(r"^\.PHONY:(.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    ).split()
    assert target in phony


def test_the_commands_are_documented() -> None:
    """docs/commands.md, once it is there, names every command and every option of it."""
    path = ROOT / "docs" / "commands.md"
    text = path.read_text(encoding="utf-8") if path.exists() else None
    parser = commands._parser()
    found = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    for name, command in found.choices.items():
        assert text is None or f"kansli {name}" in text, name
        for option in (flag for one in command._actions for flag in one.option_strings if flag.startswith("--")):
            assert text is None or option == "--help" or option in text, f"{name} {option}"


def test_files_stay_small() -> None:
    """One subject a file: none is longer than four hundred lines."""
    lengths = {str(one.relative_to(ROOT)): len(one.read_text(encoding="utf-8").splitlines()) for one in _python()}
    assert {name: length for name, length in lengths.items() if length > 400} == {}
