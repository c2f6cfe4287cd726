"""From what is owed to a message that can be sent: worded at the moment it is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Connection

from bot import adaptive
from bot.answering import Stored
from bot.clock import Clock
from bot.connector import Accepted, Address, Outcome, Rejected
from bot.owing import ToSend
from bot.past import as_coming
from dialogs.cards import Card
from dialogs.said import Spoken
from dialogs.upcoming import PRIVATE, WORDINGS, Owing
from language.words import Words
from records import memory
from records import network as networks
from records.deliveries import Deliveries
from records.delivery_table import DeliveryRow
from records.network import NetworkRecords
from scheduler.delivery import State, Step, rejected, unclear
from secretary.network import Member

ANSWER = "answer.again"  # the answer of a turn that may not have arrived
SUSPENDED = "delivery.suspended"
LATE = "delivery.late"


class Wording:
    """Words what is owed, at the moment it is sent."""

    def __init__(self, languages: Mapping[str, Words], clock: Clock) -> None:
        self._languages = languages
        self._clock = clock

    def __call__(self, connection: Connection, row: DeliveryRow) -> ToSend | None:
        """The message, or None when there is nothing to say any more."""
        # Not held: a turn may hold the network, and want this very row.
        records = NetworkRecords(connection, row.network, hold=False)
        if not records.network.active and row.kind != SUSPENDED:
            return None
        address = msgspec.json.decode(networks.address_of(connection, row.network), type=Address)
        if row.kind == ANSWER:
            return _answer(connection, row, address)
        return self._addressed(connection, row, records, address, self._said(connection, row, records))

    def late(self, connection: Connection, rows: tuple[DeliveryRow, ...]) -> ToSend | None:
        """One message for several that are late for one receiver; what nobody wants any more is cancelled."""
        records = NetworkRecords(connection, rows[0].network, hold=False)
        if not records.network.active:
            return None
        wanted = []
        for row in rows:
            if self._said(connection, row, records) is None:
                Deliveries(connection).cancel(row, "nothing to say any more", self._clock.now())
            else:
                wanted.append(row)
        if not wanted:
            return None
        about = tuple(as_coming(row, records.network) for row in wanted)
        address = msgspec.json.decode(networks.address_of(connection, rows[0].network), type=Address)
        said = WORDINGS[LATE](self._owing(rows[0], records, LATE, about))
        return self._addressed(connection, wanted[0], records, address, said)

    def _said(self, connection: Connection, row: DeliveryRow, records: NetworkRecords) -> Card | str | None:
        wording = WORDINGS.get(row.kind)
        if wording is None:
            return None
        found = [Deliveries(connection).get(int(one)) for one in str(row.facts.get("deliveries", "")).split()]
        about = tuple(as_coming(one, records.network) for one in found if one is not None)
        if "deliveries" in row.facts and not about:
            return None
        return wording(self._owing(row, records, row.kind, about))

    def _owing(self, row: DeliveryRow, records: NetworkRecords, kind: str, about: tuple[Any, ...]) -> Owing:
        network = records.network
        member = _member(records, row)
        language = (member.language if member else None) or network.language
        now = self._clock.now().astimezone(ZoneInfo(network.zone))
        words = Spoken(self._languages[language], now.date())
        return Owing(kind, row.facts, records, words, now, row.occurrence, about)

    def _addressed(
        self,
        connection: Connection,
        row: DeliveryRow,
        records: NetworkRecords,
        address: Address,
        said: Card | str | None,
    ) -> ToSend | None:
        if said is None:
            return None
        network = records.network.number
        activity = adaptive.message(said) if isinstance(said, Card) else {"type": "message", "text": said}
        if row.target.startswith("card:"):
            return _update(connection, network, row.target.removeprefix("card:"), address, activity)
        member = _member(records, row)
        if member is not None and member.contact:
            return ToSend(address, activity, contact=member.contact, network=network)
        if row.kind in PRIVATE:
            return None
        return ToSend(address, activity, network=network, card=said.key if isinstance(said, Card) else "")


def _member(records: NetworkRecords, row: DeliveryRow) -> Member | None:
    """The one person it is for."""
    if not row.target.startswith("member:"):
        return None
    return next(iter(records.network.named(row.target.removeprefix("member:"))), None)


def _answer(connection: Connection, row: DeliveryRow, address: Address) -> ToSend | None:
    """One message of a turn's answer, as it was given."""
    conversation, activity = str(row.facts["conversation"]), str(row.facts["activity"])
    body = memory.stored_answer(connection, conversation, activity)
    if body is None:
        return None
    stored = msgspec.json.decode(body, type=Stored)
    place = int(row.facts["place"])
    card = stored.cards.get(str(place), "")
    return ToSend(address, stored.activities[place], network=row.network, card=card, thread=conversation)


def owe_rest(
    connection: Connection,
    conversation: str,
    activity: str,
    stored: Stored,
    outcomes: tuple[Outcome, ...],
    now: dt.datetime,
) -> None:
    """Owe what was not accepted of an answer that was being given."""
    posted = next((at for at, one in enumerate(outcomes) if not isinstance(one, Accepted)), len(outcomes))
    doubt, wait = False, dt.timedelta(0)
    if posted < len(outcomes):
        step = _step(outcomes[posted])
        doubt, wait = step.to is State.UNKNOWN, step.wait
    owe_answer(connection, conversation, activity, stored, posted, now, doubt=doubt, wait=wait)


def _step(outcome: Outcome) -> Step:
    if not isinstance(outcome, Rejected):
        return unclear("", 1)
    retry_after = None if outcome.retry_after is None else dt.timedelta(seconds=outcome.retry_after)
    return rejected(outcome.status, retry_after, 1, outcome.code)


def owe_answer(
    connection: Connection,
    conversation: str,
    activity: str,
    stored: Stored,
    posted: int,
    now: dt.datetime,
    *,
    doubt: bool,
    wait: dt.timedelta = dt.timedelta(0),
) -> None:
    """Owe the messages of an answer from a place on; they may have been posted, if there is doubt."""
    for place in range(posted, len(stored.activities)):
        facts: dict[str, str | int] = {"conversation": conversation, "activity": activity, "place": place}
        Deliveries(connection).owe(
            stored.network,
            ANSWER,
            f"answer:{conversation}",
            facts,
            key=f"{ANSWER}:{conversation}:{activity}:{place}",
            now=now,
            due=now + wait,
            doubtful=doubt,
        )


def _update(
    connection: Connection, network: int, card: str, address: Address, activity: dict[str, Any]
) -> ToSend | None:
    stands = memory.where_is_card(connection, network, card)
    if stands is None:
        return None
    conversation, posted = stands
    return ToSend(replace(address, conversation=conversation), activity, update=posted)
