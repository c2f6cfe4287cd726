"""What follows from deliveries: kept cards are remembered, and the secretary hears of what went wrong."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from bot.connector import Accepted
from bot.logs import facts
from bot.owing import ToSend, plan_network
from bot.wording import SUSPENDED
from records import journal, memory
from records.deliveries import Deliveries
from records.delivery_table import DeliveryRow
from records.network import NetworkRecords
from secretary.network import Role

log = logging.getLogger(__name__)
OURS = "delivery."  # the beginning of the kinds that tell of deliveries: what becomes of these is told to nobody
GONE = ("403", "404")
NOT_THEIR_WORD = "ServiceHostNotAllowed"  # our own refusal to send there


class TellTheSecretary:
    """The aftermath (see `bot.aftermath`)."""

    def accepted(self, connection: Connection, row: DeliveryRow, message: ToSend, outcome: Accepted) -> None:
        """Remember where a kept card stands."""
        if message.card:
            place = outcome.conversation or message.thread
            memory.card_is_at(connection, row.network, message.card, place, outcome.activity_id)

    def failed(
        self, connection: Connection, row: DeliveryRow, message: ToSend | None, why: str, now: dt.datetime
    ) -> None:
        """Tell the secretary once; when the channel itself refuses the bot, stop posting in it."""
        status, _, code = why.partition(" ")
        if message is not None and row.target == "channel" and status in GONE and code != NOT_THEIR_WORD:
            _suspend(connection, row.network, why, now)
            return
        _tell(connection, "delivery.failed", (row,), now)

    def held(self, connection: Connection, rows: tuple[DeliveryRow, ...], now: dt.datetime) -> None:
        """Ask the secretary about each."""
        for row in rows:
            _tell(connection, "delivery.review", (row,), now)

    def missed(self, connection: Connection, rows: tuple[DeliveryRow, ...], now: dt.datetime) -> None:
        """List them to the secretary of each network."""
        for network in sorted({row.network for row in rows}):
            _tell(connection, "delivery.missed", tuple(row for row in rows if row.network == network), now)


def _tell(connection: Connection, kind: str, rows: Iterable[DeliveryRow], now: dt.datetime) -> None:
    told = [row for row in rows if not row.kind.startswith(OURS) and row.kind != "card.refresh"]
    if told:
        numbers = " ".join(str(row.id) for row in told)
        _owe(connection, told[0].network, kind, {"deliveries": numbers}, f"{told[0].id}:{told[0].fence}", now)


def _owe(
    connection: Connection, network: int, kind: str, about: dict[str, str | int], key: str, now: dt.datetime
) -> None:
    records = NetworkRecords(connection, network, hold=False)
    for one in records.network.holding(Role.SECRETARY):
        to = f"member:{one.name}"
        Deliveries(connection).owe(network, kind, to, about, key=f"{kind}:{key}:{one.name}", now=now)


def _suspend(connection: Connection, number: int, why: str, now: dt.datetime) -> None:
    """As if the bot had been told that it was removed: nothing is owed any more until it is added again."""
    records = NetworkRecords(connection, number)
    if not records.network.active:
        return
    records.save_network(replace(records.network, active=False))
    journal.append(connection, number, who="", action="network.suspend", message=why, changes=records.changes, now=now)
    plan_network(connection, number, now)
    _owe(connection, number, SUSPENDED, {}, now.isoformat(timespec="seconds"), now)
    log.error("the channel refuses the bot: the network is suspended", extra=facts(network=number, why=why))
