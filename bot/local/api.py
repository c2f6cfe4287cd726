"""What the page asks of the local channel, as JSON."""

from datetime import datetime, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from aiohttp import web
from msgspec import Meta, Struct

from bot.local.context import CHANGES, LocalContext
from bot.local.guard import Handler, body_as, from_page, guarded
from bot.local.messages import ConnectorError
from bot.local.outcome import outcome_of
from bot.local.people import Json, LocalPerson
from bot.local.views import visible_to

Text = Annotated[str, Meta(min_length=1, max_length=8000)]
Id = Annotated[str, Meta(min_length=1, max_length=200)]

FARTHEST = timedelta(days=731)


class Said(Struct, forbid_unknown_fields=True):
    """Somebody writes in the channel; `mention` calls the bot."""

    me: Id
    text: Text
    thread: Id | None = None
    mention: bool = True


class SaidInPrivate(Struct, forbid_unknown_fields=True):
    """Somebody writes to the bot alone."""

    me: Id
    text: Text


class Tapped(Struct, forbid_unknown_fields=True):
    """Somebody taps a button of a message's card."""

    me: Id
    message: Id
    action: dict[str, object]
    inputs: dict[str, object] = {}


class Filled(Struct, forbid_unknown_fields=True):
    """Somebody sends in a form that was opened from a message."""

    me: Id
    message: Id
    data: dict[str, object]


class Forward(Struct, forbid_unknown_fields=True):
    """The clock is moved: to what the bot owes next, by a day, or to a wall-clock moment `until`."""

    to: Literal["next", "day", "until"]
    until: Annotated[str, Meta(max_length=40)] = ""


class NewPerson(Struct, forbid_unknown_fields=True):
    """Somebody joins the team."""

    name: Annotated[str, Meta(min_length=1, max_length=80)]
    language: Literal["sv", "en"] = "sv"


async def state(request: web.Request, local: LocalContext) -> web.Response:
    """What has changed for one person; waits for a change when there is none."""
    person = local.channel.person(request.query.get("me") or next(iter(local.channel.people), ""))
    same_run = request.query.get("run") == local.run and request.query.get("me")
    said = request.query.get("since", "")
    since = int(said) if same_run and said.isascii() and said.isdigit() and len(said) < 12 else 0
    if since:
        await request.app[CHANGES].after(since, local.poll_seconds)
    due = await local.time.next_due()
    return web.json_response(
        {
            **visible_to(local.channel, person, since),
            "run": local.run,
            "me": person.user_id,
            "now": local.time.now().isoformat(),
            "next_due": due.isoformat() if due else None,
            "zone": local.channel.place.zone,
            "network": {"name": local.network.name, "channel": local.network.channel},
            "bot": local.channel.bot["name"],
            "people": [_card(local, each) for each in local.channel.people.values()],
        }
    )


async def say(request: web.Request, local: LocalContext) -> web.Response:
    """Write a post or an answer."""
    said = await body_as(request, Said)
    person = local.channel.person(said.me)
    return await _deliver(
        local,
        local.channel.say(person, _words(said.text), thread=said.thread, mention_bot=said.mention),
        person,
    )


async def say_private(request: web.Request, local: LocalContext) -> web.Response:
    """Write to the bot alone."""
    said = await body_as(request, SaidInPrivate)
    person = local.channel.person(said.me)
    return await _deliver(local, local.channel.say_private(person, _words(said.text)), person)


async def tap(request: web.Request, local: LocalContext) -> web.Response:
    """Tap a button."""
    tapped = await body_as(request, Tapped)
    person = local.channel.person(tapped.me)
    activity = local.channel.tap(person, tapped.message, tapped.action, tapped.inputs)
    return await _deliver(local, activity, person, tapped.message)


async def fill(request: web.Request, local: LocalContext) -> web.Response:
    """Send in a form."""
    filled = await body_as(request, Filled)
    person = local.channel.person(filled.me)
    activity = local.channel.submit_form(person, filled.message, filled.data)
    return await _deliver(local, activity, person, filled.message)


async def forward(request: web.Request, local: LocalContext) -> web.Response:
    """Move the clock forward."""
    wish = await body_as(request, Forward)
    now = local.time.now()
    to: datetime | None
    if wish.to == "next":
        to = await local.time.next_due()
        if to is None:
            return web.json_response({"kind": "nothing_due"})
    elif wish.to == "day":
        to = _a_day_later(now, local)
    else:
        to = _moment(wish.until, local)
    if to < now and wish.to != "next":
        raise ConnectorError(400, "BadArgument", "The clock moves forward only.")
    if to > now + FARTHEST:
        raise ConnectorError(400, "BadArgument", "The clock moves two years at a time at most.")
    await local.time.forward(max(to, now))
    local.channel.messages.changed()
    return web.json_response({"kind": "moved", "now": local.time.now().isoformat()})


async def join(request: web.Request, local: LocalContext) -> web.Response:
    """Add a person to the team."""
    new = await body_as(request, NewPerson)
    name = " ".join(new.name.split())
    if not name or not name.replace(" ", "").replace("-", "").replace("'", "").isalpha():
        raise ConnectorError(400, "BadArgument", "A name has letters, spaces and hyphens.")
    if name.casefold() in (each.name.casefold() for each in local.channel.people.values()):
        raise ConnectorError(409, "Conflict", f"There is already somebody called {name}.")
    person = local.channel.add_person(name, language=new.language)
    await local.deliver(local.channel.joined(person))
    return web.json_response({"kind": "joined", "id": person.user_id}, status=201)


async def _deliver(
    local: LocalContext, activity: Json | None, person: LocalPerson, message_id: str = ""
) -> web.Response:
    """Give the activity to the bot, and say what its answer means for the page."""
    if activity is None:
        return web.json_response({"kind": "unheard"})
    answer = await local.deliver(activity)
    if activity["type"] == "invoke" and answer.status < 300:
        local.channel.apply_invoke_answer(person, message_id, answer.body)
    return web.json_response(outcome_of(answer))


def _words(text: str) -> str:
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise ConnectorError(400, "BadSyntax", "A message needs a text.")
    return words


def _a_day_later(now: datetime, local: LocalContext) -> datetime:
    wall = now.astimezone(ZoneInfo(local.channel.place.zone))
    return wall + timedelta(days=1)


def _moment(said: str, local: LocalContext) -> datetime:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError as error:
        raise ConnectorError(400, "BadArgument", "until is not a moment like 2026-11-23T09:00.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(local.channel.place.zone))


def _card(local: LocalContext, person: LocalPerson) -> Json:
    """A person as the page's list shows them."""
    known = next((each for each in local.network.people if each.name == person.name), None)
    return {
        "id": person.user_id,
        "name": person.name,
        "language": person.language,
        "role": known.role if known else "member",
        "organisation": known.organisation if known else "",
        "function": known.function if known else "",
    }


def add_api_routes(app: web.Application) -> None:
    """Put the page's calls under `/local/api`."""
    changing: dict[str, Handler] = {
        "say": say,
        "private": say_private,
        "tap": tap,
        "form": fill,
        "clock": forward,
        "people": join,
    }
    app.router.add_get("/local/api/state", guarded(state))
    for name, handler in changing.items():
        app.router.add_post(f"/local/api/{name}", guarded(from_page(handler)))
