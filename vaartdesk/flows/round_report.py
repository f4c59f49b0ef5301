"""The report of a round: what was found point by point, each defect with its photo and ticket, and the time before (T13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dates import day_long, day_weekday_long
from vaartdesk.core.rule_words import listed
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.tickets.model.inspection import RESULTS
from vaartdesk.kinds.tickets.model.ticket import PARTIES, STATUSES
from vaartdesk.kinds.tickets.queries.rounds import Stop, way_of
from vaartdesk.kinds.tickets.rules import rounds
from vaartdesk.schema.chips import word
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

# What prints (ReportLab) is imported where it is used: commands are known at start, papers are not.
if TYPE_CHECKING:
    from vaartdesk.pdf.parts import Part
    from vaartdesk.store.desk import Desk

TONES: Final[Mapping[str, str]] = {rounds.OK: "success", rounds.WRONG: "danger"}
SHARE: Final = 0.2
"""Of a page that a photo is high at most."""


def print_round(desk: Desk, ref: Ref) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings). Of a round that is still being walked it says so."""
    from vaartdesk.flows.sender import sender
    from vaartdesk.pdf.report import ReportPaper, print_report

    values = desk.get(ref) or {}
    with desk.read() as reader:
        way = way_of(reader, values)
        who = _who(reader, values)
    day = values["held_on"] or desk.today
    title = str(values["title"])
    report = ReportPaper(
        sender=sender(desk),
        kind=str(_("Schouwrapport")),
        title=title,
        subtitle=day_weekday_long(day),
        place=who,
        made_at=desk.clock.now(),
        lead=_lead(values, way),
        parts=tuple(_parts(desk, values, way)),
        footer=str(_("Schouwrapport {title}, {day}")).format(title=title[:70], day=day_long(day)),
    )
    result = print_report(report)
    return result.data, result.warnings


def _who(reader: Reader, values: Values) -> str:
    """Who walked, and with whom."""
    keys = [values["inspector"], *values["companions"]]
    names = reader.titles(key for key in keys if key)
    walker, along = names.get(values["inspector"] or "", ""), [names[k] for k in values["companions"] if k in names]
    if not walker:
        return str(_("Met {names}")).format(names=listed(along)) if along else ""
    told = _("Gelopen door {name}, met {names}") if along else _("Gelopen door {name}")
    return str(told).format(name=walker, names=listed(along))


def _lead(values: Values, way: Sequence[Stop]) -> str:
    told = [rounds.summary(rounds.tally(stop.point for stop in way)) + "."]
    made = sum(stop.ticket is not None for stop in way)
    if made:
        told.append(ngettext("Er is {n} melding gemaakt.", "Er zijn {n} meldingen gemaakt.", made).format(n=made))
    if values["status"] in rounds.WALKED:
        told.append(str(_("De ronde is nog niet afgerond.")))
    return " ".join(told)


def _parts(desk: Desk, values: Values, way: Sequence[Stop]) -> list[Part]:
    from vaartdesk.pdf.parts import Prose, Section

    wrong = [(n, stop) for n, stop in enumerate(way, 1) if stop.point["result"] == rounds.WRONG]
    found: list[Part] = [_chart(way)] if way else []
    if values["note"]:
        found.append(Prose(str(values["note"]), str(_("Toelichting"))))
    if wrong:
        found.append(Section(str(_("Niet in orde"))))
        found += [_defect(desk, n, stop) for n, stop in wrong]
        found.append(Section(str(_("Alle punten"))))
    return [*found, _table(way)] if way else found


def _chart(way: Sequence[Stop]) -> Part:
    from vaartdesk.charts.steps import Step, Steps
    from vaartdesk.pdf.charting import PAPER
    from vaartdesk.pdf.parts import Chart
    from vaartdesk.pdf.styles import WIDTH

    results = [stop.point["result"] for stop in way]
    steps = Steps(tuple(Step(TONES.get(result, ""), word(RESULTS, result).lower()) for result in results))
    alt = str(_("De ronde punt voor punt: {told}.")).format(told=steps.sentence())
    caption = str(_("Groen is in orde, rood is niet in orde, gearceerd is niet bekeken."))
    return Chart(str(_("De ronde punt voor punt")), steps.draw(PAPER, WIDTH), alt, caption)


def _defect(desk: Desk, number: int, stop: Stop) -> Part:
    from vaartdesk.pdf.parts import Beside, Photo, Prose

    point = stop.point
    told = [", ".join(part for part in (stop.where, stop.category) if part), str(point["note"]).strip()]
    if stop.ticket is not None:
        told.append(_ticket(stop.ticket))
    if stop.before and stop.before_on is not None:
        told.append(str(_("Vorige keer, {day}: {told}.")).format(day=day_long(stop.before_on), told=stop.before))
    words = Prose("\n".join(part for part in told if part), f"{number}. {point['title']}")
    photo = next((a for a in desk.attachments(Ref("inspection_point", point["id"])) if a["is_photo"]), None)
    data = desk.files.get(photo["sha256"]) if photo is not None else None
    if data is None:
        return words
    return Beside(words, Photo(data, str(_("Foto bij {point}")).format(point=point["title"]), share=SHARE))


def _ticket(ticket: Values) -> str:
    """`Melding M-2026-0042: doorgezet, ligt bij de gemeente, uiterlijk 4 december 2026.`"""
    parts = [word(STATUSES, ticket["status"]).lower()]
    if ticket["lies_with"]:
        parts.append(str(_("ligt bij {party}")).format(party=word(PARTIES, ticket["lies_with"]).lower()))
    if ticket["due_on"] is not None:
        parts.append(str(_("uiterlijk {day}")).format(day=day_long(ticket["due_on"])))
    return str(_("Melding {number}: {told}.")).format(number=ticket["number"], told=", ".join(parts))


def _table(way: Sequence[Stop]) -> Part:
    from vaartdesk.pdf.parts import Listing
    from vaartdesk.pdf.tables import Column, toned

    heads = (
        (_("Nr"), 0.8),
        (_("Punt"), 4.0),
        (_("Waar"), 3.4),
        (_("Bevinding"), 2.6),
        (_("Melding of opmerking"), 4.2),
    )
    rows = tuple(
        (
            str(number),
            str(stop.point["title"]),
            stop.where,
            toned(
                word(RESULTS, stop.point["result"]).lower(), "danger" if stop.point["result"] == rounds.WRONG else ""
            ),
            _remark(stop),
        )
        for number, stop in enumerate(way, 1)
    )
    title = "" if any(stop.point["result"] == rounds.WRONG for stop in way) else str(_("Alle punten"))
    return Listing(title, tuple(Column(str(head), share) for head, share in heads), rows)


def _remark(stop: Stop) -> str:
    """The ticket's number where there is one, else the remark in a line."""
    if stop.ticket is not None:
        return str(stop.ticket["number"])
    return " ".join(str(stop.point["note"]).split())[:120]


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    """The paper is made when it is looked at, of how things are then."""
    ref = refs[0]
    day = (desk.get(ref) or {}).get("held_on") or desk.today
    return Outcome("", paper=Paper(f"schouw-{day.isoformat()}.pdf", lambda: print_round(desk, ref)))


ROUND_REPORT: Final = Command(
    "round_report",
    _("Rapport"),
    _run,
    icon="file-text",
    fits=lambda values: values["status"] in {"bezig", "gereed"},
)
