"""The command line. The window is the product; the same work can be scripted.

Exit status 0, 1 when something was refused or failed, 2 for wrong usage; errors are one plain Dutch line on stderr.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn

from vaartdesk.app.spare import spare_imports
from vaartdesk.core.clock import Clock
from vaartdesk.core.text import _

Verb = Callable[[argparse.Namespace, Clock | None], int]

VERBS = {
    "window": "vaartdesk.app.verbs.window",
    "demo": "vaartdesk.app.verbs.demo",
    "tour": "vaartdesk.app.verbs.tour",
    "agenda": "vaartdesk.app.verbs.agenda",
    "report": "vaartdesk.app.verbs.report",
    "ticket": "vaartdesk.app.verbs.ticket",
    "list": "vaartdesk.app.verbs.records",
    "search": "vaartdesk.app.verbs.records",
    "export": "vaartdesk.app.verbs.tables",
    "import": "vaartdesk.app.verbs.tables",
    "backup": "vaartdesk.app.verbs.safety",
    "restore": "vaartdesk.app.verbs.safety",
    "check": "vaartdesk.app.verbs.safety",
}
"""Verb -> module with ``run(arguments, clock) -> exit status``; imported only when the verb is used."""
WITH_QT = frozenset({"window", "tour"})

LISTS = {
    "actions": ("action",),
    "events": ("event",),
    "tickets": ("ticket",),
    "contacts": ("organisation", "person"),
    "meetings": ("meeting",),
    "decisions": ("decision",),
}


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run one command; returns the exit status and never raises for what a person can do wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a narrow terminal shows a question mark, it loses no line
    given = sys.argv[1:] if argv is None else list(argv)
    arguments = _for_window(given) or _parser().parse_args(given)
    if arguments.version:
        from vaartdesk.app.about import version_lines  # asks every library for its version

        print("\n".join(version_lines()))
        return 0
    return _run(arguments, clock)


def _for_window(given: Sequence[str]) -> argparse.Namespace | None:
    """Nothing but a workspace, as the window is started: no need to learn every verb for that before it shows."""
    if given and (len(given) != 2 or given[0] != "--data-dir" or given[1].startswith("-")):
        return None
    return argparse.Namespace(verb=None, version=False, data_dir=given[1] if given else None)


def _run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    verb = arguments.verb or "window"
    spare_imports()
    if verb in WITH_QT:
        from vaartdesk.app.qt import load_qt  # before whatever else they import

        load_qt()
    module = import_module(VERBS[verb])
    from vaartdesk.schema.ref import Refused  # SQLAlchemy: not for --help
    from vaartdesk.store.errors import WorkspaceError, translate

    try:
        return int(module.run(arguments, clock))
    except (WorkspaceError, Refused, UsageError) as error:
        return complain(str(error), 2 if isinstance(error, UsageError) else 1)
    except BrokenPipeError:
        return 1
    except Exception as error:
        plain = translate(error)
        if plain is None:
            raise
        return complain(str(plain), 1)


class UsageError(Exception):
    """Arguments that fit the grammar and yet make no sense; the text is the Dutch sentence."""


def complain(sentence: str, status: int) -> int:
    """One line on stderr."""
    print(f"vaartdesk: {' '.join(sentence.split())}", file=sys.stderr)
    return status


_TRANSLATED = (
    (r"the following arguments are required: (.*)", _("Er ontbreekt iets: {0}.")),
    (r"unrecognized arguments: (.*)", _("Dit ken ik niet: {0}.")),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", _("{0}: {1} kan niet. Kies uit {2}.")),
    (r"argument (.*?): expected (?:one|at least one) argument", _("Achter {0} hoort een waarde.")),
    (r"argument (.*?): invalid int value: (.*)", _("{0}: {1} is geen getal.")),
)


class _Parser(argparse.ArgumentParser):
    """argparse with Dutch words."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, **options)
        self._positionals.title = str(_("argumenten"))
        self._optionals.title = str(_("opties"))
        self.add_argument("-h", "--help", action="help", help=str(_("toon deze hulp")))

    def error(self, message: str) -> NoReturn:
        told = str(message)
        for pattern, sentence in _TRANSLATED:
            if match := re.fullmatch(pattern, message):
                told = str(sentence.format(*match.groups()))
                break
        self.exit(2, f"vaartdesk: {told} {_('Hulp: vaartdesk --help')}\n")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "gebruik:", 1)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="vaartdesk", description=str(_("Het bureau van het uitvoeringsteam van de binnenstad.")))
    parser.add_argument(
        "--version", action="store_true", help=str(_("toon de versie van programma, schema en bibliotheken"))
    )
    _common(parser, first=True)
    verbs = parser.add_subparsers(dest="verb", metavar=str(_("opdracht")), title=str(_("opdrachten")))
    _add_main_verbs(verbs)
    _add_record_verbs(verbs)
    _add_file_verbs(verbs)
    _add_safety_verbs(verbs)
    return parser


def _common(parser: argparse.ArgumentParser, *, first: bool = False) -> None:
    """``--data-dir`` may stand before or after the verb."""
    default = None if first else argparse.SUPPRESS
    told = str(_("map van de werkmap (of VAARTDESK_DATA_DIR)"))
    parser.add_argument("--data-dir", metavar=str(_("MAP")), default=default, help=told)


def _verb(verbs: Any, name: str, told: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(name, help=str(told), description=str(told))
    _common(made)
    return made


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=str(_("geef JSON")))


def _add_main_verbs(verbs: Any) -> None:
    demo = _verb(verbs, "demo", _("vul een lege werkmap met het werkplan en voorbeelden"))
    demo.add_argument("--years", type=int, default=1, metavar="N", help=str(_("over hoeveel jaar")))
    demo.add_argument("--scale", type=int, default=1, metavar="N", help=str(_("hoeveel keer zo veel voorbeelden")))
    tour = _verb(verbs, "tour", _("doe het hoofdwerk zonder scherm en laat zien wat eruit komt"))
    tour.add_argument("--out", required=True, metavar=str(_("MAP")), help=str(_("map voor de PDF en de plaatjes")))
    agenda = _verb(verbs, "agenda", _("maak de agenda van een vergadering als PDF"))
    agenda.add_argument(
        "meeting", nargs="?", metavar=str(_("VERGADERING")), help=str(_("nummer; zonder: het volgende bestuur"))
    )
    agenda.add_argument("-o", "--out", required=True, metavar=str(_("BESTAND.pdf")))
    agenda.add_argument("--pack", action="store_true", help=str(_("met alle bijlagen in één PDF")))
    _add_report_verbs(verbs)
    ticket = _verb(verbs, "ticket", _("meldingen toevoegen en bekijken"))
    _add_ticket_verbs(ticket.add_subparsers(dest="act", required=True, metavar=str(_("wat"))))


def _add_ticket_verbs(acts: Any) -> None:
    add = _verb(acts, "add", _("leg een melding vast"))
    for name, told in (
        ("title", _("wat er is")),
        ("where", _("waar")),
        ("category", _("categorie, bijvoorbeeld Afval")),
    ):
        add.add_argument(f"--{name}", required=True, metavar=str(_("TEKST")), help=str(told))
    add.add_argument("--urgency", default="gewoon", metavar="U", help=str(_("laag, gewoon of hoog")))
    add.add_argument("--kind", default="klacht", metavar="K", help=str(_("klacht, wens, calamiteit, ...")))
    add.add_argument("--photo", action="append", default=[], metavar=str(_("BESTAND")), help=str(_("mag vaker")))
    _keep_anyway(add)
    _json(add)
    shown = _verb(acts, "list", _("toon meldingen"))
    shown.add_argument("--open", action="store_true", help=str(_("alleen wat nog open is")))
    _json(shown)
    _add_ticket_work(acts)


def _add_ticket_work(acts: Any) -> None:
    move = _verb(acts, "move", _("breng een melding in een andere stand"))
    move.add_argument("number", metavar=str(_("NUMMER")), help="M-2026-0042")
    move.add_argument("status", metavar=str(_("STAND")), help=str(_("doorgezet, afgehandeld, wacht_op_reactie, ...")))
    for name, told in (
        ("result", _("wat er gedaan is (bij afgehandeld)")),
        ("to", _("aan wie (bij doorgezet)")),
        ("reference", _("hun kenmerk")),
        ("expected", _("wanneer het klaar is, bijvoorbeeld 4 dec")),
        ("waits-for", _("waarop het wacht")),
        ("of", _("van welke melding (bij dubbel)")),
        ("note", _("een notitie voor het logboek")),
    ):
        move.add_argument(f"--{name}", default="", metavar=str(_("TEKST")), help=str(told))
    move.add_argument("--with-open-parts", action="store_true", help=str(_("ook als deelmeldingen nog open zijn")))
    _keep_anyway(move)
    _json(move)
    one = _verb(acts, "show", _("toon één melding met haar logboek"))
    one.add_argument("number", metavar=str(_("NUMMER")), help="M-2026-0042")
    one.add_argument("--pdf", metavar=str(_("BESTAND.pdf")), help=str(_("op papier, met foto’s en geschiedenis")))
    _json(one)


def _add_report_verbs(verbs: Any) -> None:
    reports = _verb(verbs, "report", _("maak een rapport als PDF"))
    kinds = reports.add_subparsers(dest="what", required=True, metavar=str(_("wat")))
    tickets = _verb(kinds, "tickets", _("meldingen van een maand, kwartaal of jaar in cijfers"))
    tickets.add_argument("--period", metavar=str(_("PERIODE")), help=str(_("2026-11, 2026-K4 of 2026; zonder: nu")))
    tickets.add_argument("--street", metavar=str(_("STRAAT")), help=str(_("alleen deze straat")))
    _pdf(tickets)
    waiting = _verb(kinds, "waiting", _("alles wat op één partij wacht, met ruimte voor het antwoord"))
    waiting.add_argument(
        "who", nargs="?", default="gemeente", metavar=str(_("WIE")), help=str(_("zonder: de gemeente"))
    )
    _pdf(waiting)
    street = _verb(kinds, "street", _("wat er in een straat speelt, op één A4"))
    street.add_argument("street", metavar=str(_("STRAAT")))
    _pdf(street)


def _pdf(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--out", metavar=str(_("BESTAND.pdf")))


def _keep_anyway(parser: argparse.ArgumentParser) -> None:
    told = str(_("ook als de tekst te veel over iemand zegt"))
    parser.add_argument("--toch-bewaren", action="store_true", help=told)


def _add_record_verbs(verbs: Any) -> None:
    listing = _verb(verbs, "list", _("toon een lijst"))
    listing.add_argument("what", choices=sorted(LISTS), metavar=str(_("WAT")), help=", ".join(sorted(LISTS)))
    _json(listing)
    search = _verb(verbs, "search", _("zoek in alles"))
    search.add_argument("words", nargs="+", metavar=str(_("WOORD")))
    _json(search)


def _add_file_verbs(verbs: Any) -> None:
    export = _verb(verbs, "export", _("schrijf gegevens naar een bestand"))
    export.add_argument(
        "what", metavar=str(_("WAT")), help=str(_("calendar, contacts, actions, tickets, all of een soort"))
    )
    export.add_argument(
        "-o", "--out", required=True, metavar=str(_("BESTAND")), help=str(_(".csv, .xlsx, .json, .ics of .vcf"))
    )
    export.add_argument(
        "--confidential", action="store_true", help=str(_("agenda: ook wat vertrouwelijk is en wat nog een idee is"))
    )
    reading = _verb(verbs, "import", _("lees bestanden in; nog eens inlezen verandert niets"))
    reading.add_argument("files", nargs="+", metavar=str(_("BESTAND")), help=str(_("CSV, XLSX, JSON, ICS of VCF")))
    reading.add_argument(
        "--kind", default="", metavar=str(_("SOORT")), help=str(_("wat erin staat, bijvoorbeeld acties"))
    )
    reading.add_argument(
        "--column",
        action="append",
        default=[],
        metavar=str(_("KOP=VELD")),
        help=str(_('een kolom is dit veld, bijvoorbeeld --column Melder="Naam melder"; leeg veld: niet lezen')),
    )
    reading.add_argument("--proef", action="store_true", help=str(_("laat alleen zien wat er zou gebeuren")))
    reading.add_argument(
        "--onbekend-leeg", action="store_true", help=str(_("laat verwijzingen leeg naar wat hier niet is"))
    )


def _add_safety_verbs(verbs: Any) -> None:
    backup = _verb(verbs, "backup", _("maak een reservekopie"))
    backup.add_argument("-o", "--out", metavar=str(_("BESTAND")), help=str(_("ook als één bestand")))
    restore = _verb(verbs, "restore", _("zet een reservekopie terug"))
    restore.add_argument("file", metavar=str(_("BESTAND")))
    check = _verb(verbs, "check", _("kijk of alles heel is"))
    check.add_argument("--opruimen", action="store_true", help=str(_("verwijder bestanden die nergens meer bij horen")))
    _json(check)
