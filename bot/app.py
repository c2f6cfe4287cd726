"""The web application: the gate in front, the host behind it, and what a machine asks about Kansli's health."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web

from bot.bearer import Bearer
from bot.clock import Clock
from bot.connector import Connector, Tokens
from bot.gate import LARGEST_BODY, Gate, TurnedAway
from bot.http_connector import HttpConnector
from bot.keys import KeyCache
from bot.logs import facts, new_reference
from bot.metrics import Counters, Gauge
from bot.outgoing import Outgoing, service_hosts
from bot.pipeline import Answer, Pipeline
from config.settings import Settings
from config.values import LOOPBACK

if TYPE_CHECKING:
    from bot.host import Host

log = logging.getLogger(__name__)

Health = Callable[[], Awaitable[Mapping[str, bool]]]
Gauges = Callable[[], Awaitable[Iterable[Gauge]]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HOST: web.AppKey["Host"] = web.AppKey("host")
COUNTERS = web.AppKey("counters", Counters)
_GATE = web.AppKey("gate", Gate)
_HEALTH: web.AppKey[Health] = web.AppKey("health")
_GAUGES: web.AppKey[Gauges] = web.AppKey("gauges")

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def build_app(
    settings: Settings,
    pipeline: Pipeline,
    clock: Clock,
    *,
    health: Health,
    connector: Connector | None = None,
    outgoing: Outgoing | None = None,
    counters: Counters | None = None,
    gauges: Gauges | None = None,
    routes: Iterable[web.AbstractRouteDef] = (),
) -> web.Application:
    """The application.

    `health` says of each part that must be there (the database, the clockwork) whether it is; `gauges` what is
    measured when somebody asks. What is not given is made from the settings. The application closes `outgoing`
    when it stops, after everything was sent.
    """
    from bot.host import Host  # botbuilder takes its time, `kansli --help` need not wait for it

    counters = counters or Counters()
    outgoing = outgoing or Outgoing(settings.ca_file)
    connector = connector or connector_for(settings, outgoing, clock)
    host = Host(pipeline, connector, settings.app_id or "", counters)

    async def running(app: web.Application) -> AsyncIterator[None]:
        del app
        yield
        await host.drain()
        await outgoing.close()

    local = [_this_machine_only] if settings.profile == "local" else []
    app = web.Application(middlewares=[_errors, *local], client_max_size=LARGEST_BODY)
    app[HOST] = host
    app[COUNTERS] = counters
    app[_GATE] = gate_for(settings, outgoing, clock)
    app[_HEALTH] = health
    app[_GAUGES] = gauges or _nothing_measured
    app.cleanup_ctx.append(running)
    app.on_response_prepare.append(_secure)
    app.router.add_post("/api/messages", _messages)
    app.router.add_get("/healthz", _healthz)
    app.router.add_get("/readyz", _readyz)
    app.router.add_get("/metrics", _metrics)
    app.router.add_routes(routes)
    return app


def connector_for(settings: Settings, outgoing: Outgoing, clock: Clock) -> HttpConnector:
    """The connector of the profile; the local one carries no tokens."""
    tokens: Tokens | None = None
    if settings.profile == "teams":
        from bot.credentials import Credentials  # msal takes its time too

        tokens = Credentials(settings, clock).for_scope(settings.connector_scope)
    return HttpConnector(outgoing, service_hosts(settings), tokens)


def gate_for(settings: Settings, outgoing: Outgoing, clock: Clock) -> Gate:
    """The gate of the profile; the local one lets in whoever is on this machine."""
    hosts = service_hosts(settings)
    if settings.profile == "local":
        return Gate(hosts)
    if settings.app_id is None:
        raise ValueError("the Teams profile needs an application id")
    keys = KeyCache(outgoing, settings.openid_metadata_url, clock)
    bearer = Bearer(settings.app_id, settings.token_issuer, keys, clock)
    return Gate(hosts, bearer=bearer, tenants=settings.allowed_tenants)


async def listen(app: web.Application, host: str, port: int) -> web.AppRunner:
    """Start listening; `runner.addresses` says where."""
    # A body is never unpacked for a stranger; the access log would hold what nobody needs.
    runner = web.AppRunner(app, access_log=None, auto_decompress=False, handle_signals=False)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    return runner


async def stop(runner: web.AppRunner) -> None:
    """Send what is being sent, then stop. In this order, because the local channel is served by the same app."""
    if isinstance(runner.app, web.Application):
        await runner.app[HOST].drain()
    await runner.cleanup()


async def _messages(request: web.Request) -> web.Response:
    """Take an activity: 200 when it is committed, or the body that an invoke gets back."""
    try:
        raw = await request.app[_GATE].admit(request)
    except TurnedAway as away:
        count = request.app[COUNTERS].add("gate_total", outcome=away.reason, status=str(away.status))
        log.warning("turned away", extra=facts(reason=away.reason, status=away.status, count=count))
        return web.json_response({"error": "refused"}, status=away.status)
    request.app[COUNTERS].add("gate_total", outcome="admitted", status="200")
    return _response(await request.app[HOST].take(raw))


def _response(answer: Answer) -> web.Response:
    if answer.invoke is None:
        return web.Response()
    if answer.invoke.body is None:
        return web.Response(status=answer.invoke.status)
    return web.json_response(answer.invoke.body, status=answer.invoke.status)


async def _healthz(request: web.Request) -> web.Response:
    """The process is up."""
    del request
    return web.json_response({"up": True})


async def _readyz(request: web.Request) -> web.Response:
    """Everything that must be there is."""
    parts = dict(await request.app[_HEALTH]())
    return web.json_response(parts, status=200 if all(parts.values()) else 503)


async def _metrics(request: web.Request) -> web.Response:
    """The counters and gauges, for this machine only; a proxy on it asks for somebody else."""
    if request.remote not in LOOPBACK or "Forwarded" in request.headers or "X-Forwarded-For" in request.headers:
        raise web.HTTPForbidden
    measured = await request.app[_GAUGES]()
    return web.Response(text=request.app[COUNTERS].text(measured), content_type="text/plain")


async def _nothing_measured() -> Iterable[Gauge]:
    return ()


@web.middleware
async def _errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whatever breaks is logged with a reference; the caller learns the reference only."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:
        reference = new_reference()
        resource = request.match_info.route.resource
        log.exception(
            "a request failed", extra=facts(reference=reference, route=resource.canonical if resource else "")
        )
        request.app[COUNTERS].add("errors_total")
        return web.json_response({"error": "internal"}, status=500, headers={"X-Reference": reference})


@web.middleware
async def _this_machine_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The local profile answers to this machine's own names, so that no page of another site reaches it."""
    if _host_name(request.headers.get("Host", "")) not in LOOPBACK:
        raise web.HTTPForbidden
    return await handler(request)


def _host_name(text: str) -> str | None:
    """The name in a Host header, without its port."""
    try:
        return urlsplit(f"//{text}").hostname
    except ValueError:
        return None


async def _secure(request: web.Request, response: web.StreamResponse) -> None:
    """Headers that keep a browser from doing more than showing; a page of ours may say its own."""
    del request
    response.headers["Server"] = "Kansli"
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
