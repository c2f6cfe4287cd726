"""Neutral cards as Adaptive Cards 1.5, and forms as Teams' task modules. User text is never read as markup."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from dialogs.cards import Button, Card, Facts, Field, FieldKind, Form, Lines, Part, Text, as_text

Json = dict[str, Any]
MOST_LINES = 60
# Teams takes 28 KB for a whole message; in bytes of UTF-8.
LARGEST_BODY = 14_000
LARGEST_FALLBACK = 5_000
LONGEST_LABEL = 100
MORE = "…"


def plain(text: str) -> str:
    """Text that a TextBlock shows as it is: no Markdown, no mention, no date function."""
    escaped = re.sub(r"([\\`*_\[\]<>~|])", r"\\\1", text)
    escaped = re.sub(r"^(\s*)([#>+-])", r"\1\\\2", escaped, flags=re.MULTILINE)
    escaped = re.sub(r"^(\s*\d+)\.(?=\s)", r"\1\\.", escaped, flags=re.MULTILINE)
    return escaped.replace("{{", "{\u200b{")


def message(card: Card) -> Json:
    """A message that holds the card; its summary is what a notification shows."""
    return {
        "type": "message",
        "summary": card.title[:200],
        "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": adaptive(card)}],
    }


def adaptive(card: Card) -> Json:
    """The card as JSON."""
    title = {"type": "TextBlock", "text": plain(card.title), "wrap": True, "weight": "Bolder", "size": "Medium"}
    blocks = [{**title, "style": "heading"}, *(block for part in card.parts for block in _part(part))]
    drawn: Json = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "body": _fitting(blocks),
        "fallbackText": shortened("\n".join(as_text(card)), LARGEST_FALLBACK),
        "speak": card.title[:200],
        "msteams": {"width": "Full"},
    }
    actions = [_action(button) for button in card.buttons[:6]]
    if actions:
        drawn["actions"] = actions
    return drawn


def shortened(text: str, room: int) -> str:
    """The text, or as much of it as fits into so many bytes and a sign that there is more."""
    if len(text.encode()) <= room:
        return text
    cut = text.encode()[: max(room - len(MORE.encode()), 0)].decode(errors="ignore")
    return cut.rstrip("\\") + MORE


def _fitting(blocks: list[Json]) -> list[Json]:
    """The blocks that fit, the last of them perhaps cut, and a sign that there is more."""
    kept: list[Json] = []
    room = LARGEST_BODY
    for block in blocks:
        size = len(msgspec.json.encode(block))
        if size > room:
            text = shortened(block.get("text", MORE), max(room - 200, 0))
            return [*kept, {"type": "TextBlock", "text": text, "wrap": True}]
        kept.append(block)
        room -= size
    return kept


def form(asked: Form, action: str, slots: Json) -> Json:
    """A form as a card, to be shown in a task module."""
    send = {
        "type": "Action.Submit",
        "title": asked.send,
        "data": {"kansli": {"action": action, "slots": slots}},
    }
    return {
        "type": "AdaptiveCard",
        "version": "1.5",
        "body": [_input(one) for one in asked.fields],
        "actions": [send],
        "fallbackText": asked.title,
    }


def task_module(asked: Form, action: str, slots: Json) -> Json:
    """What `task/fetch` gets back."""
    content = {
        "contentType": "application/vnd.microsoft.card.adaptive",
        "content": form(asked, action, slots),
    }
    value = {"title": asked.title, "height": "medium", "width": "medium", "card": content}
    return {"task": {"type": "continue", "value": value}}


def _part(part: Part) -> list[Json]:
    match part:
        case Text(text, strong, subtle):
            block: Json = {"type": "TextBlock", "text": plain(text), "wrap": True}
            if strong:
                block["weight"] = "Bolder"
            if subtle:
                block["isSubtle"] = True
            return [block]
        case Facts(rows):
            facts = [{"title": plain(name), "value": plain(value)} for name, value in rows]
            return [{"type": "FactSet", "facts": facts}]
        case Lines(lines):
            texts = [plain(line) for line in lines[:MOST_LINES]]
            if len(lines) > MOST_LINES:
                texts.append(f"{MORE} +{len(lines) - MOST_LINES}")
            return [{"type": "TextBlock", "text": text, "wrap": True, "spacing": "Small"} for text in texts]


def _action(button: Button) -> Json:
    label = button.label if len(button.label) <= LONGEST_LABEL else button.label[: LONGEST_LABEL - 1] + MORE
    if button.link:
        return {"type": "Action.OpenUrl", "title": label, "url": button.link}
    asked = {"action": button.action, "slots": dict(button.slots)}
    if button.form is not None:
        data = {"kansli": {**asked, "form": button.label}, "msteams": {"type": "task/fetch"}}
        return {"type": "Action.Submit", "title": label, "data": data, "associatedInputs": "none"}
    return {"type": "Action.Execute", "title": label, "verb": button.action, "data": {"kansli": asked}}


def _input(asked: Field) -> Json:
    common: Json = {"id": asked.slot, "label": asked.label, "isRequired": asked.required}
    if asked.required:
        common["errorMessage"] = asked.label
    if asked.value:
        common["value"] = asked.value
    match asked.kind:
        case FieldKind.CHOICE:
            choices = [{"title": label, "value": value} for value, label in asked.options]
            return {"type": "Input.ChoiceSet", "style": "compact", "choices": choices, **common}
        case FieldKind.NUMBER:
            return {"type": "Input.Number", "min": 1, **common}
        case FieldKind.DATE:
            return {"type": "Input.Date", **common}
        case FieldKind.TIME:
            return {"type": "Input.Time", **common}
        case FieldKind.LONG:
            return {"type": "Input.Text", "isMultiline": True, **common}
        case FieldKind.TEXT | FieldKind.NAMES:
            return {"type": "Input.Text", **common}
