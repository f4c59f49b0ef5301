"""The decorator of the program against that of the standard library: the same declarations, and what they may be trusted for."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import Any

import pytest

from vaartdesk.core.dataclass import dataclass

Decorator = Callable[..., Any]
both = pytest.mark.parametrize("decorator", [dataclasses.dataclass, dataclass], ids=["library", "ours"])


def _made(cls: Any) -> Any:
    """A class as its decorator left it, which a checker of types cannot know here."""
    return cls


def declared(decorator: Decorator) -> Any:
    @decorator(frozen=True, slots=True)
    class Pin:
        """A place with a note."""

        x: int
        y: int = 7
        tags: list[str] = field(default_factory=list)
        note: str = field(default="", compare=False, repr=False)

    return Pin


@dataclass(frozen=True, slots=True)
class Shelf:
    """At the top of a module, where a copy finds it."""

    name: str
    books: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wide:
    """Without slots."""

    name: str


@both
def test_defaults_and_factories_fill_what_is_not_given(decorator: Decorator) -> None:
    pin = declared(decorator)
    first, second = pin(1), pin(x=1, y=7)
    first.tags.append("a")
    assert (first.x, first.y, first.note, second.tags) == (1, 7, "", [])
    with pytest.raises(TypeError, match=r"missing 1 required positional argument: 'x'"):
        pin()
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        pin(1, z=2)


@both
def test_values_are_equal_field_by_field_and_only_to_their_own_kind(decorator: Decorator) -> None:
    pin, other = declared(decorator), declared(decorator)
    assert pin(1, note="a") == pin(1, note="b")
    assert pin(1) != pin(2)
    assert pin(1) != other(1)
    assert pin(1) != (1, 7, [])


@both
def test_equal_ones_are_one_key(decorator: Decorator) -> None:
    @decorator(frozen=True)
    class Key:
        a: str
        b: int = 0

    @decorator(frozen=True)
    class One:
        a: str

    @decorator(frozen=True)
    class Nothing:
        pass

    key, one, nothing = _made(Key), _made(One), _made(Nothing)
    assert {key("a"): 1}[key("a", 0)] == 1
    assert len({one("a"), one("a"), one("b"), nothing(), nothing()}) == 3


@both
def test_a_frozen_one_is_never_changed(decorator: Decorator) -> None:
    pin = declared(decorator)(1)
    with pytest.raises(FrozenInstanceError):
        pin.x = 2
    with pytest.raises(FrozenInstanceError):
        del pin.x
    assert pin.x == 1


@both
def test_one_that_is_not_frozen_is_changed_and_is_no_key(decorator: Decorator) -> None:
    @decorator
    class Count:
        n: int = 0

    make = _made(Count)
    count = make()
    count.n += 1
    assert count == make(1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(count)


@both
def test_a_field_may_follow_from_the_others(decorator: Decorator) -> None:
    @decorator(frozen=True)
    class Square:
        side: int
        area: int = field(init=False)
        _known: dict[str, int] = field(default_factory=dict, init=False, repr=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "area", self.side**2)

    make = _made(Square)
    square = make(3)
    square._known["a"] = 1
    assert (square.area, make(3)._known) == (9, {})
    assert replace(square, side=4).area == 16


@both
def test_fields_by_name_only_come_in_any_order(decorator: Decorator) -> None:
    @decorator(frozen=True, kw_only=True)
    class Named:
        a: int = 1
        b: int

    named = _made(Named)
    assert (named(b=2).a, named(b=2, a=3).a) == (1, 3)
    with pytest.raises(TypeError, match="positional argument"):
        named(1, 2)


@both
def test_a_heir_has_the_fields_of_both(decorator: Decorator) -> None:
    @decorator(frozen=True)
    class Base:
        a: int

    @decorator(frozen=True)
    class Heir(Base):
        b: int = 2

    base, heir = _made(Base), _made(Heir)
    assert (heir(1), heir(1).a, base(1)) == (heir(1, 2), 1, base(1))
    assert base(1) != heir(1)


@both
def test_the_library_reads_them(decorator: Decorator) -> None:
    pin = declared(decorator)(1)
    assert [f.name for f in fields(pin)] == ["x", "y", "tags", "note"]
    assert asdict(replace(pin, y=8)) == {"x": 1, "y": 8, "tags": [], "note": ""}
    assert type(pin).__match_args__ == ("x", "y", "tags", "note")
    assert repr(pin).endswith("Pin(x=1, y=7, tags=[])")


@both
def test_own_functions_stay(decorator: Decorator) -> None:
    @decorator(frozen=True)
    class Quiet:
        a: int

        def __repr__(self) -> str:
            return "quiet"

    assert repr(_made(Quiet)(1)) == "quiet"


@pytest.mark.parametrize("one", [Shelf("a", ("b",)), Wide("a")])
def test_copies_are_equal(one: object) -> None:
    assert copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    usual = __import__("vaartdesk.core.dataclass", fromlist=["_compiled"])._compiled

    def counted(head: str, *rest: Any) -> Any:
        compiled.append(head)
        return usual(head, *rest)

    monkeypatch.setattr("vaartdesk.core.dataclass._compiled", counted)
    pin = declared(dataclass)
    assert compiled == []
    assert pin(1) == pin(1)
    assert pin(2) != pin(1)
    assert compiled == ["self, x, y=_default_y, tags=_none, note=_default_note", "self, other"]
