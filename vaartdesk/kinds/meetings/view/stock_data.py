"""The stock of a body as its column shows it: topics in their groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model.states import PURPOSES, TOPIC_GROUPS
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.schema.chips import word, words
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Badge, Header
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.theme import badges

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

NAMED = ("proposed_by", "theme_line", "from_body")


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic in stock as it is painted."""

    ref: Ref
    title: str
    icon: str
    meta: str
    badges: tuple[Badge, ...] = ()
    purpose: str = ""

    def spoken(self) -> str:
        """The topic as one sentence for a screen reader."""
        return ", ".join(
            words(self.title, self.meta, *(b.name or b.letter for b in self.badges), word(PURPOSES, self.purpose))
        )


Entry = Header | Topic


def read_stock(desk: Desk, body: str | None) -> list[Entry]:
    """The topics that wait for a meeting of the body, each group under its name; empty groups are left out."""
    if not body:
        return []
    with desk.read() as reader:
        rows = queries.stock(reader, body)
        keys = [row["id"] for row in rows]
        linked = {row["id"]: row for row in desk.rows("stock_topic", keys)} if keys else {}
        context = row_context(reader, [{**linked[row["id"]], **row} for row in rows], NAMED)
        subjects = reader.refs(row["subject"] for row in rows if row["subject"])
    topics = [_topic(desk, {**linked[row["id"]], **row}, context, subjects) for row in rows]
    return list(_grouped(rows, topics))


def _grouped(rows: list[dict[str, Any]], topics: list[Topic]) -> Iterator[Entry]:
    slugs = [option.slug for option in TOPIC_GROUPS]
    for slug in (*slugs, *dict.fromkeys(row["origin"] for row in rows if row["origin"] not in slugs)):
        found = [topic for row, topic in zip(rows, topics, strict=True) if row["origin"] == slug]
        if found:
            yield Header(word(TOPIC_GROUPS, slug) or str(_("Overig")), len(found))
            yield from found


def _topic(desk: Desk, row: Values, context: RowContext, subjects: Mapping[str, Ref]) -> Topic:
    subject = subjects.get(row["subject"] or "")
    kind = desk.kinds.get(subject.kind) if subject else None
    label = str(kind.label).capitalize() if kind else ""
    origin = next((o.icon for o in TOPIC_GROUPS if o.slug == row["origin"]), "inbox")
    day = f"{row['proposed_on']:%d-%m}" if row["proposed_on"] else ""
    who = context.title(row["proposed_by"]) or context.title(row["from_body"])
    return Topic(
        Ref("stock_topic", row["id"]),
        row["title"],
        kind.icon if kind else origin,
        " · ".join(words(label, who, day)),
        badges(row, context),
        row["purpose"],
    )
