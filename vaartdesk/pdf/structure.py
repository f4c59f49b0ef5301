"""Writes the structure tree and the way back from page content to it (ISO 32000-1, 14.7)."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFObjectReference, PDFString

from vaartdesk.core.dataclass import dataclass
from vaartdesk.pdf.tree import Elem, Painted


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page's elements by marked-content number."""

    marks: list[Elem]


class _Written(PDFObject):
    """An indirect object of ready text."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        return self.text.encode("latin-1")


def write_structure(doc: Any, root: Elem, pages: list[TaggedPage], annotated: list[tuple[Any, Elem]]) -> None:
    """Put the tree under `root` into the catalog of `doc`; `annotated` are link annotations with their elements.

    Every object has its number before a line is written, so that the tree, the greater part of a file, is plain text.
    """
    top = _Written()
    home = _number(doc, top, "StructRoot")
    written: list[tuple[_Written, Elem]] = []
    root.prune()
    for count, elem in enumerate(root.walk()):
        written.append((_Written(), elem))
        elem.number = _number(doc, written[-1][0], f"Struct{count}")
    tree = _Tree(doc, home)
    for item, elem in written:
        item.text = tree.element(elem)
    parents = _number(doc, _Written(_parents(pages, annotated)), "ParentTree")
    following = len(pages) + len(annotated)
    top.text = (
        f"<</Type /StructTreeRoot /K {_reference(root)} /ParentTree {parents} 0 R /ParentTreeNextKey {following}>>"
    )
    doc.Catalog.StructTreeRoot = PDFObjectReference("StructRoot")
    doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _number(doc: Any, item: PDFObject, name: str) -> int:
    """Make `item` an object of the file; answers its number."""
    doc.Reference(item, name)
    return _number_of(doc, name)


def _number_of(doc: Any, name: str) -> int:
    return int(doc.idToObjectNumberAndVersion[name][0])


def _reference(elem: Elem) -> str:
    # An element that was pruned while something still points at it would be a fault of ours.
    assert elem.number >= 0, elem.tag
    return f"{elem.number} 0 R"


class _Tree:
    """Spells elements; `home` is the object number of the root above the first."""

    def __init__(self, doc: Any, home: int) -> None:
        self.doc = doc
        self.home = home
        self.pages: dict[int, int] = {}

    def page(self, number: int) -> str:
        """A reference to a page."""
        if number not in self.pages:
            self.pages[number] = _number_of(self.doc, f"Page{number}")
        return f"{self.pages[number]} 0 R"

    def element(self, elem: Elem) -> str:
        """The whole of an element."""
        home = next((kid.page for kid in elem.kids if isinstance(kid, Painted)), 0)
        text = f"<</Type /StructElem /S /{elem.tag} /P {elem.parent.number if elem.parent else self.home} 0 R"
        if home:
            text += f" /Pg {self.page(home)}"
        if elem.alt:
            text += f" /Alt {PDFString(elem.alt).format(self.doc).decode('latin-1')}"
        if elem.attributes:
            text += f" /A {elem.attributes}"
        return f"{text} /K [{' '.join([self.kid(kid, home) for kid in elem.kids])}]>>"

    def kid(self, kid: Any, home: int) -> str:
        """What stands in an element whose content is on page `home`."""
        if isinstance(kid, Elem):
            return _reference(kid)
        if not isinstance(kid, Painted):
            note = _number_of(self.doc, kid.annotation)
            return f"<</Type /OBJR /Pg {self.page(kid.page)} /Obj {note} 0 R>>"
        return str(kid.mcid) if kid.page == home else f"<</Type /MCR /Pg {self.page(kid.page)} /MCID {kid.mcid}>>"


def _parents(pages: list[TaggedPage], annotated: list[tuple[Any, Elem]]) -> str:
    lines = [f"{key} [{' '.join([_reference(elem) for elem in page.marks])}]" for key, page in enumerate(pages)]
    for key, (annotation, elem) in enumerate(annotated, len(pages)):
        annotation["StructParent"] = key
        lines.append(f"{key} {_reference(elem)}")
    return "<</Nums [" + "\n".join(lines) + "]>>"
