"""The host: botbuilder runs the turns, the pipeline decides, the connector sends.

A request is answered as soon as the pipeline has committed; what is to be said is sent afterwards, in order within
a conversation. What could not be sent is the pipeline's to deliver later: it is told the outcome of each message.
"""

import asyncio
import logging
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

from botbuilder.core import ActivityHandler, TurnContext

from bot import framework
from bot.connector import Accepted, Address, Connector, Outcome, Rejected, Unclear
from bot.logs import facts, new_reference
from bot.metrics import Counters
from bot.pipeline import Answer, Pipeline

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Turn:
    """One activity on its way: as it came, and the answer once it is committed."""

    raw: dict[str, Any]
    answered: asyncio.Future[Answer]


_turn: ContextVar[_Turn] = ContextVar("turn")


class Bot(ActivityHandler):  # type: ignore[misc] # botbuilder is untyped
    """Gives every activity, of whatever type, to the pipeline, and sends its answer."""

    def __init__(self, pipeline: Pipeline, counters: Counters) -> None:
        super().__init__()
        self._pipeline = pipeline
        self._counters = counters
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def on_turn(self, turn_context: TurnContext) -> None:
        """One turn."""
        turn = _turn.get()
        answer = await self._pipeline.receive(turn.raw)
        turn.answered.set_result(answer)
        conversation = turn.raw["conversation"]["id"]
        async with self._locks.setdefault(conversation, asyncio.Lock()):
            await self._send(turn_context, turn.raw, answer)

    async def _send(self, context: TurnContext, raw: dict[str, Any], answer: Answer) -> None:
        replies_to = {"replyToId": raw["id"]} if raw["type"] == "message" and raw.get("id") else {}
        outcomes: list[Outcome] = []
        try:
            for activity in answer.activities:
                outcome = await framework.say(context, replies_to | activity)
                self._count("reply", outcome)
                outcomes.append(outcome)
                if not isinstance(outcome, Accepted):
                    break
        except BaseException as trouble:
            # Stopped or broken on the way: the message may be in Teams all the same.
            outcomes.append(Unclear(type(trouble).__name__))
            raise
        finally:
            if answer.sent is not None:
                await answer.sent(tuple(outcomes))
        for update in answer.updates:
            self._count("update", await framework.change(context, update.activity_id, update.activity))

    def _count(self, what: str, outcome: Outcome) -> None:
        """Count a message, and note one that was not accepted."""
        self._counters.add("sent_total", what=what, outcome=type(outcome).__name__.lower())
        match outcome:
            case Rejected(status=status, code=code):
                log.warning("not accepted", extra=facts(what=what, status=status, code=code))
            case Unclear(why=why):
                log.warning("unclear whether accepted", extra=facts(what=what, why=why))
            case Accepted():
                pass


class Host:
    """Takes activities that passed the gate, and delivers what is owed."""

    def __init__(self, pipeline: Pipeline, connector: Connector, app_id: str, counters: Counters) -> None:
        self._authentication = framework.Authentication(framework.Factory(connector))
        self._adapter = framework.adapter_for(self._authentication)
        self._bot = Bot(pipeline, counters)
        self._app_id = app_id
        self._running: set[asyncio.Task[None]] = set()

    async def take(self, raw: dict[str, Any]) -> Answer:
        """Run a turn; returns when its answer is committed, while that is still being sent.

        What the pipeline raises is raised here.
        """
        turn = _Turn(raw, asyncio.get_running_loop().create_future())
        task = asyncio.create_task(self._run(turn))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(turn.answered)

    async def deliver(self, address: Address, activity: dict[str, Any]) -> Outcome:
        """Say something nobody asked for, into the thread or conversation of the address."""
        outcomes: list[Outcome] = []

        async def logic(context: TurnContext) -> None:
            outcomes.append(await framework.say(context, activity))

        await self._adapter.continue_conversation(framework.reference_to(address), logic, self._app_id)
        return outcomes[0]

    async def drain(self, within: float = 20) -> None:
        """Wait until everything is sent, for so many seconds at most; what then still runs is stopped."""
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=within)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, turn: _Turn) -> None:
        _turn.set(turn)
        activity = framework.as_activity(turn.raw)
        try:
            await self._adapter.process_activity(self._authentication.passed(), activity, self._bot.on_turn)
        except Exception as error:
            if turn.answered.done():
                log.exception("an answer could not be sent", extra=facts(reference=new_reference()))
            else:
                turn.answered.set_exception(error)
        finally:
            turn.answered.cancel()  # only a turn that was stopped has no answer yet
