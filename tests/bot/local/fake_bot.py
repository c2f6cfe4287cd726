"""A bot that answers with a few sample cards, and a clock with one reminder: enough to try the channel with."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.local.channel import LocalChannel
from bot.local.context import LocalContext
from bot.local.routes import add_routes
from bot.local.starter import settle
from bot.pipeline import InvokeAnswer

Json = dict[str, Any]
START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CARD = "application/vnd.microsoft.card.adaptive"


def card(*body: Json, actions: tuple[Json, ...] = ()) -> Json:
    """A card of the version Teams takes."""
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), "actions": list(actions)}


def message(text: str = "", content: Json | None = None) -> Json:
    """An activity of the bot."""
    attachments = [{"contentType": CARD, "content": content}] if content else []
    return {"type": "message", "text": text, "attachments": attachments}


def heading(text: str) -> Json:
    """The first line of a card."""
    return {"type": "TextBlock", "text": text, "weight": "Bolder", "size": "Medium", "wrap": True}


def agenda(items: list[str]) -> Json:
    """An agenda with its buttons, as a card."""
    lines = [
        {"type": "TextBlock", "text": f"{number}. {title}", "wrap": True, "spacing": "Small"}
        for number, title in enumerate(items, 1)
    ]
    facts = [{"title": "Tid", "value": "9.00–11.00"}, {"title": "Plats", "value": "Teams"}]
    form = {"msteams": {"type": "task/fetch"}, "form": "item"}
    actions = (
        {"type": "Action.Submit", "title": "Lägg till punkt", "data": form},
        {"type": "Action.Execute", "title": "Jag kommer", "verb": "come", "data": {"answer": "yes"}},
        {"type": "Action.Submit", "title": "Visa igen", "data": {"verb": "show"}},
        {"type": "Action.Execute", "title": "Stäng mötet", "verb": "close"},
    )
    head = heading("Dagordning 18 december 2026")
    return card(head, {"type": "FactSet", "facts": facts}, *lines, actions=actions)


def item_form(error: str = "") -> Json:
    """The form for a new item."""
    title = {
        "type": "Input.Text",
        "id": "title",
        "label": "Rubrik",
        "isRequired": True,
        "errorMessage": "Skriv en rubrik.",
    }
    kind = {
        "type": "Input.ChoiceSet",
        "id": "kind",
        "label": "Slag",
        "value": "decision",
        "choices": [
            {"title": "Beslut", "value": "decision"},
            {"title": "Information", "value": "information"},
        ],
    }
    minutes = {"type": "Input.Number", "id": "minutes", "label": "Minuter", "min": 1, "max": 240}
    day = {"type": "Input.Date", "id": "day", "label": "Sista dag"}
    sure = {"type": "Input.Toggle", "id": "open", "title": "Öppen punkt", "label": "Synlighet"}
    wrong = [{"type": "TextBlock", "text": error, "color": "Attention", "wrap": True}] if error else []
    send = {"type": "Action.Submit", "title": "Spara", "style": "positive", "data": {"form": "item"}}
    return card(*wrong, title, kind, minutes, day, sure, actions=(send,))


def every_part() -> Json:
    """A card with every part that Kansli's cards may have."""
    choices = [{"title": "Ja", "value": "1"}, {"title": "Nej", "value": "2"}]
    names = {"type": "Input.ChoiceSet", "choices": choices}
    long = "En-mycket-lång-text-utan-blanksteg-som-måste-brytas-någonstans"
    columns = [
        {"type": "Column", "width": "auto", "items": [words("**1**")]},
        {"type": "Column", "width": "stretch", "items": [words("Föredragande: <at>Mats Ekeroth</at>")]},
        {"type": "Column", "width": "auto", "items": [words("15 min", color="Accent")]},
    ]
    styles = ("emphasis", "accent", "good", "warning", "attention")
    return card(
        words("Öppen till fredag", isSubtle=True),
        {"type": "ColumnSet", "columns": columns},
        *({"type": "Container", "style": style, "items": [words(style)]} for style in styles),
        words("Beslutat", color="Good"),
        words("Sent inkommen", color="Warning"),
        words("Se [underlaget](https://example.org/a)\n\n- ett\n- två"),
        {"type": "FactSet", "facts": [{"title": "Beslutsunderlag", "value": long}]},
        {**names, "id": "a", "style": "expanded", "label": "Hur röstar du?"},
        {**names, "id": "b", "style": "expanded", "isMultiSelect": True, "label": "Vilka dagar?"},
        {**names, "id": "c", "style": "filtered", "label": "Person"},
        {"type": "Input.Text", "id": "d", "isMultiline": True, "label": "Motivering", "placeholder": "Kort"},
        {"type": "Input.Time", "id": "e", "label": "Tid"},
        {"type": "Input.Toggle", "id": "f", "title": "Sluten omröstning"},
        actions=(
            {"type": "Action.Submit", "title": "Tacka ja", "style": "positive"},
            {"type": "Action.Submit", "title": "Tacka nej", "style": "destructive"},
            {"type": "Action.OpenUrl", "title": "Hämta", "url": "/documents/minutes.pdf"},
            {"type": "Action.ShowCard", "title": "Mer", "card": card(words("Mer text"))},
        ),
    )


def words(text: str, **more: object) -> Json:
    """A line of text in a card."""
    return {"type": "TextBlock", "text": text, "wrap": True, **more}


@dataclass
class FakeBot:
    """Hears activities and answers in the channel, as the bot would over the connector."""

    channel: LocalChannel
    heard: list[Json] = field(default_factory=list)
    items: list[str] = field(default_factory=lambda: ["Mötets öppnande", "Föregående anteckningar"])
    shown: tuple[str, str] | None = None

    async def deliver(self, activity: Json) -> InvokeAnswer:
        """What `/api/messages` would do."""
        self.heard.append(activity)
        if activity["type"] == "message":
            self.answer(activity)
        if activity["type"] == "installationUpdate":
            self.channel.send(activity["conversation"]["id"], message("", self.greeting()))
        if activity["type"] == "invoke":
            return self.invoke(activity)
        return InvokeAnswer(200)

    def greeting(self) -> Json:
        """The card on joining."""
        text = {
            "type": "TextBlock",
            "text": "Jag är er sekreterare. Skriv **@Kansli** och vad du vill.",
            "wrap": True,
        }
        return card(heading("Hej, jag är Kansli"), text)

    def answer(self, activity: Json) -> None:
        """Answer a message: with the agenda, or with what was said."""
        conversation = activity["conversation"]["id"]
        text = activity.get("text", "")
        if "dagordning" in text or activity.get("value"):
            sent = self.channel.send(conversation, message("", agenda(self.items)))
            self.shown = conversation, sent["id"]
        elif "protokoll" in text:
            words = "**Klart.** Hämta [protokollet](/documents/minutes.pdf):\n\n- en punkt\n- en till"
            self.channel.send(conversation, message(words))
        else:
            self.channel.send(conversation, message(f"Jag hörde: {text.replace('<at>Kansli</at> ', '')}"))

    def invoke(self, activity: Json) -> InvokeAnswer:
        """Answer a button or a form."""
        if activity["name"] == "task/fetch":
            return InvokeAnswer(200, task(item_form()))
        if activity["name"] == "task/submit":
            return self.save(activity)
        if activity["value"]["action"]["verb"] == "come":
            mine = card(heading("Du kommer"), {"type": "TextBlock", "text": "Tack, det är noterat."})
            return InvokeAnswer(200, {"statusCode": 200, "type": CARD, "value": mine})
        problem = {"code": "Refused", "message": "Bara ordföranden kan stänga mötet."}
        return InvokeAnswer(200, {"statusCode": 400, "type": "application/vnd.microsoft.error", "value": problem})

    def save(self, activity: Json) -> InvokeAnswer:
        """Put the new item on the agenda, and the agenda in place of the old one."""
        title = activity["value"]["data"]["title"]
        if title in self.items:
            return InvokeAnswer(200, task(item_form("Den punkten finns redan.")))
        self.items.append(title)
        if self.shown:
            self.channel.update(*self.shown, message("", agenda(self.items)))
        return InvokeAnswer(200, {"task": {"type": "message", "value": "Punkten är tillagd."}})


def task(content: Json) -> Json:
    """A form as the answer to an invoke."""
    value = {"title": "Lägg till punkt", "card": {"contentType": CARD, "content": content}}
    return {"task": {"type": "continue", "value": value}}


@dataclass
class FakeTime:
    """A clock that stands until it is moved, with one reminder in three days."""

    at: datetime = START
    due: datetime | None = START + timedelta(days=3)
    channel: LocalChannel | None = None

    def now(self) -> datetime:
        """What it says."""
        return self.at

    async def forward(self, to: datetime) -> None:
        """Move, and post the reminder on the way."""
        if self.due and self.due <= to and self.channel:
            self.at, self.due = self.due, None
            self.channel.send(self.channel.place.channel_id, message("Påminnelse: möte om en vecka."))
        self.at = max(self.at, to)

    async def next_due(self) -> datetime | None:
        """When the reminder is."""
        return self.due


@dataclass
class Stage:
    """The application with its channel, bot and clock."""

    app: web.Application
    channel: LocalChannel
    bot: FakeBot
    time: FakeTime


async def stage(kept: Path | None = None) -> Stage:
    """A channel where the starter network has moved in and the bot has greeted."""
    time = FakeTime()
    channel = LocalChannel(time.now, service_url="http://127.0.0.1/local/connector/")
    time.channel = channel
    bot = FakeBot(channel)
    app = web.Application()
    add_routes(app, LocalContext(channel, bot.deliver, time, poll_seconds=5, kept=kept))
    for activity in settle(channel):
        await bot.deliver(activity)
    return Stage(app, channel, bot, time)
