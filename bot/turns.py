"""One turn after another: from an activity to what is changed, owed and answered, in one transaction."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Connection

from bot import adaptive, joining, people, private
from bot.answering import Answering, Stored, done, text_message
from bot.clock import Clock
from bot.connector import Accepted, Connector, Outcome, Roster
from bot.crash_points import crash_point
from bot.events import Event, FormWanted, Ignored, Joined, Left, PeopleJoined, Said, Tapped, read
from bot.keeping import keep
from bot.logs import facts, new_reference
from bot.metrics import Counters
from bot.past import TheOwings, ThePast
from bot.pipeline import Activity, Answer, InvokeAnswer
from bot.store import Store
from bot.wording import owe_answer, owe_rest
from dialogs import conversation
from dialogs.conversation import Heard, Pending, Scene
from dialogs.forms import form_of
from dialogs.said import spoken
from dialogs.understanding.text import clean
from language.words import Words
from records import memory
from records import network as networks
from records.network import NetworkRecords
from secretary.network import Member, Network

log = logging.getLogger(__name__)
FOLLOWED_WITHIN = dt.timedelta(minutes=30)


class Turns:
    """The pipeline: takes an activity that passed the gate, and answers when what it changed is committed."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        languages: Mapping[str, Words],
        *,
        counters: Counters | None = None,
        connector: Connector | None = None,
        language: str = "sv",
        zone: str = "Europe/Stockholm",
        base_url: str = "",
    ) -> None:
        self._store = store
        self._clock = clock
        self._languages = languages
        self._counters = counters or Counters()
        self._connector = connector
        self._new = Network(0, "", language=language, zone=zone)
        self._answering = Answering(languages, clock, base_url)
        self.wake: Callable[[], None] = _nobody

    def reached_at(self, base_url: str) -> None:
        """Say where members reach the bot's own links, once it is known."""
        self._answering.base_url = base_url.rstrip("/")

    async def receive(self, raw: Activity) -> Answer:
        """Handle one activity."""
        event = read(raw)
        roster = await self._roster(event) if isinstance(event.what, (Joined, PeopleJoined)) else None
        try:
            stored = await self._store.run(lambda connection: self._turn(connection, event, roster))
        except Exception:
            reference = new_reference()
            log.exception("a turn failed", extra=facts(reference=reference))
            self._counters.add("turns_total", outcome="bug")
            text = self._languages[self._new.language]("general-bug", reference=reference)
            return Answer(({"type": "message", "text": text},), invoke=_invoked(None) if event.invoke else None)
        crash_point("turn.committed")
        self._counters.add("turns_total", outcome="done")
        if stored.owes:
            self.wake()

        async def sent(outcomes: tuple[Outcome, ...]) -> None:
            crash_point("turn.said")
            await self._store.run(lambda connection: self._sent(connection, event, stored, outcomes))
            crash_point("turn.marked")
            if not all(isinstance(outcome, Accepted) for outcome in outcomes):
                self.wake()

        body = stored.invoke if event.invoke else None
        return Answer(stored.activities, invoke=_invoked(body) if event.invoke else None, sent=sent)

    async def _roster(self, event: Event) -> Roster | None:
        """Everybody in the channel, when the connector can say; without it the roll grows as people speak."""
        if self._connector is None:
            return None
        found = await self._connector.roster(event.where.address)
        return found if isinstance(found, Roster) else None

    def _turn(self, connection: Connection, event: Event, roster: Roster | None) -> Stored:
        """The turn's transaction. A repeat changes nothing and says nothing twice; a tap gets its answer again."""
        if isinstance(event.what, Ignored):
            return Stored()
        if isinstance(event.what, FormWanted):
            return self._form(connection, event, event.what)
        before = memory.stored_answer(connection, event.conversation, event.activity)
        if before is not None:
            return Stored(invoke=msgspec.json.decode(before, type=Stored).invoke)
        match event.what:
            case Joined() | Left() if event.where.private:
                stored = Stored()
            case Joined():
                stored = joining.join(connection, event, roster, self._answering, self._new)
            case PeopleJoined():
                stored = joining.newcomers(connection, event, roster, self._answering)
            case Left():
                stored = joining.leave(connection, event, self._answering)
            case _:
                stored = self._converse(connection, event)
        answer = msgspec.json.encode(stored).decode()
        memory.store_answer(connection, event.conversation, event.activity, answer, self._clock.now())
        crash_point("turn.changed")
        return stored

    def _sent(self, connection: Connection, event: Event, stored: Stored, outcomes: tuple[Outcome, ...]) -> None:
        """Remember where kept cards stand, and that the answer is out."""
        for place, outcome in enumerate(outcomes):
            key = stored.cards.get(str(place))
            if key and isinstance(outcome, Accepted):
                memory.card_is_at(connection, stored.network, key, event.where.thread, outcome.activity_id)
        if stored.network:
            owe_rest(connection, event.conversation, event.activity, stored, outcomes, self._clock.now())
        memory.answer_sent(connection, event.conversation, event.activity)

    async def owe_unsent(self, older: dt.timedelta | None = None) -> int:
        """Owe the answers that were committed before a stop but never marked sent: each may have arrived, or not.

        All of them before new turns are taken; only what is `older` where somebody may be sending theirs.
        """
        found = await self._store.run(lambda connection: self._left_behind(connection, older))
        if found:
            self.wake()
        return found

    def _left_behind(self, connection: Connection, older: dt.timedelta | None) -> int:
        now = self._clock.now()
        waiting = memory.unsent_answers(connection, None if older is None else now - older)
        for conversation_id, activity, body in waiting:
            stored = msgspec.json.decode(body, type=Stored)
            if stored.network:
                owe_answer(connection, conversation_id, activity, stored, 0, now, doubt=True)
            memory.answer_sent(connection, conversation_id, activity)
        return len(waiting)

    def _converse(self, connection: Connection, event: Event) -> Stored:
        """Somebody says or taps something; what is refused leaves nothing behind but its answer."""
        choice = private.choosing(connection, event, self._answering, self._new.language)
        if choice is not None:
            return choice
        number = people.network_meant(connection, event)
        if number is None:
            said = self._languages[self._new.language]("general-not-here")
            return Stored((text_message(said),), invoke=done(event, said))
        if not event.where.private:
            self._reachable(connection, number, event)
        records = NetworkRecords(connection, number)
        speaker = people.speaker(records, event.who)
        scene = self._scene(connection, records, speaker, event)
        heard = _heard(event)
        attempt = connection.begin_nested()
        try:
            outcome = conversation.respond(heard, scene)
        except BaseException:
            attempt.rollback()
            raise
        if outcome.refused:
            attempt.rollback()
            records = NetworkRecords(connection, number)
            people.speaker(records, event.who)
        else:
            attempt.commit()
        now = self._clock.now()
        pending = msgspec.json.encode(outcome.pending).decode() if outcome.pending else None
        if not (heard.action and outcome.refused):
            memory.ask(connection, event.who.key, event.where.thread, pending, now)
        said = outcome.named or clean(heard.text) or outcome.action
        if heard.text and scene.pending and scene.pending.said and outcome.action:
            said = f"{scene.pending.said} – {said}"
        keep(connection, records, event, outcome.action or "speaker", said, now)
        several = event.where.private and len(scene.others) > 1
        return self._answering.answer(connection, records, event, outcome.replies, outcome.language, named=several)

    def _reachable(self, connection: Connection, number: int, event: Event) -> None:
        """Keep the way to the channel as it is now."""
        address = msgspec.json.encode(event.where.address).decode()
        if networks.address_of(connection, number) != address:
            networks.set_address(connection, number, address)

    def _scene(self, connection: Connection, records: NetworkRecords, speaker: Member, event: Event) -> Scene:
        now = self._clock.now().astimezone(ZoneInfo(records.network.zone))
        body = self._question(connection, event)
        others = people.networks_of(connection, event.who.person) if event.where.private else ()
        return Scene(
            records=records,
            past=ThePast(connection, records, event.who.key, event.where.thread, now),
            owings=TheOwings(connection, records.network, now.astimezone(dt.UTC)),
            speaker=speaker,
            now=now,
            languages=spoken(self._languages, now.date()),
            pending=msgspec.json.decode(body, type=Pending) if body else None,
            private=event.where.private,
            others=others,
            contacts={one.name: one.contact for one in event.what.mentions} if isinstance(event.what, Said) else {},
        )

    def _question(self, connection: Connection, event: Event) -> str | None:
        """What the person was asked here; a new post answers the latest question asked elsewhere."""
        now = self._clock.now()
        body = memory.open_question(connection, event.who.key, event.where.thread, now)
        if body is not None or not event.where.new_thread or not isinstance(event.what, Said):
            return body
        place = next(iter(memory.asked_in(connection, event.who.key, now - FOLLOWED_WITHIN)), None)
        if place is None:
            return None
        body = memory.open_question(connection, event.who.key, place, now)
        memory.ask(connection, event.who.key, place, None, now)
        return body

    def _form(self, connection: Connection, event: Event, wanted: FormWanted) -> Stored:
        """The form of a button, made from the records as they are now."""
        number = people.network_meant(connection, event)
        if number is None:
            return Stored()
        records = NetworkRecords(connection, number)
        member = records.network.by_person(event.who.person)
        language = (member.language if member else None) or records.network.language
        words = self._answering.spoken(records.network, language)
        form = form_of(wanted.action, dict(wanted.slots), records, words)
        if form is None:
            return Stored(invoke={"task": {"type": "message", "value": words("refused-unknown-button")}})
        return Stored(invoke=adaptive.task_module(form, wanted.action, dict(wanted.slots)))


def _heard(event: Event) -> Heard:
    match event.what:
        case Said(text, mentions):
            return Heard(text, tuple(one.name for one in mentions))
        case Tapped(action, slots, inputs):
            return Heard(action=action or "unknown", slots={**inputs, **slots})
        case _:
            raise TypeError("nothing was heard")


def _invoked(body: dict[str, Any] | None) -> InvokeAnswer:
    return InvokeAnswer(200, body)


def _nobody() -> None:
    """Nobody waits to be woken."""
