"""From a sentence to what is meant: pure, no records and no clock."""

from dialogs.understanding.intents import INTENTS, Intent
from dialogs.understanding.model import Doubt, Known, Suggestion, Understanding
from dialogs.understanding.text import clean
from dialogs.understanding.understand import understand

__all__ = ["INTENTS", "Doubt", "Intent", "Known", "Suggestion", "Understanding", "clean", "understand"]
