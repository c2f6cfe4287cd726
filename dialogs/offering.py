"""Refusals, readings and offers in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dialogs.said import Spoken
from secretary.refusal import Refused


def refusal(words: Spoken, refused: Refused) -> str:
    """A refusal in words."""
    return words(refused.message, **refused.facts)


def reading_said(value: object, words: Spoken) -> str:
    """A date or moment of the contract as people say it; other values as they are."""
    text = str(value)
    try:
        if len(text) == 10:
            return words.date(dt.date.fromisoformat(text))
        return words.moment(dt.datetime.fromisoformat(text))
    except ValueError:
        return text


OFFER_FACTS = [
    "date",
    "title",
    "item",
    "text",
    "people",
    "person",
    "clauses",
    "assignees",
    "task",
    "reminder",
    "body",
    "choices",
    "deadline",
    "meeting",
]


def has_offer(words: Spoken, action: str) -> bool:
    """Whether there are words for what the action would do."""
    return words.has("offers-" + action.replace(".", "-").replace("_", "-"))


def offer_label(words: Spoken, action: str, slots: Mapping[str, object]) -> str:
    """What would be done, worded as a button."""
    facts: dict[str, object] = dict.fromkeys(OFFER_FACTS, "…")
    for name, value in slots.items():
        shown = [reading_said(one, words) for one in value] if isinstance(value, (list, tuple)) else None
        facts[name] = tuple(shown) if shown is not None else reading_said(value, words)
    return words("offers-" + action.replace(".", "-").replace("_", "-"), **facts)
