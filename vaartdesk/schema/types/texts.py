"""Text, choices and yes/no."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from sqlalchemy.types import Boolean, Text, TypeEngine

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, clean, fold
from vaartdesk.schema.types.base import FieldType, Invalid, Option, ParseContext, Plain

LIMIT = 200_000
"""Characters in one field; beyond that it is a file, not a text."""


@dataclass(frozen=True)
class TextType(FieldType):
    """Text without markup; never None, empty is ''. One line unless ``long``."""

    editor: ClassVar[str] = "line"
    empty: ClassVar[Any] = ""

    def parse(self, text: str, context: ParseContext) -> str:
        return self.check(" ".join(clean(text).split()))

    def check(self, value: Any) -> str:
        kept: str = clean("" if value is None else str(value))
        if len(kept) > LIMIT:
            raise Invalid(
                _("Dit is langer dan {n} tekens. Bewaar het als bijlage.").format(n=f"{LIMIT:,}".replace(",", "."))
            )
        return kept

    def is_empty(self, value: Any) -> bool:
        return not str(value or "").strip()


@dataclass(frozen=True)
class OrderType(TextType):
    """A place among the records of one parent, as a key that sorts letter by letter (``core.order``)."""

    def sort_key(self, value: Any) -> Any:
        return (not value, value or "")


@dataclass(frozen=True)
class LongTextType(TextType):
    """Text of several lines."""

    editor: ClassVar[str] = "long"

    def parse(self, text: str, context: ParseContext) -> str:
        return self.check(clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip())

    def list_text(self, value: Any, today: date) -> str:
        return " ".join(str(value or "").split())[:200]


@dataclass(frozen=True)
class ChoiceType(FieldType):
    """One of a fixed row of options, stored as a permanent ASCII slug; '' when nothing is chosen."""

    editor: ClassVar[str] = "choice"
    empty: ClassVar[Any] = ""
    options: tuple[Option, ...] = ()

    def option(self, slug: Any) -> Option:
        """The option of a slug; an unknown slug (a newer version's) shows as itself."""
        return next((o for o in self.options if o.slug == slug), Option(str(slug or ""), str(slug or "")))

    def parse(self, text: str, context: ParseContext) -> str:
        wanted = fold(text)
        if not wanted:
            return ""
        for option in self.options:
            if wanted in (fold(option.slug), fold(option.label)):
                return option.slug
        raise Invalid(_("Kies een van: {choices}.").format(choices=", ".join(str(o.label) for o in self.options)))

    def check(self, value: Any) -> str:
        slug = "" if value is None else str(value)
        if slug and all(slug != o.slug for o in self.options):
            raise Invalid(_("Kies een van: {choices}.").format(choices=", ".join(str(o.label) for o in self.options)))
        return slug

    def field_text(self, value: Any) -> str:
        return str(self.option(value).label)

    def sort_key(self, value: Any) -> Any:
        slugs = [o.slug for o in self.options]
        return (not value, slugs.index(value) if value in slugs else len(slugs))


@dataclass(frozen=True)
class FlagType(FieldType):
    """Yes or no; stored as 1 or 0."""

    editor: ClassVar[str] = "flag"
    empty: ClassVar[Any] = False

    def sql(self) -> TypeEngine[Any]:
        return Boolean(create_constraint=False)

    def parse(self, text: str, context: ParseContext) -> bool:
        word = fold(text)
        if word in ("ja", "j", "1", "true", "waar", "x"):
            return True
        if word in ("nee", "n", "0", "false", "onwaar", ""):
            return False
        raise Invalid(_("Vul ja of nee in."))

    def plain(self, value: Any) -> Plain:
        return int(bool(value))

    def value(self, plain: Plain) -> bool:
        return bool(plain)

    def field_text(self, value: Any) -> str:
        return str(_("ja")) if value else str(_("nee"))

    def search_text(self, value: Any) -> str:
        return ""

    def sort_key(self, value: Any) -> Any:
        return (not value, "")

    def is_empty(self, value: Any) -> bool:
        return not value


def text_column() -> TypeEngine[Any]:
    """The column type of all text."""
    return Text()
