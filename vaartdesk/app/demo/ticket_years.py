"""All example tickets in order of their day, open ones among those that are over, in changes of a bearable size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field
from heapq import merge
from itertools import groupby
from typing import Any, Final

from vaartdesk.app.demo.past_tickets import Sort, log_of, past_tickets
from vaartdesk.app.demo.tickets import open_ticket, write_extras, write_photos
from vaartdesk.app.demo.world import Examples, World
from vaartdesk.core.dataclass import dataclass
from vaartdesk.kinds.tickets.rules.moves import local_day
from vaartdesk.schema.ref import Ref

RECENT: Final = 90
"""Days back within which tickets that are over get a photo, while there are any left."""
DOUBLE: Final = 90
"""Of so many tickets that are over, one was reported twice."""


@dataclass(frozen=True)
class Draft:
    """A ticket on its way in. ``fact``: what the file tells of an open one; ``photo``: what suits one that is over."""

    values: dict[str, Any]
    fact: Mapping[str, Any] = field(default_factory=dict)
    photo: str = ""

    @property
    def day(self) -> Any:
        return local_day(self.values["reported_at"])


def drafts(world: World, facts: Mapping[str, Any], sorts: list[Sort], total: int) -> Iterator[Draft]:
    """So many tickets by moment, with numbers counted within the year of their report."""
    open_ones = [Draft(open_ticket(world, fact), fact) for fact in facts["open"]]
    past = (Draft(*pair) for pair in _past(world, facts, sorts, total - len(open_ones)))
    counts: Counter[int] = Counter()
    in_order = merge(sorted(open_ones, key=lambda draft: draft.day), past, key=lambda draft: draft.day)
    for day, found in groupby(in_order, key=lambda draft: draft.day):
        for draft in sorted(found, key=lambda draft: draft.values["reported_at"]):
            counts[day.year] += 1
            draft.values["number"] = f"M-{day.year}-{counts[day.year]:04d}"
            yield draft


def _past(
    world: World, facts: Mapping[str, Any], sorts: list[Sort], amount: int
) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    for values, photo in past_tickets(world, facts, sorts, amount):
        yield values, {}, photo


@dataclass
class TicketWriter:
    """Writes tickets; every ``scale``-th one gets its log. ``photos``: at most; open tickets come first."""

    facts: Mapping[str, Any]
    scale: int
    photos: int
    seen: int = 0
    last: dict[str, Ref] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.spare = self.photos - sum(len(fact.get("photos", ())) for fact in self.facts["open"])

    def write(self, examples: Examples, part: list[Draft]) -> None:
        """One change's worth."""
        for draft in part:
            self.seen += 1
            ref = examples.add("ticket", draft.values, name=draft.values["title"] if draft.fact else "")
            if draft.fact:
                write_extras(examples, ref, draft.fact, self.photos)
            elif self.seen % self.scale == 0:
                self._extras(examples, ref, draft)

    def _extras(self, examples: Examples, ref: Ref, draft: Draft) -> None:
        world, category = examples.world, draft.values["category"]
        if self.seen % DOUBLE == 0 and category in self.last:
            examples.tx.update(ref, {"status": "dubbel", "duplicate_of": self.last[category].id, "result": ""})
        self.last[category] = ref
        for at, words in log_of(world, self.facts, draft.values):
            examples.note(ref, at, "Huismeester", words)
        if draft.photo and (world.today - draft.day).days <= RECENT and self.spare > 0:
            self.spare -= 1
            write_photos(examples, ref, (draft.photo,), draft.values["reported_at"])
