"""Fills databases for `make bench-reminders`: with what is owed, or with the jobs of APScheduler."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Sequence

import msgspec
from sqlalchemy import create_engine, insert, select
from sqlalchemy import func as sql

from bot.connector import Address
from bot.store import open_engine
from records.deliveries import Deliveries
from records.delivery_table import deliveries, micros
from records.network import NetworkRecords, found
from scheduler.owed import Owed
from secretary.deadline import Reminder
from secretary.network import Network

FAR = dt.datetime(2040, 1, 11, 8, tzinfo=dt.UTC)


def found_networks(url: str, count: int, service_url: str) -> list[int]:
    """Networks with a reminder each, every one in a channel of its own; their numbers."""
    engine = open_engine(url)
    numbers = []
    with engine.begin() as connection:
        for place in range(count):
            channel = f"19:bench{place}@thread.tacv2"
            address = Address(service_url, f"tenant{place % 50}", channel, "28:kansli", channel, "team")
            body = msgspec.json.encode(address).decode()
            made = found(connection, Network(0, f"Nätverk {place}"), f"tenant{place % 50}", channel, body)
            reminder = Reminder(0, f"Fyll i enkäten nummer {place}", dt.date(2027, 1, 11), dt.time(9))
            NetworkRecords(connection, made.number).reminders.add(reminder)
            numbers.append(made.number)
    engine.dispose()
    return numbers


def fill_ours(url: str, count: int, *, due: float | None = None, networks: Sequence[int] = (1,)) -> None:
    """Owe so many reminders: far ahead, or all at one moment."""
    engine = open_engine(url)
    with engine.begin() as connection:
        for number in networks:
            share = count // len(networks)
            moment = None if due is None else dt.datetime.fromtimestamp(due, dt.UTC)
            owed = [_owed(place, moment or FAR + dt.timedelta(minutes=place)) for place in range(share)]
            Deliveries(connection).plan(number, owed, (), FAR)
    engine.dispose()


def _owed(place: int, due: dt.datetime) -> Owed:
    return Owed(
        "reminder.text", f"reminder:{place}", "once", "channel", due.replace(tzinfo=None), due, None, {"reminder": 1}
    )


def results(url: str, due: float) -> float:
    """How long after the moment the last was marked as sent, in milliseconds."""
    engine = open_engine(url)
    at = micros(dt.datetime.fromtimestamp(due, dt.UTC))
    with engine.connect() as connection:
        last = connection.execute(select(sql.max(deliveries.c.sent_at)).where(deliveries.c.due == at)).scalar_one()
    engine.dispose()
    return round((last - at) / 1000, 1)


def fill_jobs(url: str, count: int, *, due: float | None = None, address: str = "") -> None:
    """The same as jobs of APScheduler's own store, as it stores them."""
    from apscheduler.job import Job
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.asyncio import AsyncIOScheduler
    from apscheduler.triggers.date import DateTrigger

    store = SQLAlchemyJobStore(url)
    store.start(AsyncIOScheduler(), "default")
    rows = []
    for place in range(count):
        moment = FAR + dt.timedelta(minutes=place) if due is None else dt.datetime.fromtimestamp(due, dt.UTC)
        job = Job(
            AsyncIOScheduler(),
            id=f"job{place}",
            func="tests.bench_reminders_child:post",
            trigger=DateTrigger(moment),
            executor="default",
            args=(address, f"19:bench{place}@thread.tacv2"),
            kwargs={},
            name="post",
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
            next_run_time=moment,
        )
        state = pickle.dumps(job.__getstate__(), store.pickle_protocol)
        rows.append({"id": job.id, "next_run_time": moment.timestamp(), "job_state": state})
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(insert(store.jobs_t), rows)
    engine.dispose()
