"""Clashes: what they are called, and when an accepted one counts again (K3, K5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final, Literal

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_short, time_prose
from vaartdesk.core.ids import rule_id
from vaartdesk.core.text import Message, _
from vaartdesk.schema.ref import Ref, Values

Level = Literal["hard", "soft"]
Reason = Literal["plaats", "onderhoud", "melding", "doelgroep", "omgeving", "groot", "markering"]
OFF_SETTING: Final = "clash_off_types"
"""Setting: the types of event for which nobody wants to hear of clashes."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that stands in the way of an event on one date. ``place`` is its title where the place is the matter."""

    level: Level
    reason: Reason
    other: Ref
    other_title: str
    day: date
    own_title: str = ""
    place: str = ""
    begins: datetime | None = None
    ends: datetime | None = None
    accepted: str = ""
    """The reason for which somebody accepted it; '' while it counts."""

    @property
    def heading(self) -> str:
        return str(HEADINGS[self.reason])

    def sentence(self, today: date) -> str:
        """Both events by name, and what is the matter."""
        day = day_short(self.day, today)
        if self.reason == "plaats" and self.begins is not None and self.ends is not None:
            return _("{own} en {other} nemen op {day} van {begins} tot {ends} allebei {place} in.").format(
                own=self.own_title,
                other=self.other_title,
                day=day,
                begins=_clock(self.begins),
                ends=time_prose(self.ends),
                place=self.place or _("dezelfde plaats"),
            )
        return _SENTENCES[self.reason].format(own=self.own_title, other=self.other_title, day=day)


HEADINGS: Final[Mapping[str, Message]] = {
    "plaats": _("Zelfde plaats, zelfde tijd"),
    "onderhoud": _("Onderhoud op de plaats"),
    "melding": _("Open melding op de plaats"),
    "doelgroep": _("Zelfde doelgroep, zelfde dag"),
    "omgeving": _("Dichtbij, zelfde dag"),
    "groot": _("Beeldbepalend evenement op die dag"),
    "markering": _("Bijzondere dag"),
}
_SENTENCES: Final[Mapping[str, Message]] = {
    "plaats": _("{own} en {other} nemen op {day} dezelfde plaats in."),
    "onderhoud": _("{own} valt op {day} samen met onderhoud op die plaats: {other}."),
    "melding": _("Waar {own} op {day} is, staat een melding open: {other}."),
    "doelgroep": _("{own} en {other} zijn op {day} voor hetzelfde publiek."),
    "omgeving": _("{own} en {other} zijn op {day} in dezelfde straat."),
    "groot": _("{own} valt op {day} samen met {other}."),
    "markering": _("{own} valt op {day} in {other}."),
}
_FINGERED: Final = (
    "starts_at",
    "ends_at",
    "setup_at",
    "breakdown_at",
    "zone",
    "is_whole_day",
    "place",
    "places",
    "rrule",
    "dates",
    "from_on",
    "to_on",
)


def fingerprint(first: Values, second: Values) -> str:
    """What an acceptance holds for: date, time and place of both. It is the same whichever of the two comes first."""
    return rule_id("clash", "", " ".join(sorted((_times(first), _times(second)))))


def _times(values: Values) -> str:
    return "/".join(_plain(values.get(name)) for name in _FINGERED)


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return "+".join(sorted(value))
    return "" if value is None else str(value)


def is_off(values: Values, settings: Mapping[str, Any]) -> bool:
    """True for a type of event of which the team switched clashes off."""
    return values["type"] in (settings.get(OFF_SETTING) or ())


def _clock(at: datetime) -> str:
    return f"{at.hour}.{at.minute:02}"
