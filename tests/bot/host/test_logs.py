"""The log: one line an event, and nothing in it that should not be."""

import json
import logging
import sys
from io import StringIO

import jwt
import pytest
from aiohttp.http import HttpProcessingError

from bot import logs

from .support import claims, private_key


def line_of(text: str, *args: object, hidden: tuple[str, ...] = (), **named: str | int) -> dict[str, object]:
    """How an event is written."""
    record = logging.LogRecord("bot.test", logging.INFO, __file__, 1, text, args, None)
    record.__dict__.update(logs.facts(**named))
    written = logs.OneLine(hidden).format(record)
    assert "\n" not in written
    found = json.loads(written)
    assert isinstance(found, dict)
    return found


def test_an_event_is_one_line_with_its_facts() -> None:
    """Time, level, place, event and facts, readable by people and programs."""
    found = line_of("turned away", status=401, reason="förfallen\nrad")
    assert found.pop("at")
    assert found == {
        "level": "info",
        "from": "bot.test",
        "event": "turned away",
        "status": 401,
        "reason": "förfallen\nrad",
    }


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Authorization: Bearer abc123==", "abc123"),
        ("client_secret=abc123&grant_type=x", "abc123"),
        ("client_assertion=abc123&x", "abc123"),
        ("postgresql+psycopg://kansli:abc123@db/kansli", "abc123"),
        ("-----BEGIN PRIVATE KEY-----\nabc123\n-----END PRIVATE KEY-----", "abc123"),
        ("from 19671231-0009 to", "19671231"),
        ("from 671231+0009 to", "671231"),
        ("from 196712910009 to", "19671291"),
    ],
)
def test_secrets_are_removed(text: str, secret: str) -> None:
    """Tokens, secrets, passwords, keys and personal identity numbers are taken out, in events and in facts."""
    for found in (line_of("%s", text), line_of("event", fact=text)):
        assert secret not in json.dumps(found)
        assert "[removed]" in json.dumps(found)


def test_a_web_token_is_removed() -> None:
    """A signed token is recognised wherever it stands."""
    token = jwt.encode(claims("https://x/"), private_key(), algorithm="RS256")
    assert line_of(f"({token})")["event"] == "([removed])"


def test_what_was_named_secret_is_removed() -> None:
    """The settings' own secrets never stand in a line."""
    assert line_of("a canary here", hidden=("canary", ""))["event"] == "a [removed] here"


def test_ids_of_teams_stay() -> None:
    """Message ids and thread ids are no personal identity numbers."""
    thread = "19:abc@thread.tacv2;messageid=1700000000123"
    assert line_of("event", conversation=thread)["conversation"] == thread


def test_an_exception_says_where_but_not_what() -> None:
    """Types and places of the whole chain, not the texts, which may quote a message."""
    try:
        try:
            raise KeyError("hemlig")
        except KeyError as error:
            raise ValueError("hemligare") from error
    except ValueError:
        record = logging.LogRecord("bot", logging.ERROR, __file__, 1, "broken", (), sys.exc_info())
    found = json.loads(logs.OneLine().format(record))
    assert found["error"].startswith("ValueError at ")
    assert "because of KeyError at " in found["error"]
    assert "test_logs.py:" in found["error"]
    assert "hemlig" not in json.dumps(found)


def test_the_programs_log_goes_to_one_stream() -> None:
    """After `start`, every logger writes lines there; chatty libraries only warnings, strangers' noise too."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    stream = StringIO()
    try:
        logs.start(["canary"], stream)
        logging.getLogger("bot.somewhere").info("a canary")
        logging.getLogger("msal.application").info("chatter")
        try:
            raise HttpProcessingError(message="from a stranger")
        except HttpProcessingError:
            logging.getLogger("aiohttp.server").exception("Error handling request")
    finally:
        root.handlers[:] = before
        root.setLevel(level)
    line, strange = map(json.loads, stream.getvalue().splitlines())
    assert line["event"] == "a [removed]"
    assert strange["level"] == "warning"
    assert "error" not in strange
