"""Tickets as mail: the draft that goes with a handing over. Nothing of the reporter is in it."""

from __future__ import annotations

from collections.abc import Sequence

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import day_long, time_prose
from vaartdesk.core.text import _
from vaartdesk.formats.mail import Draft, Enclosure
from vaartdesk.schema.ref import Values


def forwarding_draft(
    values: Values, *, category: str, to: str, signed: Sequence[str], photos: Sequence[Enclosure] = ()
) -> Draft:
    """The mail to whom a ticket is handed over. ``to``: an address or ''; ``signed``: the lines below the greeting."""
    return Draft(
        subject=_("Melding {number}: {title}, {place}").format(
            number=values["number"], title=values["title"], place=values["place_text"]
        ),
        body="\n\n".join(part for part in _paragraphs(values, category, signed) if part),
        to=(to,) if to else (),
        enclosures=tuple(photos),
    )


def _paragraphs(values: Values, category: str, signed: Sequence[str]) -> tuple[str, ...]:
    return (
        str(_("Geachte heer, mevrouw,")),
        str(_("Hierbij leggen wij u de volgende melding voor.")),
        _facts(values, category),
        values["description"].strip(),
        _request(values),
        "\n".join([str(_("Met vriendelijke groet,")), *signed]),
    )


def _facts(values: Values, category: str) -> str:
    at = values["reported_at"]
    local = at.astimezone(amsterdam()) if at is not None else None
    lines = (
        (_("Wat"), values["title"]),
        (_("Waar"), values["place_text"]),
        (_("Categorie"), category),
        (_("Gemeld op"), f"{day_long(local.date())}, {time_prose(local)}" if local else ""),
        (_("Ons nummer"), values["number"]),
        (_("Uw kenmerk"), values["reference"]),
    )
    return "\n".join(f"{label}: {value}" for label, value in lines if value)


def _request(values: Values) -> str:
    number = values["number"]
    if values["expected_on"] is not None:
        day = day_long(values["expected_on"])
        return _("Wij verwachten dat dit op {day} is opgelost. Laat u het ons weten, onder nummer {number}?").format(
            day=day, number=number
        )
    return _("Wilt u ons laten weten wanneer u dit verwacht op te lossen, onder nummer {number}?").format(number=number)
