"""The reports of the team: what each asks first, and the paper that is then looked at. Each is known by a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.periods import Span, month_of, months_from, parse_span, quarter_of, span_key, span_text, year_of
from vaartdesk.core.text import _
from vaartdesk.flows.street_paper import street_paper
from vaartdesk.flows.ticket_report import ticket_report
from vaartdesk.schema.field import Field
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.types.base import Option
from vaartdesk.schema.types.references import RefType
from vaartdesk.schema.types.texts import ChoiceType
from vaartdesk.ui.question import Question

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell
    from vaartdesk.store.desk import Desk

MONTHS: Final = 12
LATE_DAYS: Final = 15
"""Up to this day of a month its report is still about the month before."""


@dataclass(frozen=True)
class Report:
    """``asks``: the fields to fill in first; ``make``: the paper of the answers."""

    title: str
    agree: str
    asks: Callable[[Desk], Sequence[Field]]
    make: Callable[[Desk, Mapping[str, Any]], Paper]


def ask_report(window: Shell, name: str, answers: Mapping[str, Any]) -> None:
    """Show a report: at once where everything it asks is answered, else ask first."""
    report, desk = REPORTS[name], window.desk
    fields = report.asks(desk)
    if all(field.name in answers for field in fields):
        window.stage.paper_made.emit(report.make(desk, answers))
        return

    def act(given: Mapping[str, Any]) -> None:
        paper = report.make(desk, given)
        question.finished.connect(lambda: window.stage.paper_made.emit(paper))

    question = Question(desk, str(report.title), fields, act, agree=str(report.agree), values=answers)
    window.frame.show_dialog(question)


# --- tickets ---------------------------------------------------------------------------------------------------------


def _ticket_fields(desk: Desk) -> tuple[Field, ...]:
    spans = [*reversed(months_from(desk.today, -MONTHS).months()), *_longer(desk.today)]
    options = tuple(Option(span_key(span), _upper(span_text(span))) for span in spans)
    period = ChoiceType(options=options)
    return (
        Field(period, _("Periode"), "span", required=True, default=span_key(_likely(desk.today))),
        Field(RefType(target="street"), _("Straat"), "street"),
    )


def _likely(today: date) -> Span:
    """The month that one wants a report of."""
    this = month_of(today)
    return this if today.day > LATE_DAYS else month_of(this.first - timedelta(1))


def _longer(today: date) -> list[Span]:
    """This quarter and year, and those before."""
    found = []
    for stretch in (quarter_of, year_of):
        this = stretch(today)
        found += [this, stretch(this.first - timedelta(1))]
    return found


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ticket_paper(desk: Desk, answers: Mapping[str, Any]) -> Paper:
    span = answers["span"]
    return ticket_report(desk, span if isinstance(span, Span) else parse_span(span), answers.get("street"))


# --- a street --------------------------------------------------------------------------------------------------------


def _street_fields(desk: Desk) -> tuple[Field, ...]:
    return (Field(RefType(target="street"), _("Straat"), "street", required=True),)


def _street_paper(desk: Desk, answers: Mapping[str, Any]) -> Paper:
    return street_paper(desk, answers["street"])


REPORTS: Final[Mapping[str, Report]] = {
    "street": Report(_("Wat speelt er in een straat"), _("Maken"), _street_fields, _street_paper),
    "tickets": Report(_("Rapport van meldingen"), _("Maken"), _ticket_fields, _ticket_paper),
}
