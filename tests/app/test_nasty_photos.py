"""Photos that are none, or that would blow up, at the command line: one Dutch sentence, and nothing half."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cli_terminal import ADD, Terminal
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from workspace import open_desk

NORTH, EAST = (52.0, 59.0, 30.0), (6.0, 33.0, 45.0)


def encoded(image: Image.Image, kind: str, **more: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def jpeg(**more: Any) -> bytes:
    return encoded(Image.new("RGB", (64, 48), "brown"), "JPEG", **more)


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG that says to be enormous."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(4_000_000))), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(b)) + n + b + struct.pack(">I", zlib.crc32(n + b)) for n, b in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def located(latitude: tuple[float, ...], north: str, longitude: tuple[float, ...], east: str) -> bytes:
    """A photo whose camera says where it was taken."""
    tags = Image.Exif()
    tags.get_ifd(0x8825).update({1: north, 2: latitude, 3: east, 4: longitude})
    return jpeg(exif=tags)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (bomb(), "miljoen beeldpunten"),
        (jpeg()[:-60], "beschadigd of onvolledig"),
        (b"", "Dit is geen foto"),
        (b"%PDF-1.7 foto", "Dit is geen foto"),
        (b"\x00\x00\x00\x18ftypheic" + b"\0" * 40, "geen foto"),
    ],
    ids=["bomb", "cut", "empty", "pdf", "heic-without-picture"],
)
def test_what_is_no_photo_is_refused_and_no_ticket_is_made(
    terminal: Terminal, tmp_path: Path, data: bytes, told: str
) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(data)
    assert told in terminal.refuses(*ADD, "--photo", str(path))
    assert terminal.json("ticket", "list") == []
    assert terminal.refuses(*ADD, "--photo", str(tmp_path / "weg.jpg"))


@pytest.mark.parametrize(
    "data",
    [
        encoded(Image.new("CMYK", (64, 48), (0, 255, 255, 0)), "JPEG"),
        encoded(Image.new("I;16", (64, 48), 40_000), "PNG"),
        encoded(Image.new("LA", (64, 48), (90, 10)), "PNG"),
        encoded(Image.new("RGB", (64, 48)), "WEBP"),
    ],
    ids=["cmyk", "16-bit", "half-transparent", "webp"],
)
def test_odd_photos_are_kept_as_plain_ones(terminal: Terminal, clock: FixedClock, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "foto.png"
    path.write_bytes(data)
    assert terminal(*ADD, "--photo", str(path)) == 0, terminal.err
    with open_desk(terminal.folder, clock) as desk:
        (row,) = desk.rows("ticket")
        (kept,) = desk.attachments(Ref("ticket", row["id"]))
        with Image.open(BytesIO(desk.files.get(kept["sha256"]) or b"")) as image:
            assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (64, 48))


@pytest.mark.accept("T24")
@pytest.mark.parametrize(
    ("data", "is_taken"),
    [
        (located((0.0, 0.0, 0.0), "N", (0.0, 0.0, 0.0), "E"), False),
        (located((40.0, 25.0, 0.0), "N", (3.0, 42.0, 0.0), "W"), False),
        (located((95.0, 0.0, 0.0), "N", EAST, "E"), False),
        (located(NORTH, "N", EAST, "E"), True),
    ],
    ids=["zero", "madrid", "no-latitude", "assen"],
)
def test_a_place_that_cannot_be_is_not_taken_over(
    terminal: Terminal, tmp_path: Path, data: bytes, is_taken: bool
) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(data)
    assert terminal(*ADD, "--photo", str(path)) == 0, terminal.err
    (ticket,) = terminal.json("ticket", "list")
    assert bool(ticket.get("latitude")) is is_taken
    assert b"Exif" not in b"".join(p.read_bytes() for p in (terminal.folder / "files").rglob("*") if p.is_file())
