"""The whole program, put together once: what `kansli serve` runs."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web
from sqlalchemy import text
from sqlalchemy.engine import make_url

from bot import clock_guard
from bot.app import HOST, build_app, connector_for, listen, stop
from bot.backup import nightly
from bot.clock import Clock, OffsetClock, SystemClock
from bot.clock_guard import ClockGuard
from bot.connector import Address, Outcome
from bot.delivery import Delivery, sleeper
from bot.fetching import paper_routes
from bot.gauges import measured, of_copies
from bot.logs import facts, start
from bot.metrics import Counters, Gauge
from bot.migrate import DatabaseTooNew, migrate
from bot.outgoing import Outgoing
from bot.owing import Sender, ToSend, Wording, plan_network
from bot.pipeline import Activity
from bot.playground import Playground
from bot.running_lock import AlreadyRunning, only_one
from bot.store import Store, open_engine
from bot.turns import Turns
from config.settings import Settings, SettingsWrong, read_settings
from dialogs.conversation import FOLDER
from language.words import both
from records import network as networks
from scheduler.clockwork import Clockwork

log = logging.getLogger(__name__)
OLDEST_TICK = 60.0  # seconds
ANSWERED_WITHIN = dt.timedelta(minutes=2)  # where several share the records: later, whoever was to answer is gone


@dataclass(frozen=True)
class Running:
    """The program while it runs: where it answers, and its web application."""

    address: str
    app: web.Application
    playground: Playground | None


def serve() -> int:
    """Run until stopped; the exit code is 2 when the settings or the database are wrong."""
    try:
        settings = read_settings(os.environ)
        start([settings.app_secret.reveal()] if settings.app_secret else ())
        asyncio.run(_until_stopped(settings))
    except SettingsWrong as wrong:
        sys.stderr.write("Kansli cannot start:\n" + "".join(f"  {problem}\n" for problem in wrong.problems))
        return 2
    except (DatabaseTooNew, AlreadyRunning, OSError) as problem:
        sys.stderr.write(f"Kansli cannot start: {problem}\n")
        return 2
    return 0


async def _until_stopped(settings: Settings) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    async with running(settings) as program:
        if program.playground is not None:
            sys.stdout.write(f"\n  Kansli is running. Open the local channel: {program.address}/\n\n")
            sys.stdout.flush()
        await stopping.wait()


@asynccontextmanager
async def running(
    settings: Settings, *, kept: Path | None = None, clock: Clock | None = None
) -> AsyncIterator[Running]:
    """The program, from the opened database to the open port, and all of it closed again."""
    with only_one(_prepared(settings.database_url)):
        async with _running(settings, kept, clock or SystemClock()) as program:
            yield program


@asynccontextmanager
async def _running(settings: Settings, kept: Path | None, machine: Clock) -> AsyncIterator[Running]:
    engine = open_engine(settings.database_url)
    before = migrate(engine)
    log.info("database ready", extra=facts(before=before or "empty"))
    store = Store(engine)
    local = settings.profile == "local"
    moved = OffsetClock(machine)
    now: Clock = moved if local else machine
    guard = ClockGuard(machine)
    if local:
        # Whoever starts it sits in front of it, and nothing leaves the machine.
        await store.run(lambda connection: clock_guard.accept(connection, machine.now()))
    counters = Counters()
    outgoing = Outgoing(settings.ca_file)
    connector = connector_for(settings, outgoing, now)
    languages = both([FOLDER])
    turns = Turns(
        store,
        now,
        languages,
        counters=counters,
        connector=connector,
        language=settings.language,
        zone=settings.zone,
        base_url=settings.public_url or "",
    )
    app: web.Application

    async def say(address: Address, activity: Activity) -> Outcome:
        return await app[HOST].deliver(address, activity)

    delivery: Delivery[ToSend] = Delivery(
        store,
        Wording(languages, now),
        Sender(connector, say),
        now,
        sleeper(now),
        f"{os.uname().nodename}:{os.getpid()}",
        trusted=guard.trusts,
    )
    turns.wake = delivery.wake
    shared = engine.dialect.name == "postgresql"

    async def recover() -> None:
        await delivery.recover()
        if shared:
            await turns.send_unsent(say, older=ANSWERED_WITHIN)

    clockwork = Clockwork(
        deliver=delivery.deliver_due,
        recover=recover,
        plan=lambda: _plan(store, guard, now),
        prune=delivery.prune,
        backup=lambda: _copy(settings, machine),
        heartbeat=lambda: store.run(guard.trusts),
        trouble=lambda job, kind: counters.add("clockwork_total", job=job, trouble=kind),
    )

    async def health() -> Mapping[str, bool]:
        return {"database": await _answers(store), "clockwork": (clockwork.age() or OLDEST_TICK) < OLDEST_TICK}

    async def gauges() -> Iterable[Gauge]:
        tick = clockwork.age()
        told = () if tick is None else (Gauge("last_tick_age_seconds", tick),)
        try:
            found = await store.look(lambda connection: measured(connection, now.now()))
        except Exception:
            log.exception("the database does not answer")
            return (*told, Gauge("database_up", 0))
        return (*told, *found, *of_copies(settings.database_url, machine.now()), Gauge("database_up", 1))

    app = build_app(
        settings,
        turns,
        now,
        health=health,
        connector=connector,
        outgoing=outgoing,
        counters=counters,
        gauges=gauges,
        routes=paper_routes(store),
    )
    playground = Playground(app, store, delivery, moved, settings, kept or _kept(settings)) if local else None
    runner = await listen(app, settings.host, settings.port)
    port = runner.addresses[0][1]
    address = f"http://{settings.host}:{port}"
    if not settings.public_url:
        turns.reached_at(address)
    if playground is not None:
        await playground.open(address)
    await turns.send_unsent(say, older=ANSWERED_WITHIN if shared else None)
    loop = asyncio.create_task(delivery.run_forever())
    clockwork.start()
    try:
        yield Running(address, app, playground)
    finally:
        clockwork.stop()
        loop.cancel()
        await asyncio.gather(loop, return_exceptions=True)
        await stop(runner)
        store.close()


def _prepared(url: str) -> str:
    """The address of the database, its folder made."""
    found = make_url(url)
    if found.get_backend_name() == "sqlite" and found.database and found.database != ":memory:":
        Path(found.database).parent.mkdir(parents=True, exist_ok=True)
    return url


def _kept(settings: Settings) -> Path:
    """Where the local channel is kept: beside its records."""
    return Path(make_url(settings.database_url).database or "var/kansli.db").with_suffix(".channel.json")


async def _plan(store: Store, guard: ClockGuard, now: Clock) -> None:
    """Put right what every network owes, one after the other, so that no turn waits for all of them."""
    trusted = await store.run(guard.trusts)
    known = await store.look(networks.every) if trusted else ()
    for network in known:
        await store.run(partial(plan_network, number=network.number, now=now.now()))


async def _copy(settings: Settings, machine: Clock) -> None:
    """Make the night's copy, in a thread of its own."""
    made = await asyncio.to_thread(nightly, settings.database_url, machine.now(), ZoneInfo(settings.zone))
    if made is not None:
        log.info("the records were copied", extra=facts(file=made.name))


async def _answers(store: Store) -> bool:
    try:
        await store.run(lambda connection: connection.execute(text("SELECT 1")).scalar())
    except Exception:
        log.exception("the database does not answer")
        return False
    return True
