"""Every setting of Kansli, declared once: its name, its meaning and its default.

`KANSLI_PORT` in the environment, or `port` in the TOML file that `KANSLI_SETTINGS` names, is `Settings.port`.
The environment goes before the file. An empty text means the default. `docs/settings.md` lists the same table.
"""

# ruff: noqa: RUF009 - `_setting` makes a dataclass field, it holds no state

import difflib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from config import values

PREFIX = "KANSLI_"
FILE = "KANSLI_SETTINGS"


class SettingsWrong(Exception):
    """The settings cannot be used; `problems` says everything that is wrong with them."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Declared:
    """What is known of one setting: its name in the environment, its meaning, its default as text."""

    name: str
    means: str
    default: str


def _setting(
    means: str, default: str, read: Callable[[str], object] = str, *, unset: object = None, hidden: bool = False
) -> Any:
    """One row of the table; without a default it is `unset`."""
    value = read(default) if default else unset
    return field(default=value, repr=not hidden, metadata={"means": means, "default": default, "read": read})


@dataclass(frozen=True)
class Settings:
    """Kansli's settings."""

    profile: Literal["local", "teams"] = _setting(
        "`teams`: every request is checked, and Kansli refuses to start when something is missing; "
        "`local`: anonymous, on this machine only, with the local channel",
        "teams",
        values.one_of("local", "teams"),
    )
    host: str = _setting("the address it listens on", "127.0.0.1")
    port: int = _setting("the port it listens on; 0 takes a free one", "3978", values.port)
    database_url: str = _setting(
        "where the records are, as an SQLAlchemy URL (SQLite or PostgreSQL)",
        "sqlite:///var/kansli.db",
        hidden=True,
    )
    app_id: str | None = _setting("the bot's application (client) id, a GUID", "", values.guid)
    tenant_id: str | None = _setting("the tenant the bot is registered in, a GUID", "", values.guid)
    app_secret: values.Secret | None = _setting(
        "the bot's client secret; this or one of the three below", "", values.Secret, hidden=True
    )
    app_certificate: Path | None = _setting(
        "a PEM file with the bot's private key and certificate", "", values.file, hidden=True
    )
    managed_identity: str | None = _setting(
        "the client id of a managed identity, or `system` for the machine's own", "", values.identity, hidden=True
    )
    federated_token_file: Path | None = _setting(
        "a file with a token of another issuer that the registration trusts (workload identity)",
        "",
        values.file,
        hidden=True,
    )
    allowed_tenants: frozenset[str] = _setting(
        "the tenants that may talk to the bot, GUIDs with commas between", "", values.guids, unset=frozenset()
    )
    openid_metadata_url: str = _setting(
        "where the keys that sign incoming requests are described",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        values.url,
    )
    token_issuer: str = _setting("who issues the tokens of incoming requests", "https://api.botframework.com")
    connector_scope: str = _setting(
        "the scope of the token that outgoing messages carry", "https://api.botframework.com/.default"
    )
    login_url: str = _setting(
        "where the bot gets its own tokens; always https", "https://login.microsoftonline.com", values.https_url
    )
    service_hosts: frozenset[str] = _setting(
        "the hosts that messages may be sent to, without ports, with commas between",
        "smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com",
        values.hosts,
    )
    graph_url: str = _setting("where Microsoft Graph is", "https://graph.microsoft.com", values.url)
    ca_file: Path | None = _setting("one more certificate authority (PEM) that outgoing calls trust", "", values.file)
    public_url: str | None = _setting("where members reach the bot's own links", "", values.url)
    language: Literal["sv", "en"] = _setting("the language of new networks", "sv", values.one_of("sv", "en"))
    zone: str = _setting("the time zone of new networks", "Europe/Stockholm", values.zone)


def declared() -> tuple[Declared, ...]:
    """The whole table, in order; the file's own name first."""
    own = Declared(FILE, "a TOML file with settings, named as here in lower case and without `KANSLI_`", "")
    return own, *(
        Declared(PREFIX + row.name.upper(), row.metadata["means"], row.metadata["default"]) for row in fields(Settings)
    )


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings from the environment and the file it names, or `SettingsWrong`."""
    texts, problems = _gather(environ)
    chosen: dict[str, Any] = {}
    for row in fields(Settings):
        text = texts.get(PREFIX + row.name.upper(), "")
        if not text:
            continue
        try:
            chosen[row.name] = row.metadata["read"](text)
        except ValueError as error:
            problems.append(f"{PREFIX}{row.name.upper()} {error}")
    settings = Settings(**chosen)
    wrong = {problem.split()[0] for problem in problems}
    more = _missing(settings) if settings.profile == "teams" else _too_open(settings)
    problems += [problem for problem in more if problem.split()[0] not in wrong]
    if problems:
        raise SettingsWrong(tuple(problems))
    return settings


def _gather(environ: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The texts under their names in the environment, and what is wrong with the names or the file."""
    texts: dict[str, str] = {}
    problems: list[str] = []
    path = environ.get(FILE, "")
    if path:
        try:
            found = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            return {}, [f"{FILE}: {path} cannot be read: {error}"]
        texts |= {PREFIX + key.upper(): _as_text(value) for key, value in found.items()}
    texts |= {key: text.strip() for key, text in environ.items() if key.startswith(PREFIX) and text.strip()}
    known = [row.name for row in declared()]
    for name in sorted(texts.keys() - set(known)):
        nearest = difflib.get_close_matches(name, known, n=1, cutoff=0)
        problems.append(f"{name} is no setting; the nearest is {nearest[0]}")
    return texts, problems


def _as_text(value: object) -> str:
    """A value of the file as the environment would say it."""
    if isinstance(value, list):
        return ",".join(str(part) for part in value)
    return str(value).strip()


def _missing(settings: Settings) -> list[str]:
    """What Kansli cannot be in Teams without."""
    problems = []
    if settings.app_id is None:
        problems.append("KANSLI_APP_ID is missing: the bot's application id")
    if settings.tenant_id is None:
        problems.append("KANSLI_TENANT_ID is missing: the tenant the bot is registered in")
    credentials = {
        "KANSLI_APP_SECRET": settings.app_secret,
        "KANSLI_APP_CERTIFICATE": settings.app_certificate,
        "KANSLI_MANAGED_IDENTITY": settings.managed_identity,
        "KANSLI_FEDERATED_TOKEN_FILE": settings.federated_token_file,
    }
    given = [name for name, value in credentials.items() if value is not None]
    if len(given) != 1:
        found = " and ".join(given) if given else "none"
        problems.append(f"exactly one credential is needed of {', '.join(credentials)}; found {found}")
    if not settings.allowed_tenants:
        problems.append("KANSLI_ALLOWED_TENANTS is missing: the tenants that may talk to the bot")
    return problems


def _too_open(settings: Settings) -> list[str]:
    """The local profile trusts everybody, so it listens on this machine only."""
    if settings.host in values.LOOPBACK:
        return []
    return [f"KANSLI_HOST is {settings.host}: the local profile listens on 127.0.0.1 only"]
