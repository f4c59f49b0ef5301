"""What buttons and dialogs call a kind."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind


def new_label(kind: Kind) -> str:
    """`Nieuwe melding`, `Nieuw evenement`: the article tells the ending."""
    is_neuter = str.__str__(kind.the).startswith("het ")
    word = _("Nieuw {label}") if is_neuter else _("Nieuwe {label}")
    return word.format(label=kind.label)
