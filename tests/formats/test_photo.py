from __future__ import annotations

import base64
import builtins
import struct
import zlib
from datetime import datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from vaartdesk.formats import photo as module
from vaartdesk.formats.photo import MAX_BYTES, PhotoError, read_photo, thumbnail

# White, 96 x 64, a red square left above; held a quarter turned; taken 1 June 2026 in Assen. Made for this test.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAA"
    "AAAERAAAIAAQAAAAABxQABAAAAAAAAADEAAgAAAAAB9gABAAAAAAAAANwAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVp"
    "bmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA4GlwcnAAAADAaXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGE"
    "ABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAi"
    "QAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABgAAAAQAAAABBwaXhpAAAAAAMICAgAAAAJaXJvdAMAAAAYaXBtYQAAAAAAAAABAA"
    "EFgQIDBIUAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAARVtZGF0AAAALSgBr1j5DpJf//aBX/9tfkPnlWiS39EvSL4gif9QBuVW/aUzMdMP"
    "P+Z8WrrxPAAAAAZFeGlmAABNTQAqAAAACAADARIAAwAAAAEABgAAh2kABAAAAAEAAAAyiCUABAAAAAEAAABsAAAAAAACkAMAAgAAABQAAABQkB"
    "EAAgAAAAcAAABkAAAAADIwMjY6MDY6MDEgMTQ6MDU6MDYAKzAyOjAwAAAABAABAAIAAAACTgAAAAACAAUAAAADAAAAogADAAIAAAACRQAAAAAE"
    "AAUAAAADAAAAugAAAAAAAAA0AAAAAQAAADsAAAABAAAAHgAAAAEAAAAGAAAAAQAAACEAAAABAAAALQAAAAE="
)
SUMMER = timezone(timedelta(hours=2))
NORTH, EAST = (52.0, 59.0, 30.0), (6.0, 33.0, 45.0)
RED = (200, 0, 0)


def picture(width: int = 96, height: int = 64, mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, (width, height), "white")
    image.paste(RED, (0, 0, width // 3, height // 2))
    return image


def exif(
    *, orientation: int = 1, taken: Any = None, offset: Any = None, gps: dict[int, Any] | None = None
) -> Image.Exif:
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = "Maker"
    details = tags.get_ifd(0x8769)
    if taken is not None:
        details[0x9003] = taken
    if offset is not None:
        details[0x9011] = offset
    tags.get_ifd(0x8825).update(gps or {})
    return tags


def jpeg(image: Image.Image | None = None, tags: Image.Exif | None = None, **options: Any) -> bytes:
    out = BytesIO()
    (image or picture()).save(out, "JPEG", exif=tags or Image.Exif(), quality=95, **options)
    return out.getvalue()


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pixel(data: bytes, x: int, y: int) -> tuple[int, ...]:
    found = Image.open(BytesIO(data)).convert("RGB").getpixel((x, y))
    assert isinstance(found, tuple)
    return tuple(int(part) for part in found)


def is_red(colour: tuple[int, ...]) -> bool:
    return colour[0] > 150 and colour[1] < 80


@pytest.mark.accept("T10")
def test_a_large_photo_is_kept_at_1920_pixels() -> None:
    photo = read_photo(jpeg(picture(4000, 3000)))
    assert (photo.width, photo.height) == (1920, 1440)
    assert Image.open(BytesIO(photo.jpeg)).size == (1920, 1440)
    upright = read_photo(jpeg(picture(500, 4000)))
    assert (upright.width, upright.height) == (240, 1920)


@pytest.mark.accept("T10")
def test_a_small_photo_is_not_blown_up() -> None:
    photo = read_photo(jpeg(picture(96, 64)))
    assert (photo.width, photo.height) == (96, 64)


@pytest.mark.accept("T10")
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    turned = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    held = picture() if orientation == 1 else picture().transpose(Image.Transpose(turned[orientation]))
    photo = read_photo(jpeg(held, exif(orientation=orientation)))
    assert (photo.width, photo.height) == (96, 64)
    assert is_red(pixel(photo.jpeg, 5, 5))
    assert not is_red(pixel(photo.jpeg, 90, 5))
    assert not is_red(pixel(photo.jpeg, 5, 60))


@pytest.mark.accept("T10", "T24")
def test_when_and_where_are_told_and_the_stored_copy_no_longer_knows() -> None:
    tags = exif(taken="2026:06:01 14:05:06", offset="+02:00", gps={1: "N", 2: NORTH, 3: "E", 4: EAST})
    photo = read_photo(jpeg(tags=tags, comment=b"Jan Jansen", xmp=b"<x:xmpmeta/>", icc_profile=b"profile"))
    assert photo.taken_at == datetime(2026, 6, 1, 14, 5, 6, tzinfo=SUMMER)
    assert photo.latitude == pytest.approx(52.9916667)
    assert photo.longitude == pytest.approx(6.5625)
    assert not photo.is_place_doubtful
    stored = Image.open(BytesIO(photo.jpeg))
    assert not stored.getexif()
    assert set(stored.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for secret in (b"Exif", b"Jan", b"xmp", b"profile", b"Maker", b"2026"):
        assert secret not in photo.jpeg


@pytest.mark.accept("T10", "T24")
def test_heic_is_read_and_turned_once() -> None:
    photo = read_photo(HEIC)
    assert (photo.width, photo.height) == (64, 96)
    assert photo.taken_at == datetime(2026, 6, 1, 14, 5, 6, tzinfo=SUMMER)
    assert photo.latitude == pytest.approx(52.9916667)
    assert is_red(pixel(photo.jpeg, 60, 5))
    assert photo.jpeg.startswith(b"\xff\xd8")


def test_heic_where_it_cannot_be_read_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **options: Any) -> Any:
        if name == "pi_heif":
            raise ImportError(name)
        return real(name, *rest, **options)

    module._can_read_heif.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    try:
        with pytest.raises(PhotoError, match="Bewaar de foto als JPEG"):
            read_photo(HEIC)
    finally:
        module._can_read_heif.cache_clear()


@pytest.mark.accept("T24")
def test_without_an_offset_the_time_is_local_and_says_so() -> None:
    photo = read_photo(jpeg(tags=exif(taken="2026:06:01 14:05:06")))
    assert photo.taken_at == datetime(2026, 6, 1, 14, 5, 6)  # noqa: DTZ001 - a camera without a zone
    assert photo.taken_at.tzinfo is None


@pytest.mark.accept("T24")
@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "2026:13:01 00:00:00", "gisteren", "1066:10:14 09:00:00", ""])
def test_a_time_that_cannot_be_is_no_time(taken: str) -> None:
    assert read_photo(jpeg(tags=exif(taken=taken))).taken_at is None


@pytest.mark.accept("T24")
@pytest.mark.parametrize("offset", ["+99:00", "2", "Europe"])
def test_an_offset_that_cannot_be_leaves_the_time_local(offset: str) -> None:
    taken_at = read_photo(jpeg(tags=exif(taken="2026:06:01 14:05:06", offset=offset))).taken_at
    assert taken_at is not None
    assert taken_at.tzinfo is None


@pytest.mark.accept("T24")
@pytest.mark.parametrize(
    ("gps", "place", "doubtful"),
    [
        ({1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}, (0, 0), True),
        ({1: "S", 2: NORTH, 3: "W", 4: EAST}, (-52.9916667, -6.5625), True),
        ({1: "N", 2: (40.0, 25.0, 0.0), 3: "W", 4: (3.0, 42.0, 0.0)}, (40.4166667, -3.7), True),
        ({1: "N", 2: NORTH, 3: "E", 4: EAST}, (52.9916667, 6.5625), False),
        ({1: "N", 2: NORTH}, None, False),
        ({1: "N", 2: (95.0, 0.0, 0.0), 3: "E", 4: EAST}, None, False),
        ({1: "N", 2: (52.0, 99.0, 0.0), 3: "E", 4: EAST}, None, False),
        ({1: "N", 2: (IFDRational(1, 0), 0.0, 0.0), 3: "E", 4: EAST}, None, False),
    ],
)
def test_places_outside_the_country_come_with_a_doubt(
    gps: dict[int, Any], place: tuple[float, float] | None, doubtful: bool
) -> None:
    photo = read_photo(jpeg(tags=exif(gps=gps)))
    assert (photo.latitude, photo.longitude) == (pytest.approx(place) if place else (None, None))
    assert photo.is_place_doubtful == doubtful


@pytest.mark.accept("T10")
def test_black_boxes_are_burned_into_the_upright_picture() -> None:
    held = picture(300, 200).transpose(Image.Transpose.ROTATE_90)
    photo = read_photo(jpeg(held, exif(orientation=6)), boxes=[(0.0, 0.0, 1 / 3, 0.5), (0.9, 1.7, 0.6, 0.8)])
    assert (photo.width, photo.height) == (300, 200)
    stored = Image.open(BytesIO(photo.jpeg)).convert("L")
    assert max(stored.crop((0, 0, 100, 100)).tobytes()) < 40
    assert stored.getpixel((225, 180)) == pytest.approx(0, abs=20)
    assert stored.getpixel((225, 100)) == pytest.approx(255, abs=20)


def test_what_is_transparent_becomes_white() -> None:
    for mode in ("RGBA", "LA"):
        clear = Image.new(mode, (20, 20), 0)
        assert min(pixel(read_photo(encoded(clear, "PNG")).jpeg, 10, 10)) > 250


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "BMP"])
def test_other_pictures_are_read_too(kind: str) -> None:
    photo = read_photo(encoded(picture(), kind))
    assert (photo.width, photo.height) == (96, 64)
    assert is_red(pixel(photo.jpeg, 5, 5))


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "I;16"])
def test_every_way_of_storing_colour_is_read(mode: str) -> None:
    image = Image.new("I;16", (20, 20), 65535) if mode == "I;16" else Image.new("RGB", (20, 20), "white").convert(mode)
    data = encoded(image, "JPEG" if mode == "CMYK" else "PNG")
    assert min(pixel(read_photo(data).jpeg, 10, 10)) > 250


def test_a_thumbnail_is_small_and_upright() -> None:
    stored = read_photo(jpeg(picture(1200, 800))).jpeg
    small = Image.open(BytesIO(thumbnail(stored, 160)))
    assert small.size == (160, 107)


def test_the_same_photo_gives_the_same_bytes() -> None:
    data = jpeg(picture(400, 300))
    assert read_photo(data).jpeg == read_photo(data).jpeg


def png_claiming(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Dit is geen foto"),
        (b"%PDF-1.7", "Dit is geen foto"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Dit is geen foto"),
        (b"II*\0" + b"\0" * 40, "Dit is geen foto"),
        (jpeg()[:-400], "beschadigd of onvolledig"),
        (jpeg()[:30], "beschadigd|geen foto"),
        (HEIC[:-100], "beschadigd|geen foto"),
        (HEIC[:40], "beschadigd|geen foto"),
        (png_claiming(10_000, 10_000), "hoogstens 89 miljoen beeldpunten"),
        (png_claiming(100_000, 100_000), "hoogstens 89 miljoen beeldpunten"),
        (b"\0" * (MAX_BYTES + 1), "hoogstens 64 MB"),
    ],
    ids=["empty", "pdf", "svg", "tiff", "cut", "head", "cut-heic", "head-heic", "bomb", "larger-bomb", "large"],
)
def test_what_is_no_photo_says_why(data: bytes, sentence: str) -> None:
    with pytest.raises(PhotoError, match=sentence):
        read_photo(data)


SEEDS = [jpeg(tags=exif(taken="2026:06:01 14:05:06", gps={1: "N", 2: NORTH})), HEIC, encoded(picture(), "PNG")]


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=4)), max_size=6)
)
def test_damaged_photos_are_read_or_refused_in_dutch(seed: bytes, damage: list[tuple[int, bytes]]) -> None:
    data = bytearray(seed)
    for spot, piece in damage:
        at = spot % len(data)
        data[at : at + len(piece)] = piece
    sentence = None
    try:
        assert read_photo(bytes(data)).jpeg.startswith(b"\xff\xd8")
    except PhotoError as error:
        sentence = str(error)
    assert sentence is None or sentence.endswith(".")
