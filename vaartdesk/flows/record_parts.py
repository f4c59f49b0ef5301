"""What a record looks like on paper, whatever its kind: its facts, the lines of its log, its photos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import day_long, time_prose
from vaartdesk.core.text import _
from vaartdesk.pdf.parts import Beside, Listing, Part, Photo, Prose
from vaartdesk.pdf.tables import Column
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.texts import LongTextType
from vaartdesk.store.desk import Desk

NOTES = 12
"""Lines of the log that an annex shows; the newest say where it stands."""
PHOTOS = 4


@dataclass(frozen=True)
class RecordPaper:
    """A record as an annex: its title, one sentence about where it stands, its theme line's letter and name, the parts."""

    title: str
    sentence: str
    line: str
    line_name: str
    parts: tuple[Part, ...]


def record_paper(desk: Desk, ref: Ref) -> RecordPaper | None:
    """None for a record that is not there any more."""
    values = desk.get(ref)
    if values is None:
        return None
    kind = desk.kinds[ref.kind]
    with desk.read() as reader:
        facts = _facts(kind, values, reader)
        line, name = _line(kind, values, reader)
        sentence = _sentence(kind, values, reader)
    texts = [_prose(f, values) for f in kind.fields.values() if _is_prose(f, values)]
    number = str(values.get("number") or "")
    title = f"{number} {kind.title_of(values)}".strip()
    listing = Listing(str(_("Gegevens")), (Column(str(_("Wat")), 3), Column("", 9)), tuple(facts))
    parts: list[Part] = [*texts, listing] if facts else list(texts)
    return RecordPaper(title, sentence, line, name, (*parts, *_notes(desk, ref), *_photos(desk, ref)))


def _facts(kind: Kind, values: Values, reader: Reader) -> list[tuple[str, str]]:
    """The filled fields of the record's page in its order, texts apart, then what is computed."""
    names = [n for section in kind.sections for n in (*section.fields, *section.optional)]
    found = []
    for name in dict.fromkeys(names):
        field = kind.fields.get(name)
        if field is None or field.hidden or _is_prose(field, values) or name == _title_field(kind):
            continue
        shown = _shown(field, values.get(name), reader)
        if shown:
            found.append((str(field.label), shown))
    if kind.facts is not None:
        found += [(str(label), str(value)) for label, value in kind.facts(values, reader)]
    return found


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
    told = [part for part in (status, str(face.title) if face is not None else "") if part]
    return f"{'. '.join(told)}." if told else ""


def _line(kind: Kind, values: Values, reader: Reader) -> tuple[str, str]:
    key = values.get("theme_line") if kind.has("theme_line") else None
    if not key:
        return "", ""
    from sqlalchemy import text  # one small question

    row = reader.connection.execute(text("select code, title from theme_line where id = :id"), {"id": key}).first()
    return (str(row[0]), str(row[1])) if row else ("", "")


def _notes(desk: Desk, ref: Ref) -> list[Part]:
    notes = desk.notes(ref)[:NOTES]
    if not notes:
        return []
    with desk.read() as reader:
        who = reader.titles({n["author"] for n in notes if n["author"]})
    rows = tuple((_moment(n["at"]), n["text"], who.get(n["author"] or "", "")) for n in notes)
    columns = (Column(str(_("Wanneer")), 3), Column(str(_("Wat")), 9), Column(str(_("Wie")), 3))
    return [Listing(str(_("Logboek")), columns, rows)]


def _moment(at: Any) -> str:
    if at is None:
        return ""
    local = at.astimezone(amsterdam())
    return f"{day_long(local.date())}, {time_prose(local.time())}"


def _photos(desk: Desk, ref: Ref) -> list[Part]:
    """The first photos, two beside each other; a missing file is told by the check, not by a broken annex."""
    found: list[Part] = []
    for row in [a for a in desk.attachments(ref) if a["is_photo"]][:PHOTOS]:
        data = desk.files.get(row["sha256"])
        if data is not None:
            found.append(Photo(data, str(_("Foto {name}").format(name=row["title"])), caption=row["title"]))
    pairs = [found[i : i + 2] for i in range(0, len(found), 2)]
    return [Beside(pair[0], pair[1]) if len(pair) > 1 else pair[0] for pair in pairs]
