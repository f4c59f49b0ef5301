"""Writes the structure tree and the way back from page content to it (ISO 32000-1, 14.7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFObjectReference, PDFString

from vaartdesk.pdf.tree import Elem, Painted

_ROOT: Final = PDFObjectReference("StructRoot")


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page's elements by marked-content number."""

    marks: list[Elem]


class _Written(PDFObject):
    """An indirect object of ready text, references and strings."""

    __RefOnly__ = 1

    def __init__(self, pieces: list[Any]) -> None:
        self.pieces = pieces

    def format(self, document: Any) -> bytes:
        return b"".join(
            piece.encode("latin-1") if isinstance(piece, str) else piece.format(document) for piece in self.pieces
        )


def write_structure(doc: Any, root: Elem, pages: list[TaggedPage], annotated: list[tuple[Any, Elem]]) -> None:
    """Put the tree under `root` into the catalog of `doc`; `annotated` are link annotations with their elements."""
    for number, elem in enumerate(list(root.prune())):
        elem.number = number
        doc.Reference(_Written(_element(elem)), f"Struct{number}")
    doc.Reference(_Written(_parents(pages, annotated)), "ParentTree")
    following = len(pages) + len(annotated)
    top = ["<</Type /StructTreeRoot /K ", _reference(root), " /ParentTree ", PDFObjectReference("ParentTree")]
    doc.Reference(_Written([*top, f" /ParentTreeNextKey {following}>>"]), "StructRoot")
    doc.Catalog.StructTreeRoot = _ROOT
    doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _reference(elem: Elem) -> Any:
    # An element that was pruned while something still points at it would be a fault of ours.
    assert elem.number >= 0, elem.tag
    return PDFObjectReference(f"Struct{elem.number}")


def _page(number: int) -> Any:
    return PDFObjectReference(f"Page{number}")


def _element(elem: Elem) -> list[Any]:
    home = next((kid.page for kid in elem.kids if isinstance(kid, Painted)), 0)
    parent = _ROOT if elem.parent is None else PDFObjectReference(f"Struct{elem.parent.number}")
    pieces: list[Any] = [f"<</Type /StructElem /S /{elem.tag} /P ", parent]
    if home:
        pieces += [" /Pg ", _page(home)]
    if elem.alt:
        pieces += [" /Alt ", PDFString(elem.alt)]
    if elem.attributes:
        pieces.append(f" /A {elem.attributes}")
    pieces.append(" /K [")
    for kid in elem.kids:
        pieces += _kid(kid, home)
    return [*pieces, "]>>"]


def _kid(kid: Any, home: int) -> list[Any]:
    if isinstance(kid, Elem):
        return [_LateReference(kid), " "]
    if isinstance(kid, Painted):
        if kid.page == home:
            return [f"{kid.mcid} "]
        return ["<</Type /MCR /Pg ", _page(kid.page), f" /MCID {kid.mcid}>> "]
    return ["<</Type /OBJR /Pg ", _page(kid.page), " /Obj ", PDFObjectReference(kid.annotation), ">> "]


class _LateReference(PDFObject):
    """A reference to an element that gets its number later on."""

    def __init__(self, elem: Elem) -> None:
        self.elem = elem

    def format(self, document: Any) -> bytes:
        found: bytes = _reference(self.elem).format(document)
        return found


def _parents(pages: list[TaggedPage], annotated: list[tuple[Any, Elem]]) -> list[Any]:
    pieces: list[Any] = ["<</Nums ["]
    for key, page in enumerate(pages):
        pieces.append(f"{key} [")
        for elem in page.marks:
            pieces += [_LateReference(elem), " "]
        pieces.append("]\n")
    for key, (annotation, elem) in enumerate(annotated, len(pages)):
        annotation["StructParent"] = key
        pieces += [f"{key} ", _LateReference(elem), "\n"]
    return [*pieces, "]>>"]
