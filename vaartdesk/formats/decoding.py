"""Text from bytes of unknown encoding, as other programs write them."""

from __future__ import annotations


def decoded(data: bytes) -> str:
    """Guessing by statistics has read Dutch as Baltic; a byte order mark or valid UTF-8 is no guess. Else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
