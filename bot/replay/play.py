"""Playing a script: what somebody does becomes an activity, what the bot posts becomes lines."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.local.messages import Message
from bot.local.people import LocalPerson
from bot.replay.script import Fill, Script, Speak, Step, Tap, Unreadable, Wait
from bot.replay.stage import Stage

NO_BUTTON = "(no such button)"
CHANNEL_NAMES = {"sv": "kanal", "en": "channel"}


@dataclass(frozen=True)
class Played:
    """The conversation as it happened, and how many bugs it met."""

    text: str
    bugs: int


class Player:
    """Plays one script on a stage."""

    def __init__(self, script: Script, stage: Stage) -> None:
        self._script = script
        self._stage = stage
        self._seen: set[str] = set()
        self._newest = ""

    async def play(self) -> Played:
        """Play everything, and return the file as it would be written now."""
        await self._stage.settle(self._script.head)
        self._posted()
        lines = list(self._script.opening)
        for step in self._script.steps:
            said = await self._do(step)
            stated, after = _split(step)
            lines += [*stated, *(f"    {line}".rstrip() if line else "    " for line in said), *after]
        return Played("\n".join(lines).rstrip("\n") + "\n", self._stage.bugs)

    async def _do(self, step: Step) -> list[str]:
        act = step.act
        if isinstance(act, Wait):
            try:
                until = self._until(act)
            except OverflowError:
                raise Unreadable(step.line, "that is after the last year there is") from None
            await self._stage.move(until)
            return self._posted(answering=None)
        person = self._person(act.name)
        match act:
            case Speak():
                return await self._speak(person, act)
            case Tap(label=label):
                return await self._tap(person, label)
            case Fill(label=label, fields=fields):
                return await self._fill(person, label, fields)

    def _until(self, wait: Wait) -> dt.datetime:
        zone = ZoneInfo(self._script.head.zone)
        if wait.until is not None:
            return wait.until.replace(tzinfo=zone).astimezone(dt.UTC)
        now = self._stage.clock.now().astimezone(zone)
        by = wait.by or dt.timedelta()
        if by % dt.timedelta(days=1):
            return (now.astimezone(dt.UTC) + by).astimezone(dt.UTC)
        return (now.replace(tzinfo=None) + by).replace(tzinfo=zone).astimezone(dt.UTC)

    async def _speak(self, person: LocalPerson, said: Speak) -> list[str]:
        channel = self._stage.channel
        if said.how == ">>":
            activity: dict[str, Any] | None = channel.say_private(person, said.text)
            place = person.private_conversation
        else:
            thread = self._newest if said.how == "^" and self._newest else None
            activity = channel.say(person, said.text, thread=thread, mention_bot=said.how != "~")
            written = list(channel.messages)[-1]
            self._newest = place = written.thread
        if activity is None:
            return []
        await self._stage.deliver(activity)
        return self._posted(answering=place)

    async def _tap(self, person: LocalPerson, label: str) -> list[str]:
        found = self._button(person, label)
        if found is None:
            return [NO_BUTTON]
        message, action = found
        if action["type"] == "Action.OpenUrl":
            return [f"[{action['url'].rpartition('/')[2]}]"]
        activity = self._stage.channel.tap(person, message.id, action)
        answer = await self._stage.deliver(activity)
        body: Any = answer.invoke.body if answer.invoke else None
        form = _form(body)
        if form is not None:
            labels = [f"{field.get('label', '')}:" for field in form.get("body", [])]
            return [f"| {body['task']['value']['title']}", *(f"| {one}" for one in labels)]
        self._stage.channel.apply_invoke_answer(person, message.id, body)
        return self._posted(answering=_place(message))

    async def _fill(self, person: LocalPerson, label: str, fields: tuple[tuple[str, str], ...]) -> list[str]:
        found = self._button(person, label)
        if found is None:
            return [NO_BUTTON]
        message, action = found
        answer = await self._stage.deliver(self._stage.channel.tap(person, message.id, action))
        form = _form(answer.invoke.body if answer.invoke else None)
        if form is None:
            return [NO_BUTTON]
        data = dict(form["actions"][0]["data"])
        for name, value in fields:
            entry = _field(form, name)
            if entry is None:
                return [f"(no such field: {name})"]
            data[entry["id"]] = _choice(entry, value)
        await self._stage.deliver(self._stage.channel.submit_form(person, message.id, data))
        return self._posted(answering=_place(message))

    def _button(self, person: LocalPerson, label: str) -> tuple[Message, dict[str, Any]] | None:
        """The newest card that has the button and that this person can see."""
        for message in reversed(list(self._stage.channel.messages)):
            if message.author is not None or message.private_to not in (None, person):
                continue
            card = message.card_for(person)
            for action in (card or {}).get("actions", []):
                if action.get("title") == label:
                    return message, action
        return None

    def _person(self, name: str) -> LocalPerson:
        people = self._stage.people
        if name in people:
            return people[name]
        first = [person for full, person in people.items() if full.split()[0] == name]
        return first[0] if len(first) == 1 else self._stage.stranger(name)

    def _posted(self, answering: str | None = None) -> list[str]:
        """What the bot has posted since the last look, in order."""
        lines: list[str] = []
        for message in self._stage.channel.messages:
            if message.author is not None or message.id in self._seen:
                continue
            self._seen.add(message.id)
            lines += self._drawn(message, answering)
        return lines

    def _drawn(self, message: Message, answering: str | None) -> list[str]:
        text = _unescaped(message.text).split("\n") if message.text else []
        card = [f"| {line}" for line in message.card["fallbackText"].split("\n")] if message.card else []
        drawn = [*text, *card]
        if answering is not None and _place(message) == answering:
            return drawn
        if message.private_to is not None:
            return [f"@{message.private_to.name} {drawn[0]}", *drawn[1:]]
        return [f"@{CHANNEL_NAMES[self._script.head.language]} {drawn[0]}", *drawn[1:]]


def _place(message: Message) -> str:
    """Where a message stands: its thread, or the private conversation."""
    return message.conversation if message.private_to is not None else message.thread


def _split(step: Step) -> tuple[list[str], list[str]]:
    """The lines that state the act, and the comments and empty lines after it."""
    at = next((place for place, line in enumerate(step.lines) if not line or line.startswith("#")), len(step.lines))
    return step.lines[:at], step.lines[at:]


def _form(body: Any) -> dict[str, Any] | None:
    task = body.get("task") if isinstance(body, dict) else None
    if not isinstance(task, dict) or task.get("type") != "continue":
        return None
    content: dict[str, Any] = task["value"]["card"]["content"]
    return content


def _field(form: dict[str, Any], name: str) -> dict[str, Any] | None:
    return next((one for one in form["body"] if one.get("label", "").casefold() == name.casefold()), None)


def _choice(entry: dict[str, Any], value: str) -> str:
    for choice in entry.get("choices", []):
        if choice["title"].casefold() == value.casefold():
            return str(choice["value"])
    return value


def _unescaped(text: str) -> str:
    """Text as it is read: without the escapes that keep it from being Markdown."""
    return re.sub(r"\\([\\`*_\[\]<>~|#+.-])", r"\1", text).replace("  \n", "\n").replace("{\u200b{", "{{")
