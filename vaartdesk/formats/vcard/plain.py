"""The lines that nearly every card consists of, read without vobject, which takes ten times as long over each of them.

What is here gives what vobject gives, value for value (a test compares the two on any lines); a card with a line that is not as
plain as that (`NotPlain`) is left to vobject as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.pattern import Pattern

_NAME: Final = "[A-Za-z0-9-]+"
_WORD: Final = r"[\w.+!@/ -]+"
_VALUE: Final = rf'(?:{_WORD}|"[\w.+!@/, -]+")'
_HEAD: Final = Pattern(rf"(?:{_NAME}\.)?({_NAME})((?:;{_NAME}(?:={_VALUE}(?:,{_VALUE})*)?)*)")
_PARAMETER: Final = Pattern(rf";({_NAME})(?:=({_VALUE}(?:,{_VALUE})*))?")
_VALUES: Final = Pattern(rf'"([^"]+)"|({_WORD})')
_ESCAPED: Final = Pattern(r'\\([\\;,Nn"])')
_CODED: Final = frozenset({"ENCODING", "CHARSET", "QUOTED-PRINTABLE", "BASE64"})
_STRUCTURE: Final = frozenset({"begin", "end", "profile"})
_ODD: Final = Pattern("[\x00-\x08\x0a-\x1f\x85\u2028\u2029]")
_Part = str | list[str]


class NotPlain(Exception):
    """vobject must read this card."""


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name; several of one are a list."""

    family: _Part = ""
    given: _Part = ""
    additional: _Part = ""
    prefix: _Part = ""
    suffix: _Part = ""


@dataclass(frozen=True, slots=True)
class Place:
    """The parts of an address."""

    box: _Part = ""
    extended: _Part = ""
    street: _Part = ""
    city: _Part = ""
    region: _Part = ""
    code: _Part = ""
    country: _Part = ""


@dataclass(frozen=True, slots=True)
class _Head:
    """A line up to its colon. ``singletonparams``: parameters of 2.1 that are a value without a name."""

    name: str
    params: Mapping[str, Sequence[str]]
    singletonparams: Sequence[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line, as vobject would hold it."""

    value: Any
    params: Mapping[str, Sequence[str]]
    singletonparams: Sequence[str]


def plain_card(block: Sequence[str]) -> dict[str, list[Line]]:
    """The lines of a card by name, those that a contact has no room for left out. Raises NotPlain."""
    found: dict[str, list[Line]] = {}
    for line in block:
        text, colon, value = line.partition(":")
        head = _head(text)
        if not colon or _ODD.search(value):
            raise NotPlain
        reader = _READERS.get(head.name)
        if reader is not None:
            found.setdefault(head.name, []).append(Line(reader(value), head.params, head.singletonparams))
    return found


@lru_cache(maxsize=1024)
def _head(text: str) -> _Head:
    """Few of them occur, over and over."""
    match = _HEAD.fullmatch(text)
    if match is None or match[1].lower() in _STRUCTURE:
        raise NotPlain
    params: dict[str, list[str]] = {}
    single: list[str] = []
    for name, values in (part.groups() for part in _PARAMETER.finditer(match[2])):
        if name.upper() in _CODED:
            raise NotPlain
        if values is None:
            single.append(name)
        else:
            params.setdefault(name.upper(), []).extend(v[1] or v[2] for v in _VALUES.finditer(values))
    return _Head(match[1].lower(), params, single)


def _text(value: str) -> str:
    if "\\" not in value:
        return value
    if value.endswith("\\"):
        raise NotPlain
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _list(value: str, separator: str) -> list[str]:
    """Its parts; one at the end that is empty does not count."""
    if "\\" in value:
        raise NotPlain
    parts = value.split(separator)
    return parts[:-1] if len(parts) > 1 and not parts[-1] else parts


def _fields(value: str) -> list[_Part]:
    several = [_list(part, ",") for part in _list(value, ";")]
    return [parts[0] if len(parts) == 1 else parts for parts in several]


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    **dict.fromkeys(("fn", "title", "role", "tel", "email", "url", "note", "uid", "kind", "x-abshowas"), _text),
    "n": lambda value: Name(*_fields(value)[:5]),
    "adr": lambda value: Place(*_fields(value)[:7]),
    "org": _fields,
    "categories": lambda value: _list(value, ","),
}
