"""Wat speelt er in deze straat: one A4 to walk into a shop with, whatever there is to tell (X14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _, fold, ngettext
from vaartdesk.flows.sender import sender
from vaartdesk.flows.street_page import Line, StreetNews, street_news
from vaartdesk.pdf.document import Result
from vaartdesk.pdf.parts import Beside, Listing, Part, Prose
from vaartdesk.pdf.report import ReportPaper, print_report
from vaartdesk.pdf.tables import Cell, Column, toned
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.ref import Ref
from vaartdesk.store.errors import NotFound

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

LONGEST: Final = 88
"""Characters of one text on the page: two lines of a narrow column at most."""
MOST: Final = 40
"""Lines that a page of A4 can never hold more of."""
BANDS: Final = (("tickets",), ("events", "works"), ("contacts",), ("empty",))
"""The parts of the page from top to bottom; what stands in one band stands beside each other."""


def street_paper(desk: Desk, street: str) -> Paper:
    """The page of a street by its key; it is made when it is looked at."""
    name = fold(desk.title(Ref("street", street))).replace(" ", "-") or "straat"
    return Paper(f"straat-{name[:40]}.pdf", lambda: print_street(desk, street))


def print_street(desk: Desk, street: str) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings): as much as fits on one page. Raises NotFound for a street that is gone."""
    values = desk.get(Ref("street", street))
    if values is None:
        raise NotFound(str(_("Deze straat is er niet meer.")))
    with desk.read() as reader:
        news = _clipped(street_news(reader, values))
    result = _fitting(desk, news)
    return result.data, tuple(result.warnings)


def _fitting(desk: Desk, news: StreetNews) -> Result:
    """The page with the most lines that is still one page: found by halving, as a page more or less is what counts."""
    whole = sum(_need(news, band) for band in BANDS)
    low, high = 0, min(whole, MOST)
    best = _print(desk, news, high)
    if best.pages == 1:
        return best
    best = _print(desk, news, low)
    while high - low > 1:
        middle = (low + high) // 2
        made = _print(desk, news, middle)
        if made.pages == 1:
            low, best = middle, made
        else:
            high = middle
    return best


def _need(news: StreetNews, band: Sequence[str]) -> int:
    return max(len(getattr(news, name)) for name in band)


def shares(news: StreetNews, room: int) -> dict[str, int]:
    """How many lines each part gets: band after band one, until the room is used; what needs little leaves its share."""
    given = dict.fromkeys(BANDS, 0)
    while room > 0:
        hungry = [band for band in BANDS if given[band] < _need(news, band)]
        if not hungry:
            break
        for band in hungry[:room]:
            given[band] += 1
        room -= len(hungry[:room])
    return {name: lines for band, lines in given.items() for name in band}


def _print(desk: Desk, news: StreetNews, room: int) -> Result:
    most = shares(news, room)
    day = day_long(desk.today)
    report = ReportPaper(
        sender=sender(desk),
        kind=str(_("Straat")),
        title=str(_("Wat speelt er: {street}").format(street=news.title)),
        subtitle=day,
        made_at=desk.clock.now(),
        lead=_lead(news),
        parts=tuple(_parts(news, most)),
        footer=str(_("{street}, {day}, voor eigen gebruik").format(street=news.title, day=day)),
    )
    return print_report(report)


def _lead(news: StreetNews) -> str:
    counts = (
        ngettext("{n} open melding", "{n} open meldingen", len(news.tickets)).format(n=len(news.tickets)),
        ngettext("{n} pand leeg of in transformatie", "{n} panden leeg of in transformatie", len(news.empty)).format(
            n=len(news.empty)
        ),
        ngettext("{n} contact", "{n} contacten", len(news.contacts)).format(n=len(news.contacts)),
    )
    told = _("{counts}. Werk en evenementen tot en met {day}.")
    return told.format(counts=", ".join(counts), day=day_long(news.until))


def _parts(news: StreetNews, most: Mapping[str, int]) -> list[Part]:
    number, what, state = str(_("Nummer")), str(_("Wat en waar")), str(_("Stand"))
    when, title = str(_("Wanneer")), str(_("Wat"))
    wide = ((number, 2.3), (what, 6.4), (state, 4.0), (str(_("Termijn")), 2.6))
    day = ((when, 3.0), (title, 5.6), (str(_("Tijd")), 1.6))
    person = ((str(_("Waar")), 3.0), (str(_("Wie")), 6.6), (str(_("Bereikbaar")), 4.2))
    house = ((str(_("Pand")), 3.0), (state, 4.2), (str(_("Gewenst, of eigenaar")), 6.6))
    return [
        _part(str(_("Open meldingen")), news.tickets, most["tickets"], wide),
        Beside(
            _part(str(_("Evenementen")), news.events, most["events"], day),
            _part(str(_("Werk aan de straat")), news.works, most["works"], day[:2]),
        ),
        _part(str(_("Contacten")), news.contacts, most["contacts"], person),
        _part(str(_("Leegstand")), news.empty, most["empty"], house),
    ]


def _part(title: str, lines: Sequence[Line], most: int, heads: Sequence[tuple[str, float]]) -> Part:
    if not lines:
        return Prose(str(_("Niets bekend.")), title)
    shown = lines[:most]
    rest = len(lines) - len(shown)
    more = str(_("En nog {n} meer.").format(n=rest)) if rest else ""
    if not shown:
        return Prose(str(_("{n}, hier niet getoond.").format(n=len(lines))), title)
    columns = tuple(Column(head, share) for head, share in heads)
    return Listing(title, columns, tuple(_cells(line, len(columns)) for line in shown), more)


def _cells(line: Line, count: int) -> tuple[Cell, ...]:
    if count == 4:
        due = line.due
        late = toned(str(due.text), due.tone if due.tone in {"warning", "danger"} else "") if due is not None else ""
        return line.first, line.second, line.third, late
    return (line.first, line.second, line.third)[:count]


def _clipped(news: StreetNews) -> StreetNews:
    """No text so long that it would push the rest from the page."""
    return StreetNews(
        _cut(news.title),
        news.until,
        tickets=_all_short(news.tickets),
        works=_all_short(news.works),
        events=_all_short(news.events),
        contacts=_all_short(news.contacts),
        empty=_all_short(news.empty),
    )


def _all_short(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(
        replace(line, first=_cut(line.first), second=_cut(line.second), third=_cut(line.third)) for line in lines
    )


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
