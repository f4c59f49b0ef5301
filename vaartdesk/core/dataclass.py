"""``dataclass`` as the standard library has it, made so that declaring one costs next to nothing.

The standard library compiles up to six functions for each class, at every start, also for classes that nobody makes one of: with
three hundred of them that was a sixth of the time until the first list. Here ``__init__``, ``__eq__`` and ``__hash__`` are compiled when
they are first called; printing and refusing are the same for all. ``fields``, ``replace``, ``asdict`` and ``match`` work as ever; a class
that orders its members (``order=True``) takes the standard library's decorator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field
from reprlib import recursive_repr
from typing import Any, Final, TypeVar, dataclass_transform, overload

T = TypeVar("T")
Function = Callable[..., Any]
FACTORY: Final = object()
"""Stands in ``__init__`` for an argument that was not given."""


@overload
def dataclass(cls: type[T], /) -> type[T]: ...
@overload
def dataclass(*, frozen: bool = ..., slots: bool = ..., kw_only: bool = ...) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(field_specifiers=(field,))
def dataclass(
    cls: type[T] | None = None, /, *, frozen: bool = False, slots: bool = False, kw_only: bool = False
) -> type[T] | Callable[[type[T]], type[T]]:
    """The decorator, with and without brackets."""

    def made(plain: type[T]) -> type[T]:
        return _made(plain, is_frozen=frozen, has_slots=slots, is_kw_only=kw_only)

    return made if cls is None else made(cls)


def _made(plain: type[T], *, is_frozen: bool, has_slots: bool, is_kw_only: bool) -> type[T]:
    """Fields, defaults, slots and the names for ``match`` are the library's work; the functions are given here."""
    own = set(plain.__dict__)
    plain.__doc__ = plain.__doc__ or plain.__name__  # the library would work out a signature for it
    process: Callable[[type[T]], type[T]] = dataclasses.dataclass(
        init=False, repr=False, eq=False, slots=has_slots, kw_only=is_kw_only
    )
    cls = process(plain)
    for name, function in _functions(cls, is_frozen=is_frozen).items():
        if name not in own:
            setattr(cls, name, function)
    return cls


def _functions(cls: type[Any], *, is_frozen: bool) -> dict[str, Any]:
    """What makes a class one of values."""
    found: dict[str, Any] = {"__repr__": _repr, "__hash__": None}
    found["__init__"] = _later(cls, "__init__", lambda: _init(cls, is_frozen=is_frozen))
    found["__eq__"] = _later(cls, "__eq__", lambda: _eq(cls))
    if is_frozen:
        found["__hash__"] = _later(cls, "__hash__", lambda: _hash(cls))
        found["__setattr__"] = found["__delattr__"] = _refuse
        found["__setstate__"] = _set_state
    return found


def _later(cls: type[Any], name: str, make: Callable[[], Function]) -> Function:
    """Makes the real function when it is first called, which takes its place."""

    def first(self: Any, *args: Any, **kwargs: Any) -> Any:
        made = make()
        made.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, made)
        return made(self, *args, **kwargs)

    return first


@recursive_repr()
def _repr(self: Any) -> str:
    told = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({told})"


def _refuse(self: Any, name: str, *_value: Any) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r} of {type(self).__name__}")


def _set_state(self: Any, state: Any) -> None:
    """Of a copy: what stands in ``__dict__``, and where there are slots what stands in those as well."""
    for part in state if isinstance(state, tuple) else (state,):
        for name, value in (part or {}).items():
            object.__setattr__(self, name, value)


# --- compiled ----------------------------------------------------------------------------------------------------------


def _compiled(head: str, body: list[str], known: dict[str, Any]) -> Function:
    exec(f"def made({head}):\n " + "\n ".join(body or ["pass"]), known)  # noqa: S102  names of our own fields only
    made: Function = known["made"]
    return made


def _eq(cls: type[Any]) -> Function:
    mine, others = _compared(cls, "self"), _compared(cls, "other")
    body = ["if other.__class__ is self.__class__:", f" return {mine} == {others}", "return NotImplemented"]
    return _compiled("self, other", body, {})


def _hash(cls: type[Any]) -> Function:
    return _compiled("self", [f"return hash({_compared(cls, 'self')})"], {})


def _compared(cls: type[Any], name: str) -> str:
    values = [f"{name}.{f.name}" for f in dataclasses.fields(cls) if f.compare]
    return f"({', '.join(values)}{',' if len(values) == 1 else ''})"


def _init(cls: type[Any], *, is_frozen: bool) -> Function:
    """``__init__`` with each field as an argument; those by name only come last."""
    shared: tuple[Field[Any], ...] = dataclasses.fields(cls)
    known: dict[str, Any] = {"_set": object.__setattr__, "_none": FACTORY}
    plain = [_argument(f, known) for f in shared if f.init and not f.kw_only]
    by_name = [_argument(f, known) for f in shared if f.init and f.kw_only]
    filled = [f for f in shared if f.init or f.default_factory is not MISSING]
    body = [_assignment(f, known, is_frozen=is_frozen) for f in filled]
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    return _compiled(", ".join(["self", *plain, *(["*", *by_name] if by_name else [])]), body, known)


def _argument(f: Field[Any], known: dict[str, Any]) -> str:
    if f.default_factory is not MISSING:
        return f"{f.name}=_none"
    if f.default is MISSING:
        return f.name
    known[f"_default_{f.name}"] = f.default
    return f"{f.name}=_default_{f.name}"


def _assignment(f: Field[Any], known: dict[str, Any], *, is_frozen: bool) -> str:
    value = f.name
    if f.default_factory is not MISSING:
        known[f"_make_{f.name}"] = f.default_factory
        value = f"_make_{f.name}() if {f.name} is _none else {f.name}" if f.init else f"_make_{f.name}()"
    return f"_set(self, {f.name!r}, {value})" if is_frozen else f"self.{f.name} = {value}"
