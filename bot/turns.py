"""One turn after another: from an activity to what is changed, owed and answered, in one transaction."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Connection

from bot import adaptive, papers, people
from bot.clock import Clock
from bot.connector import Accepted, Connector, Outcome, Roster
from bot.events import Event, FormWanted, Ignored, Joined, Left, PeopleJoined, Said, Tapped, read
from bot.logs import facts, new_reference
from bot.metrics import Counters
from bot.owing import plan_changes, plan_network
from bot.past import ENTRIES, TheOwings, ThePast
from bot.pipeline import Activity, Answer, InvokeAnswer
from bot.store import Store
from dialogs import conversation, general
from dialogs.cards import Button, Card, Text
from dialogs.conversation import Heard, Pending, Scene
from dialogs.forms import form_of
from dialogs.minutes import paper_card
from dialogs.replies import Ask, Offers, Paper, Refresh, Reply, Tell
from dialogs.said import Spoken, spoken
from language.words import Words
from records import journal, memory
from records import network as networks
from records.deliveries import Deliveries
from records.network import NetworkRecords
from secretary.network import Member, Network

log = logging.getLogger(__name__)
FOLLOWED_WITHIN = dt.timedelta(minutes=30)
MESSAGE = "application/vnd.microsoft.activity.message"


@dataclass(frozen=True)
class Stored:
    """An answer as the inbox keeps it: the messages, which of them are cards that are kept, the invoke's body."""

    activities: tuple[dict[str, Any], ...] = ()
    cards: dict[str, str] = field(default_factory=dict)  # a message's place to the key of its card
    invoke: dict[str, Any] | None = None
    network: int = 0
    owes: bool = False


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
        self.base_url = base_url.rstrip("/")
        self.wake: Any = lambda: None

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
        self._counters.add("turns_total", outcome="done")
        if stored.owes:
            self.wake()

        async def sent(outcomes: tuple[Outcome, ...]) -> None:
            await self._store.run(lambda connection: self._sent(connection, event, stored, outcomes))

        body = stored.invoke if event.invoke else None
        return Answer(stored.activities, invoke=_invoked(body) if event.invoke else None, sent=sent)

    async def _roster(self, event: Event) -> Roster | None:
        """Everybody in the channel, when the connector can say; without it the roll grows as people speak."""
        if self._connector is None:
            return None
        found = await self._connector.roster(event.where.address)
        return found if isinstance(found, Roster) else None

    def _turn(self, connection: Connection, event: Event, roster: Roster | None) -> Stored:
        """The turn's transaction. A repeat of what was answered gets the stored answer again."""
        if isinstance(event.what, Ignored):
            return Stored()
        if isinstance(event.what, FormWanted):
            return self._form(connection, event, event.what)
        before = memory.stored_answer(connection, event.conversation, event.activity)
        if before is not None:
            return msgspec.json.decode(before, type=Stored)
        match event.what:
            case Joined():
                stored = self._join(connection, event, roster)
            case PeopleJoined():
                stored = self._newcomers(connection, event, roster)
            case Left():
                stored = self._leave(connection, event)
            case _:
                stored = self._converse(connection, event)
        answer = msgspec.json.encode(stored).decode()
        memory.store_answer(connection, event.conversation, event.activity, answer, self._clock.now())
        return stored

    def _sent(self, connection: Connection, event: Event, stored: Stored, outcomes: tuple[Outcome, ...]) -> None:
        """Remember where kept cards stand, and that the answer is out."""
        for place, outcome in enumerate(outcomes):
            key = stored.cards.get(str(place))
            if key and isinstance(outcome, Accepted):
                memory.card_is_at(connection, stored.network, key, event.where.thread, outcome.activity_id)
        if all(isinstance(outcome, Accepted) for outcome in outcomes) and len(outcomes) == len(stored.activities):
            memory.answer_sent(connection, event.conversation, event.activity)

    def _spoken(self, network: Network, language: str) -> Spoken:
        """A language as it is spoken where the network is, today."""
        return Spoken(self._languages[language], self._clock.now().astimezone(ZoneInfo(network.zone)).date())

    # Joining and leaving

    def _join(self, connection: Connection, event: Event, roster: Roster | None) -> Stored:
        """Store the channel and greet with one card; a second word of the same joining changes nothing."""
        where, now = event.where, self._clock.now()
        address = msgspec.json.encode(where.address).decode()
        number = networks.of_channel(connection, where.address.tenant, where.address.channel)
        if number is not None:
            networks.set_address(connection, number, address)
            records = NetworkRecords(connection, number)
            if records.network.active:
                return Stored()
        else:
            name = where.team_name or where.channel_name or event.who.name
            new = networks.found(
                connection, replace(self._new, name=name), where.address.tenant, where.address.channel, address
            )
            records = NetworkRecords(connection, new.number)
        known = roster.members if roster else ()
        records.save_network(people.from_roster(records.network, known, event.who))
        self._keep(connection, records, event, "network.join", "", now)
        plan_network(connection, records.network.number, now)
        greeting = general.greeting(self._spoken(records.network, records.network.language), records.network)
        return Stored((adaptive.message(greeting),), network=records.network.number, owes=True)

    def _newcomers(self, connection: Connection, event: Event, roster: Roster | None) -> Stored:
        """Take those on the roll who joined the team; who they are is what the connector's roster says."""
        where = event.where
        number = networks.of_channel(connection, where.address.tenant, where.address.channel)
        if number is not None and roster is not None:
            records = NetworkRecords(connection, number)
            records.save_network(people.from_roster(records.network, roster.members, event.who))
            self._keep(connection, records, event, "network.join", "", self._clock.now())
        return Stored()

    def _leave(self, connection: Connection, event: Event) -> Stored:
        """Stop posting; the record stays."""
        where = event.where
        number = networks.of_channel(connection, where.address.tenant, where.address.channel)
        if number is not None:
            records = NetworkRecords(connection, number)
            records.save_network(replace(records.network, active=False))
            self._keep(connection, records, event, "network.leave", "", self._clock.now())
        return Stored()

    # Conversing

    def _converse(self, connection: Connection, event: Event) -> Stored:
        number = people.network_meant(connection, event)
        if number is None:
            return self._without_network(connection, event)
        if not event.where.private:
            address = msgspec.json.encode(event.where.address).decode()
            if networks.address_of(connection, number) != address:
                networks.set_address(connection, number, address)
        records = NetworkRecords(connection, number)
        speaker = people.speaker(records, event.who)
        scene = self._scene(connection, records, speaker, event)
        heard = _heard(event)
        attempt = connection.begin_nested()
        outcome = conversation.respond(heard, scene)
        if outcome.refused:
            attempt.rollback()
            records = NetworkRecords(connection, number)
            people.speaker(records, event.who)
        else:
            attempt.commit()
        pending = msgspec.json.encode(outcome.pending).decode() if outcome.pending else None
        if not (heard.action and outcome.pending is None and scene.pending and outcome.refused):
            memory.ask(connection, _key(event), event.where.thread, pending, self._clock.now())
        said = heard.text or (scene.pending.said if scene.pending else "") or outcome.action
        action = outcome.action or "speaker"
        self._keep(connection, records, event, action, said, self._clock.now())
        return self._answer(connection, records, event, outcome.replies, outcome.language, scene)

    def _scene(self, connection: Connection, records: NetworkRecords, speaker: Member, event: Event) -> Scene:
        now = self._clock.now().astimezone(ZoneInfo(records.network.zone))
        body = self._question(connection, event)
        others = people.networks_of(connection, event.who.person) if event.where.private else ()
        return Scene(
            records=records,
            past=ThePast(connection, records, _key(event), event.where.thread, now),
            owings=TheOwings(connection, records.network.number),
            speaker=speaker,
            now=now,
            languages=spoken(self._languages, now.date()),
            pending=msgspec.json.decode(body, type=Pending) if body else None,
            private=event.where.private,
            others=others,
        )

    def _question(self, connection: Connection, event: Event) -> str | None:
        """What the person was asked here; a new post answers the latest question asked elsewhere."""
        now = self._clock.now()
        body = memory.open_question(connection, _key(event), event.where.thread, now)
        if body is not None or not event.where.new_thread or not isinstance(event.what, Said):
            return body
        place = next(iter(memory.asked_in(connection, _key(event), now - FOLLOWED_WITHIN)), None)
        if place is None:
            return None
        body = memory.open_question(connection, _key(event), place, now)
        memory.ask(connection, _key(event), place, None, now)
        return body

    def _keep(
        self,
        connection: Connection,
        records: NetworkRecords,
        event: Event,
        action: str,
        said: str,
        now: dt.datetime,
    ) -> None:
        """Write the changes into the journal, keep them so that they can be taken back, and owe what they owe."""
        changes = records.changes
        if not changes:
            return
        journal.append(
            connection,
            records.network.number,
            who=_key(event),
            action=action,
            message=event.activity,
            changes=changes,
            now=now,
        )
        plan_changes(connection, records.network, changes, now)
        if action in ("decision.undo", "speaker", "network.join", "network.leave"):
            return
        meeting = records.meetings.open()
        memory.remember(
            connection,
            records,
            person=_key(event),
            place=event.where.thread,
            action=action,
            said=said,
            meeting=meeting.number if meeting and action in ENTRIES else None,
            now=now,
        )

    def _answer(
        self,
        connection: Connection,
        records: NetworkRecords,
        event: Event,
        replies: tuple[Reply, ...],
        language: str,
        scene: Scene,
    ) -> Stored:
        """The replies as messages; what is for others is owed."""
        activities: list[dict[str, Any]] = []
        cards: dict[str, str] = {}
        network = records.network
        words = self._spoken(network, language)
        if event.where.private and len(scene.others) > 1:
            activities.append(_text(words("general-in-network", network=network.name)))
        owes = False
        for place, reply in enumerate(self._with_papers(connection, records, replies, words)):
            match reply:
                case Tell(kind, target, told):
                    key = f"tell:{kind}:{target}:{event.activity}:{place}"
                    Deliveries(connection).owe(network.number, kind, target, told, key=key, now=self._clock.now())
                    owes = True
                case Refresh(card):
                    key = f"refresh:{card}:{event.activity}"
                    Deliveries(connection).owe(
                        network.number,
                        "card.refresh",
                        f"card:{card}",
                        {"card": card},
                        key=key,
                        now=self._clock.now(),
                    )
                    owes = True
                case _:
                    drawn = self._drawn(reply)
                    if isinstance(reply, Card) and reply.key:
                        cards[str(len(activities))] = reply.key
                    activities.append(drawn)
        invoke = {"statusCode": 200, "type": MESSAGE, "value": words("general-done")}
        if isinstance(event.what, Tapped) and event.what.form:
            invoke = {"task": {"type": "message", "value": words("general-done")}}
        return Stored(tuple(activities), cards, invoke, network.number, owes or bool(records.changes))

    def _with_papers(
        self, connection: Connection, records: NetworkRecords, replies: tuple[Reply, ...], words: Spoken
    ) -> list[Reply]:
        """The replies with every paper as buttons: of the card before it, or else of a card of its own."""
        found: list[Reply] = []
        now = self._clock.now()
        for reply in replies:
            if not isinstance(reply, Paper):
                found.append(reply)
                continue
            wanted = papers.order(
                records, reply.kind, reply.meeting, now.astimezone(ZoneInfo(records.network.zone)).date()
            )
            files = tuple((one, self.base_url + papers.keep(connection, wanted, one, now)) for one in reply.formats)
            paper = paper_card(words, reply.kind, wanted.meeting, files)
            before = found[-1] if found else None
            if isinstance(before, Card) and not before.key:
                found[-1] = replace(before, buttons=(*before.buttons, *paper.buttons))
            else:
                found.append(paper)
        return found

    def _drawn(self, reply: Reply) -> dict[str, Any]:
        match reply:
            case str():
                return _text(reply)
            case Card():
                return adaptive.message(reply)
            case Offers(text, offers):
                buttons = tuple(Button(one.label, one.action, one.slots) for one in offers)
                title, _, rest = text.partition("\n")
                return adaptive.message(Card(title, (Text(rest),) if rest else (), buttons))
            case Ask(text):
                return _text(text)
            case Tell() | Refresh() | Paper():
                raise TypeError("owed or made into a card before")

    def _without_network(self, connection: Connection, event: Event) -> Stored:
        """In private, from somebody of no network or of several with none chosen."""
        mine = people.networks_of(connection, event.who.person)
        words = self._languages[self._new.language]
        what = event.what
        if isinstance(what, Tapped) and what.action == "network.choose":
            chosen = next((one for one in mine if str(one.number) == str(what.slots.get("network"))), None)
            if chosen is not None:
                memory.choose_network(connection, event.who.person, chosen.number)
                words = self._languages[chosen.language]
                return Stored((_text(words("general-network-chosen", network=chosen.name)),), invoke=_done(words))
        if not mine:
            return Stored((_text(words("general-no-network")),), invoke=_done(words))
        buttons = tuple(Button(one.name, "network.choose", {"network": str(one.number)}) for one in mine)
        return Stored((adaptive.message(Card(words("general-which-network"), (), buttons)),), invoke=_done(words))

    def _form(self, connection: Connection, event: Event, wanted: FormWanted) -> Stored:
        """The form of a button, made from the records as they are now."""
        number = people.network_meant(connection, event)
        if number is None:
            return Stored()
        records = NetworkRecords(connection, number)
        member = records.network.by_person(event.who.person)
        language = (member.language if member else None) or records.network.language
        words = self._spoken(records.network, language)
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


def _key(event: Event) -> str:
    return event.who.person or event.who.contact


def _text(text: str) -> dict[str, Any]:
    return {"type": "message", "text": adaptive.plain(text).replace("\n", "  \n"), "textFormat": "markdown"}


def _done(words: Words) -> dict[str, Any]:
    return {"statusCode": 200, "type": MESSAGE, "value": words("general-done")}


def _invoked(body: dict[str, Any] | None) -> InvokeAnswer:
    return InvokeAnswer(200, body)
