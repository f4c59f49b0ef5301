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


def put(pdf: Pdf, path: Path | None) -> bytes:
    """The bytes of an open Pdf; with a `path` it is written there and nothing is answered, which takes less memory.

    A file at `path` is replaced only when the new one is whole and on disk; OSError when that fails.
    """
    if path is None:
        buffer = io.BytesIO()
        _write(pdf, buffer)
        return buffer.getvalue()
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            _write(pdf, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return b""


def _write(pdf: Pdf, target: Any) -> None:
    pdf.save(
        target,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        recompress_flate=True,
        deterministic_id=True,
    )
