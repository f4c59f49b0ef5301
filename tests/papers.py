"""Papers for tests: an agenda with everything in it, and ways to read a PDF back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from typing import Any

import pikepdf
import pypdfium2

from vaartdesk.core.colours import LIGHT
from vaartdesk.pdf.agenda.paper import AgendaPaper, AnnexPaper, Item, Person, Purpose
from vaartdesk.pdf.document import Document
from vaartdesk.pdf.parts import Beside, DecisionLine, Decisions, Listing, Prose
from vaartdesk.pdf.tables import Column, Progress, toned

WHEN = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
INFORM = Purpose("ter_informatie", "ter informatie")
DISCUSS = Purpose("ter_bespreking", "ter bespreking")
DECIDE = Purpose("ter_besluitvorming", "ter besluitvorming")
ADVISE = Purpose("ter_advisering", "ter advisering")


def blank(title: str = "Proef", **more: Any) -> Document:
    """An empty document."""
    return Document(title=title, author="Vaart in Assen", date=WHEN, **more)


def actions(title: str = "Acties op deze themalijn") -> Listing:
    """A list of actions as an annex shows it."""
    columns = (
        Column("Nr", 1.2),
        Column("Actie", 7),
        Column("Trekker", 2.2),
        Column("Deadline", 2.1),
        Column("Stand", 3.8),
        Column("Af", 1.7),
    )
    blue = LIGHT.lines["A"].base
    late, waits = toned("loopt, 3 dagen te laat", "danger"), toned("wacht op gemeente", "warning")
    rows = (
        ("A-012", "Pilot leegstandsetalages", "Verbinder", "21-11-2026", late, Progress(0.6, "60 procent af", blue)),
        ("A-003", "Overzicht panden", "Backoffice", "4-12-2026", "loopt", Progress(0.5, "50 procent af", blue)),
        ("A-006", "Bestemming Marktstraat", "Regisseur", "1-2-2027", waits, Progress(0, "0 procent af", blue)),
    )
    return Listing(title, columns, rows, "Stand van 1 december 2026.")


def decisions() -> Decisions:
    """Two earlier decisions."""
    return Decisions(
        "Eerder besloten",
        (
            DecisionLine("B-2026-018", "uitgevoerd", "success", "Startbudget van € 7.500 voor tien etalages."),
            DecisionLine("B-2026-022", "loopt", "warning", "De leden spreken eigenaren in hun eigen netwerk aan."),
        ),
    )


def items() -> tuple[Item, ...]:
    """Items of every purpose, with a sub item, a confidential one and an internal note."""
    return (
        Item("1", "Opening en vaststellen agenda", time(19, 30), 5, purpose=INFORM, presenter="Voorzitter"),
        Item(
            "2",
            "Mededelingen en ingekomen stukken",
            time(19, 35),
            10,
            purpose=INFORM,
            presenter="Regisseur",
            explanation="Brief van de gemeente over het evenementenbeleid.\nUitnodiging van MKB Noord.",
            annexes=("2-a", "2-b"),
        ),
        Item(
            "2.1",
            "Brief van een eigenaar",
            purpose=INFORM,
            presenter="Verbinder",
            explanation="Niet voor derden.",
            annexes=("2.1-a",),
            is_confidential=True,
        ),
        Item(
            "3",
            "Leegstand: voortgang etalagepilot",
            time(19, 45),
            40,
            ("A",),
            DISCUSS,
            "Verbinder",
            "Drie van de zeven etalages zijn ingericht.",
            annexes=("3-a",),
            internal_note="De eigenaar van nummer 12 is familie van een lid.",
        ),
        Item(
            "4",
            "Jaarkalender evenementen 2027",
            time(20, 25),
            40,
            ("D", "F"),
            DECIDE,
            "Event-coördinator",
            "In week 25 en week 51 vallen grote evenementen samen.",
            "Het bestuur stelt de jaarkalender 2027 vast, met de Lichtjesparade op 11 december 2027.",
        ),
        Item("5", "Rondvraag en sluiting", time(21, 5), 25, purpose=ADVISE, presenter="Voorzitter"),
    )


def annexes() -> tuple[AnnexPaper, ...]:
    """Annexes to `items`."""
    state = "De leegstand is gedaald van 21,9 naar 14,85 procent."
    parts = (actions(), Beside(Prose("Kruisstraat 4 van 31.", "Lege panden per straat"), decisions()))
    return (
        AnnexPaper("2-a", "2", "Brief van de gemeente", "De gemeente vraagt om een reactie vóór 15 december 2026."),
        AnnexPaper("2-b", "2", "Uitnodiging MKB Noord"),
        AnnexPaper("2.1-a", "2.1", "Brief van een eigenaar van een pand"),
        AnnexPaper("3-a", "3", "Leegstand: stand van zaken", state, "A", "Compact & compleet", parts),
    )


def paper(**changes: Any) -> AgendaPaper:
    """The agenda of a board meeting."""
    facts: dict[str, Any] = {
        "organisation": "Vaart in Assen",
        "slogan": "voor de binnenstad",
        "body": "Binnenstadbestuur",
        "day": date(2026, 12, 8),
        "begins": time(19, 30),
        "ends": time(21, 30),
        "made_at": WHEN,
        "place": "Kantoor Vaart in Assen, Koopmansplein",
        "members": (Person("Voorzitter MKB Retail", "voorzitter, stem"), Person("Voorzitter KHN", "afgemeld")),
        "invited": (Person("Regisseur", "secretaris, geen stem"), Person("Verbinder", "bij punt 3"), Person("Gast")),
        "items": items(),
        "annexes": annexes(),
        "version": "versie 1 van 1 december 2026",
    }
    return AgendaPaper(**{**facts, **changes})


def pages(data: bytes) -> list[str]:
    """The text of each page as PDFium reads it, each white space one blank."""
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        return [plain(page.get_textpage().get_text_range()) for page in pdf]


def whole(data: bytes) -> str:
    """The text of all pages."""
    return " ".join(pages(data))


def plain(text: str) -> str:
    """`text` with one blank for each stretch of white space; PDFium marks a hyphen at a line's end with U+FFFE."""
    return " ".join(text.replace("\ufffe", "-").split())


def ink(data: bytes, scale: float = 2.0) -> Iterator[tuple[float, float, float, float]]:
    """The box of everything that is not white, per page, in points from the upper left corner."""
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        for page in pdf:
            picture = page.render(scale=scale).to_pil().convert("L").point([255 * (tone < 250) for tone in range(256)])
            left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
            yield left / scale, top / scale, right / scale, bottom / scale


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """The bookmarks: level, title, page number."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        found: list[tuple[int, str, int]] = []

        def walk(entries: Any, level: int) -> None:
            for entry in entries:
                found.append((level, str(entry.title), numbers[entry.destination[0].objgen]))
                walk(entry.children, level + 1)

        with pdf.open_outline() as top:
            walk(top.root, 0)
        return found


def links(data: bytes) -> list[tuple[int, int | str]]:
    """The links: the page they are on, and the page or the address they lead to (0 when nowhere)."""
    found: list[tuple[int, int | str]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        for here, page in enumerate(pdf.pages, 1):
            for note in page.obj.get("/Annots", ()):
                if "/Dest" in note:
                    found.append((here, numbers.get(note.Dest[0].objgen, 0)))
                elif "/A" in note:
                    found.append((here, str(note.A.URI)))
    return found
