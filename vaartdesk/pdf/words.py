"""Words for paper: what the user typed is text and never markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final, Protocol

from vaartdesk.core.dataclass import dataclass

NBSP: Final = "\u00a0"
SOFT_HYPHEN: Final = "\u00ad"
_KEPT_BLANKS: Final = (NBSP, "\u202f")
_NO_INK: Final = frozenset({"Cf", "Cc", "Cs"})
_BLANK: Final = re.compile(r"\s")
_VARIATION: Final = re.compile("[\ufe00-\ufe0f]")
_DIGIT: Final = re.compile(r"\d")
_SHORT: Final = "jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec"
_MONTHS: Final = f"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|{_SHORT}"
# Where a line must not end: 8 december, ma 31 aug 12:00, 19.30 uur, 19.30 - 21.30, € 2.450, art. 5, pagina 7, bijlage 4-a,
# week 25; nor before a sign that parts two things, which would begin the next.
_HELD: Final = re.compile(
    rf"(?<=\d) (?=(?:{_MONTHS}|uur|min|procent)\b|%|[–-] \d)|(?<=\d [–-]) (?=\d)|(?<=€) (?=[-\d])"
    rf"|(?<=\b(?:ma|di|wo|do|vr|za|zo)) (?=\d\d? (?:{_MONTHS})\b)|(?<=\b(?:{_SHORT})) (?=\d\d?[.:]\d\d\b)"
    r"|(?<=\bart\.) (?=\d)|(?<=\bpagina) (?=\d)|(?<=\bbijlage) (?=\d)|(?<=\bpunt) (?=\d)|(?<=\bweek) (?=\d)",
    re.IGNORECASE,
)
_PARTING: Final = re.compile(r"(?<=\S) (?=[·›] )")
_MONTH_AND_YEAR: Final = re.compile(rf"\b({_MONTHS}) (?=(?:19|20)\d\d\b)", re.IGNORECASE)


class Pages(Protocol):
    """The page numbers, known when everything has been laid out."""

    @property
    def total(self) -> int:
        """How many pages there are, inserted ones included."""
        ...

    def of(self, key: str) -> int:
        """The 1-based page with bookmark `key`; KeyError when there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with a look of its own: `font`, `colour` (#RRGGBB), `link` ('#key' inside, else an address).

    `later` makes the text when the page numbers are known; `text` is then the guess that lines are broken with.
    """

    text: str
    font: str = ""
    colour: str = ""
    link: str = ""
    later: Callable[[Pages], str] | None = None


Content = str | Run | Iterable[str | Run]


def parts(content: Content) -> list[Run]:
    """`content` as a list of runs."""
    if isinstance(content, (str, Run)):
        content = (content,)
    return [part if isinstance(part, Run) else Run(part) for part in content]


def page_of(key: str, *, colour: str = "", link: str = "") -> Run:
    """The number of the page with bookmark `key`."""
    return Run("000", colour=colour, link=link, later=lambda pages: str(pages.of(key)))


def clean(text: str) -> str:
    """`text` in NFC on one line: white space becomes a blank; signs without ink (controls, zero width, bidi and
    variation marks, lone surrogates) go, a soft hyphen stays.
    """
    if text.isprintable() and not _VARIATION.search(text):
        return unicodedata.normalize("NFC", text)
    text = _BLANK.sub(lambda match: match[0] if match[0] in _KEPT_BLANKS else " ", text)
    return "".join(char for char in unicodedata.normalize("NFC", text) if _has_ink(char))


def _has_ink(char: str) -> bool:
    if char == SOFT_HYPHEN:
        return True
    return unicodedata.category(char) not in _NO_INK and not _VARIATION.match(char)


def hold(text: str) -> str:
    """`text` with blanks that do not break inside amounts, dates, times and references, nor before a parting sign."""
    if "·" in text or "›" in text:
        text = _PARTING.sub(NBSP, text)
    if not _DIGIT.search(text):
        return text
    return _MONTH_AND_YEAR.sub(rf"\1{NBSP}", _HELD.sub(NBSP, text))


def lines(text: str) -> list[str]:
    """The paragraphs of what was typed, lines without ink left out."""
    return [line for line in text.splitlines() if clean(line).strip()]
