"""Mail that is ready to be looked at and sent: `.eml` files in the workspace's folder `concepten`, for some days.

A draft is a copy: what it says is in the records it was made of, so the folder is no part of backup or exchange, and
what is older than a week goes by itself (addresses of people are in it).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vaartdesk.core.text import _, file_stem
from vaartdesk.formats.mail import Draft, Enclosure, MailError, write_eml
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.store.errors import translate
from vaartdesk.store.files import write_file

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

FOLDER: Final = "concepten"
KEPT: Final = timedelta(days=7)
HEAVIEST: Final = 15_000_000
"""Mail servers refuse more than some 20 MB, and a file grows by a third on its way."""


def put_draft(desk: Desk, draft: Draft, name: str) -> Path:
    """Write a draft and return where it lies. ``name``: what it is called, any text.

    Raises Refused for an address that cannot be, and when the disk does not want it.
    """
    folder = desk.folder / FOLDER
    try:
        data = write_eml(draft, date=desk.clock.now())
        folder.mkdir(exist_ok=True)
        _sweep(desk, folder)
        path = _free(folder / f"{file_stem(name) or 'mail'}.eml")
        write_file(path, data)
        os.utime(path, (desk.clock.now().timestamp(),) * 2)  # its age is told by the program's clock
    except MailError as error:
        raise Refused([Problem("", str(error))]) from error
    except OSError as error:
        raise Refused([Problem("", str(translate(error) or error))]) from error
    return path


def photos_of(desk: Desk, refs: Sequence[Ref]) -> tuple[Enclosure, ...]:
    """The photos of records as enclosures, as many as a mail carries; one that vanished is left out."""
    found: list[Enclosure] = []
    room = HEAVIEST
    for ref in refs:
        number = str((desk.get(ref) or {}).get("number") or "")
        for row in desk.attachments(ref):
            data = desk.files.get(row["sha256"]) if row["is_photo"] else None
            if data is not None and len(data) <= room:
                room -= len(data)
                name = f"{number} {row['title']}".strip() if len(refs) > 1 else row["title"]
                found.append(Enclosure(name, data, row["mime"] or "image/jpeg"))
    return tuple(found)


def signed_by(desk: Desk) -> tuple[str, ...]:
    """The lines under the greeting: who sits here, and the organisation."""
    who = desk.title(desk.who) if desk.who else ""
    house = str(desk.setting("organisation", str(_("Vaart in Assen"))))
    return tuple(line for line in (who, house) if line)


def _free(path: Path) -> Path:
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def _sweep(desk: Desk, folder: Path) -> None:
    """Drafts of more than a week ago go; one that a mail program holds stays until the next time."""
    before = (desk.clock.now() - KEPT).timestamp()
    for old in folder.glob("*.eml"):
        try:
            if old.stat().st_mtime < before:
                old.unlink()
        except OSError:
            continue
