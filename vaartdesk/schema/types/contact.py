"""E-mail, phone, postcode and KvK number: stored in normal form, or as typed where that does not fit."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, ClassVar

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.types.base import Invalid, ParseContext
from vaartdesk.schema.types.texts import TextType


@dataclass(frozen=True)
class EmailType(TextType):
    """An e-mail address (RFC 5321 4.1.2, without quoted local parts), lower case after the at-sign."""

    editor: ClassVar[str] = "line"

    def parse(self, text: str, context: ParseContext) -> str:
        text = super().parse(text, context)
        if not text:
            return ""
        if not re.fullmatch(r"[^@\s<>\",;]+@[^@\s<>\",;.]+(\.[^@\s<>\",;.]+)+", text):
            raise Invalid(_("Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl."))
        name, at, host = text.rpartition("@")
        return name + at + host.lower()


@dataclass(frozen=True)
class PhoneType(TextType):
    """A phone number as E.164 (``+31592123456``); what is no valid number is kept as typed (112, an extension)."""

    def parse(self, text: str, context: ParseContext) -> str:
        text = super().parse(text, context)
        if not text:
            return ""
        if not re.search(r"\d", text):
            raise Invalid(_("Een telefoonnummer bevat cijfers, bijvoorbeeld 0592 12 34 56."))
        return _normal(text)

    def field_text(self, value: Any) -> str:
        """Dutch numbers in national form, others with their country code (NATIONAL would drop it)."""
        if not value or not str(value).startswith("+"):
            return str(value or "")
        return _shown(str(value))

    def search_text(self, value: Any) -> str:
        """Found by the stored form, the shown form and the digits without blanks."""
        if not value:
            return ""
        shown = self.field_text(value)
        return f"{value} {shown} {re.sub(r'[^0-9]', '', shown)}"


@lru_cache(maxsize=4096)
def _normal(text: str) -> str:
    import phonenumbers  # 15 ms, only needed once a number is typed

    try:
        number = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        return text
    if not phonenumbers.is_valid_number(number):
        return text
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=4096)
def _shown(value: str) -> str:
    """Kept, because a number is shown and searched far more often than it changes, and its form takes 0.2 ms to find."""
    import phonenumbers

    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        return value
    national = number.country_code == 31
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, style.NATIONAL if national else style.INTERNATIONAL)


@dataclass(frozen=True)
class PostcodeType(TextType):
    """A Dutch postcode as ``9401 AB``; a foreign one passes as typed."""

    def parse(self, text: str, context: ParseContext) -> str:
        text = super().parse(text, context)
        match = re.fullmatch(r"([1-9]\d{3}) ?([a-zA-Z]{2})", text)
        if not match:
            return text
        letters = match[2].upper()
        if letters in ("SA", "SD", "SS"):
            raise Invalid(_("Een postcode eindigt nooit op {letters}.").format(letters=letters))
        return f"{match[1]} {letters}"


@dataclass(frozen=True)
class KvkType(TextType):
    """A number of the Dutch trade register: eight digits, no check digit."""

    def parse(self, text: str, context: ParseContext) -> str:
        digits = re.sub(r"[ .]", "", super().parse(text, context))
        if digits and not re.fullmatch(r"\d{8}", digits):
            raise Invalid(_("Een KvK-nummer heeft acht cijfers."))
        return digits


@dataclass(frozen=True)
class UrlType(TextType):
    """A web address; without a scheme it gets https."""

    def parse(self, text: str, context: ParseContext) -> str:
        text = super().parse(text, context)
        if not text:
            return ""
        if "://" not in text:
            text = "https://" + text
        if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", text):
            raise Invalid(_("Dit is geen webadres. Het ziet eruit als www.voorbeeld.nl."))
        return text
