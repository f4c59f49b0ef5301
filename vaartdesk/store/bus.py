"""After a commit, once: what changed. Views listen; a listener that fails is logged and loses nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import field

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.ref import Ref

SIGNED = "who"
"""The ``kind`` of a set without changes that says: somebody else sits here now."""

NEW_DAY = "day"
"""The ``kind`` of a set without changes that says: it is another date than it was."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ChangeSet:
    """``id``: sequence number on this laptop (0: not a change of our own); ``label``: message key of the command;
    ``changed``: record -> names of its fields; a new record has ``alive`` among them.
    """

    id: int
    label: str
    changed: Mapping[Ref, frozenset[str]]
    origin: object = None
    kind: str = "edit"
    kinds: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", frozenset(ref.kind for ref in self.changed))


Listener = Callable[[ChangeSet], None]


class Bus:
    """Calls every listener on the thread that wrote; the window hands it on to its own thread."""

    def __init__(self) -> None:
        self._early: list[Listener] = []
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener, *, early: bool = False) -> Callable[[], None]:
        """Returns the function that ends the subscription. ``early``: before any other hears of it, to read on the thread that
        wrote what the window would have to wait for.
        """
        listeners = self._early if early else self._listeners
        listeners.append(listener)

        def unsubscribe() -> None:
            if listener in listeners:
                listeners.remove(listener)

        return unsubscribe

    def publish(self, change: ChangeSet) -> None:
        for listener in (*self._early, *self._listeners):
            try:
                listener(change)
            except Exception:  # the change is on disk already: a view's fault must not look like a lost change
                logger.exception("a listener of the bus failed")
