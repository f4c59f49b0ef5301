"""What buttons and dialogs call a kind."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Values


def new_label(kind: Kind) -> str:
    """`Nieuwe melding`, `Nieuw evenement`: the article tells the ending."""
    is_neuter = str.__str__(kind.the).startswith("het ")
    word = _("Nieuw {label}") if is_neuter else _("Nieuwe {label}")
    return word.format(label=kind.label)


def moved_words(kind: Kind, values: Values) -> str:
    """What is told when a record came in another state: `M-2026-0042: Afgehandeld`."""
    states = kind.status
    word = str(states.option(values["status"]).label) if states is not None else ""
    return f"{values.get('number') or kind.title_of(values)}: {word}"
