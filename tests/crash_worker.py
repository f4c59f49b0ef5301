"""A process that works as people do and tells each change once it is confirmed; made to be killed at any moment.

Run as ``python crash_worker.py FOLDER SEED``; a line of JSON on standard output is a change that was confirmed.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from vaartdesk.core.clock import SystemClock
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from workspace import open_desk


def work(desk: Desk, rnd: random.Random) -> None:
    """Log tickets with files, edit, note, delete, undo, and type drafts, for ever."""
    category = desk.rows("ticket_category")[0]["id"]
    tickets: list[Ref] = [Ref("ticket", row["id"]) for row in desk.rows("ticket")]
    count = 0
    while True:
        count += 1
        act = rnd.choice(("log", "log", "edit", "edit", "note", "file", "delete", "undo", "draft"))
        if act == "log" or not tickets:
            with desk.change("Melding gemaakt") as tx:
                ref = tx.add("ticket", {"title": f"melding {count}", "place_text": "Brink", "category": category})
            tickets.append(ref)
            tell("title", ref, f"melding {count}")
            continue
        ref = rnd.choice(tickets)
        if act == "edit":
            with desk.change("Titel gewijzigd") as tx:
                tx.set(ref, "title", f"titel {count}")
            tell("title", ref, f"titel {count}")
        elif act == "note":
            with desk.change("Notitie toegevoegd") as tx:
                note = tx.note(ref, f"notitie {count}")
            tell("note", note, f"notitie {count}")
        elif act == "file":
            data = rnd.randbytes(rnd.randrange(1, 200_000))
            with desk.change("Bijlage toegevoegd") as tx:
                made = tx.attach(ref, data, "foto.jpg", is_photo=True)
            tell("file", made, len(data))
        elif act == "delete":
            with desk.change("Verwijderd") as tx:
                tx.delete(ref)
            tickets.remove(ref)
            tell("gone", ref, 0)
        elif act == "undo":
            undone = desk.undo()
            tell("undo", Ref("", ""), [list(r) for r in undone.refs] if undone else [])
            tickets = [Ref("ticket", row["id"]) for row in desk.rows("ticket")]
        else:
            desk.drafts.keep("ticket", ref.id, "title", f"half getypt {count}")
            tell("draft", ref, f"half getypt {count}")


def tell(what: str, ref: Ref, value: object) -> None:
    """This is on disk, or the program lies."""
    sys.stdout.write(json.dumps([what, ref.kind, ref.id, value]) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with open_desk(Path(sys.argv[1]), SystemClock(), planned=True) as opened:
        work(opened, random.Random(int(sys.argv[2])))
