"""What every route of the local channel is wrapped in: who may call, and clear errors."""

from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from typing import Any, TypeVar

import msgspec
from aiohttp import web

from bot.local.context import LOCAL, LocalContext
from bot.local.messages import ConnectorError

T = TypeVar("T")
Answer = web.StreamResponse
Handler = Callable[[web.Request, LocalContext], Awaitable[Answer]]

PAGE_HEADER = "X-Kansli-Local"  # another site's page cannot set it without asking, and is never allowed to


def refused(status: int, code: str, message: str) -> web.Response:
    """An error as the Bot Connector words it."""
    return web.json_response({"error": {"code": code, "message": message}}, status=status)


def is_loopback(host: str) -> bool:
    """Whether a Host header names this very machine; a foreign name that resolves here does not."""
    name = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
    if name.casefold() == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def guarded(handler: Handler) -> Callable[[web.Request], Awaitable[Answer]]:
    """The handler for local callers only, with its errors as JSON."""

    async def answer(request: web.Request) -> Answer:
        if not is_loopback(request.headers.get("Host", "")):
            return refused(403, "Forbidden", "The local channel answers this machine only.")
        try:
            return await handler(request, request.app[LOCAL])
        except ConnectorError as error:
            return refused(error.status, error.code, str(error))

    return answer


def from_page(handler: Handler) -> Handler:
    """The handler for the page itself, not for a form or a script of another site."""

    async def answer(request: web.Request, local: LocalContext) -> Answer:
        if request.headers.get(PAGE_HEADER) is None:
            return refused(403, "Forbidden", f"The header {PAGE_HEADER} is missing.")
        return await handler(request, local)

    return answer


async def body_as(request: web.Request, kind: type[T]) -> T:
    """The body, as the page's own kinds of request are checked."""
    text = await request.read()
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ConnectorError(400, "BadSyntax", f"The request cannot be read: {error}.") from error
    except RecursionError as error:
        raise ConnectorError(400, "BadSyntax", "The request is nested too deeply.") from error


async def json_object(request: web.Request) -> dict[str, Any]:
    """The body as a JSON object; only JSON is taken, which no other site's form can send."""
    if request.content_type != "application/json":
        raise ConnectorError(415, "UnsupportedMediaType", "The body must be application/json.")
    return await body_as(request, dict[str, Any])
