"""A canvas that tags what is drawn (PDF/UA-1, PDF/A-2a) and knows its page numbers at the end.

Whatever is painted outside an element becomes an artifact by itself, so rules, backgrounds, footers and repeated table
heads need no care. Texts with page numbers are reserved while the pages are laid out and painted when the file is
saved: one pass is enough for "pagina 3 van 12".
"""

# ruff: noqa: SLF001 - tagging reaches into ReportLab's text objects and pages; nothing but this module does

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from vaartdesk.core.dataclass import dataclass
from vaartdesk.pdf.joining import Insert
from vaartdesk.pdf.marking import Balanced, Close, MarkedText, Open, with_artifacts
from vaartdesk.pdf.metadata import Passport, write_metadata
from vaartdesk.pdf.sheets import Sheets
from vaartdesk.pdf.structure import TaggedPage, write_structure
from vaartdesk.pdf.text import Bookmark, Text, plain_link
from vaartdesk.pdf.tree import Elem, Noted, Painted


@dataclass(frozen=True, slots=True)
class _Reserved:
    page: int
    token: str
    matrix: tuple[float, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class Numbers:
    """The final page numbers: `inserts` are (own page, number of foreign pages that come behind it)."""

    own: int
    places: dict[str, int]
    inserts: tuple[tuple[int, int], ...]

    @property
    def total(self) -> int:
        """All pages, foreign ones included."""
        return self.own + sum(count for _after, count in self.inserts)

    def final(self, own: int) -> int:
        """The number that one of our own pages bears in the finished file."""
        return own + sum(count for after, count in self.inserts if after < own)

    def of(self, key: str) -> int:
        """The page with bookmark `key`."""
        return self.final(self.places[key])


@dataclass(slots=True)
class Plan:
    """What a canvas needs beside the drawing: the tree, the metadata, the footer (canvas, page, total)."""

    root: Elem
    passport: Passport
    footer: Callable[[Any, int, int], None]
    link_titles: dict[str, str]


class TaggedCanvas(Canvas):
    """ReportLab's canvas with a structure tree; made by `vaartdesk.pdf.document`."""

    # Of ReportLab's canvas, used here and not in its published types.
    _annotationCount: int
    _annotationrefs: list[Any]
    _code: list[str]
    _currentMatrix: tuple[float, ...]
    _doc: Any
    _filename: Any
    _pageNumber: int
    _absRect: Callable[[Any, int], Any]
    _addAnnotation: Callable[[Any, str], None]
    _bookmarkReference: Callable[[str], Any]

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        self.plan = plan
        self._marks: list[Elem] = []
        self._texts: list[Elem] = []
        self._links: dict[str, Elem] = {}
        self._annotated: list[tuple[Any, Elem]] = []
        self._reserved: list[_Reserved] = []
        self._pages: list[TaggedPage] = []
        self.places: dict[str, int] = {}
        self.inserts: list[Insert] = []
        self.numbers = Numbers(0, {}, ())
        super().__init__(*args, **kwargs)

    # Marked content

    def set_date(self, moment: tuple[int, int, int, int, int, int]) -> None:
        """The file's date, in UTC: neither the clock's nor ReportLab's 1 January 2000."""
        self._doc._timeStamp = TimeStamp(invariant=1)
        self._doc._timeStamp.YMDhms = moment

    def _begin(self, elem: Elem) -> str:
        elem.kids.append(Painted(self._pageNumber, len(self._marks)))
        self._marks.append(elem)
        return f"/{elem.tag} <</MCID {len(self._marks) - 1}>> BDC"

    def open(self, elem: Elem) -> None:
        """What is drawn from here to `close` shows `elem`."""
        self._code.append(Open(self._begin(elem)))

    def close(self) -> None:
        """End what `open` began."""
        self._code.append(Close("EMC"))

    def open_text(self, elems: list[Elem]) -> None:
        """The elements of the next text objects: that of a bullet first, then that of the paragraph."""
        self._texts, self._links = elems, {}

    def close_text(self) -> None:
        """The paragraph has been drawn."""
        self._texts = []

    def beginText(self, x: float = 0, y: float = 0, *args: Any, **kwargs: Any) -> Any:
        """A text object; inside a paragraph its content is marked."""
        if not self._texts:
            return super().beginText(x, y, *args, **kwargs)
        elem = self._texts.pop(0) if len(self._texts) > 1 else self._texts[0]
        text = MarkedText(self, x, y)
        text.elem = elem
        text._code.append(self._begin(elem))
        return text

    def drawText(self, text: Any) -> None:
        """Put a finished text object on the page."""
        if not isinstance(text, MarkedText):
            super().drawText(text)
            return
        text._code.append("EMC")
        self._code.append(Balanced(text.getCode()))

    def draw_apart(self, text: Any) -> None:
        """Put a text object on the page that leaves nothing behind of its font and colour."""
        self._code.append("q")
        self.drawText(text)
        self._code.append("Q")

    def mark_link(self, text: MarkedText, target: str, what: str) -> None:
        """The words of a link to `target` begin or end in `text`."""
        # ReportLab reports "start" just after the first words of a link were put out, "end" after the last.
        if what == "start":
            if target not in self._links:
                self._links[target] = Elem("Link", text.elem)
            text._code[-1:-1] = ["EMC", self._begin(self._links[target])]
        else:
            text._code += ["EMC", self._begin(text.elem)]

    # Links and bookmarks

    def linkRect(self, contents: Any, destinationname: Any, Rect: Any = None, *args: Any, **kwargs: Any) -> None:  # noqa: N803
        """A link to a bookmark of this document."""
        target = plain_link(destinationname)
        title = contents or self.plan.link_titles.get(target, target)
        relative = kwargs.get("relative", 1)
        self._annotate(f"#{destinationname}", Rect, relative, title, Dest=self._bookmarkReference(target))

    def linkURL(self, url: Any, rect: Any, relative: int = 0, *args: Any, **kwargs: Any) -> None:
        """A link to an address."""
        address = plain_link(url)
        action = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})
        self._annotate(url, rect, relative, address, A=action)

    def _annotate(self, target: str, rect: Any, relative: int, title: str, **entries: Any) -> None:
        elem = self._links.get(target)
        if elem is None and self._texts and self._texts[-1].tag == "Link":
            elem = self._texts[-1]
        name = f"NUMBER{self._annotationCount + 1}"
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "F": 4,
                "Border": PDFArray([0, 0, 0]),
                "Rect": PDFArray(self._absRect(rect, relative)),
                "Contents": PDFString(title),
                **entries,
            }
        )
        if elem is not None:
            elem.kids.append(Noted(self._pageNumber, self._doc.annotationName(name)))
            self._annotated.append((annotation, elem))
        self._addAnnotation(annotation, name)

    def bookmark(self, mark: Bookmark, x: float, height: float) -> None:
        """Set `mark` at x and `height` from the current origin."""
        self.bookmarkHorizontal(mark.key, x, height)
        self.places[mark.key] = self._pageNumber
        if mark.level >= 0:
            self.addOutlineEntry(mark.shown, mark.key, mark.level, closed=0)

    # Page numbers

    def insert(self, sheets: Sheets, label: str, bookmark: str) -> None:
        """Foreign sheets come behind this page."""
        self.inserts.append(Insert(self._pageNumber, sheets, label, bookmark))

    def reserve(self, text: Text) -> None:
        """Keep the place of a text whose page numbers are not known yet."""
        if text.tag.bookmark:
            self.bookmark(text.tag.bookmark, 0, text.height)
        token = f"%reserved {len(self._reserved)}."
        self._reserved.append(_Reserved(self._pageNumber, token, self._currentMatrix, text))
        self._code.append(Balanced(token))

    def _fill(self, numbers: Numbers) -> None:
        for place in self._reserved:
            page, tagged = self._doc.Pages.pages[place.page - 1], self._pages[place.page - 1]
            self._code, self._pageNumber = [], place.page
            self._marks, self._annotationrefs = tagged.marks, page.Annots
            self.init_graphics_state()
            self._currentMatrix = place.matrix
            text = place.text.filled(numbers)
            text.canv = self
            text.paint()
            page.stream = page.stream.replace(place.token, "\n".join(self._code), 1)

    # Pages

    def showPage(self) -> None:
        """End the page: what was painted outside an element becomes an artifact."""
        self.doForm(f"footer{self._pageNumber}")
        self._code[:] = with_artifacts(self._code)
        marks, self._marks = self._marks, []
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages)
        page.Tabs = PDFName("S")
        self._pages.append(TaggedPage(marks))

    def save(self) -> None:
        """Write the file: page numbers, footers, structure and metadata, then the pages."""
        if self._code:
            self.showPage()
        self.numbers = numbers = Numbers(
            len(self._pages), self.places, tuple((insert.after, insert.sheets.count) for insert in self.inserts)
        )
        self._fill(numbers)
        for own in range(1, numbers.own + 1):
            self.beginForm(f"footer{own}")
            self.plan.footer(self, numbers.final(own), numbers.total)
            self.endForm()
        write_structure(self._doc, self.plan.root, self._pages, self._annotated)
        write_metadata(self._doc, self.plan.passport)
        self._doc.SaveToFile(self._filename, self)
