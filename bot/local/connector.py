"""The Bot Connector's routes, answered by the local channel as Teams answers them."""

from aiohttp import web

from bot.local.context import LocalContext
from bot.local.guard import guarded, json_object
from bot.local.messages import ConnectorError

BASE = "/local/connector/v3/conversations"
LARGEST_PAGE = 500


async def create(request: web.Request, local: LocalContext) -> web.Response:
    """Start a thread or a private conversation."""
    return web.json_response(local.channel.create_conversation(await json_object(request)), status=201)


async def send(request: web.Request, local: LocalContext) -> web.Response:
    """Post in a conversation, or as an answer to a message."""
    activity = await json_object(request)
    names = request.match_info
    sent = local.channel.send(names["conversation"], activity, names.get("activity"))
    return web.json_response(sent, status=201)


async def update(request: web.Request, local: LocalContext) -> web.Response:
    """Change a message."""
    activity = await json_object(request)
    names = request.match_info
    return web.json_response(local.channel.update(names["conversation"], names["activity"], activity))


async def delete(request: web.Request, local: LocalContext) -> web.Response:
    """Take a message away."""
    local.channel.delete(request.match_info["conversation"], request.match_info["activity"])
    return web.Response()


async def roster(request: web.Request, local: LocalContext) -> web.Response:
    """The members, a page at a time."""
    first = _number(request, "continuationToken", 0)
    size = min(_number(request, "pageSize", LARGEST_PAGE) or LARGEST_PAGE, LARGEST_PAGE)
    members = local.channel.members(request.match_info["conversation"])
    page: dict[str, object] = {"members": members[first : first + size]}
    if first + size < len(members):
        page["continuationToken"] = str(first + size)
    return web.json_response(page)


def _number(request: web.Request, name: str, otherwise: int) -> int:
    said = request.query.get(name, "")
    if not said:
        return otherwise
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        raise ConnectorError(400, "BadArgument", f"{name} is not a number.")
    return int(said)


def add_connector_routes(app: web.Application) -> None:
    """Put the connector under `/local/connector`."""
    one = BASE + "/{conversation}/activities/{activity}"
    app.router.add_post(BASE, guarded(create))
    app.router.add_post(BASE + "/{conversation}/activities", guarded(send))
    app.router.add_post(one, guarded(send))
    app.router.add_put(one, guarded(update))
    app.router.add_delete(one, guarded(delete))
    app.router.add_get(BASE + "/{conversation}/pagedmembers", guarded(roster))
