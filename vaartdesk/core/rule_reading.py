"""Reading how often something comes back, as people write it, into a recurrence rule (RFC 5545).

`elke maandag`, `om de week`, `elke 2 weken op dinsdag en vrijdag`, `eerste maandag van de maand`, `laatste werkdag van
de maand`, `elke maand op de 1e en de 15e`, `elk kwartaal`, `elk jaar op 15 november`; then `in april tot en met september`,
`, 6 keer` or `, tot en met 31 december 2027`. Errors are `ValueError` with a Dutch sentence.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from vaartdesk.core.dates import DAYS, DAYS_SHORT, MONTHS, MONTHS_SHORT, parse_day
from vaartdesk.core.pattern import Pattern
from vaartdesk.core.rule_words import CODES, ORDINALS, WORKDAYS
from vaartdesk.core.text import _, fold

_DAY_CODES: Final = {
    str.__str__(name): code for names in (DAYS, DAYS_SHORT) for name, code in zip(names, CODES, strict=True)
}
_MONTH_NUMBERS: Final = {
    str.__str__(name): number for names in (MONTHS, MONTHS_SHORT) for number, name in enumerate(names, 1)
}
_PLACES: Final = {str.__str__(word): place for place, word in ORDINALS.items()} | {f"{n}e": n for n in range(1, 6)}
_NUMBERS: Final = {"andere": 2, "tweede": 2, "twee": 2, "derde": 3, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
_FREQUENCIES: Final = {
    "dag": "DAILY", "dagen": "DAILY", "week": "WEEKLY", "weken": "WEEKLY", "maand": "MONTHLY", "maanden": "MONTHLY",
    "jaar": "YEARLY", "jaren": "YEARLY",
}  # fmt: skip
_SAME: Final = (
    (r"\btot en met\b", "t/m"),
    (r"\b(?:iedere|ieder|elk)\b", "elke"),
    (r"\bdagelijks\b", "elke dag"),
    (r"\bwekelijks\b", "elke week"),
    (r"\bmaandelijks\b", "elke maand"),
    (r"\bjaarlijks\b", "elke jaar"),
    (r"\bper (dag|week|maand|jaar|kwartaal)\b", r"elke \1"),
    (r"\b(?:elke half ?jaar|halfjaarlijks)\b", "elke 6 maanden"),
    (r"\b(?:elke kwartaal|driemaandelijks)\b", "elke 3 maanden"),
    (r"\bom de (dag|week|maand|jaar)\b", r"elke 2 \1"),
    (r"\bom de (\d+ \w+)\b", r"elke \1"),
    (r"\bom de (\w+dag)\b", r"elke 2 weken op \1"),
)
_END: Final = Pattern(r",? ?(?:(\d{1,4}) keer|t/m ((?:[a-z]+ )?\d[^,]*))$")
_MONTHS: Final = Pattern(r" (?:in|van) ([a-z, ]+(?: t/m [a-z]+)?)$")
_EVERY: Final = Pattern(r"elke (?:(\w+) )?(dag|dagen|week|weken|maand|maanden|jaar|jaren)(?: op (.+))?")
_OF_MONTH: Final = Pattern(r"(.+?)(?: van (?:de|elke)(?: (\d+))? maand(?:en)?)?")


def parse_rule(text: str, today: date) -> str:
    """The rule that the words say; a rule that is one already as it is. '' for ''."""
    if not text.strip():
        return ""
    if "FREQ=" in text.upper():
        return "".join(text.upper().split()).removeprefix("RRULE:")
    plain = fold(text).strip(" .")
    for pattern, same in _SAME:
        plain = re.sub(pattern, same, plain)
    plain, end = _taken_end(plain, today)
    plain, months = _taken_months(plain)
    return _often(plain, months) + end


def _unread() -> ValueError:
    return ValueError(_("Schrijf hoe vaak, bijvoorbeeld ‘elke 2 weken op dinsdag’ of ‘eerste maandag van de maand’."))


def _taken_end(plain: str, today: date) -> tuple[str, str]:
    match = _END.search(plain)
    if match is None:
        return plain, ""
    count, day = match.groups()
    if count == "0":
        raise _unread()
    end = f";COUNT={count}" if count else f";UNTIL={parse_day(day, today):%Y%m%d}"
    return plain[: match.start()], end


def _taken_months(plain: str) -> tuple[str, str]:
    """Without the months at its end, and those as `3,6,9`."""
    match = _MONTHS.search(plain)
    if match is None:
        return plain, ""
    numbers: list[int] = []
    for part in re.split(r",| en ", match.group(1)):
        first, _to, last = (word.strip() for word in part.partition("t/m"))
        if first not in _MONTH_NUMBERS or (last and last not in _MONTH_NUMBERS):
            return plain, ""
        begin = _MONTH_NUMBERS[first]
        finish = _MONTH_NUMBERS[last] if last else begin
        numbers += [(begin - 1 + step) % 12 + 1 for step in range((finish - begin) % 12 + 1)]
    return plain[: match.start()], ",".join(str(number) for number in sorted(set(numbers)))


def _often(plain: str, months: str) -> str:
    by_month = f";BYMONTH={months}" if months else ""
    if match := _EVERY.fullmatch(plain):
        count, unit, on = match.groups()
        freq = _FREQUENCIES[unit]
        interval = _interval(count)
        return f"FREQ={freq}{interval}" + (_on(freq, on, by_month) if on else by_month)
    if plain.removeprefix("elke ") in {"werkdag", "werkdagen"}:
        return f"FREQ=WEEKLY{by_month};BYDAY={WORKDAYS}"
    days = _weekdays(plain.removeprefix("elke ").removeprefix("op "))
    if days:
        return f"FREQ=WEEKLY{by_month};BYDAY={days}"
    match = _OF_MONTH.fullmatch(plain)
    if match is None:
        raise _unread()
    return f"FREQ=MONTHLY{_interval(match.group(2))}{by_month}{_placed(match.group(1))}"


def _interval(word: str | None) -> str:
    if word is None:
        return ""
    number = int(word) if word.isdigit() else _NUMBERS.get(word, 0)
    if not 1 <= number <= 999:
        raise _unread()
    return f";INTERVAL={number}" if number > 1 else ""


def _on(freq: str, words: str, by_month: str) -> str:
    """What stands behind "op": days of the week, of the month, or of the year."""
    if freq == "WEEKLY" and (days := WORKDAYS if words.startswith("werkdag") else _weekdays(words)):
        return f"{by_month};BYDAY={days}"
    if freq == "MONTHLY":
        days = _month_days(words)
        return by_month + (f";BYMONTHDAY={days}" if days else _placed(words))
    if freq == "YEARLY":
        return _on_year(words, by_month)
    raise _unread()


def _on_year(words: str, by_month: str) -> str:
    if by_month:
        return by_month + _placed(words)
    match = re.fullmatch(r"((?:de )?\d{1,2}(?:(?:,| en) ?\d{1,2})*) ([a-z]+)", words)
    if match is None or match.group(2) not in _MONTH_NUMBERS:
        raise _unread()
    days = sorted({int(number) for number in re.findall(r"\d+", match.group(1))})
    if not all(1 <= day <= 31 for day in days):
        raise _unread()
    return f";BYMONTH={_MONTH_NUMBERS[match.group(2)]};BYMONTHDAY={','.join(map(str, days))}"


def _tokens(words: str) -> list[str]:
    return [word for word in words.replace(",", " ").split() if word not in {"en", "de", "op", "elke"}]


def _weekdays(words: str) -> str:
    """`MO,TH` of `maandag en donderdag`; '' when there is another word among them."""
    codes = [_DAY_CODES.get(word) or _DAY_CODES.get(word.removesuffix("en")) for word in _tokens(words)]
    if not codes or None in codes:
        return ""
    return ",".join(code for code in CODES if code in codes)


def _month_days(words: str) -> str:
    """`1,15` of `de 1e en de 15e`, `-1` of `de laatste dag`; '' when there is another word among them."""
    found: list[int] = []
    for word in _tokens(words.replace("laatste dag", "laatstedag")):
        match = re.fullmatch(r"(?:dag)?(\d{1,2})(?:e|ste|de)?", word)
        if word == "laatstedag":
            found.append(-1)
        elif match and 1 <= int(match.group(1)) <= 31:
            found.append(int(match.group(1)))
        elif word != "dag":
            return ""
    return ",".join(str(day) for day in dict.fromkeys(found))


def _placed(words: str) -> str:
    """`;BYDAY=1MO,3MO` of `eerste en derde maandag`, `;BYDAY=...;BYSETPOS=-1` of `laatste werkdag`."""
    places: list[int] = []
    days: list[str] = []
    set_places: list[str] = []
    is_new = True
    for word in _tokens(words):
        if word in _PLACES:
            places = [_PLACES[word]] if is_new else [*places, _PLACES[word]]
            is_new = False
        elif word in _DAY_CODES and places:
            days += [f"{place}{_DAY_CODES[word]}" for place in places]
            is_new = True
        elif word == "werkdag" and places:
            set_places = [str(place) for place in places]
            is_new = True
        elif word == "dag" and places and not days:
            return f";BYMONTHDAY={','.join(str(place) for place in places)}"
        else:
            raise _unread()
    if not is_new or bool(days) == bool(set_places):
        raise _unread()
    if set_places:
        return f";BYDAY={WORKDAYS};BYSETPOS={','.join(set_places)}"
    return f";BYDAY={','.join(days)}"
