"""The words: both languages say the same, everything that is said has words, and no words lie unused."""

from __future__ import annotations

import ast
import datetime as dt
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

import dialogs
import documents
import secretary
from dialogs.conversation import HANDLERS
from dialogs.general import HELP_TOPICS, TOPIC_CUES
from dialogs.understanding.intents import INTENTS
from dialogs.understanding.model import Known
from dialogs.understanding.understand import understand
from language.words import LANGUAGES, both
from secretary.refusal import Refused

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "dialogs", ROOT / "documents")
CODE = ("bot", "dialogs", "documents", "scheduler", "language")
WORDS = both(FOLDERS)
NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
KNOWN = Known(members=("Anna Berg", "Bo Ek", "Dan Holm", "Eva Sten"))

# Ids that are put together from a part that is known and one that comes with the data.
MADE_UP: dict[str, str] = {
    "offers-": "an intent's name: every handled intent has one, shown below",
    "refused-": "a refusal's class: every refusal has one, shown below",
    "asks-": "a slot's name, perhaps with the intent: every required slot has one, shown below",
    "help-": "a topic of help: every topic has one, shown below",
    "help-title-": "the same",
    "agenda-standing-": "a standing item",
    "agenda-kind-": "an item's kind",
    "members-role-": "a role",
    "members-language-": "a language",
    "members-my-language-": "a language",
    "members-layout-": "a layout of the minutes",
    "minutes-paper-": "a kind of paper",
    "minutes-file-": "a format",
    "presence-": "between, from or to",
    "general-which-date-": "why a date is in doubt",
    "upcoming-": "a kind of delivery",
}

# Messages that one language says with a fact that the other does not need.
_BY_COUNT = "one language bends a word by how many they are"
ONE_SIDED = {
    "nominations-appointed": _BY_COUNT,
    "nominations-appointed-item": _BY_COUNT,
    "nominations-passed": _BY_COUNT,
    "presence-guest": _BY_COUNT,
    "papers-body": "English minutes say that the network decides, Swedish ones name it",
}


class _Variables(Visitor):  # type: ignore[misc]
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the library's name
        self.found.add(node.id.name)


@cache
def _messages(path: Path) -> dict[str, frozenset[str]]:
    """Every message of a file with its variables."""
    found: dict[str, frozenset[str]] = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, Junk), f"{path.name}: {entry.content}"
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{path.name}: {entry.id.name} stands twice"
            visitor = _Variables()
            visitor.visit(entry)
            found[entry.id.name] = frozenset(visitor.found)
    return found


def _files() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in folder.glob("*.ftl"))


SUBJECTS = sorted({(path.parent, path.name.split(".")[0]) for path in _files()})


@cache
def _ids() -> frozenset[str]:
    return frozenset(one for path in _files() for one in _messages(path))


@pytest.mark.parametrize(("folder", "subject"), SUBJECTS, ids=lambda one: getattr(one, "name", one))
def test_both_languages_say_the_same(folder: Path, subject: str) -> None:
    """A subject has a file in each language, with the same messages in the same order and the same variables."""
    assert {path.name for path in folder.glob(f"{subject}.*.ftl")} == {f"{subject}.{one}.ftl" for one in LANGUAGES}
    swedish, english = (_messages(folder / f"{subject}.{language}.ftl") for language in ("sv", "en"))
    assert list(swedish) == list(english)
    assert {one: facts for one, facts in swedish.items() if facts != english[one] and one not in ONE_SIDED} == {}


@pytest.mark.parametrize(("folder", "subject"), SUBJECTS, ids=lambda one: getattr(one, "name", one))
def test_a_message_stands_where_it_is_looked_for(folder: Path, subject: str) -> None:
    """Its id begins with the name of its file, so that only that file need be read."""
    for message in _messages(folder / f"{subject}.sv.ftl"):
        assert re.match(r"[a-z]+", message).group() == subject, message  # type: ignore[union-attr]


def _refusals() -> Iterator[type[Refused]]:
    for package in (secretary, dialogs, documents):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    waiting = [Refused]
    while waiting:
        for one in waiting.pop().__subclasses__():
            waiting.append(one)
            if one.__module__.split(".")[0] in (*CODE, "secretary", "records"):
                yield one


@pytest.mark.parametrize("refused", sorted(_refusals(), key=lambda one: one.__name__), ids=lambda one: one.__name__)
def test_every_refusal_has_words(refused: type[Refused]) -> None:
    """In both languages, under an id that its class gives; no two classes share one."""
    message = refused().message
    assert all(WORDS[language].has(message) for language in LANGUAGES), message
    assert [one.__name__ for one in _refusals()].count(refused.__name__) == 1


def _raised() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Where a refusal is raised: its place, its class and the facts it is given."""
    names = {one.__name__ for one in _refusals()}
    for folder in ("secretary", "dialogs"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Raise) or node.exc is None:
                    continue
                call = node.exc if isinstance(node.exc, ast.Call) else None
                told = call.func if call else node.exc
                name = told.id if isinstance(told, ast.Name) else told.attr if isinstance(told, ast.Attribute) else ""
                if name in names:
                    facts = frozenset(one.arg or "**" for one in call.keywords) if call else frozenset()
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", name, facts


def test_every_refusal_is_told_what_its_words_say() -> None:
    """Where it is raised it is given every fact that its words name; otherwise the answer would be a bug."""
    messages = {one.__name__: one().message for one in _refusals()}
    missing = []
    for place, name, facts in _raised():
        path = ROOT / "dialogs" / "refused.sv.ftl"
        wanted = _messages(path).get(messages[name], frozenset())
        if "**" not in facts and wanted - facts:
            missing.append(f"{place}: {name} lacks {', '.join(sorted(wanted - facts))}")
    assert missing == []


def test_every_intent_can_be_asked_for_and_offered() -> None:
    """A handler, words to offer it, and words to ask for each slot it needs."""
    lacking = []
    for name, intent in INTENTS.items():
        plain = name.replace(".", "-").replace("_", "-")
        if name not in HANDLERS:
            lacking.append(f"{name}: no handler")
        asked = {choice for required in intent.required for choice in required.split("|")[-1:]}
        wanted = [f"offers-{plain}"]
        wanted += [
            f"asks-{slot}-{plain}" if f"asks-{slot}-{plain}" in _ids() else f"asks-{slot.removesuffix('_id')}"
            for slot in asked
        ]
        lacking += [f"{name}: {one}" for one in wanted if one not in _ids()]
    assert lacking == []


def test_every_topic_of_help_has_a_title_examples_and_cues() -> None:
    """In both languages; and its own name in either language finds it."""
    assert set(TOPIC_CUES) == set(HELP_TOPICS)
    for topic in HELP_TOPICS:
        assert {f"help-{topic}", f"help-title-{topic}"} <= _ids(), topic


def _examples() -> list[tuple[str, str]]:
    return [
        (language, line.strip())
        for language in LANGUAGES
        for topic in (*(f"help-{one}" for one in HELP_TOPICS), "general-try")
        for line in WORDS[language](topic).split("\n")
    ]


@pytest.mark.parametrize("now", [NOW, NOW.replace(2028, 6, 1)], ids=lambda one: f"{one:%Y}")
@pytest.mark.parametrize(("language", "line"), _examples(), ids=lambda one: one)
def test_every_example_of_help_is_understood(language: str, line: str, now: dt.datetime) -> None:
    """Just as it stands and whenever it is tried, as something that has a handler, with nothing missing or in doubt."""
    understood = understand(line.removeprefix("@Kansli "), now, KNOWN)
    assert understood.intent in HANDLERS, understood
    assert understood.missing == ()
    assert understood.doubt is None


def test_every_example_of_help_is_answered_in_its_own_language() -> None:
    """Whoever copies an English example has not asked to be answered in Swedish."""
    found = [(understand(line.removeprefix("@Kansli "), NOW, KNOWN).language, line, own) for own, line in _examples()]
    assert [line for language, line, own in found if language != own] == []


_SAYERS = frozenset({"say", "post", "words", "announce", "word", "ask"})


@cache
def _said() -> tuple[tuple[str, str, bool], ...]:
    """Every id in the code: its place, the id, and whether something is joined to it."""
    return tuple(_found())


def _found() -> Iterator[tuple[str, str, bool]]:
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                text, joined = _text_of(node)
                if text and re.fullmatch(r"[a-z]+-[a-z0-9-]*", text):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", text, joined  # type: ignore[attr-defined]


def _text_of(node: ast.AST) -> tuple[str, bool]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value, node.value.endswith("-")
    if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
        return str(node.values[0].value), len(node.values) > 1
    return "", False


def _calls() -> Iterator[tuple[str, str]]:
    """Every literal id that is said outright: `turn.say("…")`, `words("…")`, `word(words, "…")`."""
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call):
                    continue
                told = node.func
                name = told.attr if isinstance(told, ast.Attribute) else told.id if isinstance(told, ast.Name) else ""
                if name not in _SAYERS:
                    continue
                for argument in node.args[:2]:
                    for part in ast.walk(argument):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str):
                            yield f"{path.relative_to(ROOT)}:{node.lineno}", part.value


def test_everything_that_is_said_has_words() -> None:
    """Each id that stands in the code as it is has words."""
    subjects = {subject for _, subject in SUBJECTS}
    lacking = [
        f"{place}: {one}"
        for place, one in _calls()
        if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", one) and one.split("-")[0] in subjects and one not in _ids()
    ]
    assert lacking == []


def test_no_words_lie_unused() -> None:
    """Each message is said somewhere, as it is or put together from a beginning that is listed with its reason."""
    whole = {text for _, text, joined in _said() if not joined}
    begun = {text for _, text, joined in _said() if joined}
    unlisted = {text for text in begun if any(one.startswith(text) for one in _ids()) and text not in MADE_UP}
    from_documents = {text for text in unlisted if text.startswith("papers-")}
    assert unlisted - from_documents == set()
    prefixes = tuple(MADE_UP) + tuple(from_documents)
    assert sorted(one for one in _ids() - whole if not one.startswith(prefixes)) == []


def test_no_words_with_a_listed_beginning_lie_unused() -> None:
    """What the lists above would let through: every offer, question and refusal belongs to something there is."""
    plain = {name.replace(".", "-").replace("_", "-") for name in {*HANDLERS, *INTENTS}}
    whole = {text for _, text, joined in _said() if not joined}
    slots = {one for intent in INTENTS.values() for required in intent.required for one in required.split("|")}
    slots |= {"link"}  # needed to attach something, but no required slot of the contract
    asked = {f"asks-{slot}" for slot in slots} | {f"asks-{slot}-{name}" for slot in slots for name in plain}
    refused = {one().message for one in _refusals()}
    helped = {f"help-{one}" for one in HELP_TOPICS} | {f"help-title-{one}" for one in HELP_TOPICS}
    used = whole | asked | refused | helped | {f"offers-{name}" for name in plain}
    checked = ("offers-", "asks-", "refused-", "help-")
    assert sorted(one for one in _ids() - used if one.startswith(checked)) == []
