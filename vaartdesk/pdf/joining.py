"""Puts foreign sheets behind the pages of ours that announce them; no link of ours has to be rewritten for it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Name, OutlineItem, Pdf

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.progress import tell
from vaartdesk.core.text import _
from vaartdesk.pdf.finish import put
from vaartdesk.pdf.foreign import PLACE, Entry
from vaartdesk.pdf.sheets import Sheets
from vaartdesk.pdf.stamps import stamp_pages


@dataclass(frozen=True, slots=True)
class Insert:
    """Sheets that come behind our own page `after` (1-based); `label` is on the stamp, `bookmark` the outline entry that
    gets the file's own bookmarks.
    """

    after: int
    sheets: Sheets
    label: str
    bookmark: str


def join(own: bytes, inserts: Sequence[Insert], path: Path | None = None) -> bytes:
    """`own` with the sheets of all `inserts` in it, stamped and linked; the same input gives the same bytes. See `put`."""
    with pikepdf.open(io.BytesIO(own)) as pdf:
        _unpack(pdf)
        firsts = _insert(pdf, inserts)
        _stamp(pdf, inserts, firsts)
        _add_outlines(pdf, inserts, firsts)
        _attach(pdf, inserts)
        return put(pdf, path, repack=False)


def _unpack(pdf: Pdf) -> None:
    """Pictures of ours that this machine's zlib packed are left to qpdf's, as `finish` does; sheets of others stay as they
    came.
    """
    for page in pdf.pages:
        for picture in page.resources.get("/XObject", {}).values():
            if "/FlateDecode" in str(picture.get("/Filter", "")):
                picture.write(picture.read_bytes())


def _insert(pdf: Pdf, inserts: Sequence[Insert]) -> list[int]:
    """Put the pages in; answers the 0-based place of the first one of each insert."""
    firsts, shift = [], 0
    for insert in inserts:
        first = insert.after + shift
        firsts.append(first)
        tell(0.8 + 0.1 * len(firsts) / len(inserts))
        if insert.sheets.pdf is None:
            continue
        for place, page in enumerate(insert.sheets.pdf.pages, first):
            pdf.pages.insert(place, page)
        for place in range(first, first + insert.sheets.count):
            _restore_links(pdf, pdf.pages[place], first)
        shift += insert.sheets.count
    return firsts


def _restore_links(pdf: Pdf, page: Any, first: int) -> None:
    for note in page.obj.get("/Annots", ()):
        if PLACE in note:
            note.Dest = Array([pdf.pages[first + int(note[PLACE])].obj, Name.Fit])
            del note[PLACE]


def _stamp(pdf: Pdf, inserts: Sequence[Insert], firsts: Sequence[int]) -> None:
    total = len(pdf.pages)
    places, texts = [], []
    for insert, first in zip(inserts, firsts, strict=True):
        for sheet in range(insert.sheets.count):
            places.append(first + sheet)
            of_file = _("{label}, blad {sheet} van {count}").format(
                label=insert.label, sheet=sheet + 1, count=insert.sheets.count
            )
            of_all = _("pagina {page} van {total}").format(page=first + sheet + 1, total=total)
            texts.append(f"{of_file}  ·  {of_all}")
    if texts:
        stamp_pages(pdf, places, texts)


def _add_outlines(pdf: Pdf, inserts: Sequence[Insert], firsts: Sequence[int]) -> None:
    with pdf.open_outline() as outline:
        entries = {entry.title: entry for entry in _walk(outline.root)}
        for insert, first in zip(inserts, firsts, strict=True):
            if insert.bookmark in entries:
                entries[insert.bookmark].children.extend(_items(insert.sheets.outline, first))


def _walk(entries: Iterable[Any]) -> Iterator[Any]:
    for entry in entries:
        yield entry
        yield from _walk(entry.children)


def _items(entries: Iterable[Entry], first: int) -> list[OutlineItem]:
    found = []
    for entry in entries:
        item = OutlineItem(entry.title, first + entry.page)
        item.children.extend(_items(entry.under, first))
        found.append(item)
    return found


def _attach(pdf: Pdf, inserts: Iterable[Insert]) -> None:
    """A file that could not be joined, or only after repair, goes along as it is."""
    for insert in inserts:
        if not insert.sheets.is_whole and _is_there(insert.sheets):
            name = f"{insert.label} {insert.sheets.name}"
            # Dates are left out: they would be the clock's.
            pdf.attachments[name] = pikepdf.AttachedFileSpec(
                pdf, insert.sheets.read(), filename=name, creation_date="", mod_date=""
            )


def _is_there(sheets: Sheets) -> bool:
    return isinstance(sheets.source, bytes) or sheets.source.is_file()
