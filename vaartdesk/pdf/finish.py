"""The last hand on a PDF, by qpdf: version 1.7, small, and the same bytes for the same input."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Pdf


def finish(data: bytes, path: Path | None = None) -> bytes:
    """`data` rewritten: object streams (the structure tree is large without them), line ends where PDF/A wants them,
    an id made of the content, and every stream packed by qpdf's own zlib rather than the machine's. See `put`.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return put(pdf, path)


def put(pdf: Pdf, path: Path | None, *, repack: bool = True) -> bytes:
    """The bytes of an open Pdf; with a `path` it is written there and nothing is answered, which takes less memory.

    Without `repack` streams that are packed already go in as they are.

    A file at `path` is replaced only when the new one is whole and on disk; OSError when that fails.
    """
    if path is None:
        buffer = io.BytesIO()
        _write(pdf, buffer, repack)
        return buffer.getvalue()
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            _write(pdf, file, repack)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return b""


def _write(pdf: Pdf, target: Any, repack: bool) -> None:
    pdf.save(
        target,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        recompress_flate=repack,
        deterministic_id=True,
    )
