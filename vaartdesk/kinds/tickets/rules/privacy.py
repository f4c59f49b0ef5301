"""What a ticket may not say unnoticed: words about somebody that do not belong in it (T16)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from sqlalchemy import select

from vaartdesk.core.text import Message, _
from vaartdesk.formats.personal import ACCUSING, Finding, findings
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.record import Record
from vaartdesk.schema.ref import Problem, Values

TICKET_TEXTS: Final = ("title", "place_text", "description", "result", "waits_for", "forwarded_text")
REPORTER_TEXTS: Final = ("text",)
MEDIATION_TEXTS: Final = ("first_says", "second_says", "agreement", "outcome")
POINT_TEXTS: Final = ("title", "note")
_TOLD: Final[Mapping[str, Message]] = {
    "bsn": _("Hier staat een burgerservicenummer: {text}. Dat mag je niet bewaren."),
    "kenteken": _("Hier staat een kenteken: {text}. Laat het weg als het niet nodig is."),
    "woord": _("Hier staat ‘{text}’. Beschrijf liever wat er te zien was."),
}


def words_of(settings: Mapping[str, Any]) -> Collection[str]:
    """The words that accuse: the setting ``privacy_words``, a list."""
    chosen = settings.get("privacy_words")
    return tuple(str(word) for word in chosen) if isinstance(chosen, list) else ACCUSING


def sentence(found: Finding) -> str:
    """What is wrong with it, and what to do."""
    return str(_TOLD[found.sort].format(text=found.text))


def warning(field: str, text: str, settings: Mapping[str, Any], before: str = "") -> Problem | None:
    """A warning for the first thing in ``text`` that says too much and was not in the text before."""
    words = words_of(settings)
    new = findings(text, words)
    known = set(findings(before, words)) if new and before else set()
    first = next((found for found in new if found not in known), None)
    return Problem(field, sentence(first), is_warning=True) if first is not None else None


def watch(model: type[Record], names: Collection[str]) -> Callable[[Values, Reader], Problem | None]:
    """The check of a kind: warns of what a change adds to these texts; what was kept before is not told again."""

    def check(values: Values, reader: Reader) -> Problem | None:
        words = words_of(reader.settings)
        if not any(findings(values[name] or "", words) for name in names):
            return None
        stored = table(model)
        statement = select(*(stored.c[name] for name in names)).where(stored.c.id == values["id"])
        row = reader.first(statement)
        before = dict(zip(names, row, strict=True)) if row is not None else {}
        told = (warning(name, values[name] or "", reader.settings, before.get(name) or "") for name in names)
        return next((problem for problem in told if problem is not None), None)

    return check


def is_kept(before: Values | None, after: Values, settings: Mapping[str, Any]) -> bool:
    """Whether a ticket holds something it was warned of; saved, it was kept all the same. What is as it was was warned of then."""
    texts = [
        name for name in TICKET_TEXTS if before is None or before["is_privacy_kept"] or before[name] != after[name]
    ]
    words = words_of(settings)
    return any(findings(after[name], words) for name in texts if after[name])
