"""The top of a first page: who sends it, what it is, how many pages; then title, day and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, ngettext
from vaartdesk.pdf.blocks import Aside, Stack
from vaartdesk.pdf.document import Document
from vaartdesk.pdf.figure import Figure
from vaartdesk.pdf.marks import Mark
from vaartdesk.pdf.pictures import picture
from vaartdesk.pdf.styles import META, META_RIGHT, MM, PLACE, SENDER, SUBTITLE, WIDTH
from vaartdesk.pdf.words import Pages, Run

_LOGO: Final = 9 * MM
_WIDEST: Final = 40 * MM
_RIGHT: Final = WIDTH * 0.45


@dataclass(frozen=True, slots=True)
class Sender:
    """The organisation: name, slogan, and a logo (JPEG or PNG); without one the mark of the house is printed."""

    name: str
    slogan: str = ""
    logo: bytes | None = field(default=None, repr=False)


def add_letterhead(doc: Document, sender: Sender, kind: str, extra: str = "") -> None:
    """Logo, name and slogan at the left; at the right the kind of paper and "12 pagina’s", followed by `extra`."""

    def size(pages: Pages) -> str:
        total = ngettext("{count} pagina", "{count} pagina’s", pages.total).format(count=pages.total)
        return f"{total}, {extra}" if extra else total

    asides = [
        *_who(doc, sender),
        Aside(WIDTH - _RIGHT, _RIGHT, doc.text(kind, META_RIGHT)),
        Aside(WIDTH - _RIGHT, _RIGHT, doc.text(Run("000", later=size), META_RIGHT), 11.0),
    ]
    doc.add(Stack([], asides=asides))
    doc.space(20)


def add_sender(doc: Document, sender: Sender, lines: Sequence[str] = ()) -> None:
    """Logo, name and slogan at the left; at the right how the sender can be reached, a line each. For a letter."""
    asides = _who(doc, sender)
    asides += [Aside(WIDTH - _RIGHT, _RIGHT, doc.text(line, META_RIGHT), 11.0 * at) for at, line in enumerate(lines)]
    doc.add(Stack([], asides=asides))


def _who(doc: Document, sender: Sender) -> list[Aside]:
    """What every paper has at the left."""
    logo, wide = _logo(sender)
    left = wide + 3 * MM
    half = WIDTH * 0.55 - left
    alt = _("Logo van {organisation}").format(organisation=sender.name)
    return [
        Aside(0, _WIDEST, Figure(logo, alt, doc.parent)),
        Aside(left, half, doc.text(sender.name, SENDER), 0.5),
        Aside(left, half, doc.text(sender.slogan, META), 14.0),
    ]


def _logo(sender: Sender) -> tuple[Any, float]:
    if sender.logo:
        try:
            logo = picture(sender.logo, _WIDEST, _LOGO)
        except ValueError:
            # A paper without the logo is better than no paper.
            return Mark(_LOGO), _LOGO
        return logo, float(logo.drawWidth)
    return Mark(_LOGO), _LOGO


def add_opening(doc: Document, title: str, subtitle: str = "", place: str = "", *, key: str = "") -> None:
    """The title of the document, and under it day or period, and place."""
    doc.heading(1, title, key=key, outline=0)
    doc.paragraph(subtitle, SUBTITLE)
    doc.paragraph(place, PLACE)
