"""Photos and logos: read with care, turned upright, in RGB, as large as asked."""

from __future__ import annotations

import io
import warnings
from typing import Any, Final

from PIL import Image as Raster
from PIL import ImageOps
from reportlab.platypus import Image

from vaartdesk.core.text import _

MAX_PIXELS: Final = 60_000_000
_RESOLUTION: Final = 200 / 72


def picture(data: bytes, width: float, height: float) -> Any:
    """A flowable of a JPEG or PNG, at most `width` x `height` points, its sides in proportion.

    ValueError (a Dutch sentence) when it is no picture, or one larger than 60 million pixels.
    """
    upright = read(data)
    scale = min(width / upright.width, height / upright.height)
    wide, high = upright.width * scale, upright.height * scale
    most = (max(1, round(wide * _RESOLUTION)), max(1, round(high * _RESOLUTION)))
    if upright.width > most[0]:
        upright = upright.resize(most, Raster.Resampling.LANCZOS)
    packed = io.BytesIO()
    if upright.width * upright.height > 40_000:
        upright.save(packed, "JPEG", quality=88)
    else:
        upright.save(packed, "PNG")
    packed.seek(0)
    return Image(packed, wide, high, hAlign="LEFT")


def read(data: bytes) -> Raster.Image:
    """The picture in RGB on white, turned as its EXIF says; ValueError as with `picture`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Raster.DecompressionBombWarning)
            with Raster.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "GIF", "TIFF")) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    raise ValueError(str(_("De afbeelding is te groot.")))
                return _flat(ImageOps.exif_transpose(opened))
    except ValueError:
        raise
    except Exception as error:  # whatever a stranger's file may raise in a decoder
        raise ValueError(str(_("Het bestand is geen leesbare afbeelding."))) from error


def _flat(opened: Raster.Image) -> Raster.Image:
    if opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info:
        ground = Raster.new("RGBA", opened.size, "white")
        ground.alpha_composite(opened.convert("RGBA"))
        return ground.convert("RGB")
    return opened.convert("RGB")
