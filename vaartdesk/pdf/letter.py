"""Letters: an address that shows in the window of an envelope, date and references, subject, text and signature.

The grid of the other papers; the address stands where NEN 1026 wants it for a window at the left: from 50 mm below the
upper edge, at most 40 mm high. Several letters to several people are one file, each begins on a page of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.pdf.blocks import Stack, Together
from vaartdesk.pdf.document import Document, Result
from vaartdesk.pdf.letterhead import Sender, add_sender
from vaartdesk.pdf.parts import Part, add_part
from vaartdesk.pdf.styles import BODY, META, MM, SECTION, TIGHT, TOP
from vaartdesk.pdf.text import Bookmark
from vaartdesk.pdf.words import Run, clean, lines

ADDRESS_FROM: Final = 50 * MM
TEXT_FROM: Final = 95 * MM
ADDRESS_WIDTH: Final = 85 * MM
SIGNATURE: Final = 17 * MM
"""Room to sign."""
GREETING: Final = _("Geachte heer, mevrouw,")
CLOSING: Final = _("Met vriendelijke groet,")


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. ``to``: the lines of the address; ``references``: label and value; ``text``: an empty line between
    paragraphs; ``signed``: the lines under the signature; ``after``: what stands below, such as "Bijlagen: 2";
    ``parts``: what is shown below that, photos for instance.
    """

    to: tuple[str, ...]
    subject: str
    text: str
    on: date
    place: str = ""
    references: tuple[tuple[str, str], ...] = ()
    greeting: str = ""
    parts: tuple[Part, ...] = ()
    signed: tuple[str, ...] = ()
    after: str = ""


class _Address(Stack):
    """The lines of the address in a field of fixed height, so that the text below begins at the same place."""

    def __init__(self, body: Sequence[Any], taken: float) -> None:
        super().__init__(body)
        self._least = TEXT_FROM - taken

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The width of the window; the height of the field, more when there are more lines."""
        super().wrap(ADDRESS_WIDTH, high)
        self._lines = self.height
        self.height = max(self.height, self._least)
        return self.width, self.height

    def split(self, wide: float, high: float) -> list[Any]:
        """Never: an address is a few lines."""
        return []


class _Letters(Document):
    """Each letter has its own foot, and numbers its own pages where it has several."""

    def __init__(self, *, sender: str, **facts: Any) -> None:
        super().__init__(**facts)
        self._sender = sender
        self.begun: list[tuple[str, str]] = []
        """Bookmark and subject of each letter."""

    def footer(self, canvas: Any, page: int, total: int) -> None:
        """The sender's line with the subject, and the page of a long letter."""
        firsts = [canvas.numbers.of(key) for key, _subject in self.begun]
        at = bisect_right(firsts, page) - 1
        first, following = firsts[at], [*firsts, total + 1][at + 1]
        count = following - first
        right = _("pagina {page} van {total}").format(page=page - first + 1, total=count) if count > 1 else ""
        self.paint_foot(canvas, f"{self._sender} · {self.begun[at][1]}", right)


def print_letters(
    letters: Sequence[Letter], sender: Sender, made_at: datetime, reach: Sequence[str] = (), path: Path | None = None
) -> Result:
    """The letters as a tagged PDF, at ``path`` when given. ``reach``: how the sender can be reached, a line each.

    ValueError when there is no letter.
    """
    if not letters:
        raise ValueError("no letter")
    first = letters[0].subject
    doc = _Letters(sender=sender.name, title=first, author=sender.name, date=made_at)
    for number, letter in enumerate(letters):
        if number:
            doc.page_break()
        _add_letter(doc, letter, sender, reach, is_first=number == 0, is_only=len(letters) == 1)
    return doc.save(path)


def _add_letter(
    doc: _Letters, letter: Letter, sender: Sender, reach: Sequence[str], *, is_first: bool, is_only: bool
) -> None:
    add_sender(doc, sender, reach)
    head = max(28.0, 11.0 * len(reach))
    doc.space(ADDRESS_FROM - TOP - head)
    with doc.collect() as address:
        for line in letter.to:
            doc.add(doc.text(line, TIGHT))
    doc.add(_Address(address, ADDRESS_FROM))
    _add_references(doc, letter)
    doc.space(8)
    # One title a document: further letters stand under it, found by whom they are to.
    mark = letter.subject if is_only or not letter.to else letter.to[0]
    _add_subject(doc, letter.subject, mark, is_first=is_first)
    doc.paragraph(letter.greeting or str(GREETING))
    for paragraph in letter.text.split("\n\n"):
        doc.space(6)
        for line in lines(paragraph):
            doc.add(doc.text(line, TIGHT))
    _add_end(doc, letter)
    for part in letter.parts:
        add_part(doc, part, level=2)


def _add_references(doc: Document, letter: Letter) -> None:
    day = day_long(letter.on)
    doc.add(doc.text(f"{letter.place}, {day}" if letter.place else day, TIGHT))
    for label, value in letter.references:
        if value:
            doc.add(doc.text([Run(f"{label}: ", colour=LIGHT.text2), Run(value)], TIGHT))


def _add_subject(doc: _Letters, subject: str, mark: str, *, is_first: bool) -> None:
    """The heading; the outline names it by ``mark``."""
    subject = subject if subject.strip() else str(_("Zonder onderwerp"))
    bookmark = Bookmark(doc.new_key(), mark.strip() or subject, 0)
    doc.begun.append((bookmark.key, clean(subject)))
    doc.add(doc.text(subject, SECTION, "H1" if is_first else "H2", bookmark=bookmark))


def _add_end(doc: Document, letter: Letter) -> None:
    with doc.collect() as body:
        doc.space(12)
        doc.paragraph(str(CLOSING), BODY)
        doc.space(SIGNATURE)
        for line in letter.signed:
            doc.add(doc.text(line, TIGHT))
    doc.add(Together(body))
    if letter.after:
        doc.space(10)
        doc.paragraph(letter.after, META)
