"""What follows when a message was posted, refused for good, left in doubt or missed."""

from __future__ import annotations

import datetime as dt
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from bot.connector import Accepted
from records.delivery_table import DeliveryRow

Message = TypeVar("Message", contravariant=True)


class Aftermath(Protocol[Message]):
    """Hears of what became of deliveries, in the transaction that records it."""

    def accepted(self, connection: Connection, row: DeliveryRow, message: Message, outcome: Accepted) -> None:
        """It is posted."""
        ...

    def failed(
        self, connection: Connection, row: DeliveryRow, message: Message | None, why: str, now: dt.datetime
    ) -> None:
        """It was refused for good."""
        ...

    def held(self, connection: Connection, rows: tuple[DeliveryRow, ...], now: dt.datetime) -> None:
        """Each may be posted or not, and a person is to say which."""
        ...

    def missed(self, connection: Connection, rows: tuple[DeliveryRow, ...], now: dt.datetime) -> None:
        """Their time went by."""
        ...


class Nothing:
    """Nothing follows."""

    def accepted(self, connection: Connection, row: DeliveryRow, message: object, outcome: Accepted) -> None:
        """It is posted."""

    def failed(self, connection: Connection, row: DeliveryRow, message: object, why: str, now: dt.datetime) -> None:
        """It was refused for good."""

    def held(self, connection: Connection, rows: tuple[DeliveryRow, ...], now: dt.datetime) -> None:
        """Each may be posted or not, and a person is to say which."""

    def missed(self, connection: Connection, rows: tuple[DeliveryRow, ...], now: dt.datetime) -> None:
        """Their time went by."""
