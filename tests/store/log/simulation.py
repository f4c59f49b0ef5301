"""What people do on their laptops, for hypothesis to play with: they work, quarrel, take back, choose and have mishaps."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from store.log.crew import LAPTOPS, SEEN, Crew, pick, which
from store.log.laptop import Laptop, link_id
from vaartdesk.store.log.entry import Cell, Value
from vaartdesk.store.log.numbers import next_number

FIELDS = [("ticket", "title"), ("ticket", "body"), ("ticket", "status"), ("person", "phone")]


class Working(Crew):
    """Everybody at his own desk."""

    @rule(i=which, k=pick)
    def new_ticket(self, i: int, k: int) -> None:
        if k % 4 and len(self.rows(i, "ticket")) > 2:  # few records: more quarrels about each
            return
        person, ticket = f"p{self.text()}", f"t{self.text()}"

        def create(a: Laptop) -> None:
            number = next_number(a.db, "ticket", "M-2026-")
            cells = {"title": self.text(), "body": self.text(), "number": number, "person_id": person}
            a.write(
                [
                    Cell("person", person, "alive", 1),
                    Cell("person", person, "name", self.text()),
                    Cell("ticket", ticket, "alive", 1),
                    *(Cell("ticket", ticket, name, cells[name]) for name in cells),
                ]
            )

        self.act(i, create)

    @rule(i=which, k=pick)
    def seeded(self, i: int, k: int) -> None:
        """A row that a rule makes has the same key on every laptop."""
        row = f"rule{k % 2}"
        self.act(i, lambda a: a.add("tag", row, name=f"soort {k % 2}"))

    @rule(i=which, k=pick)
    def edit_contested(self, i: int, k: int) -> None:
        """Typing in a field while its choice is still open swallows nothing."""
        fields = [cell for cell in self.laptops[i].journal.conflicts() if cell[2] != "alive"]
        if fields:
            SEEN["typed in an open choice"] += 1
            tbl, row, field = fields[k % len(fields)]
            self.act(i, lambda a: a.put(tbl, row, **{field: self.text()}))

    @rule(i=which, k=pick, fields=st.lists(st.sampled_from(FIELDS), min_size=1, max_size=3))
    def edit(self, i: int, k: int, fields: list[tuple[str, str]]) -> None:
        tbl = fields[0][0]
        ids = self.rows(i, tbl)
        if ids:
            values = {field: self.text() for t, field in fields if t == tbl}
            self.act(i, lambda a: a.put(tbl, ids[k % len(ids)], **values))

    @rule(i=which, k=pick, field=st.sampled_from(["title", "status"]))
    def bulk(self, i: int, k: int, field: str) -> None:
        """An import over old and new rows, dead ones too."""
        ids = self.rows(i, "ticket", 0)[:1] * (k % 2) + self.rows(i, "ticket")[: k % 4]
        new = [f"i{self.text()}"] * (k % 3 == 0)
        cells = [Cell("ticket", row, "alive", 1) for row in new]
        cells += [Cell("ticket", row, field, self.text()) for row in ids + new]
        if cells:
            SEEN["imports"] += 1
            self.act(i, lambda a: a.write(cells, "import"))

    @rule(i=which, k=pick, tbl=st.sampled_from(["ticket", "person"]))
    def delete(self, i: int, k: int, tbl: str) -> None:
        ids = self.rows(i, tbl)
        if ids:
            self.act(i, lambda a: a.put(tbl, ids[k % len(ids)], alive=0))

    @rule(i=which, k=pick)
    def undelete(self, i: int, k: int) -> None:
        ids = self.rows(i, "ticket", 0)
        if ids:
            self.act(i, lambda a: a.put("ticket", ids[k % len(ids)], alive=1))

    @rule(i=which, k=pick, on=st.booleans())
    def link(self, i: int, k: int, on: bool) -> None:
        ids = self.rows(i, "ticket")
        if ids:
            one, other = ids[k % len(ids)], ids[(k // 7) % len(ids)]
            key = link_id(one, "x", other)
            values: dict[str, Value] = (
                {"alive": int(on)} if self.laptops[i].get("ticket_tag", key, "alive") is not None else {}
            )
            self.act(
                i, lambda a: a.put("ticket_tag", key, **values) if values else a.add("ticket_tag", key, ticket_id=one)
            )

    @rule(i=which, k=pick, new=st.booleans())
    def agenda(self, i: int, k: int, new: bool) -> None:
        ids = self.rows(i, "agenda_item")
        pos = f"{k % 1000:03d}"
        if new or not ids:
            row = f"a{self.text()}"
            self.act(i, lambda a: a.add("agenda_item", row, title=row, pos=pos))
        else:
            self.act(i, lambda a: a.put("agenda_item", ids[k % len(ids)], pos=pos))

    @rule(i=which, redo=st.booleans())
    def undo(self, i: int, redo: bool) -> None:
        def take_back(a: Laptop) -> None:
            made = a.undo(redo=redo)
            SEEN["undone" if made and made.cells else "nothing to undo"] += 1
            SEEN["undo skipped a cell"] += bool(made and made.skipped)

        self.act(i, take_back)

    @rule(i=which, k=pick, own=st.booleans())
    def choose(self, i: int, k: int, own: bool) -> None:
        cells = self.laptops[i].journal.conflicts()
        if cells:
            SEEN["chosen"] += 1
            tbl, row, field = cells[k % len(cells)]
            heads = self.laptops[i].journal.cell_heads(tbl, row, field)
            value = k % 2 if field == "alive" else self.text() if own else heads[k % len(heads)].value
            self.act(i, lambda a: a.resolve(tbl, row, field, value), {(tbl, row, field)})

    @rule(i=which, k=pick, alive=st.integers(0, 1))
    def erase(self, i: int, k: int, alive: int) -> None:
        ids = self.rows(i, "person", alive)
        if ids and k % 2 == 0:
            SEEN["erased"] += 1
            person = ids[k % len(ids)]
            self.act(i, lambda a: a.erase(("person", person, "name", None), ("person", person, "phone", None)))

    def typed(self, i: int, k: int, field: str = "title") -> bool:
        ids = self.rows(i, "ticket")
        if ids:
            self.act(i, lambda a: a.put("ticket", ids[k % min(2, len(ids))], **{field: self.text()}))
        return bool(ids)


class Team(Working):
    """What goes wrong among people, in one go: by chance alone it would be rare."""

    @initialize()
    def shared(self) -> None:
        """Two records that everybody knows: quarrels come sooner."""
        self.new_ticket(0, 0)
        self.new_ticket(0, 0)
        for j in range(1, LAPTOPS):
            self.meet(0, j)
            self.backup(j)

    @rule(i=which, j=which, k=pick, deletes=st.booleans())
    def quarrel(self, i: int, j: int, k: int, deletes: bool) -> None:
        """Two people work on one record without knowing it."""
        self.typed(i, k)
        if deletes:
            self.delete(j, k, "ticket")
        else:
            self.typed(j, k)
        self.meet(i, j)

    @rule(i=which, j=which, k=pick)
    def overtaken(self, i: int, j: int, k: int) -> None:
        """Somebody takes back what a colleague has gone on with."""
        self.typed(i, k, "body")
        self.meet(i, j)
        self.typed(j, k, "body")
        self.meet(j, i)
        self.undo(i, redo=False)

    @rule(i=which, j=which, k=pick)
    def hearsay(self, i: int, j: int, k: int) -> None:
        """A file builds on another that comes later."""
        self.typed(i, k, "status")
        self.meet(i, j)
        self.typed(j, k, "status")
        blob = self.laptops[j].export(only_mine=True)
        if blob:
            self.sent(blob)
            self.give((j + 1 + k % (LAPTOPS - 1)) % LAPTOPS, blob, "ok", 0)

    @rule(i=which, j=which, k=pick)
    def mishap(self, i: int, j: int, k: int) -> None:
        """Work is handed over, an old file comes back, and work goes on."""
        self.typed(i, k)
        self.meet(i, j)
        self.restore(i, k)
        self.typed(i, k)
