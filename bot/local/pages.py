"""The page of the local channel and the few files it needs."""

from aiohttp import web

from bot.local.context import LocalContext
from bot.local.guard import guarded
from bot.local.messages import ConnectorError

LIBRARIES = {
    "adaptivecards.js": "adaptivecards/dist/adaptivecards.min.js",
    "markdown-it.js": "markdown-it/dist/markdown-it.min.js",
    "purify.js": "dompurify/dist/purify.min.js",
}
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".html": "text/html"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


async def index(_: web.Request, local: LocalContext) -> web.Response:
    """The page itself."""
    missing = [name for name, path in LIBRARIES.items() if not (local.web / "node_modules" / path).is_file()]
    if missing:
        raise ConnectorError(503, "NotSetUp", "The page's packages are not installed: run `make setup`.")
    return _file(local, "index.html")


async def own(request: web.Request, local: LocalContext) -> web.Response:
    """One of the page's own files."""
    name = request.match_info["name"]
    if name not in {path.name for path in local.web.iterdir() if path.suffix in (".js", ".css", ".svg")}:
        raise ConnectorError(404, "NotFound", "There is no such file.")
    return _file(local, name)


async def library(request: web.Request, local: LocalContext) -> web.Response:
    """One of the libraries the page uses."""
    path = LIBRARIES.get(request.match_info["name"])
    if path is None:
        raise ConnectorError(404, "NotFound", "There is no such file.")
    return _file(local, f"node_modules/{path}")


def _file(local: LocalContext, path: str) -> web.Response:
    file = local.web / path
    return web.Response(body=file.read_bytes(), content_type=KINDS[file.suffix], charset="utf-8", headers=HEADERS)


def add_page_routes(app: web.Application) -> None:
    """Put the page at `/`."""
    app.router.add_get("/", guarded(index))
    app.router.add_get("/web/{name}", guarded(own))
    app.router.add_get("/web/lib/{name}", guarded(library))
