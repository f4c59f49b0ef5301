"""A photo as a telephone makes it, drawn here: with the time and the place in its EXIF, to see that neither is kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import ImageDraw
    from PIL.Image import Exif

SIZE: Final = (2400, 1800)
LATITUDE, LONGITUDE = 52.9934, 6.5617
"""The square called Koopmansplein, in millionths of a degree exact enough for a door."""
EXIF_IFD, GPS_IFD = 0x8769, 0x8825
MAKE, TAKEN, OFFSET = 0x010F, 0x9003, 0x9011


def draw_street_photo(path: Path, taken_at: datetime) -> Path:
    """A lamp post with a dead lamp on a square in the evening; ``taken_at`` is aware."""
    from PIL import Image, ImageDraw  # Pillow comes with the first photo

    image = Image.new("RGB", SIZE, (38, 46, 66))
    _paint(ImageDraw.Draw(image))
    image.save(path, "JPEG", quality=88, exif=_exif(Image.Exif(), taken_at))
    return path


def _paint(draw: ImageDraw.ImageDraw) -> None:
    width, height = SIZE
    for left, top in ((0, 500), (420, 620), (980, 430), (1500, 560), (1980, 480)):
        draw.rectangle((left, top, left + 430, 1300), fill=(64, 58, 62))
        for x in range(left + 60, left + 400, 130):
            draw.rectangle((x, top + 120, x + 60, top + 240), fill=(228, 190, 110))
    draw.rectangle((0, 1300, width, height), fill=(92, 88, 84))
    for x in range(0, width, 120):
        draw.line((x, 1300, x - 300, height), fill=(80, 76, 72), width=4)
    draw.rectangle((1180, 420, 1210, 1560), fill=(24, 26, 30))
    draw.polygon(((1110, 430), (1280, 430), (1250, 340), (1140, 340)), fill=(30, 32, 36))
    draw.ellipse((1150, 430, 1240, 470), fill=(58, 60, 64))


def _exif(exif: Exif, taken_at: datetime) -> Exif:
    offset = taken_at.strftime("%z")
    exif[MAKE] = "VaartDesk"
    exif.get_ifd(EXIF_IFD).update({TAKEN: taken_at.strftime("%Y:%m:%d %H:%M:%S"), OFFSET: f"{offset[:3]}:{offset[3:]}"})
    exif.get_ifd(GPS_IFD).update({1: "N", 2: _degrees(LATITUDE), 3: "E", 4: _degrees(LONGITUDE)})
    return exif


def _degrees(value: float) -> tuple[float, float, float]:
    """Degrees, minutes and seconds."""
    minutes = (value % 1) * 60
    return (float(int(value)), float(int(minutes)), round((minutes % 1) * 60, 3))


def metadata_of(data: bytes) -> list[str]:
    """What the bytes of a photo tell besides the picture: the names of its blocks and tags; [] when nothing."""
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        exif = image.getexif()
        tags = [*exif, *exif.get_ifd(EXIF_IFD), *exif.get_ifd(GPS_IFD)]
        blocks = [name for name in ("exif", "xmp", "photoshop", "comment", "icc_profile") if image.info.get(name)]
    return [*blocks, *(f"0x{tag:04x}" for tag in tags)]
