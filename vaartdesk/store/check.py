"""Looking a workspace over: database, log, search, files. Finds and tells; only ``tidy`` takes anything away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import text

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.store import indexing
from vaartdesk.store.connect import raw
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import Damaged
from vaartdesk.store.rows import read_rows


@dataclass(frozen=True)
class Finding:
    """``where``: database, logboek, zoeken or bijlagen; ``sentence``: what is wrong, in Dutch."""

    where: str
    sentence: str


Progress = Callable[[str], None]


def check(desk: Desk, progress: Progress = lambda _step: None) -> list[Finding]:
    """Everything that can be found; an empty list means whole."""
    found: list[Finding] = []
    for name, part in (("database", _database), ("logboek", _log), ("zoeken", _search), ("bijlagen", _files)):
        progress(name)
        found += [Finding(name, sentence) for sentence in part(desk)]
    return found


def _database(desk: Desk) -> Iterator[str]:
    with desk.read() as reader:
        db = raw(reader.connection)
        for (line,) in db.execute("pragma quick_check(20)"):
            if line != "ok":
                yield str(_("Een bladzijde van de database is beschadigd: {line}.").format(line=line))
        for table, *_rest in db.execute("pragma foreign_key_check"):
            yield str(_("Een verwijzing in {table} wijst nergens heen.").format(table=table))


def _log(desk: Desk) -> Iterator[str]:
    with desk.door.quiet():
        for complaint in desk.door.journal.verify():
            yield str(_("Het logboek klopt niet: {what}.").format(what=complaint))


def _search(desk: Desk) -> Iterator[str]:
    """Every record must be found under its title, by what the index holds now."""
    with desk.read() as reader:
        known = {
            r[0]: r[1:] for r in reader.connection.execute(text("select id, kind, number, title, deleted from record"))
        }
        for kind in desk.kinds.values():
            names = tuple(n for n in kind.fields if n not in kind.link_fields)
            for row in read_rows(reader.connection, kind, names, alive=False):
                wanted = (kind.name, str(row.get("number") or ""), kind.title_of(row), int(not row["alive"]))
                if tuple(known.pop(row["id"], ())) != wanted:
                    yield str(_("{title} staat anders in het zoekregister.").format(title=kind.title_of(row)))
        for key in known:
            yield str(_("Het zoekregister noemt een onbekende sleutel: {key}.").format(key=key))
    yield from _indexes(desk)


def _indexes(desk: Desk) -> Iterator[str]:
    """Only when they have taken everything in can they be held against it."""
    try:
        with desk.door.transaction() as connection:
            indexing.catch_up(raw(connection))
            indexing.verify(raw(connection))
    except Damaged:
        yield str(_("Het zoekregister is niet heel. Herstel het met: vaartdesk check --opruimen."))


def _files(desk: Desk) -> Iterator[str]:
    for row in _attachments(desk):
        state = desk.files.state(row["sha256"])
        if state != "heel":
            owner = desk.ref(row["record_id"] or "")
            of = desk.title(owner) if owner else "?"
            yield str(_("Bijlage {name} bij {record} {state}.").format(name=row["title"], record=of, state=state))


def _attachments(desk: Desk) -> list[dict[str, Any]]:
    with desk.read() as reader:
        return read_rows(reader.connection, desk.kinds["attachment"], ("title", "sha256", "record_id"))


def tidy(desk: Desk) -> int:
    """Remove content that no value in the log names any more, and make the search index anew. Returns files removed."""
    with desk.read() as reader:
        rows = reader.connection.execute(
            text("select distinct value from change where tbl = 'attachment' and field = 'sha256'")
        )
        named = {str(r[0]) for r in rows if r[0]}
    gone = [name for name in desk.files.names() if name not in named]
    for name in gone:
        desk.files.path(name).unlink(missing_ok=True)
    with desk.door.transaction() as connection:
        indexing.rebuild(raw(connection))
    return len(gone)


def reindex(desk: Desk) -> None:
    """Work out ``record`` and search again for every record: after an upgrade, or when the check found a difference."""
    with desk.door.transaction() as connection:
        for kind in desk.kinds.values():
            names = (*kind.fields,)
            indexing.index(raw(connection), kind, read_rows(connection, kind, names, alive=False))
