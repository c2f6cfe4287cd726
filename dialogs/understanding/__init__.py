"""From a sentence to what is meant: pure, no records and no clock."""

from dialogs.understanding.answers import answer_to, is_cancel, is_same, yes_or_no
from dialogs.understanding.intents import INTENTS, Intent
from dialogs.understanding.model import Doubt, Known, Suggestion, Understanding
from dialogs.understanding.patterns import prepare
from dialogs.understanding.text import clean
from dialogs.understanding.understand import understand

__all__ = [
    "INTENTS",
    "Doubt",
    "Intent",
    "Known",
    "Suggestion",
    "Understanding",
    "answer_to",
    "clean",
    "is_cancel",
    "is_same",
    "prepare",
    "understand",
    "yes_or_no",
]
