"""Whether a place can be one of ours: photos and maps of elsewhere are told apart from those whose numbers went wrong."""

from __future__ import annotations

SOUTH, WEST, NORTH, EAST = 50.7, 3.2, 53.7, 7.3
"""The Netherlands in Europe, in degrees (WGS84)."""


def is_dutch(latitude: float, longitude: float) -> bool:
    """Within the box around the Netherlands."""
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST
