"""Rules: which features together mean which intent, and how surely."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dialogs.understanding.intents import INTENTS
from dialogs.understanding.sentence import Sentence

Slots = dict[str, object]
Reader = Callable[[Sentence], Slots]


@dataclass(frozen=True)
class Rule:
    """One way to recognise an intent: all of `needs` (each a choice), none of `without`; heavier is surer."""

    intent: str
    weight: int
    needs: tuple[frozenset[str], ...]
    without: frozenset[str]
    written: str

    def holds(self, features: frozenset[str]) -> bool:
        """Whether the features of a sentence satisfy this rule."""
        return self.without.isdisjoint(features) and all(not need.isdisjoint(features) for need in self.needs)


def rules(table: str) -> tuple[Rule, ...]:
    """Read rules, one a line: `intent weight: feature a|b !not-this`.

    A rule for something that changes the record does not hold for what merely tells of the past or gives an
    opinion ("told"), unless the line says `told?`; nor for what is denied, only imagined or others' wish
    ("unmeant"), unless it says `not?`. A line may go on, indented.
    """
    return tuple(_rule(line) for line in table.strip().replace("\n    ", " ").splitlines())


def _rule(line: str) -> Rule:
    head, conditions = line.split(":", 1)
    intent, weight = head.split()
    words = conditions.split()
    without = {word[1:] for word in words if word.startswith("!")}
    if INTENTS[intent].changes and "told?" not in words:
        without.add("told")
    if INTENTS[intent].changes and "not?" not in words:
        without.add("unmeant")
    needs = tuple(frozenset(word.split("|")) for word in words if word[0] != "!" and word[-1] != "?")
    return Rule(intent, int(weight), needs, frozenset(without), line.strip())


def best(table: Iterable[Rule], features: frozenset[str]) -> list[Rule]:
    """Return the heaviest rule of every intent that the features satisfy, heaviest first."""
    found: dict[str, Rule] = {}
    for rule in table:
        if (rule.intent not in found or rule.weight > found[rule.intent].weight) and rule.holds(features):
            found[rule.intent] = rule
    return sorted(found.values(), key=lambda rule: -rule.weight)
