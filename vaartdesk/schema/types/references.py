"""One other record, or a row of them."""

from __future__ import annotations

from typing import Any, ClassVar

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.types.base import FieldType, Invalid, ParseContext


@dataclass(frozen=True)
class RefType(FieldType):
    """The key of a record of kind ``target`` ('' = a record of any kind); None when empty."""

    editor: ClassVar[str] = "ref"
    target: str = ""
    among: tuple[str, ...] = ()
    """Where ``target`` is '': the kinds it is limited to; () = any."""

    def parse(self, text: str, context: ParseContext) -> str | None:
        """Keys only: turning words into a key is the editor's work, it knows the records."""
        return text.strip() or None

    def check(self, value: Any) -> str | None:
        if value is not None and not isinstance(value, str):
            raise Invalid(_("Kies iets uit de lijst."))
        return value or None

    def search_text(self, value: Any) -> str:
        return ""


@dataclass(frozen=True)
class LinksType(FieldType):
    """The keys of several records, stored as rows of ``link`` with role ``role``; a tuple, in order."""

    editor: ClassVar[str] = "links"
    empty: ClassVar[Any] = ()
    target: str = ""
    role: str = ""
    among: tuple[str, ...] = ()

    def parse(self, text: str, context: ParseContext) -> tuple[str, ...]:
        return tuple(part for part in text.split() if part)

    def field_text(self, value: Any) -> str:
        return " ".join(value or ())

    def check(self, value: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value or ()))

    def search_text(self, value: Any) -> str:
        return ""
