"""Pages made by others: what would clash with our document or act by itself is taken out before they come in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Pdf

from vaartdesk.core.dataclass import dataclass

# Where a link inside the file leads, while its page has no place in the new file yet.
PLACE: Final = "/VaartDeskPage"

_PAGE_KEYS: Final = ("/StructParents", "/AA", "/Metadata", "/PieceInfo", "/B", "/Tabs")
_NOTE_KEYS: Final = ("/StructParent", "/P", "/AA", "/Popup", "/Parent")
_ACTING: Final = ("/Widget", "/Screen", "/Movie", "/Sound", "/RichMedia", "/3D", "/FileAttachment")
_MAX_ENTRIES: Final = 500
_MAX_DEPTH: Final = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark of the file: its title, the 0-based page it leads to, what is under it."""

    title: str
    page: int
    under: tuple[Entry, ...]


def prepare(pdf: Pdf) -> None:
    """Take tags, forms (made flat), scripts, media and actions out; links inside the file become page numbers."""
    _flatten_forms(pdf)
    finder = _Finder(pdf)
    for page in pdf.pages:
        _drop(page.obj, _PAGE_KEYS)
        notes = page.obj.get("/Annots")
        if isinstance(notes, Array):
            page.obj.Annots = Array([note for note in notes if _is_harmless(note, finder)])
        elif notes is not None:
            del page.obj["/Annots"]


def _flatten_forms(pdf: Pdf) -> None:
    if "/AcroForm" not in pdf.Root:
        return
    if "/XFA" in pdf.Root.AcroForm:
        del pdf.Root.AcroForm["/XFA"]
    for page in pdf.pages:
        for note in page.obj.get("/Annots", ()):
            _give_appearance(pdf, note)
    pdf.generate_appearance_streams()
    pdf.flatten_annotations("all")


def _give_appearance(pdf: Pdf, note: Any) -> None:
    """An empty picture for a field that has none: qpdf only fills those that are there, and flattening drops the rest."""
    if not isinstance(note, Dictionary) or note.get("/Subtype") != "/Widget" or "/AP" in note or "/Rect" not in note:
        return
    left, bottom, right, top = (float(edge) for edge in note.Rect)
    form = pdf.make_stream(b"/Tx BMC\nEMC\n")
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, abs(right - left), abs(top - bottom)])
    form.Resources = pdf.Root.AcroForm.get("/DR", Dictionary())
    note.AP = Dictionary(N=form)
    pdf.Root.AcroForm.NeedAppearances = True


def _drop(found: Any, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in found:
            del found[key]


def _is_harmless(note: Any, finder: _Finder) -> bool:
    """Whether an annotation may stay; a link that may is rewritten on the way."""
    if not isinstance(note, Dictionary) or note.get("/Subtype") in _ACTING:
        return False
    _drop(note, _NOTE_KEYS)
    action = note.get("/A")
    page = finder.page_of(_destination(note))
    is_web = isinstance(action, Dictionary) and action.get("/S") == "/URI"
    if note.get("/Subtype") != "/Link":
        _drop(note, ("/A", "/Dest"))
        return True
    if page is not None:
        _drop(note, ("/A", "/Dest"))
        note[PLACE] = page
    elif is_web:
        _drop(action, ("/Next",))
    return page is not None or is_web


def _destination(holder: Any) -> Any:
    """The destination of a link or bookmark, direct or by a GoTo action."""
    found = holder.get("/Dest")
    if found is not None:
        return found
    action = holder.get("/A")
    return action.get("/D") if isinstance(action, Dictionary) and action.get("/S") == "/GoTo" else None


class _Finder:
    """Finds the page of a destination, named or explicit."""

    def __init__(self, pdf: Pdf) -> None:
        self.index = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.old_names = pdf.Root.get("/Dests", Dictionary())
        self.names: Mapping[str, Any] | NameTree = {}
        names = pdf.Root.get("/Names")
        if isinstance(names, Dictionary) and "/Dests" in names:
            self.names = NameTree(names.Dests)

    def page_of(self, destination: Any) -> int | None:
        """The 0-based page; None when there is none."""
        try:
            if isinstance(destination, pikepdf.String):
                destination = self.names[str(destination)]
            elif isinstance(destination, Name):
                destination = self.old_names.get(destination)
            if isinstance(destination, Dictionary):
                destination = destination.get("/D")
            return self.index.get(destination[0].objgen)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError, pikepdf.PdfError):
            return None


def read_outline(pdf: Pdf) -> tuple[Entry, ...]:
    """The bookmarks of a file, however crooked: loops end, depth and number are limited."""
    finder = _Finder(pdf)
    seen: set[tuple[int, int]] = set()

    def level(node: Any, depth: int) -> tuple[Entry, ...]:
        found = []
        while isinstance(node, Dictionary) and node.objgen not in seen and len(seen) < _MAX_ENTRIES:
            seen.add(node.objgen)
            under = level(node.get("/First"), depth + 1) if depth < _MAX_DEPTH else ()
            page = finder.page_of(_destination(node))
            if page is None and under:
                page = under[0].page
            if page is not None:
                found.append(Entry(str(node.get("/Title", "")), page, under))
            node = node.get("/Next")
        return tuple(found)

    top = pdf.Root.get("/Outlines")
    return level(top.get("/First"), 0) if isinstance(top, Dictionary) else ()


def has_ink(page: Any) -> bool:
    """False when the content of a page is gone or cannot be unpacked."""
    try:
        page.contents_coalesce()
        return bool(page.obj.Contents.read_bytes().strip())
    except (AttributeError, KeyError, TypeError, pikepdf.PdfError):
        return False
