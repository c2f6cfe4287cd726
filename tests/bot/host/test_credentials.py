"""The bot's own tokens: one msal application, asked seldom, off the loop, silent about secrets."""

import logging
import threading
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest

from bot import logs
from bot.clock import ToldClock
from bot.credentials import Credentials
from config.settings import Settings
from config.values import Secret

from .support import APP, MOMENT, TENANT

SCOPE = "https://api.botframework.com/.default"


class ToldEntra:
    """Gives numbered tokens of an hour, or fails."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.threads: set[int] = set()
        self.failing = False

    def acquire(self, scope: str) -> dict[str, Any]:
        """msal's answer."""
        self.asked.append(scope)
        self.threads.add(threading.get_ident())
        if self.failing:
            return {"error": "invalid_client", "error_description": "canary"}
        return {"access_token": f"token-{len(self.asked)}", "expires_in": 3600}


def told() -> tuple[Credentials, ToldEntra, ToldClock]:
    """Credentials on a told Entra and a told clock."""
    entra, clock = ToldEntra(), ToldClock(MOMENT)
    return Credentials(Settings(), clock, entra.acquire), entra, clock


async def test_a_token_is_asked_for_once() -> None:
    """Messages share one token; the asking is done in another thread."""
    credentials, entra, _ = told()
    tokens = credentials.for_scope(SCOPE)
    assert {await tokens.token() for _ in range(5)} == {"token-1"}
    assert entra.asked == [SCOPE]
    assert threading.get_ident() not in entra.threads


async def test_a_token_is_renewed_before_its_time_is_out() -> None:
    """Less than five minutes before its end a token is replaced."""
    credentials, _, clock = told()
    await credentials.token(SCOPE)
    clock.advance(timedelta(minutes=54))
    assert await credentials.token(SCOPE) == "token-1"
    clock.advance(timedelta(minutes=2))
    assert await credentials.token(SCOPE) == "token-2"


async def test_while_entra_is_in_trouble_the_token_is_used_to_its_end() -> None:
    """A failed renewal is tried again after ten seconds; after the token's end there is none."""
    credentials, entra, clock = told()
    await credentials.token(SCOPE)
    entra.failing = True
    clock.advance(timedelta(minutes=56))
    assert await credentials.token(SCOPE) == "token-1"
    assert await credentials.token(SCOPE) == "token-1"
    assert len(entra.asked) == 2
    clock.advance(timedelta(minutes=5))
    assert await credentials.token(SCOPE) is None
    entra.failing = False
    clock.advance(timedelta(seconds=10))
    assert await credentials.token(SCOPE) == "token-4"


async def test_each_scope_has_its_own_token() -> None:
    """The connector and Graph share the application, not the token."""
    credentials, entra, _ = told()
    assert await credentials.token(SCOPE) != await credentials.token("https://graph.microsoft.com/.default")
    assert len(entra.asked) == 2


async def test_trouble_is_logged_without_what_entra_wrote(caplog: pytest.LogCaptureFixture) -> None:
    """The log has Entra's word for it, not its description."""
    credentials, entra, _ = told()
    entra.failing = True
    assert await credentials.token(SCOPE) is None
    (record,) = caplog.records
    assert record.__dict__["facts"] == {"scope": SCOPE, "why": "invalid_client"}
    assert "canary" not in caplog.text


async def test_an_entra_that_cannot_be_reached_is_no_token() -> None:
    """Without a network there is no token and no exception, and the secret is nowhere in the log."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.OneLine())
    logging.getLogger().addHandler(handler)
    try:
        settings = replace(
            Settings(),
            app_id=APP,
            tenant_id=TENANT,
            app_secret=Secret("canary-of-a-secret"),
            login_url="https://127.0.0.1:9",
        )
        assert await Credentials(settings, ToldClock(MOMENT)).token(SCOPE) is None
    finally:
        logging.getLogger().removeHandler(handler)
    assert "no token" in stream.getvalue()
    assert "canary" not in stream.getvalue()
