"""A `.chat` file read into its parts; every line keeps its place, so that the file can be written anew."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from secretary.network import Role

UNITS = {"minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800}


class Unreadable(Exception):
    """A line that cannot be read; the line's number and why."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line
        self.why = why


@dataclass(frozen=True)
class Person:
    """A member as the file lists them."""

    name: str
    role: Role
    organisations: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Head:
    """Where the clock stands, which network it is, and who is in it."""

    start: dt.datetime
    zone: str
    name: str
    short: str
    language: str
    people: tuple[Person, ...]


@dataclass(frozen=True)
class Speak:
    """Somebody writes: a new post `>`, in the newest thread `^`, in private `>>`, past the bot `~`."""

    name: str
    text: str
    how: str


@dataclass(frozen=True)
class Tap:
    """Somebody taps a button."""

    name: str
    label: str


@dataclass(frozen=True)
class Fill:
    """Somebody opens a form and sends it."""

    name: str
    label: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Wait:
    """The clock moves by a while, or until a wall-clock moment."""

    by: dt.timedelta | None = None
    until: dt.datetime | None = None


Act = Speak | Tap | Fill | Wait


@dataclass
class Step:
    """One act with the lines that state it and, from a file, the answer it expects."""

    act: Act
    line: int
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Script:
    """The whole file: what stands before the first act, and every act with what follows it until the next."""

    head: Head
    opening: tuple[str, ...]
    steps: tuple[Step, ...]


_SAID = re.compile(r"^(?P<name>[^\s>^~|(+#][^>^~|]*?)(?P<how>>>|[>^~])\s?(?P<text>.*)$")
_TAPS = re.compile(r"^(?P<name>.+?) taps \((?P<label>.*)\)\s*$")
_FILLS = re.compile(r"^(?P<name>.+?) fills \((?P<label>.*?)\)(?P<fields>.*)$")
_LATER = re.compile(r"^\.\.\.\s+(?P<count>\d+)\s+(?P<unit>minute|hour|day|week)s?\s+later\s*$")
_UNTIL = re.compile(r"^\.\.\.\s+until\s+(?P<date>\d{4}-\d\d-\d\d)(\s+(?P<time>\d\d:\d\d))?\s*$")


def read(text: str) -> Script:
    """Read a file; `Unreadable` says which line cannot be read and why."""
    reader = _Reader()
    for number, line in enumerate(text.splitlines(), 1):
        reader.take(number, line.rstrip())
    return reader.finished()


class _Reader:
    def __init__(self) -> None:
        self.facts: dict[str, tuple[str, ...]] = {}
        self.people: list[Person] = []
        self.opening: list[str] = []
        self.steps: list[Step] = []

    def take(self, number: int, line: str) -> None:
        if line.startswith("    "):
            return
        if not line or line.startswith("#"):
            (self.steps[-1].lines if self.steps else self.opening).append(line)
            return
        if line.startswith("+"):
            self._more(number, line)
            return
        act = self._act(number, line)
        if act is None:
            self._header(number, line)
            self.opening.append(line)
        else:
            self.steps.append(Step(act, number, [line]))

    def _more(self, number: int, line: str) -> None:
        last = self.steps[-1] if self.steps else None
        if last is None or not isinstance(last.act, Speak):
            raise Unreadable(number, "there is no message above to go on with")
        said = last.act
        last.act = Speak(said.name, f"{said.text}\n{line[1:].strip()}".strip("\n"), said.how)
        last.lines.append(line)

    def _act(self, number: int, line: str) -> Act | None:
        if found := _LATER.match(line):
            try:
                return Wait(by=dt.timedelta(seconds=int(found["count"]) * UNITS[found["unit"]]))
            except OverflowError:
                raise Unreadable(number, "that is too long a while") from None
        if found := _UNTIL.match(line):
            return Wait(until=_moment(number, found["date"], found["time"] or "00:00"))
        if line.startswith("..."):
            raise Unreadable(number, "expected `... N days later` or `... until YYYY-MM-DD HH:MM`")
        if found := _FILLS.match(line):
            pairs = [pair.partition("=") for pair in found["fields"].split(";") if pair.strip()]
            if any(not equals for _, equals, _ in pairs):
                raise Unreadable(number, "expected `Field=value; Field=value`")
            return Fill(found["name"], found["label"], tuple((a.strip(), b.strip()) for a, _, b in pairs))
        if found := _TAPS.match(line):
            return Tap(found["name"], found["label"])
        found = _SAID.match(line)
        return Speak(found["name"].strip(), found["text"].strip(), found["how"]) if found else None

    def _header(self, number: int, line: str) -> None:
        word, _, rest = line.partition(" ")
        parts = tuple(part.strip() for part in rest.split("|"))
        if self.steps or word not in ("clock", "network", "member"):
            raise Unreadable(number, "neither a header line nor something that somebody does")
        if word == "member":
            self.people.append(_person(number, parts))
        else:
            self.facts[word] = (str(number), *(parts if word == "network" else tuple(rest.split())))

    def finished(self) -> Script:
        """The script, once every line was taken."""
        if "clock" not in self.facts:
            raise Unreadable(1, "there is no `clock` line")
        line, *clock = self.facts["clock"]
        number = int(line)
        if len(clock) != 3:
            raise Unreadable(number, "expected `clock DATE TIME ZONE`")
        date, time, zone = clock
        try:
            start = _moment(number, date, time).replace(tzinfo=ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise Unreadable(number, f"there is no zone {zone}") from None
        named = self.facts.get("network", ("0", "Kansli", "", "sv"))[1:]
        if len(named) != 3 or not named[0] or named[2] not in ("sv", "en"):
            raise Unreadable(int(self.facts["network"][0]), "expected `network NAME | SHORT | sv or en`")
        head = Head(start, zone, named[0], named[1], named[2], tuple(self.people))
        return Script(head, tuple(self.opening), tuple(self.steps))


def _person(number: int, parts: tuple[str, ...]) -> Person:
    if len(parts) != 4 or not parts[0]:
        raise Unreadable(number, "expected `member NAME | ROLE | ORGANISATION | LANGUAGE`")
    name, role, organisations, language = parts
    if role not in set(Role):
        raise Unreadable(number, f"there is no role {role}; roles are {', '.join(Role)}")
    if language not in ("sv", "en"):
        raise Unreadable(number, f"there is no language {language}; languages are sv and en")
    return Person(name, Role(role), tuple(one.strip() for one in organisations.split(",") if one.strip()), language)


def _moment(number: int, date: str, time: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(f"{date}T{time}")
    except ValueError:
        raise Unreadable(number, f"{date} {time} does not exist") from None
