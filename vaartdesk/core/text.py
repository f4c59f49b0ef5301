"""Words for people and text from people: lazy translation, folding for comparison, cleaning of what comes in.

The source language of every sentence is Dutch. A `Message` keeps that source and is translated only when it is
shown, so that declarations may be made at import time, before anybody has chosen a language.
"""

from __future__ import annotations

import gettext as _gettext
import unicodedata
from typing import Any, Final

from vaartdesk.core.pattern import Pattern


class _Language:
    """The catalogue in force; one per process, changed by `use_catalogue`."""

    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use_catalogue(catalogue: _gettext.NullTranslations | None) -> None:
    """Make `catalogue` the one that messages are shown in; None goes back to the Dutch source."""
    _Language.catalogue = catalogue or _gettext.NullTranslations()


class Message(str):
    """A Dutch sentence that is translated when shown: by `str()`, an f-string, `.format()`, `%` and `+`.

    Compared, hashed and stored it is its Dutch source. `"".join(...)` and C code (Qt) read the source as well, so
    hand them `str(message)`.
    """

    __slots__ = ()

    @property
    def source(self) -> str:
        """The Dutch source, never translated."""
        return str.__str__(self)

    def __str__(self) -> str:
        source = str.__str__(self)
        # gettext answers "" with the header of the catalogue.
        return _Language.catalogue.gettext(source) if source else ""

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def format(self, *args: Any, **kwargs: Any) -> str:
        """`str.format` on the translated sentence."""
        return str(self).format(*args, **kwargs)

    def __mod__(self, value: Any) -> str:
        return str(str(self) % value)

    def __add__(self, other: str) -> str:
        return str(self) + str(other)

    def __radd__(self, other: str) -> str:
        return other + str(self)


def _(message: str) -> Message:
    """Mark a Dutch sentence for translation; it is looked up each time it is shown."""
    return Message(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The sentence that fits the count `n`, translated now: `ngettext("{n} dag", "{n} dagen", n).format(n=n)`."""
    return _Language.catalogue.ngettext(one, many, n)


# Letters that Unicode does not take apart, yet people look for without the stroke.
_STROKES: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_DROPPED: Final = frozenset({"Mn", "Cf", "Cs"})


def fold(text: str) -> str:
    """`text` as it is compared and searched: no case, accents, ligatures, invisible signs or extra white space.

    Idempotent: `fold(fold(x)) == fold(x)`.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    while True:
        # One pass is nearly always enough; a few signs take apart into others that fold again.
        once = _fold_once(text)
        if once == text:
            return once
        text = once


def _fold_once(text: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(char for char in apart if unicodedata.category(char) not in _DROPPED)
    return " ".join(unicodedata.normalize("NFKC", kept.translate(_STROKES)).split())


_NO_NAME: Final = Pattern("[^a-z0-9]+")
_LONGEST_NAME: Final = 60


def file_stem(words: str) -> str:
    """`words` as part of a file name that every system takes: `besluiten-2026`; '' when nothing of them is left."""
    return _NO_NAME.sub("-", fold(words)).strip("-")[:_LONGEST_NAME].strip("-")


_UNWANTED: Final = Pattern("[\x00-\x08\x0b-\x1f\ud800-\udfff]")


def clean(text: str) -> str:
    r"""`text` fit to be stored: NFC, line ends as \n, without NUL, lone surrogates and control signs but \n and \t."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))
