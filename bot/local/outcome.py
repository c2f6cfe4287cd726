"""What an answer of the bot to an invoke means for the page."""

from bot.local.people import Json
from bot.pipeline import InvokeAnswer

MESSAGE = "application/vnd.microsoft.activity.message"
PROBLEM = "application/vnd.microsoft.error"


def outcome_of(answer: InvokeAnswer) -> Json:
    """One of: done, message, error, form, or failed when the bot did not answer as it should."""
    body = answer.body if isinstance(answer.body, dict) else {}
    if body.get("type") == PROBLEM:
        value = body.get("value")
        return {"kind": "error", "text": str(value.get("message", "")) if isinstance(value, dict) else ""}
    if answer.status >= 300:
        return {"kind": "failed", "status": answer.status}
    if body.get("type") == MESSAGE:
        return {"kind": "message", "text": str(body.get("value", ""))}
    task = body.get("task")
    return _of_task(task) if isinstance(task, dict) else {"kind": "done"}


def _of_task(task: Json) -> Json:
    value = task.get("value")
    if task.get("type") == "message":
        return {"kind": "message", "text": str(value or "")}
    if task.get("type") != "continue" or not isinstance(value, dict):
        return {"kind": "done"}
    attachment = value.get("card")
    card = attachment.get("content") if isinstance(attachment, dict) else None
    return {"kind": "form", "title": str(value.get("title", "")), "card": card}
