"""Second thoughts about a change: what was denied, only asked, told of another, or said of several things at once."""

from __future__ import annotations

import re

from dialogs.understanding.intents import INTENTS
from dialogs.understanding.sentence import HEAD, Sentence
from dialogs.understanding.text import fold

_DENIED = re.compile(
    r"\b(?:ta|stall|stryk|flytta|bordlagg|angra|skicka|oppna|avsluta|stang|andra|godkann|utse|nominera|boka|lagg)"
    r"(?:er|ar|a|t)? (?:\w+ )?inte\b"
    r"|\b(?:don't|dont|do not|never) (?:cancel|remove|withdraw|delete|move|table|postpone|undo|send|open|close"
    r"|take|change|approve|appoint|nominate|book|schedule|add)\b"
    r"|\b(?:ar|is|are) (?:inte|not) (?:franvarande|absent)\b"
)
_WONDERED = re.compile(
    r"^(?:\W*)(?:ska|skall|borde|bor|behover|maste) (?:vi|jag|man)\b.*\?"
    r"|^(?:\W*)(?:should|shall|must|do) (?:we|i)\b.*\?"
)
_REPORTED = re.compile(r"^(?:@?\w+ ){1,3}?(?:sa|sade|sager|tycker|tror|said|says|thinks|believes) (?:att|that)\b")
_SEVERAL = re.compile(r"\b\d{1,2}(?:\.\d{1,2})?\s*(?:,|och|samt|and|&|-|–)\s*(?:punkt |item )?\d{1,2}\b")
_FROM_ITEM = re.compile(r"\b(?:fran|from|pa|on) (?:punkt|item)\b")
_ONE_ITEM = frozenset({"agenda.withdraw", "agenda.postpone", "agenda.edit", "item.open", "decision.note"})
_ASKING = ("poll.", "nomination.nominate", "meeting.find_date", "circulation.")


def misgiving(intent: str, sentence: Sentence) -> str | None:
    """Why a change should be asked about instead of done, or None."""
    if not INTENTS[intent].changes:
        return None
    said = fold(sentence.whole[:HEAD]).strip()
    if _DENIED.search(said):
        return "it was denied"
    if _WONDERED.match(said) and not intent.startswith(_ASKING):
        return "it was only asked"
    if _REPORTED.match(said):
        return "somebody else is told of"
    if intent in _ONE_ITEM and _SEVERAL.search(said) and len(sentence.items) > 0:
        return "several items were named"
    if intent == "item.open" and len({item.start for item in sentence.items}) > 1:
        return "several items were named"
    if intent == "agenda.withdraw" and sentence.people and _FROM_ITEM.search(said):
        return "somebody is to leave an item, or the item the agenda"
    return None
