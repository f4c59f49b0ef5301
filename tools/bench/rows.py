"""The rows of the table, by the names that `dev.py bench` takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bench.copies import backup, photo
from bench.dates import clashes, expand, turning
from bench.line import Act
from bench.lists import filters, finds
from bench.maps import scroll
from bench.papers import agenda, pack
from bench.reading import calendar, cards
from bench.saving import receive, save
from bench.starting import start
from bench.tabs import entry, select, tabs

ACTS: Final[Mapping[str, Act]] = {
    "start": Act("from the start of the process to a window that can be worked in, and its memory", start),
    "tab": Act("a tab opened for the first time, and again", tabs),
    "select": Act("another record chosen in the list", select),
    "filter": Act("a letter typed in the search field of a list", filters),
    "find": Act("a letter typed in Ctrl+K", finds),
    "entry": Act("the quick entry of a ticket", entry),
    "save": Act("one field saved", save),
    "turn": Act("another month, another year", turning),
    "clash": Act("clashes of the year, and of one event while it is dragged", clashes),
    "expand": Act("the dates of a series after an edit", expand),
    "map": Act("the map moved with thousands of pins", scroll),
    "agenda": Act("the PDF of an agenda", agenda),
    "pack": Act("an agenda with its papers", pack),
    "events": Act("a calendar read in, and again", calendar),
    "cards": Act("cards of people read in", cards),
    "photo": Act("a photo added", photo),
    "backup": Act("the workspace copied, and packed", backup),
    "receive": Act("a colleague's changes taken in", receive),
}
