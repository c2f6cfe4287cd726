"""The gate before whatever hypothesis thinks of: it lets in, or turns away with a status of its own."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bearer import Bearer, NotGenuine
from bot.clock import ToldClock
from bot.gate import Gate, TurnedAway, parse, tenant_of
from bot.keys import Key
from bot.outgoing import ServiceHosts

from .support import APP, MOMENT, TENANT, claims, message, private_key, token

GOOD = message("https://smba.trafficmanager.net/emea/")

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)


class OneKey:
    """Knows the tests' key."""

    async def find(self, key_id: str) -> Key | None:
        """The key `one`."""
        return Key(private_key().public_key(), frozenset({"msteams"})) if key_id == "one" else None


@given(st.binary() | json_values.map(lambda value: json.dumps(value).encode("utf-8", "replace")))
def test_any_body_is_parsed_or_turned_away(body: bytes) -> None:
    """Bytes become a JSON object or a 400."""
    try:
        raw = parse(body)
    except TurnedAway as away:
        status = away.status
    else:
        status = 200
        assert isinstance(raw, dict)
    assert status in (200, 400)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(GOOD)), json_values)
def test_any_part_may_be_anything(key: str, value: Any) -> None:
    """An activity with one part replaced gets in or is turned away; its tenant is one word or none."""
    raw = json.loads(json.dumps({**GOOD, key: value}))
    gate = Gate(ServiceHosts({"smba.trafficmanager.net"}), tenants={TENANT})
    try:
        asyncio.run(gate.check(raw, ""))
    except TurnedAway as away:
        status = away.status
    else:
        status = 200
        assert tenant_of(raw) == TENANT
    assert status in (200, 400, 403)


@settings(max_examples=60, deadline=None)
@given(
    st.text() | st.text().map("Bearer {}".format),
    st.sampled_from(["iss", "aud", "exp", "nbf", "serviceurl", "sub", "jti", "iat"]),
    json_values,
)
def test_any_token_is_good_or_not_genuine(header: str, claim: str, value: Any) -> None:
    """No text and no claim makes the verification raise anything but its own refusal."""
    bearer = Bearer(APP, "https://api.botframework.com", OneKey(), ToldClock(MOMENT))
    with pytest.raises(NotGenuine):
        asyncio.run(bearer.check(header, "msteams", "https://x/"))
    signed = token(claims("https://x/", **{claim: value}))
    try:
        asyncio.run(bearer.check(f"Bearer {signed}", "msteams", "https://x/"))
    except NotGenuine:
        pass
    else:
        assert claim not in ("iss", "aud", "serviceurl")
