"""The local channel over HTTP: the page, its calls, and the Bot Connector."""

from collections.abc import AsyncIterator

from aiohttp import web

from bot.local.api import add_api_routes
from bot.local.connector import add_connector_routes
from bot.local.context import CHANGES, LOCAL, Changes, LocalContext
from bot.local.keeping import Keeper
from bot.local.pages import add_page_routes


def add_routes(app: web.Application, local: LocalContext) -> None:
    """Give the application the local channel; it must be bound to loopback."""
    app[LOCAL] = local
    app[CHANGES] = changes = Changes(local.channel)

    async def running(_: web.Application) -> AsyncIterator[None]:
        keeper = Keeper(local.channel, local.kept) if local.kept else None
        yield
        if keeper:
            keeper.now()

    async def let_go(_: web.Application) -> None:
        changes.close()

    app.cleanup_ctx.append(running)
    app.on_shutdown.append(let_go)
    add_page_routes(app)
    add_api_routes(app)
    add_connector_routes(app)
