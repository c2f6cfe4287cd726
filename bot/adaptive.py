"""Neutral cards as Adaptive Cards 1.5, and forms as Teams' task modules. User text is never read as markup."""

from __future__ import annotations

import re
from typing import Any

from dialogs.cards import Button, Card, Facts, Field, FieldKind, Form, Lines, Part, Text, as_text

Json = dict[str, Any]
LARGEST_LINES = 60


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
    body = [{**title, "style": "heading"}, *(block for part in card.parts for block in _part(part))]
    drawn: Json = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "body": body,
        "fallbackText": "\n".join(as_text(card))[:4_000],
        "speak": card.title[:200],
        "msteams": {"width": "Full"},
    }
    actions = [_action(button) for button in card.buttons[:6]]
    if actions:
        drawn["actions"] = actions
    return drawn


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
            shown = lines[:LARGEST_LINES]
            return [{"type": "TextBlock", "text": plain(line), "wrap": True, "spacing": "Small"} for line in shown]


def _action(button: Button) -> Json:
    if button.link:
        return {"type": "Action.OpenUrl", "title": button.label, "url": button.link}
    asked = {"action": button.action, "slots": dict(button.slots)}
    if button.form is not None:
        data = {"kansli": {**asked, "form": button.label}, "msteams": {"type": "task/fetch"}}
        return {"type": "Action.Submit", "title": button.label, "data": data, "associatedInputs": "none"}
    return {"type": "Action.Execute", "title": button.label, "verb": button.action, "data": {"kansli": asked}}


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
