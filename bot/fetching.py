"""Fetching a document by its unguessable address; it is made in a worker process, never in the event loop."""

from __future__ import annotations

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from aiohttp import web

from bot import papers
from bot.papers import MEDIA, Order
from bot.store import Store
from documents.render import FORMATS, Format, render

_TOGETHER = 1


def paper_routes(store: Store) -> list[web.RouteDef]:
    """The route of papers."""
    printer = _Printer()

    async def fetch(request: web.Request) -> web.Response:
        token = request.match_info["token"]
        found = await store.run(lambda connection: papers.fetched(connection, token))
        if found is None:
            raise web.HTTPNotFound
        paper, order = found
        form = next(form for form in FORMATS if form == paper.format)
        body = await printer.printed(order, form)
        disposition = "inline" if form == "pdf" else "attachment"
        headers = {
            "Content-Type": MEDIA[form],
            "Content-Disposition": f'{disposition}; filename="{paper.name}"',
            "X-Robots-Tag": "noindex",
        }
        return web.Response(body=body, headers=headers)

    return [web.get("/papers/{token}/{name}", fetch)]


class _Printer:
    """One worker process, started when the first paper is fetched."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def printed(self, order: Order, form: Format) -> bytes:
        """The document's bytes."""
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(_TOGETHER, mp_context=context)
        return await asyncio.get_running_loop().run_in_executor(self._pool, made, order, form)


def made(order: Order, form: Format) -> bytes:
    """A document from its order; runs in the worker."""
    return render(order.document(), form)
