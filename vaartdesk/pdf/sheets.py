"""A PDF of somebody else that is to be joined: opened with care, or with a reason why not."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pikepdf
from pikepdf import Pdf

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.pdf.foreign import Entry, has_ink, prepare, read_outline

MAX_PAGES: Final = 2000
MAX_BYTES: Final = 500_000_000


@dataclass(slots=True)
class Sheets:
    """The sheets of one file. Without `pdf`, `reason` says in Dutch why; `note` is a remark on a repaired file.

    The Pdf stays open until `close`: a file that was joined is read when the new one is written.
    """

    name: str
    source: Path | bytes
    pdf: Pdf | None = None
    reason: str = ""
    note: str = ""
    outline: tuple[Entry, ...] = ()

    @property
    def count(self) -> int:
        """The number of sheets, 0 when it cannot be joined."""
        return len(self.pdf.pages) if self.pdf is not None else 0

    @property
    def is_whole(self) -> bool:
        """Whether the sheets show all there is; otherwise the file itself has to go along."""
        return self.pdf is not None and not self.note

    def read(self) -> bytes:
        """The file as it is."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()

    def close(self) -> None:
        """Let go of the file."""
        if self.pdf is not None:
            self.pdf.close()


def open_sheets(name: str, source: Path | bytes) -> Sheets:
    """Open a PDF for joining; never raises for what is in it. A path is better than bytes: less memory is used."""
    sheets = Sheets(name, source)
    try:
        with _limits(sheets):
            sheets.pdf = pikepdf.open(io.BytesIO(source) if isinstance(source, bytes) else source)
            _examine(sheets, sheets.pdf)
    except pikepdf.PasswordError:
        sheets.reason = str(_("Het bestand is beveiligd met een wachtwoord."))
    except FileNotFoundError:
        sheets.reason = str(_("Het bestand ontbreekt."))
    except Exception as error:  # noqa: BLE001 - whatever a stranger's file may raise
        sheets.reason = str(error) if isinstance(error, _Refused) else str(_("Het bestand is geen leesbare PDF."))
    if sheets.reason and sheets.pdf is not None:
        sheets.pdf.close()
        sheets.pdf = None
    return sheets


class _Refused(Exception):
    """A file that could be opened and still is not joined."""


@contextmanager
def _limits(sheets: Sheets) -> Iterator[None]:
    size = len(sheets.source) if isinstance(sheets.source, bytes) else sheets.source.stat().st_size
    if size > MAX_BYTES:
        raise _Refused(str(_("Het bestand is te groot.")))
    yield


def _examine(sheets: Sheets, pdf: Pdf) -> None:
    if not pdf.pages:
        raise _Refused(str(_("Het bestand heeft geen bladen.")))
    if len(pdf.pages) > MAX_PAGES:
        raise _Refused(_("Het bestand heeft meer dan {most} bladen.").format(most=MAX_PAGES))
    # The list of warnings is emptied by asking for it.
    if pdf.get_warnings():
        sheets.note = _repaired(pdf)
    prepare(pdf)
    sheets.outline = read_outline(pdf)


def _repaired(pdf: Pdf) -> str:
    note = str(_("Het bestand was beschadigd en is zo goed mogelijk hersteld; controleer of alles er staat."))
    empty = [str(number) for number, page in enumerate(pdf.pages, 1) if not has_ink(page)]
    if empty:
        note += " " + _("Zonder inhoud: blad {sheets}.").format(sheets=", ".join(empty))
    return note
