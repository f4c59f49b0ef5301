"""What a shape of a map is: water, green, a building, a street or a square; by its own word for it, else by common tags."""

from __future__ import annotations

from typing import Final, Literal

from vaartdesk.core.text import fold
from vaartdesk.formats.geojson import Shape

Layer = Literal["green", "water", "building", "square", "street", "spot"]
ORDER: Final[tuple[Layer, ...]] = ("green", "water", "building", "street", "square")
"""From below to above; spots only bear a name."""
WIDTH: Final = 7.0
"""Metres that a street is wide where the map does not say."""
_OWN: Final = ("layer", "laag", "soort", "type", "class", "klasse", "fclass")
_WORDS: Final[dict[str, Layer]] = {
    "water": "water", "waterdeel": "water", "waterway": "water", "kanaal": "water", "gracht": "water", "vijver": "water",
    "green": "green", "groen": "green", "park": "green", "grass": "green", "gras": "green", "forest": "green",
    "garden": "green", "begroeidterreindeel": "green", "bos": "green", "plantsoen": "green",
    "building": "building", "pand": "building", "gebouw": "building", "verblijfsobject": "building",
    "square": "square", "plein": "square", "pedestrian": "square", "wegdeel": "square", "voetgangersgebied": "square",
    "street": "street", "straat": "street", "weg": "street", "road": "street", "wegvak": "street",
}  # fmt: skip
_TAGS: Final[dict[str, Layer]] = {"building": "building", "waterway": "water", "water": "water", "highway": "street"}
"""Tags that tell by being there at all (OpenStreetMap)."""
_KIND_TAGS: Final = ("natural", "landuse", "leisure", "landcover")
_WIDTHS: Final = ("width", "breedte")
_NAMES: Final = ("name", "naam", "straatnaam", "openbareruimtenaam", "stt_naam", "street")


def layer_of(shape: Shape) -> Layer:
    """The layer a shape is drawn on; a polygon that tells nothing is a building, a line a street."""
    if shape.sort == "point":
        return "spot"
    plain = {fold(key): fold(value) for key, value in shape.properties.items()}
    told = next((_WORDS[plain[key]] for key in (*_OWN, *_KIND_TAGS) if plain.get(key) in _WORDS), None)
    told = told or next((layer for tag, layer in _TAGS.items() if plain.get(tag, "no") not in {"no", "nee", "0"}), None)
    if shape.sort == "line":
        return "water" if told == "water" else "street"
    if told == "street":
        return "square"
    return told or "building"


def name_of(shape: Shape) -> str:
    """What the shape is called; '' where it bears no name."""
    plain = {key.casefold(): value for key, value in shape.properties.items()}
    return next((plain[key].strip() for key in _NAMES if plain.get(key, "").strip()), "")


def width_of(shape: Shape) -> float:
    """The width of a line in metres, 1 to 60."""
    for key in _WIDTHS:
        try:
            return min(60.0, max(1.0, float(shape.properties[key].replace(",", "."))))
        except (KeyError, ValueError):
            continue
    return WIDTH


def is_sketch(shape: Shape) -> bool:
    """Whether the source says that it is not measured."""
    return fold(shape.properties.get("bron", "")) == "schets"


def is_open_street_map(shape: Shape) -> bool:
    """Whether it comes from OpenStreetMap, whose makers must then be named."""
    return any(key.startswith(("osm", "@id")) for key in shape.properties)
