"""The paragraph: plain text, tagged, with links and page numbers that are filled in at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.dataclass import dataclass
from vaartdesk.pdf.fonts import runs
from vaartdesk.pdf.tree import Elem
from vaartdesk.pdf.words import Content, Pages, Run, clean, hold, parts

# Links go nowhere but to bookmarks, web pages and mail addresses.
_LINK: Final = re.compile(r"#.|https?://|mailto:", re.IGNORECASE)
_OUTLINE: Final = 200
_NUMBERED: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in the document; `level` 0 and up puts `title` in the outline, -1 only marks the page.

    A title is cleaned and cut at 200 characters: outlines are for finding things.
    """

    key: str
    title: str = ""
    level: int = -1

    @property
    def shown(self) -> str:
        """The title as it stands in the outline."""
        title = clean(self.title).strip()
        return title if len(title) <= _OUTLINE else title[: _OUTLINE - 1] + "…"


@dataclass(frozen=True, slots=True)
class Tag:
    """What a text is in the document's tree: its element, that of its bullet, the bookmark it sets."""

    elem: Elem | None = None
    label: Elem | None = None
    bookmark: Bookmark | None = None


class Text(Paragraph):
    """A paragraph made of ready fragments, so that no markup parser ever sees a user's words."""

    blPara: Any = None
    canv: Any
    tag = Tag()
    is_drawn = False
    wrapped_at = -1.0
    later: list[Run] | None = None
    lost: set[str] | None = None

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        bulletText: str | None = None,  # noqa: N803 - ReportLab makes the parts of a split paragraph with this signature
        frags: list[Any] | None = None,
    ) -> None:
        made = frags if frags is not None else fragments([Run(text or "")], style, None)
        # ReportLab puts broken lines in the place of the fragments.
        self.pieces = tuple(made)
        super().__init__("", style, bulletText, made)

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """Width and height at the width `wide`; asked again for the same width it is not broken into lines again."""
        if self.blPara is None or self.wrapped_at != wide:
            super().wrap(wide, high)
            self.wrapped_at = wide
        return float(self.width), float(self.height)

    def last_line_end(self) -> float:
        """Where the ink of the last line ends, from the left of the paragraph; to be asked after `wrap`."""
        lines = self.blPara.lines
        if not lines:
            return float(self.style.leftIndent)
        spare = lines[-1][0] if self.blPara.kind == 0 else lines[-1].extraSpace
        return float(self.width - self.style.rightIndent - max(spare, 0.0))

    def split(self, wide: float, high: float) -> list[Any]:
        """The part that fits in the height and the rest; the first part keeps bullet and bookmark."""
        if self.later:
            return []
        found: list[Any] = super().split(wide, high)
        for part in found:
            if part is not self:
                part.tag = Tag(self.tag.elem)
                part.is_drawn = self.is_drawn
        if found and found[0] is not self:
            found[0].tag = self.tag
        return found

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N803 - ReportLab's name
        """Paint it at x, y. Plain lines go straight on the page: ReportLab's way keeps two graphics states for each."""
        if self.later or not self._is_plain():
            super().drawOn(canvas, x, y)
            return
        self.canv = canvas
        with self._tagged(x, y):
            self._print(x, y)
        del self.canv

    def draw(self) -> None:
        """Paint it; the second time (a repeated table head) only as decoration."""
        if self.later:
            self.canv.reserve(self)
        else:
            self.paint()

    def paint(self) -> None:
        """Paint it now, tagged when it is painted for the first time."""
        with self._tagged(0, 0):
            super().draw()

    @contextmanager
    def _tagged(self, x: float, y: float) -> Iterator[None]:
        canvas, tag = self.canv, self.tag
        if not self.is_drawn:
            canvas.open_text([elem for elem in (tag.label if self.bulletText else None, tag.elem) if elem is not None])
            if tag.bookmark:
                canvas.bookmark(tag.bookmark, x, y + self.height)
        yield
        canvas.close_text()
        self.is_drawn = True

    def _is_plain(self) -> bool:
        """One look, no link or bullet, flush left, and no line so full that its blanks must shrink."""
        para = self.blPara
        return (
            para.kind == 0
            and not para.link
            and not self.bulletText
            and self.style.alignment == TA_LEFT
            and all(line[0] >= 0 for line in para.lines)
        )

    def _print(self, x: float, y: float) -> None:
        para, style = self.blPara, self.style
        if not para.lines:
            return
        text = self.canv.beginText(x + style.leftIndent, y + self.height - getattr(para, "ascent", para.fontSize))
        text.setFont(para.fontName, para.fontSize, style.leading)
        text.setFillColor(para.textColor)
        for _spare, words in para.lines:
            text._textOut(" ".join(words), 1)  # noqa: SLF001 - as ReportLab's paragraph does
        self.canv.draw_apart(text)

    def filled(self, pages: Pages) -> Text:
        """The same text with its page numbers, at the same width."""
        made = [Run(run.later(pages), run.font, run.colour, run.link) if run.later else run for run in self.later or ()]
        text = typeset(made, self.style, self.tag, self.lost)
        text.wrap(self.width, 1e6)
        return text


def typeset(
    content: Content,
    style: ParagraphStyle,
    tag: Tag | None = None,
    lost: set[str] | None = None,
    bullet: str | None = None,
) -> Text:
    """A paragraph of `content`; characters that no font has are added to `lost`."""
    pieces = parts(content)
    frags = fragments(pieces, style, lost)
    text = Text(None, style, bullet, frags)
    tag = tag or Tag()
    if tag.elem is not None and len(frags) == 1 and frags[0].link:
        # A paragraph of one fragment takes ReportLab's short way, which reports no links: the whole of it is the link.
        tag = Tag(Elem("Link", tag.elem), tag.label, tag.bookmark)
    text.tag = tag
    if any(piece.later for piece in pieces):
        text.later, text.lost = pieces, lost
    return text


def fragments(pieces: list[Run], style: ParagraphStyle, lost: set[str] | None) -> list[Any]:
    """The fragments ReportLab lays out, one per font, colour and link."""
    return [
        _fragment(shown, font, run, style, number)
        for number, run in enumerate(pieces)
        for font, shown in runs(hold(clean(run.text)), run.font or style.fontName, lost)
    ]


def plain_link(link: str) -> str:
    """The bookmark or address without the number that tells two links of a paragraph to it apart."""
    return link.partition(_NUMBERED)[0]


def _fragment(text: str, font: str, run: Run, style: ParagraphStyle, number: int) -> Any:
    colour = run.colour or (LIGHT.accent_ink if run.link else "")
    return ParaFrag(
        text=text,
        fontName=font,
        fontSize=style.fontSize,
        textColor=HexColor(colour) if colour else style.textColor,
        rise=0,
        us_lines=[],
        link=[(0, f"{run.link}{_NUMBERED}{number}")] if _LINK.match(run.link) else [],
        bold=0,
        italic=0,
        greek=0,
    )
