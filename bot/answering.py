"""From what a handler returned to messages: what is said here and now, and what is owed to others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot import adaptive, papers
from bot.clock import Clock
from bot.events import Event, Tapped
from dialogs.cards import Button, Card, Text
from dialogs.minutes import paper_card
from dialogs.replies import Ask, Offers, Paper, Refresh, Reply, Tell
from dialogs.said import Spoken
from language.words import Words
from records.deliveries import Deliveries
from records.network import NetworkRecords
from secretary.network import Network

LONGEST_ECHO = 6_000  # characters; what is written down is kept whole, and stands whole in the minutes
MESSAGE = "application/vnd.microsoft.activity.message"


@dataclass(frozen=True)
class Stored:
    """An answer as the inbox keeps it.

    `cards` gives for a message's place among the activities the key of the card that is kept up to date there.
    """

    activities: tuple[dict[str, Any], ...] = ()
    cards: dict[str, str] = field(default_factory=dict)
    invoke: dict[str, Any] | None = None
    network: int = 0
    owes: bool = False


class Answering:
    """Makes the answer of a turn, in its transaction."""

    def __init__(self, languages: Mapping[str, Words], clock: Clock, base_url: str) -> None:
        self.languages = languages
        self.clock = clock
        self.base_url = base_url.rstrip("/")

    def spoken(self, network: Network, language: str) -> Spoken:
        """A language as it is spoken where the network is, today."""
        return Spoken(self.languages[language], self.today(network))

    def today(self, network: Network) -> dt.date:
        """The day it is where the network is."""
        return self.clock.now().astimezone(ZoneInfo(network.zone)).date()

    def answer(
        self,
        connection: Connection,
        records: NetworkRecords,
        event: Event,
        replies: tuple[Reply, ...],
        language: str,
        *,
        named: bool = False,
    ) -> Stored:
        """The replies as messages; what is for others is owed. `named` says which network it is about."""
        network = records.network
        words = self.spoken(network, language)
        activities: list[dict[str, Any]] = []
        cards: dict[str, str] = {}
        if named:
            activities.append(text_message(words("general-in-network", network=network.name)))
        owes = bool(records.changes)
        for place, reply in enumerate(self._with_papers(connection, records, replies, words)):
            if isinstance(reply, (Tell, Refresh)):
                self._owe(connection, network.number, reply, f"{event.activity}:{place}")
                owes = True
                continue
            if isinstance(reply, Card) and reply.key:
                cards[str(len(activities))] = reply.key
            activities.append(_drawn(reply))
        return Stored(tuple(activities), cards, done(event, words("general-done")), network.number, owes)

    def _owe(self, connection: Connection, network: int, reply: Tell | Refresh, cause: str) -> None:
        now = self.clock.now()
        match reply:
            case Tell(kind, target, told):
                key = f"tell:{kind}:{target}:{cause}"
                Deliveries(connection).owe(network, kind, target, told, key=key, now=now)
            case Refresh(card):
                key = f"refresh:{card}:{cause}"
                facts = {"card": card}
                Deliveries(connection).owe(network, "card.refresh", f"card:{card}", facts, key=key, now=now)

    def _with_papers(
        self, connection: Connection, records: NetworkRecords, replies: tuple[Reply, ...], words: Spoken
    ) -> list[Reply]:
        """The replies with every paper as buttons: of the card before it, or else of a card of its own."""
        found: list[Reply] = []
        now = self.clock.now()
        for reply in replies:
            if not isinstance(reply, Paper):
                found.append(reply)
                continue
            wanted = papers.order(records, reply.kind, reply.meeting, self.today(records.network))
            files = tuple((one, self.base_url + papers.keep(connection, wanted, one, now)) for one in reply.formats)
            paper = paper_card(words, reply.kind, wanted.meeting, files)
            before = found[-1] if found else None
            if isinstance(before, Card) and not before.key:
                found[-1] = replace(before, buttons=(*before.buttons, *paper.buttons))
            else:
                found.append(paper)
        return found


def _drawn(reply: Reply) -> dict[str, Any]:
    match reply:
        case str():
            return text_message(reply)
        case Card():
            return adaptive.message(reply)
        case Offers(text, offers):
            buttons = tuple(Button(one.label, one.action, one.slots) for one in offers)
            title, _, rest = text.partition("\n")
            return adaptive.message(Card(title, (Text(rest),) if rest else (), buttons))
        case Ask(text):
            return text_message(text)
        case Tell() | Refresh() | Paper():
            raise TypeError("owed, or made into a card before")


def text_message(text: str) -> dict[str, Any]:
    """A message that shows the text as it is; its line breaks are Markdown's."""
    if len(text) > LONGEST_ECHO:
        text = text[:LONGEST_ECHO].rstrip() + " …"
    return {"type": "message", "text": adaptive.plain(text).replace("\n", "  \n"), "textFormat": "markdown"}


def done(event: Event, said: str) -> dict[str, Any]:
    """What a tap gets back at once: a short word, which also closes a form."""
    if isinstance(event.what, Tapped) and event.what.form:
        return {"task": {"type": "message", "value": said}}
    return {"statusCode": 200, "type": MESSAGE, "value": said}
