"""The Bot Connector over HTTP."""

import re
from typing import Any
from urllib.parse import quote

import aiohttp
import msgspec
from yarl import URL

from bot.connector import Accepted, Address, Outcome, Rejected, Roster, RosterMember, Tokens, Unclear
from bot.outgoing import Outgoing, ServiceHosts, read_bounded

_MOST_PAGES = 200
_PAGE = 500

_Answered = dict[str, Any]
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,80}")


class HttpConnector:
    """Speaks the Bot Connector protocol (v3); without `tokens` it sends none (the local profile)."""

    def __init__(self, outgoing: Outgoing, hosts: ServiceHosts, tokens: Tokens | None, *, timeout: float = 20) -> None:
        self._outgoing = outgoing
        self._hosts = hosts
        self._tokens = tokens
        self._timeout = aiohttp.ClientTimeout(total=timeout, connect=timeout / 2)

    async def reply(self, address: Address, activity: dict[str, Any]) -> Outcome:
        """Post into the thread or conversation of the address."""
        body = _from_bot(address, activity)
        answered = await self._call("POST", address, f"{_conversation(address)}/activities", body)
        return _accepted(answered, address.conversation)

    async def new_thread(self, address: Address, activity: dict[str, Any]) -> Outcome:
        """Post a new thread in the channel of the address."""
        body = {
            "isGroup": True,
            "bot": {"id": address.bot},
            "tenantId": address.tenant,
            "channelData": {"channel": {"id": address.channel}, "tenant": {"id": address.tenant}},
            "activity": activity,
        }
        return _opened(await self._call("POST", address, "v3/conversations", body))

    async def update(self, address: Address, activity_id: str, activity: dict[str, Any]) -> Outcome:
        """Give a posted message a new content."""
        body = _from_bot(address, activity) | {"id": activity_id}
        answered = await self._call("PUT", address, _activity(address, activity_id), body)
        return _done(answered, address, activity_id)

    async def delete(self, address: Address, activity_id: str) -> Outcome:
        """Take a posted message away."""
        answered = await self._call("DELETE", address, _activity(address, activity_id))
        return _done(answered, address, activity_id)

    async def open_private(self, address: Address, user_id: str) -> Outcome:
        """The private conversation with a person (`29:...`), opened when there is none."""
        body = {
            "isGroup": False,
            "bot": {"id": address.bot},
            "members": [{"id": user_id}],
            "tenantId": address.tenant,
            "channelData": {"tenant": {"id": address.tenant}},
        }
        return _opened(await self._call("POST", address, "v3/conversations", body))

    async def roster(self, address: Address) -> Roster | Rejected | Unclear:
        """Everybody in the conversation, page by page."""
        members: list[RosterMember] = []
        more = ""
        for _ in range(_MOST_PAGES):
            path = f"{_conversation(address)}/pagedmembers?pageSize={_PAGE}"
            if more:
                path += f"&continuationToken={quote(more, safe='')}"
            answered = await self._call("GET", address, path)
            if isinstance(answered, Rejected | Unclear):
                return answered
            page = _page(answered)
            if page is None:
                return Unclear("the roster was not understood")
            found, more = page
            members += found
            if not more:
                return Roster(tuple(members))
        return Unclear("the roster had no end")

    async def _call(
        self, method: str, address: Address, path: str, body: dict[str, Any] | None = None
    ) -> _Answered | Rejected | Unclear:
        """One request: the JSON object of a 2xx answer, or why there is none."""
        if not self._hosts.allow(address.service_url):
            return Rejected(403, None, "ServiceHostNotAllowed")
        headers = {"Content-Type": "application/json"}
        if self._tokens is not None:
            token = await self._tokens.token()
            if token is None:
                return Rejected(0, None, "NoToken")
            headers["Authorization"] = f"Bearer {token}"
        url = f"{address.service_url.rstrip('/')}/{path}"
        try:
            async with self._outgoing.session().request(
                method,
                URL(url, encoded=True),
                data=None if body is None else msgspec.json.encode(body),
                headers=headers,
                timeout=self._timeout,
                allow_redirects=False,
            ) as response:
                return await _read(response)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            return Rejected(0, None, "NotReached")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return Unclear(type(error).__name__)


async def _read(response: aiohttp.ClientResponse) -> _Answered | Rejected | Unclear:
    """The answer as a value."""
    if response.status >= 500:
        return Unclear(f"status {response.status}")
    found = _object(await read_bounded(response))
    if response.status >= 300:
        return Rejected(response.status, _retry_after(response), _code(found))
    if found is None:
        return Unclear("the answer was not understood")
    return found


def _object(text: bytes | None) -> dict[str, Any] | None:
    """The JSON object of an answer; an empty answer is an empty object."""
    if text is None:
        return None
    try:
        found = msgspec.json.decode(text) if text.strip() else {}
    except (msgspec.DecodeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _retry_after(response: aiohttp.ClientResponse) -> float | None:
    """The seconds that the server asks to wait, at most a day."""
    text = response.headers.get("Retry-After", "").strip()
    return float(min(int(text), 86_400)) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _code(found: dict[str, Any] | None) -> str:
    """The error's code, as `BotNotInConversationRoster`; a plain word or nothing."""
    error = (found or {}).get("error")
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) and _CODE.fullmatch(code) else ""


def _text(found: dict[str, Any], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""


def _accepted(answered: _Answered | Rejected | Unclear, conversation: str) -> Outcome:
    """A message was posted: the answer names it."""
    if isinstance(answered, Rejected | Unclear):
        return answered
    activity_id = _text(answered, "id")
    return Accepted(activity_id, conversation) if activity_id else Unclear("the answer names no message")


def _opened(answered: _Answered | Rejected | Unclear) -> Outcome:
    """A conversation was opened: the answer names it, and its first message where there is one."""
    if isinstance(answered, Rejected | Unclear):
        return answered
    conversation = _text(answered, "id")
    if not conversation:
        return Unclear("the answer names no conversation")
    return Accepted(_text(answered, "activityId"), conversation)


def _done(answered: _Answered | Rejected | Unclear, address: Address, activity_id: str) -> Outcome:
    """A message was changed or taken away."""
    if isinstance(answered, Rejected | Unclear):
        return answered
    return Accepted(activity_id, address.conversation)


def _page(found: dict[str, Any]) -> tuple[list[RosterMember], str] | None:
    """The members of one page and the mark of the next, or nothing when it was not understood."""
    members = found.get("members")
    if not isinstance(members, list) or not all(isinstance(one, dict) for one in members):
        return None
    return [_member(one) for one in members], _text(found, "continuationToken")


def _member(one: dict[str, Any]) -> RosterMember:
    return RosterMember(
        user_id=_text(one, "id"),
        object_id=_text(one, "aadObjectId") or _text(one, "objectId"),
        tenant=_text(one, "tenantId"),
        name=_text(one, "name"),
        role=_text(one, "userRole"),
    )


def _from_bot(address: Address, activity: dict[str, Any]) -> dict[str, Any]:
    """An activity as it goes into a conversation that is there."""
    return {"from": {"id": address.bot}, "conversation": {"id": address.conversation}} | activity


def _conversation(address: Address) -> str:
    return f"v3/conversations/{quote(address.conversation, safe='')}"


def _activity(address: Address, activity_id: str) -> str:
    return f"{_conversation(address)}/activities/{quote(activity_id, safe='')}"
