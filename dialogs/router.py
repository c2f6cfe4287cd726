"""Which function answers which action."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dialogs.replies import Replies
from dialogs.turn import Turn

Handler = Callable[[Turn], Replies]


class Router:
    """The handlers of one subject, by action."""

    def __init__(self) -> None:
        self.handlers: dict[str, Handler] = {}

    def on(self, *actions: str) -> Callable[[Handler], Handler]:
        """Declare that a function answers these actions."""

        def declare(handler: Handler) -> Handler:
            for action in actions:
                if action in self.handlers:
                    raise ValueError(f"two handlers for {action}")
                self.handlers[action] = handler
            return handler

        return declare

    def __iter__(self) -> Iterator[str]:
        return iter(self.handlers)
