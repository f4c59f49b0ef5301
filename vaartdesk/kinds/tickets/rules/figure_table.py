"""The figures of a period as tables: in all, per category, per street and month by month; and what each figure means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.periods import Span, month_of, month_text, months_from
from vaartdesk.core.progress import tell, told
from vaartdesk.core.text import _
from vaartdesk.formats.terms import WORKING, days_text
from vaartdesk.kinds.tickets.rules.figures import FEWEST, Case, Figures, by_group, measure

MONTHS: Final = 12
"""So many months stand below each other, that of the period's end the last."""
FEW: Final = _("te weinig")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: its name, its head in a table, what it means in a sentence, and how it reads."""

    name: str
    label: str
    definition: str
    text: Callable[[Figures], str]

    @property
    def meaning(self) -> str:
        """The definition, ready to be read."""
        return self.definition.format(n=FEWEST)

    def is_few(self, figures: Figures) -> bool:
        """Whether there are too few cases for it."""
        return self.text(figures) == str(FEW)


def _days(figures: Figures) -> str:
    return str(FEW) if figures.speed.days is None else days_text(figures.speed.days, WORKING)


def _share(figures: Figures) -> str:
    return str(FEW) if figures.speed.share is None else f"{figures.speed.share}\u00a0%"


CAME: Final = Measure(
    "came", _("In"), _("In: gemeld in deze periode, of het nu nog open is of niet."), lambda f: str(f.came)
)
WENT: Final = Measure(
    "went",
    _("Uit"),
    _("Uit: gesloten in deze periode, dus afgehandeld, geannuleerd of dubbel."),
    lambda f: str(f.went),
)
OPEN: Final = Measure(
    "open",
    _("Open"),
    _("Open: aan het eind van deze periode gemeld en nog niet gesloten; loopt de periode nog, dan nu."),
    lambda f: str(f.open),
)
DAYS: Final = Measure(
    "days",
    _("Mediaan"),
    _(
        "Mediaan: de helft van wat in deze periode is afgehandeld was in zoveel werkdagen of minder klaar. Dagen waarop een "
        "melding stilstond tellen niet mee. Bij minder dan {n} meldingen: te weinig."
    ),
    _days,
)
SHARE: Final = Measure(
    "share",
    _("Op tijd"),
    _(
        "Op tijd: het deel van wat in deze periode is afgehandeld en een termijn had, dat uiterlijk op de laatste dag van die "
        "termijn klaar was. Bij minder dan {n} meldingen: te weinig."
    ),
    _share,
)
MEASURES: Final = (CAME, WENT, OPEN, DAYS, SHARE)


@dataclass(frozen=True, slots=True)
class Row:
    """One line: of which category or street (None: of none), what it is called, over which days, and its figures."""

    label: str
    span: Span
    figures: Figures
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures of a period, of one street where ``street`` is its key; ``now``: the period is not over yet."""

    span: Span
    now: bool
    total: Figures
    categories: tuple[Row, ...] = ()
    streets: tuple[Row, ...] = ()
    months: tuple[Row, ...] = ()
    street: str | None = None


def history(span: Span, today: date) -> Span:
    """The days of which cases are needed for the overview of a period."""
    year = shown_months(span, today)
    return Span(min(year.first, span.first), max(year.last, span.last))


def shown_months(span: Span, today: date) -> Span:
    """The months that stand below each other: up to that of the period's end, or of today where that lies ahead."""
    last = min(span.last, max(month_of(today).last, month_of(span.first).last))
    return months_from(last, -MONTHS)


def overview(
    cases: Sequence[Case],
    span: Span,
    today: date,
    *,
    categories: Mapping[str, str],
    streets: Mapping[str, str],
    street: str | None = None,
) -> Overview:
    """Everything a page or paper shows. The mappings: key -> what it is called."""
    inside = [case for case in cases if _touches(case, span)]
    return Overview(
        span,
        today in span,
        measure(inside, span),
        _rows(inside, span, lambda case: case.category, categories, str(_("Zonder categorie"))),
        _rows(inside, span, lambda case: case.street, streets, str(_("Zonder straat"))),
        _months(cases, span, today),
        street,
    )


def _touches(case: Case, span: Span) -> bool:
    """Whether a ticket was there at some time of the period."""
    return (case.came_on is None or case.came_on <= span.last) and (case.went_on is None or case.went_on >= span.first)


def _rows(
    cases: Iterable[Case],
    span: Span,
    group: Callable[[Case], str | None],
    names: Mapping[str, str],
    nameless: str,
) -> tuple[Row, ...]:
    """By how much came and is open, never by a median or share: those of a few cases would stand on top by chance."""
    found = [
        Row(names.get(key or "", nameless) if key else nameless, span, measure(members, span), key)
        for key, members in by_group(cases, group).items()
    ]
    return tuple(sorted(found, key=lambda row: (-row.figures.came, -row.figures.open, row.label.casefold())))


def _months(cases: Sequence[Case], span: Span, today: date) -> tuple[Row, ...]:
    """The newest first."""
    months = told(shown_months(span, today).months()[::-1], tell, 0.7, 1.0)
    return tuple(Row(month_text(month), month, measure(cases, month)) for month in months)
