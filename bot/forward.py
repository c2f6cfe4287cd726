"""Moving a clock forward so that everything that falls due on the way happens, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bot.delivery import Delivery, Writer
from bot.owing import ToSend, plan_everything
from records.deliveries import Deliveries

MOST_STOPS = 10_000


async def forward(
    until: dt.datetime,
    *,
    now: Callable[[], dt.datetime],
    move_to: Callable[[dt.datetime], None],
    writer: Writer,
    delivery: Delivery[ToSend],
) -> None:
    """Move to the next due moment, post what is due, and so on; the end is included."""
    await writer.run(lambda connection: plan_everything(connection, now()))
    for _ in range(MOST_STOPS):
        due = await writer.run(lambda connection: Deliveries(connection).next_due())
        if due is None or due > until:
            break
        if due > now():
            move_to(due)
        await delivery.deliver_due()
        after = await writer.run(lambda connection: Deliveries(connection).next_due())
        if after is not None and after <= now():
            break  # something is due that could not be posted: it waits for its own time
    if until > now():
        move_to(until)
    await delivery.deliver_due()
