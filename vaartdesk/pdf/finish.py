"""The last hand on a PDF, by qpdf: version 1.7, small, and the same bytes for the same input."""

from __future__ import annotations

import io
from typing import Any

import pikepdf


def finish(data: bytes) -> bytes:
    """`data` rewritten: object streams (the structure tree is large without them), line ends where PDF/A wants them,
    an id made of the content, and every stream packed by qpdf's own zlib rather than the machine's.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return saved(pdf)


def saved(pdf: Any) -> bytes:
    """The bytes of an open Pdf."""
    out = io.BytesIO()
    pdf.save(
        out,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        recompress_flate=True,
        deterministic_id=True,
    )
    return out.getvalue()
