"""Words that say too much about somebody: a citizen service number, a number plate, or a word that accuses.

A number counts only where nothing else explains it: digits of a phone, bank account, VAT or case number are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final, Literal

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.pattern import Pattern
from vaartdesk.core.text import fold

Sort = Literal["bsn", "kenteken", "woord"]
ACCUSING: Final = ("verdachte", "verdachten", "dader", "daders")
"""The words that accuse, where the team names no others."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, as it stands in the text."""

    sort: Sort
    text: str


def findings(text: str, words: Collection[str] = ACCUSING) -> tuple[Finding, ...]:
    """Everything in ``text`` that says too much, in the order of sort and place; each text once."""
    return _findings(text, tuple(words)) if text and not text.isspace() else ()


@lru_cache(maxsize=64)
def _findings(text: str, words: tuple[str, ...]) -> tuple[Finding, ...]:
    """Remembered: a change asks for the same texts several times."""
    found: tuple[Finding, ...] = ()
    if _may_hold_numbers(text):
        plain = _without_other_numbers(text)
        found = (*_service_numbers(plain), *_plates(plain))
    return tuple(dict.fromkeys((*found, *_accusing(text, words))))


def _may_hold_numbers(text: str) -> bool:
    """Cheap and never wrong about no: every text is looked at when it is saved, and hardly any holds such a number."""
    return _DIGIT.search(text) is not None and (
        "-" in text or "kenteken" in text.casefold() or _LONG.search(text) is not None
    )


# --- numbers that are something else ---------------------------------------------------------------------------------

_SEP: Final = r"[ .\-]?"
_IBAN: Final = Pattern(r"\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}\b")
_OTHERS: Final = (
    Pattern(r"\b[A-Za-z]{2} ?\d{9} ?B ?\d{2}\b", re.IGNORECASE),  # VAT: NL123456782B01
    Pattern(rf"(?:\+|\b00) ?31(?:{_SEP}\(0\))?(?:{_SEP}\d){{9}}(?!\d)"),
    Pattern(r"(?:\+|\b00) ?[1-9]\d{0,2}(?:[ .()\-]?\d){6,12}(?!\d)"),
    Pattern(rf"(?<![\w+])\(?0(?!\d{{8}}\b)\d{{1,3}}\)?(?:{_SEP}\d){{6,8}}(?!\d)"),
    Pattern(
        r"\b(?:kenmerk|zaak(?:nummer|nr)?|factuur(?:nummer|nr)?|order(?:nummer|nr)?|ordernr|referentie|ref|kvk(?:-nummer)?)"
        r"\.?:? *#?[\w.\-/]+",
        re.IGNORECASE,
    ),
    Pattern(r"https?://\S+|\S+@\S+"),
)


def _without_other_numbers(text: str) -> str:
    """The text with every number that is explained by itself taken out."""
    for match in reversed(list(_IBAN.finditer(text))):
        end = _end_of_account(match.group())
        if end:
            text = f"{text[: match.start()]}¤{text[match.start() + end :]}"
    for pattern in _OTHERS:
        text = pattern.sub("¤", text)
    return text


def _end_of_account(text: str) -> int:
    """How many characters of ``text`` are a bank account; words that follow it may have been taken along. 0 for none."""
    from stdnum import iban  # large, and asked for only where something looks like such a number

    for end in range(len(text), 14, -1):
        if text[end - 1] != " " and iban.is_valid(text[:end]):
            return end
    return 0


# --- what it looks for -----------------------------------------------------------------------------------------------

_DIGIT: Final = Pattern(r"\d")
_LONG: Final = Pattern(r"(?:\d[ .]?){9}")
_NINE: Final = Pattern(r"(?<![\w.,\-/¤])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?![\w¤]|[.,\-/]\d)")


def _service_numbers(text: str) -> Iterator[Finding]:
    from stdnum.nl import bsn  # as above

    for match in _NINE.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", match.group())):
            yield Finding("bsn", match.group())


_CODES: Final = (
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9",
    "9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
)  # fmt: skip
"""The forms of Dutch plates since 1951 (RDW, sidecodes 1 to 14)."""


def _pattern(code: str, dash: str) -> str:
    return "".join({"X": "[A-Z]", "9": r"\d"}.get(sign, dash) for sign in code)


_DASHED: Final = Pattern(
    rf"(?<![\w\-])(?:{'|'.join(_pattern(code, '-') for code in _CODES)})(?![\w]|-\w)", re.IGNORECASE
)
_NAMED: Final = Pattern(
    rf"\bkenteken\w*\W{{1,3}}(?:\w+\W{{1,3}}){{0,3}}?\b({'|'.join(_pattern(code, '[ -]?') for code in _CODES)})\b",
    re.IGNORECASE,
)
_WORDS: Final = (
    "jan feb mrt apr mei jun jul aug sep okt nov dec ma di wo do vr za zo op de en in of tot uur min wk nr st cm mm km"
    " kg ml bij het een van per max bg hs rd ha bis te au nu"
)
_NO_PLATE: Final = frozenset(_WORDS.split())
"""Letters between dashes that are a word: `4-nov-26`, `di-24-11`, `1-op-100`."""


def _plates(text: str) -> Iterator[Finding]:
    for match in _DASHED.finditer(text):
        letters = re.findall(r"[a-z]+", match.group().lower())
        if not _NO_PLATE & set(letters):
            yield Finding("kenteken", match.group())
    for match in _NAMED.finditer(text):
        yield Finding("kenteken", match.group(1))


@lru_cache(maxsize=8)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _accusing(text: str, words: tuple[str, ...]) -> Iterator[Finding]:
    wanted, whole = _folded(words), fold(text)
    if not any(word in whole for word in wanted):  # word by word only where one stands somewhere
        return
    for match in re.finditer(r"\w+", text):
        if fold(match.group()) in wanted:
            yield Finding("woord", match.group())
