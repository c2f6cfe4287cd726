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
from bot.owing import Sender, TeamsPace, ToSend, plan_network
from bot.pipeline import Activity
from bot.playground import Playground
from bot.running_lock import AlreadyRunning, only_one
from bot.store import Store, open_engine
from bot.telling import TellTheSecretary
from bot.turns import Turns
from bot.wording import Wording
from config.settings import Settings, SettingsWrong, read_settings
from dialogs.conversation import FOLDER
from dialogs.understanding import prepare
from dialogs.upcoming import DIGESTED
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
    program = _Program(settings, machine)
    await program.ready()
    playground = program.playground(kept or _kept(settings)) if program.local else None
    runner = await listen(program.app, settings.host, settings.port)
    address = f"http://{settings.host}:{runner.addresses[0][1]}"
    if not settings.public_url:
        program.turns.reached_at(address)
    if playground is not None:
        await playground.open(address)
    tasks = await program.begin()
    try:
        yield Running(address, program.app, playground)
    finally:
        program.clockwork.stop()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await stop(runner)
        program.store.close()


class _Program:
    """The parts of the program and how they know each other."""

    def __init__(self, settings: Settings, machine: Clock) -> None:
        self.settings = settings
        self.machine = machine
        self.local = settings.profile == "local"
        self.moved = OffsetClock(machine)
        self.clock: Clock = self.moved if self.local else machine
        self.guard = ClockGuard(machine)
        engine = open_engine(settings.database_url)
        log.info("database ready", extra=facts(before=migrate(engine) or "empty"))
        self.shared = engine.dialect.name == "postgresql"
        self.store = Store(engine)
        self.counters = Counters()
        outgoing = Outgoing(settings.ca_file)
        connector = connector_for(settings, outgoing, self.clock)
        languages = both([FOLDER])
        self.turns = Turns(
            self.store,
            self.clock,
            languages,
            counters=self.counters,
            connector=connector,
            language=settings.language,
            zone=settings.zone,
            base_url=settings.public_url or "",
        )
        wording = Wording(languages, self.clock)
        self.delivery: Delivery[ToSend] = Delivery(
            self.store,
            wording,
            Sender(connector, self.say),
            self.clock,
            sleeper(self.clock),
            f"{os.uname().nodename}:{os.getpid()}",
            trusted=self.guard.trusts,
            digest=wording.late,
            digested=DIGESTED,
            pace=None if self.local else TeamsPace(),
            aftermath=TellTheSecretary(),
        )
        self.turns.wake = self.delivery.wake
        self.clockwork = Clockwork(
            deliver=self.delivery.deliver_due,
            recover=self.recover,
            plan=lambda: _plan(self.store, self.guard, self.clock),
            prune=self.delivery.prune,
            backup=lambda: _copy(settings, machine),
            heartbeat=lambda: self.store.run(self.guard.trusts),
            trouble=lambda job, kind: self.counters.add("clockwork_total", job=job, trouble=kind),
        )
        self.app = build_app(
            settings,
            self.turns,
            self.clock,
            health=self.health,
            connector=connector,
            outgoing=outgoing,
            counters=self.counters,
            gauges=self.gauges,
            routes=paper_routes(self.store),
        )

    async def ready(self) -> None:
        """Accept the machine's time in the local profile: whoever starts it sits in front of it."""
        if self.local:
            await self.store.run(lambda connection: clock_guard.accept(connection, self.machine.now()))

    async def begin(self) -> tuple[asyncio.Task[None], ...]:
        """Owe what a stop left unsent, then begin to deliver and to tick; patterns are made ready on the side."""
        await self.turns.owe_unsent(ANSWERED_WITHIN if self.shared else None)
        if not self.shared:
            await self.delivery.begin_alone()
        tasks = (
            asyncio.create_task(self.delivery.run_forever()),
            asyncio.create_task(asyncio.to_thread(prepare)),
        )
        self.clockwork.start()
        return tasks

    def playground(self, kept: Path) -> Playground:
        """The local channel, made part of the application before it listens."""
        return Playground(self.app, self.store, self.delivery, self.moved, self.settings, kept)

    async def say(self, address: Address, activity: Activity) -> Outcome:
        """Post into a conversation, through the host."""
        return await self.app[HOST].deliver(address, activity)

    async def recover(self) -> None:
        """Free what lost senders held, and owe the answers that nobody gave."""
        await self.delivery.recover()
        await self.turns.owe_unsent(ANSWERED_WITHIN)

    async def health(self) -> Mapping[str, bool]:
        """Whether the parts that must be there are."""
        ticking = (self.clockwork.age() or OLDEST_TICK) < OLDEST_TICK
        return {"database": await _answers(self.store), "clockwork": ticking}

    async def gauges(self) -> Iterable[Gauge]:
        """What is measured when it is asked for."""
        tick = self.clockwork.age()
        told = () if tick is None else (Gauge("last_tick_age_seconds", tick),)
        try:
            found = await self.store.look(lambda connection: measured(connection, self.clock.now()))
        except Exception:
            log.exception("the database does not answer")
            return (*told, Gauge("database_up", 0))
        copies = of_copies(self.settings.database_url, self.machine.now())
        return (*told, *found, *copies, Gauge("database_up", 1))


def _prepared(url: str) -> str:
    """The address of the database, its folder made."""
    found = make_url(url)
    if found.get_backend_name() == "sqlite" and found.database and found.database != ":memory:":
        Path(found.database).parent.mkdir(parents=True, exist_ok=True)
    return url


def _kept(settings: Settings) -> Path:
    """Where the local channel is kept: beside its records, when they are in a file."""
    found = make_url(settings.database_url)
    in_file = found.get_backend_name() == "sqlite" and found.database
    return Path(found.database if in_file and found.database else "var/kansli.db").with_suffix(".channel.json")


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
