"""Which street somebody probably means with words that begin with none: a letter too many, two changed about."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from vaartdesk.core.text import fold

LIKE: Final = 0.82
"""How alike two names are at least: `Kruissstraat` and `Kruisstr` are, `Marktplein` and `Marktstraat` are not."""
LEAST: Final = 5
"""Letters of a name that can be told from another at all."""


def meant_place(words: str, names: Iterable[str]) -> str:
    """The words with the name of the street that they nearly begin with; '' where they begin with one, or none is near."""
    typed = words.split()
    best, found = LIKE, ""
    for name in names:
        count = len(name.split())
        begin = fold(" ".join(typed[:count])).strip(",.")
        if begin == fold(name):
            return ""
        alike = SequenceMatcher(None, begin, fold(name)).ratio() if len(begin) >= LEAST else 0.0
        if alike > best:
            best, found = alike, " ".join([name, *typed[count:]])
    return found
