"""When and where a photo says it was taken (EXIF 2.32): what a camera wrote, as far as it can be true.

Nothing here raises: a broken tag is a tag that is not there, since the picture may be fine.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.pattern import Pattern

if TYPE_CHECKING:
    from PIL import Image

_EXIF_IFD: Final = 0x8769
_GPS_IFD: Final = 0x8825
_ORIENTATION: Final = 0x0112
_TAKEN: Final = ((0x9003, 0x9011), (0x9004, 0x9012))  # DateTimeOriginal, DateTimeDigitized; each with its offset
_MOMENT: Final = Pattern(r"([0-9]{4}):([0-9]{2}):([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})")
_OFFSET: Final = Pattern(r"([+-])([0-9]{2}):([0-9]{2})")
_YEARS: Final = range(1990, 2200)


@dataclass(frozen=True, slots=True)
class Exif:
    """`taken_at` is aware when the offset is known, else local without a zone; degrees are WGS84, north and east."""

    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    orientation: int = 1


def read_exif(image: Image.Image) -> Exif:
    """What the opened, not yet changed `image` says; empty where it says nothing or nonsense."""
    try:
        tags = image.getexif()
        details, gps = tags.get_ifd(_EXIF_IFD), tags.get_ifd(_GPS_IFD)
        orientation = tags.get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - what Pillow raises on hostile tags is not documented; the picture may be fine
        return Exif()
    latitude, longitude = _degrees(gps, 2, 1, "S", 90), _degrees(gps, 4, 3, "W", 180)
    if latitude is None or longitude is None:
        latitude = longitude = None
    turned = orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1
    return Exif(_taken_at(details), latitude, longitude, turned)


def _taken_at(details: Mapping[int, Any]) -> datetime | None:
    for moment_tag, offset_tag in _TAKEN:
        moment = _moment(_text(details.get(moment_tag)), _text(details.get(offset_tag)))
        if moment is not None:
            return moment
    return None


def _moment(text: str, offset: str) -> datetime | None:
    match = _MOMENT.match(text)
    if not match or int(match.group(1)) not in _YEARS:
        return None
    try:
        # Local time at the camera; the zone follows only where the camera wrote it.
        return datetime(*(int(part) for part in match.groups()), tzinfo=_zone(offset))  # type: ignore[arg-type, misc]
    except ValueError:
        return None


def _zone(offset: str) -> timezone | None:
    match = _OFFSET.match(offset)
    if not match:
        return None
    minutes = int(match.group(2)) * 60 + int(match.group(3))
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if match.group(1) == "-" else minutes))


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("ascii", "replace")
    return value.strip("\0 ") if isinstance(value, str) else ""


def _degrees(gps: Mapping[int, Any], tag: int, sign_tag: int, negative: str, limit: int) -> float | None:
    """Degrees, minutes and seconds as one number; None where a part is missing, infinite or out of range."""
    try:
        degrees, minutes, seconds = (float(part) for part in gps[tag])
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return None
    value = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(value) or not 0 <= value <= limit or not (0 <= minutes < 61 and 0 <= seconds < 61):
        return None
    return -value if _text(gps.get(sign_tag)).upper() == negative else value
