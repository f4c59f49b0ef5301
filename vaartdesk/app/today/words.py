"""The sentences at the head of Vandaag."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from vaartdesk.core.dates import DAYS, MONTHS
from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.kind import Need

WORDS: Final = (
    "",
    _("Eén"),
    _("Twee"),
    _("Drie"),
    _("Vier"),
    _("Vijf"),
    _("Zes"),
    _("Zeven"),
    _("Acht"),
    _("Negen"),
    _("Tien"),
)


def day_title(day: date) -> str:
    """``Dinsdag 24 november``."""
    return f"{str(DAYS[day.weekday()]).capitalize()} {day.day} {MONTHS[day.month - 1]}"


def told(needs: Sequence[Need]) -> str:
    """``Vier dingen vragen vandaag iets van je. Eén is een calamiteit.``"""
    now = sum(need.group == "nu" for need in needs)
    if not needs:
        return str(_("Er wacht vandaag niets op je."))
    if not now:
        coming = ngettext(
            "Niets is te laat; {n} ding komt eraan.", "Niets is te laat; {n} dingen komen eraan.", len(needs)
        )
        return str(coming.format(n=len(needs)))
    sentence = ngettext("{n} ding vraagt vandaag iets van je.", "{n} dingen vragen vandaag iets van je.", now)
    told_of = [str(sentence.format(n=_count(now)))]
    urgent = sum(need.parts.icon_tone == "danger" for need in needs)
    if urgent:
        more = ngettext("{n} is een calamiteit.", "{n} zijn calamiteiten.", urgent)
        told_of.append(str(more.format(n=_count(urgent))))
    return " ".join(told_of)


def _count(n: int) -> str:
    return str(WORDS[n]) if 0 < n < len(WORDS) else str(n)
