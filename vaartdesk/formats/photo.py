"""Photos as they are kept: upright, at most 1,920 pixels, JPEG, and nothing in the file but the picture.

When and where a photo was taken is read first and handed back beside the picture, for the user to accept or not;
the file itself never keeps it. Black boxes are drawn before the only save, so that nothing lies under them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.formats.exif import read_exif
from vaartdesk.formats.where import is_dutch

# Pillow is imported where it is used: start-up has no need of it.
if TYPE_CHECKING:
    from PIL import Image

LONGEST: Final = 1920
MAX_BYTES: Final = 64 * 1024 * 1024
MAX_PIXELS: Final = 89_478_485
"""Pillow's own border: beyond it Pillow warns, here it is an error."""
QUALITY: Final = 85

Box = tuple[float, float, float, float]
"""Left, top, right and bottom as fractions (0 to 1) of the upright picture."""

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_HEIF_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


class PhotoError(ValueError):
    """The bytes are no photo to be kept; the text is a Dutch sentence for the user."""


@dataclass(frozen=True, slots=True)
class Photo:
    """`jpeg` of `width` x `height` pixels without metadata, and what the original said of when and where.

    `taken_at` is aware when the camera wrote its offset, else local time without a zone. Degrees are WGS84.
    `is_place_doubtful` is true when they lie outside the Netherlands, 0,0 included: ask before using them.
    """

    jpeg: bytes
    width: int
    height: int
    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    is_place_doubtful: bool = False


def read_photo(data: bytes, *, boxes: Sequence[Box] = (), longest: int = LONGEST) -> Photo:
    """The photo to keep, made of the bytes of a JPEG, PNG, WebP, GIF, BMP or HEIC file.

    `boxes` are burned in black. Takes about half a second for 12 megapixels: call it in a worker. Raises
    PhotoError for what is no photo, cut off, or too large.
    """
    try:
        image = _open(data)
        exif = read_exif(image)
        upright = _upright(image, exif.orientation, longest)
        _blacken(upright, boxes)
        jpeg = _saved(upright)
    except PhotoError:
        raise
    except Exception as error:
        # What a decoder raises on hostile bytes is not documented: SyntaxError and struct.error have been seen.
        raise PhotoError(
            _("De foto is beschadigd of onvolledig. Probeer het bestand opnieuw over te zetten.")
        ) from error
    doubtful = exif.latitude is not None and not is_dutch(exif.latitude, exif.longitude or 0.0)
    return Photo(jpeg, upright.width, upright.height, exif.taken_at, exif.latitude, exif.longitude, doubtful)


def thumbnail(jpeg: bytes, size: int) -> bytes:
    """A JPEG of at most `size` x `size` pixels of a stored photo; raises PhotoError as `read_photo` does."""
    return read_photo(jpeg, longest=size).jpeg


def _open(data: bytes) -> Image.Image:
    if len(data) > MAX_BYTES:
        raise PhotoError(_("De foto is te groot: hoogstens {n} MB.").format(n=MAX_BYTES // 1024 // 1024))
    from PIL import Image, UnidentifiedImageError

    heif = data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS
    if heif and not _can_read_heif():
        raise PhotoError(_("Deze computer kan geen HEIC-foto’s lezen. Bewaar de foto als JPEG en voeg die toe."))
    try:
        image = Image.open(BytesIO(data), formats=("HEIF",) if heif else _FORMATS)
    except UnidentifiedImageError as error:
        raise PhotoError(_("Dit is geen foto. VaartDesk leest JPEG, PNG, WebP en HEIC.")) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels()
    return image


def _too_many_pixels() -> PhotoError:
    return PhotoError(_("De foto is te groot: hoogstens {n} miljoen beeldpunten.").format(n=MAX_PIXELS // 1_000_000))


@lru_cache(maxsize=1)
def _can_read_heif() -> bool:
    try:
        # Not made for every platform (Windows on ARM has none).
        import pi_heif
    except ImportError:
        return False
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    return True


def _upright(image: Image.Image, orientation: int, longest: int) -> Image.Image:
    """A new RGB image, turned as the camera was held, that fits in a square of `longest` pixels."""
    from PIL import Image

    # A JPEG can be decoded at 1/2, 1/4 or 1/8; that helps only when asked with the size it will have in the end.
    image.draft("RGB", _fitted(image.width, image.height, longest))
    image.load()
    image = _on_white(image)
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    # HEIC comes turned already, and says so: its orientation is then 1.
    turns = (
        None,
        Image.Transpose.FLIP_LEFT_RIGHT,
        Image.Transpose.ROTATE_180,
        Image.Transpose.FLIP_TOP_BOTTOM,
        Image.Transpose.TRANSPOSE,
        Image.Transpose.ROTATE_270,
        Image.Transpose.TRANSVERSE,
        Image.Transpose.ROTATE_90,
    )
    turn = turns[orientation - 1]
    return image if turn is None else image.transpose(turn)


def _fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    scale = min(1.0, longest / max(width, height, 1))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _on_white(image: Image.Image) -> Image.Image:
    """RGB; what is transparent becomes white, as paper would show it."""
    from PIL import Image

    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        seen = image.convert("RGBA")
        image = Image.new("RGB", seen.size, "white")
        image.paste(seen, mask=seen.getchannel("A"))
    return image.convert("RGB")


def _blacken(image: Image.Image, boxes: Sequence[Box]) -> None:
    """Fill the boxes, each rounded outward to whole pixels."""
    for left, top, right, bottom in boxes:
        corners = (
            math.floor(_inside(min(left, right)) * image.width),
            math.floor(_inside(min(top, bottom)) * image.height),
            math.ceil(_inside(max(left, right)) * image.width),
            math.ceil(_inside(max(top, bottom)) * image.height),
        )
        image.paste((0, 0, 0), corners)


def _inside(fraction: float) -> float:
    return min(1.0, max(0.0, fraction))


def _saved(image: Image.Image) -> bytes:
    # Pillow writes a comment it finds here back into the file.
    image.info = {}
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
