"""Dutch numbers: decimal comma, dots between thousands, money in whole cents. No float anywhere."""

from __future__ import annotations

import re
from typing import Final

from vaartdesk.core.pattern import Pattern
from vaartdesk.core.text import _

_NUMBER: Final = Pattern(r"(-?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]*))?")
_POINT: Final = Pattern(r"-?[0-9]+\.[0-9]{1,2}")
_DIGITS: Final = 15
NBSP: Final = "\N{NO-BREAK SPACE}"


def parse_number(text: str, decimals: int) -> int:
    """The number times 10**decimals: `parse_number("1.234,5", 2)` is 123450. ValueError with a Dutch sentence."""
    plain = "".join(text.replace("\N{MINUS SIGN}", "-").split())
    if not plain:
        raise ValueError(_("Vul een getal in."))
    match = _NUMBER.fullmatch(plain)
    if not match:
        raise ValueError(_why_not(plain, text))
    sign, whole, rest = match.group(1), match.group(2).replace(".", ""), match.group(3) or ""
    if len(rest.rstrip("0")) > decimals:
        raise ValueError(_too_precise(decimals))
    if len(whole.lstrip("0")) > _DIGITS:
        raise ValueError(_("Dit getal is te groot."))
    value = int(whole + rest[:decimals].ljust(decimals, "0"))
    return -value if sign else value


def _why_not(plain: str, text: str) -> str:
    if _POINT.fullmatch(plain):
        return _("Schrijf {wrong} met een komma: {right}.").format(wrong=plain, right=plain.replace(".", ","))
    return _("‘{text}’ is geen getal.").format(text=text.strip()[:40])


def _too_precise(decimals: int) -> str:
    if decimals == 0:
        return str(_("Vul een heel getal in, zonder komma."))
    return _("Gebruik hoogstens {n} cijfers achter de komma.").format(n=decimals)


def format_number(value: int, decimals: int, *, grouped: bool = True) -> str:
    """`format_number(123450, 2)` is `1.234,50`; the minus is a hyphen, so that it can be typed back."""
    whole, rest = divmod(abs(value), 10**decimals)
    digits = f"{whole:,}".replace(",", ".") if grouped else str(whole)
    tail = f",{rest:0{decimals}}" if decimals else ""
    return f"{'-' if value < 0 else ''}{digits}{tail}"


def parse_money(text: str) -> int:
    """Cents from what people write: `1.234,50`, `€ 12`, `-3,5`, `12,-`, `3 euro`. ValueError with a Dutch sentence."""
    plain = text.replace("€", " ").strip()
    plain = re.sub(r"(?i)\s*(?:euro|eur)$", "", plain)
    plain = re.sub(r"^(?i:eur)\s*", "", plain)
    plain = re.sub(r",\s*[-\N{EN DASH}\N{EM DASH}=]+$", "", plain)
    if not plain:
        raise ValueError(_("Vul een bedrag in."))
    return parse_number(plain, 2)


def format_money(cents: int) -> str:
    """`€ 1.234,50` with a no-break space after the sign; negative as `€ -3,50`."""
    return f"€{NBSP}{format_number(cents, 2)}"
