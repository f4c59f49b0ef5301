"""What a record looks like on paper, whatever its kind: its facts, the lines of its log, its photos."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_long, time_prose
from vaartdesk.core.text import _, ngettext
from vaartdesk.flows.goal_part import goal_parts
from vaartdesk.flows.list_print import parts_listing
from vaartdesk.flows.offers_part import offers_parts
from vaartdesk.pdf.parts import Beside, Listing, Part, Photo, Prose
from vaartdesk.pdf.tables import Column
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind, part_kinds
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.texts import LongTextType
from vaartdesk.store.desk import Desk
from vaartdesk.store.rows import table_of

MOST = 200
"""Lines of the log; the newest say where it stands."""
PHOTOS = 4


@dataclass(frozen=True)
class RecordPaper:
    """A record as an annex: its title, one sentence about where it stands, its theme line's letter and name, the parts."""

    title: str
    sentence: str
    line: str
    line_name: str
    parts: tuple[Part, ...]


def record_paper(desk: Desk, ref: Ref, *, for_others: bool = False) -> RecordPaper | None:
    """None for a record that is not there any more.

    ``for_others``: what leaves the team. Its main facts, texts and photos; nothing that tells who reported it, no log, no
    internal note, no parts of it.
    """
    values = desk.get(ref)
    if values is None:
        return None
    kind = desk.kinds[ref.kind]
    with desk.read() as reader:
        facts = _facts(kind, values, reader, for_others=for_others)
        line, name = _line(kind, values, reader)
        sentence = _sentence(kind, values, reader)
        drawn = goal_parts(reader, values, desk.today) if kind.name == "goal" else []
        offers = offers_parts(reader, values) if kind.name == "contract" else []
        owned = [] if for_others else _owned(desk, kind, ref, reader)
    texts = [
        _prose(f, values) for f in kind.fields.values() if _is_prose(f, values) and not (for_others and _is_inside(f))
    ]
    number = str(values.get("number") or "")
    title = f"{number} {kind.title_of(values)}".strip()
    shown = _beside(facts, _photos(desk, ref))
    notes = [] if for_others else _log(desk, ref)
    return RecordPaper(title, sentence, line, name, (*drawn, *texts, *shown, *offers, *owned, *notes))


def _beside(facts: list[tuple[str, str]], photos: list[Photo]) -> list[Part]:
    """The facts with the first photo at their right, further photos in pairs below."""
    listing = Listing(str(_("Gegevens")), (Column("", 4), Column("", 7)), tuple(facts))
    if not facts:
        return _pairs(photos)
    if not photos:
        return [listing]
    return [Beside(listing, photos[0]), *_pairs(photos[1:])]


def _pairs(photos: list[Photo]) -> list[Part]:
    """Two to a row; one that is left over is no larger than the others, or it would fill a page of its own."""
    pairs = [photos[at : at + 2] for at in range(0, len(photos), 2)]
    return [Beside(pair[0], pair[1] if len(pair) > 1 else Prose("")) for pair in pairs]


def _is_inside(field: Field) -> bool:
    """A field that stays inside the team."""
    return field.personal or field.name.startswith("internal")


def _facts(kind: Kind, values: Values, reader: Reader, *, for_others: bool) -> list[tuple[str, str]]:
    """The filled fields of the record's page in its order, texts apart, then what is computed."""
    told, found = _subtitle(kind, values, reader)
    for name in _fact_names(kind, for_others=for_others):
        field = kind.fields.get(name)
        if (
            field is None
            or name in told
            or field.hidden
            or _is_prose(field, values)
            or (for_others and _is_inside(field))
        ):
            continue
        shown = _shown(field, values.get(name), reader)
        if shown:
            found.append((str(field.label), shown))
    if kind.facts is not None and not for_others:
        found += [(str(label), str(value)) for label, value in kind.facts(values, reader)]
    return found


def _subtitle(kind: Kind, values: Values, reader: Reader) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """The fields that the line under the title stands for, and that line as a fact."""
    said = kind.subtitle.text(values, reader) if kind.subtitle is not None else ""
    return (
        (kind.subtitle.fields, [(str(kind.subtitle.label), said)]) if kind.subtitle is not None and said else ((), [])
    )


def _fact_names(kind: Kind, *, for_others: bool) -> list[str]:
    """For others the fields that the sections always show; inside the team every field of the page."""
    taken = {_title_field(kind), "status", "theme_line", "is_example"}
    sections = [s for s in kind.sections if not (for_others and s.folded)]
    names = [n for s in sections for n in (s.fields if for_others else (*s.fields, *s.optional))]
    return [n for n in dict.fromkeys(names) if n not in taken]


def _title_field(kind: Kind) -> str:
    return kind.title if isinstance(kind.title, str) else ""


def _shown(field: Field, value: Any, reader: Reader) -> str:
    if field.type.is_empty(value):
        return ""
    if field.is_links:
        titles = reader.titles(value)
        return ", ".join(titles[key] for key in value if key in titles)
    if field.targets or field.type.editor == "ref":
        return reader.titles([value]).get(value, "")
    return field.type.paper_text(value)


def _is_prose(field: Field, values: Values) -> bool:
    return isinstance(field.type, LongTextType) and not field.hidden and bool(values.get(field.name))


def _prose(field: Field, values: Values) -> Part:
    return Prose(str(values[field.name]), str(field.label))


def _sentence(kind: Kind, values: Values, reader: Reader) -> str:
    """State and lateness in words, as the screen says them."""
    status = kind.status.field_text(values.get("status")) if kind.status else ""
    face = kind.clock(values, reader) if kind.clock is not None else None
    told = [part for part in (status, str(face.words) if face is not None else "") if part]
    said = f"{'. '.join(told)}." if told else ""
    return said[:1].upper() + said[1:]


def _line(kind: Kind, values: Values, reader: Reader) -> tuple[str, str]:
    key = values.get("theme_line") if kind.has("theme_line") else None
    if not key:
        return "", ""
    from sqlalchemy import text  # one small question

    row = reader.connection.execute(text("select code, title from theme_line where id = :id"), {"id": key}).first()
    return (str(row[0]), str(row[1])) if row else ("", "")


def _log(desk: Desk, ref: Ref) -> list[Part]:
    """Notes and what happened to it, as on the screen."""
    lines = desk.log_lines(ref)
    if not lines:
        return []
    shown = lines[:MOST]
    columns = (Column(str(_("Wanneer")), 4), Column(str(_("Wat")), 8.5), Column(str(_("Wie")), 2.5))
    # Without a name at any line there is no column for names.
    wide = 3 if any(who for _at, _text, who in shown) else 2
    rows = tuple((_moment(at), text, who)[:wide] for at, text, who in shown)
    rest = len(lines) - len(shown)
    caption = ngettext("En nog {n} eerdere regel.", "En nog {n} eerdere regels.", rest).format(n=rest) if rest else ""
    return [Listing(str(_("Logboek")), columns[:wide], rows, caption)]


def _owned(desk: Desk, kind: Kind, ref: Ref, reader: Reader) -> list[Part]:
    """What belongs to it, a table for each kind that has any: of an event its permits and its run-book, of a goal its
    measurements.
    """
    found: list[Part] = []
    for part in part_kinds(desk.kinds, kind):
        table = table_of(part)
        order = [table.c.pos, table.c.id] if part.has("pos") else [table.c.id]
        mine = select(table.c.id).where(table.c[part.parent] == ref.id, table.c.alive).order_by(*order)
        keys = [str(row[0]) for row in reader.all(mine)]
        if keys:
            found.append(parts_listing(part, keys, reader))
    return found


def _moment(at: Any) -> str:
    if at is None:
        return ""
    local = at.astimezone(amsterdam())
    return f"{day_long(local.date())}, {time_prose(local.time())}"


def _photos(desk: Desk, ref: Ref) -> list[Photo]:
    """The first photos; a missing file is told by the check, not by a broken annex."""
    found: list[Photo] = []
    for row in [a for a in desk.attachments(ref) if a["is_photo"]][:PHOTOS]:
        data = desk.files.get(row["sha256"])
        if data is not None:
            found.append(Photo(data, str(_("Foto {name}").format(name=row["title"])), caption=row["title"]))
    return found
