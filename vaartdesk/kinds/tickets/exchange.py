"""Tickets as mail: the draft that goes with a handing over. Nothing of the reporter is in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import day_long, time_prose
from vaartdesk.core.text import _
from vaartdesk.formats.mail import Draft, Enclosure
from vaartdesk.schema.ref import Values


def forwarding_draft(
    values: Values,
    *,
    category: str,
    to: str,
    signed: Sequence[str],
    photos: Sequence[Enclosure] = (),
    since: date | None = None,
    more: str = "",
) -> Draft:
    """The mail to whom a ticket is handed over. ``to``: an address or ''; ``signed``: the lines below the greeting;
    ``since``: the day it was handed over, where this is a reminder; ``more``: what is written besides.
    """
    greeting, closing = str(_("Geachte heer, mevrouw,")), str(_("Met vriendelijke groet,"))
    parts = (greeting, *forwarding_text(values, category, since, more), "\n".join([closing, *signed]))
    return Draft(
        subject=forwarding_subject(values, is_reminder=since is not None),
        body="\n\n".join(parts),
        to=(to,) if to else (),
        enclosures=tuple(photos),
    )


def forwarding_subject(values: Values, *, is_reminder: bool = False) -> str:
    """What mail and letter are about."""
    told = (
        _("Herinnering melding {number}: {title}, {place}") if is_reminder else _("Melding {number}: {title}, {place}")
    )
    return told.format(number=values["number"], title=values["title"], place=values["place_text"])


def forwarding_text(values: Values, category: str, since: date | None = None, more: str = "") -> tuple[str, ...]:
    """The paragraphs between greeting and signature, for mail and letter alike."""
    opening = str(_("Hierbij leggen wij u de volgende melding voor."))
    if since is not None:
        told = _("Op {day} legden wij u deze melding voor. Wij hoorden er nog niets over.")
        opening = told.format(day=day_long(since))
    parts = (opening, _facts(values, category), values["description"].strip(), more.strip(), _request(values))
    return tuple(part for part in parts if part)


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
