"""Tickets as an annex: a bundle with its counts, chart, list and photos, and how often one ticket's like came before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from vaartdesk.charts.bars import Columns
from vaartdesk.core.dates import MONTHS_SHORT, day_long
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.tickets.model.ticket import PARTIES, STATUSES
from vaartdesk.kinds.tickets.queries.bundles import Bundle
from vaartdesk.kinds.tickets.rules.moves import is_open, local_day
from vaartdesk.pdf.charting import PAPER
from vaartdesk.pdf.parts import Beside, Chart, Listing, Part, Photo, Prose
from vaartdesk.pdf.styles import WIDTH
from vaartdesk.pdf.tables import Column
from vaartdesk.schema.chips import word
from vaartdesk.schema.ref import Values

LONGEST: Final = 240
"""Characters of a description in the list."""
CHART: Final = (WIDTH * 0.47, 92.0)
PHOTOS: Final = 4
SHARE: Final = 0.16


def count_sentence(found: Bundle) -> str:
    """How many, how many still open or late, and since when."""
    total = len(found.rows)
    told = [ngettext("{n} melding", "{n} meldingen", total).format(n=total)]
    if found.open:
        told.append(_("{n} nog open").format(n=found.open))
    if found.late:
        told.append(_("{n} over de termijn").format(n=found.late))
    since = _("de eerste van {day}").format(day=day_long(found.first_on)) if found.first_on and total > 1 else ""
    return ", ".join(part for part in (*told, since) if part) + "."


def line(row: Values) -> str:
    """One ticket in a sentence: `M-2026-0042 Losse klinkers, Mulderstraat 14: doorgezet, ligt bij gemeente.`"""
    state = word(STATUSES, row["status"]).lower()
    lies = _("ligt bij {who}").format(who=word(PARTIES, row["lies_with"]).lower()) if is_open(row) else ""
    what = ", ".join(part for part in (row["title"], row["place_text"]) if part)
    return f"{row['number']} {what}: {', '.join(part for part in (state, lies) if part)}."


def explanation(found: Bundle, like: Bundle | None) -> str:
    """What an agenda says of the tickets before anybody adds to it. ``like``: of one ticket, those like it."""
    rows = [line(row) for row in found.rows]
    if len(rows) > 1:
        return "\n".join([count_sentence(found), *rows])
    told = like_sentence(like) if like is not None else ""
    return "\n".join(part for part in (*rows, told) if part)


def like_sentence(like: Bundle) -> str:
    """How often the same was reported in the street; '' for what came once."""
    count = len(like.rows)
    if count < 2:
        return ""
    told = _("In deze straat is dit in twaalf maanden {n} keer gemeld, {open} daarvan is nog open.")
    if like.open > 1:
        told = _("In deze straat is dit in twaalf maanden {n} keer gemeld, {open} daarvan zijn nog open.")
    return str(told.format(n=count, open=like.open or _("geen")))


def bundle_parts(found: Bundle, photos: Mapping[str, Sequence[Photo]]) -> list[Part]:
    """Counts beside the chart, the list, and of each ticket a photo. ``photos``: key of a ticket -> its photos."""
    shown = [photo for row in found.rows for photo in list(photos.get(row["id"], ()))[:1]]
    heading: list[Part] = [Prose("", str(_("Foto’s")))] if shown else []
    return [Beside(_counts(found), _chart(found)), _listing(found), *heading, *_pairs(shown[:PHOTOS])]


def like_parts(like: Bundle) -> list[Part]:
    """How often one ticket's like was reported, beside the chart; nothing for what came once."""
    told = like_sentence(like)
    return [Beside(Prose(told, str(_("Vaker gemeld"))), _chart(like))] if told else []


def _counts(found: Bundle) -> Listing:
    facts = (
        (_("Gemeld"), len(found.rows)),
        (_("Nog open"), found.open),
        (_("Over de termijn"), found.late),
        (_("Afgehandeld"), found.solved),
        (_("Melders"), found.reporters),
    )
    rows = tuple((str(label), str(count)) for label, count in facts)
    return Listing(str(_("Aantallen")), (Column(str(_("Wat")), 3), Column(str(_("Aantal")), 1, "right")), rows)


def _chart(found: Bundle) -> Chart:
    columns = Columns(tuple((MONTHS_SHORT[month - 1], count) for _year, month, count in found.months))
    alt = _("Gemeld per maand, laatste twaalf maanden. {told}").format(told=columns.sentence())
    return Chart(str(_("Gemeld per maand")), columns.draw(PAPER, *CHART), str(alt))


def _listing(found: Bundle) -> Listing:
    heads = ((_("Nummer"), 2.3), (_("Wat en waar"), 7.0), (_("Gemeld"), 2.6), (_("Stand"), 2.6))
    rows = tuple((row["number"], _what(row), _day(row), word(STATUSES, row["status"]).lower()) for row in found.rows)
    return Listing(str(_("Meldingen")), tuple(Column(str(head), share) for head, share in heads), rows)


def _what(row: Values) -> str:
    text = " ".join(row["description"].split())
    text = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
    return "\n".join(part for part in (", ".join((row["title"], row["place_text"])), text) if part)


def _day(row: Values) -> str:
    return day_long(local_day(row["reported_at"])) if row["reported_at"] is not None else ""


def _pairs(photos: Sequence[Photo]) -> list[Part]:
    pairs = [photos[at : at + 2] for at in range(0, len(photos), 2)]
    return [Beside(pair[0], pair[1] if len(pair) > 1 else Prose("")) for pair in pairs]
