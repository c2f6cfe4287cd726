"""The rules speak of features that exist, and of every intent there is."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from dialogs.understanding import INTENTS, Known, understand
from dialogs.understanding.lexicon_phrases import PHRASES
from dialogs.understanding.lexicon_words import DEEDS, SMALL, THINGS
from dialogs.understanding.sentence import __file__ as sentence_file
from dialogs.understanding.understand import READERS, RULES

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


def test_every_feature_a_rule_names_exists() -> None:
    """Every feature a rule names exists."""
    noticed = set(re.findall(r'"([\w:]+)"', Path(sentence_file).read_text(encoding="utf-8")))
    concepts = {*THINGS, *DEEDS, *SMALL}
    led = {f"{lead}:{concept}" for lead in ("obj", "do", "starts") for concept in concepts}
    named = {feature for rule in RULES for need in (*rule.needs, rule.without) for feature in need}
    assert named - noticed - concepts - set(PHRASES) - led == set()


def test_every_intent_has_rules_and_a_reader() -> None:
    """Every intent has rules and a reader."""
    assert {rule.intent for rule in RULES} == set(INTENTS)
    assert set(READERS) == set(INTENTS)


@pytest.mark.parametrize(
    ("text", "known", "intent", "slots"),
    [
        ("nästa", Known(meeting_open=True), "item.open", {"item": "next"}),
        ("nominera per till Vårdrådet", Known(members=("Per Ek",), bodies=("Vårdrådet",)), "nomination.nominate",
         {"person": "per", "body": "Vårdrådet"}),
        ("utse @Anna Berg till Vårdrådet", Known(mentions=("Anna Berg",), bodies=("Vårdrådet",)),
         "nomination.appoint", {"people": ["Anna Berg"], "body": "Vårdrådet"}),
        ("gå till Budgetläget", Known(items=("Budgetläget",)), "item.open", {"item": "Budgetläget"}),
        ("orsa svarar själva på remissen om LSS", Known(organisations=("Orsa",)), "remiss.answer",
         {"organisation": "orsa", "stance": "own", "title": "LSS"}),
    ],
)  # fmt: skip
def test_what_the_network_knows_helps(text: str, known: Known, intent: str, slots: dict[str, object]) -> None:
    """What the network knows helps."""
    found = understand(text, MOMENT, known)
    assert (found.intent, dict(found.slots)) == (intent, slots)


@pytest.mark.parametrize("text", ["flytta den", "ta bort det", "skicka", "visa allt", "stäng", "move it", "add Per Ek"])
def test_a_command_without_an_object_is_asked_about(text: str) -> None:
    """A command without an object is asked about, with something to choose from."""
    found = understand(text, MOMENT)
    assert found.intent == "unsure"
    assert 0 < len(found.suggestions) <= 3


def test_why_tells_the_rule_that_decided() -> None:
    """Why tells the rule that decided."""
    assert understand("punkt 4 utgår", MOMENT).why[0].startswith("agenda.withdraw")
