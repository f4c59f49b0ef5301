"""What other programs call our fields: headings of their tables, folded, beside those that a kind has by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SYNONYMS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "ticket": {
        "title": ("melding", "titel", "onderwerp", "korte omschrijving", "betreft", "title", "subject"),
        "place_text": ("locatie", "adres", "plaats melding", "straat en nummer", "location", "address"),
        "category": ("rubriek", "hoofdcategorie", "category"),
        "urgency": ("prioriteit", "spoed", "priority"),
        "type": ("soort melding", "type melding"),
        "status": ("stand", "state"),
        "description": ("toelichting", "beschrijving", "opmerking", "opmerkingen", "melding tekst", "description"),
        "reported_at": (
            "datum",
            "datum melding",
            "meldingsdatum",
            "gemeld op",
            "ingediend op",
            "aangemaakt",
            "created",
        ),
        "closed_at": ("datum afgehandeld", "afgehandeld op", "gereed op", "closed"),
        "reporter_name": ("naam", "naam melder", "aangemeld door", "gemeld door", "reporter"),
        "reporter_email": ("e-mail", "email", "mailadres", "e-mailadres", "e-mailadres melder"),
        "reporter_phone": ("telefoon", "telefoonnummer", "tel", "telefoonnummer melder"),
        "reference": ("kenmerk", "extern nummer", "zaaknummer", "referentie"),
        "result": ("afhandeling", "oplossing", "wat is er gedaan"),
    },
}
"""Kind -> attribute -> folded headings; a heading that is a kind's own name goes before these."""


def synonyms(kind: str) -> dict[str, str]:
    """Folded heading -> attribute."""
    return {word: name for name, words in SYNONYMS.get(kind, {}).items() for word in words}
