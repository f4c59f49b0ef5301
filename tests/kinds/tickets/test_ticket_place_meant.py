"""The street that was meant, when none begins so."""

from __future__ import annotations

import pytest

from vaartdesk.kinds.tickets.rules.meant import meant_place

STREETS = ("Brink", "Brinkstraat", "Kruisstraat", "Marktstraat", "Mulderstraat", "Nieuwe Huizen", "Gedempte Singel")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Kruissstraat 12", "Kruisstraat 12"),
        ("kruistraat", "Kruisstraat"),
        ("Kruisstr. 3, achter", "Kruisstraat 3, achter"),
        ("Nieuwe huisen 5", "Nieuwe Huizen 5"),
        ("Gedemte Singel", "Gedempte Singel"),
        ("Brinkstraat 4", ""),
        ("Kruisstraat, voor de Hema", ""),
        ("Marktplein", ""),
        ("Brnk 3", ""),
        ("Acht passages", ""),
        ("", ""),
    ],
)
def test_a_street_nearly_typed_is_found_and_nothing_else(words: str, meant: str) -> None:
    assert meant_place(words, STREETS) == meant
