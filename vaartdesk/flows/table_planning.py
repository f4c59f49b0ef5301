"""From tables to a plan: rows are read, matched, resolved, compared and judged; nothing is written.

Several tables are planned together, so that a row may refer to a record that another table brings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vaartdesk.core.garbage import uncollected
from vaartdesk.core.order import between, spread
from vaartdesk.core.progress import Progress, told, unheard
from vaartdesk.core.text import _
from vaartdesk.flows.table_columns import Mapped
from vaartdesk.flows.table_draft import Draft, drafts_of, is_equal, is_unchanged, resolve, resolve_early
from vaartdesk.flows.table_finder import HEX, Finder
from vaartdesk.flows.table_identity import identity_of, objection
from vaartdesk.flows.table_match import Matcher
from vaartdesk.flows.table_names import Names, keys_of
from vaartdesk.flows.table_plan import Difference, Line, Plan, State
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Values
from vaartdesk.store.desk import Desk
from vaartdesk.store.rows import read_values


def plan(desk: Desk, tables: Sequence[Mapped], *, is_lenient: bool = False, progress: Progress = unheard) -> Plan:
    """What reading these tables in would do. ``is_lenient``: references to what is not here are left empty.

    Raises Cancelled when ``progress`` does.
    """
    with uncollected(), desk.read() as reader:
        planner = _Planner(desk, reader, tables, is_lenient=is_lenient)
        planner.read(progress)
        planner.judge(progress)
        return Plan(tuple(tables), planner.lines())


class _Planner:
    def __init__(self, desk: Desk, reader: Reader, tables: Sequence[Mapped], *, is_lenient: bool) -> None:
        self.desk, self.reader, self.tables, self.is_lenient = desk, reader, tables, is_lenient
        self.finder = Finder(reader, desk.kinds)
        self.is_whole = len({table.kind.name for table in tables}) > 1
        """Records that bear their key and come together with others were judged where they come from, as in an exchange."""
        self.drafts: list[list[Draft]] = []
        self.matchers: dict[str, Matcher] = {}
        self._names: dict[int, Names] = {}

    # --- reading and matching ----------------------------------------------------------------------------------------

    def read(self, progress: Progress) -> None:
        """Cells to values, rows to records, names to keys."""
        tables = list(enumerate(self.tables))
        self.drafts = [drafts_of(at, table, self.reader.today) for at, table in told(tables, progress, 0.0, 0.3)]
        self.finder.meet(_all_keys(self.drafts))
        for at in told(_in_order(self.tables), progress, 0.3, 0.5):
            self._match(self.drafts[at], self.tables[at].kind)
        every = [draft for drafts in self.drafts for draft in drafts]
        for draft in told(every, progress, 0.5, 0.6):
            resolve(draft, tuple(draft.raw), self.finder, is_lenient=self.is_lenient)

    def _match(self, drafts: Sequence[Draft], kind: Kind) -> None:
        matcher = self.matchers.setdefault(kind.name, Matcher(self.reader, self.finder, kind))
        names = (*matcher.identity.hard, *matcher.identity.soft, "from_id", "to_id")
        known = [name for name in names if kind.has(name)]
        for draft in drafts:
            resolve_early(draft, known, self.finder)
            matcher.match(draft)

    # --- judging -----------------------------------------------------------------------------------------------------

    def judge(self, progress: Progress) -> None:
        """What each row changes, and what is wrong with it."""
        for at, drafts in enumerate(self.drafts):
            kind = self.tables[at].kind
            here = read_values(self.reader.connection, kind, [d.key for d in drafts if d.key])
            self._names[at] = Names(self.reader, kind, here.values())
            for draft in drafts:
                draft.before = here.get(draft.key)
        every = [draft for drafts in self.drafts for draft in drafts]
        for draft in told(every, progress, 0.6, 0.95):
            if not draft.reason:
                self._compare(draft)
        self._order(every)
        for draft in told(every, progress, 0.95, 1.0):
            if not draft.reason:
                draft.reason = self._complaint(draft)
        self._cascade(every)

    def _compare(self, draft: Draft) -> None:
        """Fill the draft's changes; the faults of cells that change nothing do not matter."""
        for name in draft.raw:
            if self._says_nothing(draft, name):
                draft.faults.pop(name, None)
            elif name not in draft.faults:
                value = draft.values[name]
                before = draft.before
                if before is None or not is_equal(value, before[name], is_text=not draft.mapped.table.is_plain):
                    draft.changes[name] = value

    def _says_nothing(self, draft: Draft, name: str) -> bool:
        """An empty cell of a row without a key, what is there already, and what is given once."""
        field, before = draft.kind.fields[name], draft.before
        if field.derived or name in draft.known_by or (draft.is_blank(name) and not draft.is_keyed):
            return True
        if before is None:
            return False
        if is_unchanged(draft, before, name, self._names[draft.table]):
            return True
        if name == "number" and before[name]:
            return True
        keeps = draft.is_blank(name) and field.default is not None and not draft.mapped.table.is_plain
        return keeps or (field.auto and not draft.is_keyed)

    def _order(self, drafts: Sequence[Draft]) -> None:
        """New records that stand in an order, and do not say where, come last in the order of the file."""
        groups: dict[tuple[str, str | None], list[Draft]] = {}
        for draft in drafts:
            kind = draft.kind
            is_placeless = kind.has("pos") and not draft.changes.get("pos") and not draft.is_keyed
            if is_placeless and draft.before is None and not draft.reason and kind.name not in ("link", "attachment"):
                parent = draft.changes.get(kind.parent) if kind.parent else None
                groups.setdefault((kind.name, parent), []).append(draft)
        for (name, parent), members in groups.items():
            last = self.matchers[name].last_pos(parent)
            start = between(last, None) if last else ""
            for draft, pos in zip(members, spread(len(members)), strict=True):
                draft.changes["pos"] = start + pos

    def _complaint(self, draft: Draft) -> str:
        if draft.faults:
            labels = {name: field.label for name, field in draft.kind.fields.items()}
            return " ".join(dict.fromkeys(_beside(labels[name], fault) for name, fault in draft.faults.items()))
        after = self._after(draft)
        wrong = objection(draft.kind, after, self.desk.files) if draft.changes else ""
        problems = [] if wrong else self._problems(draft, after)
        return wrong or " ".join(dict.fromkeys(str(problem.sentence) for problem in problems))

    def _after(self, draft: Draft) -> dict[str, Any]:
        """The record as it will be, with what follows by itself."""
        kind = draft.kind
        after = {
            **(draft.before or {**kind.empty_row, **kind.defaults}),
            **draft.changes,
            "id": draft.key,
            "alive": True,
        }
        if kind.settle is not None and draft.changes:
            follows = kind.settle(draft.before, after, self.reader)
            after |= {name: value for name, value in follows.items() if name not in draft.changes}
        return after

    def _problems(self, draft: Draft, after: Values) -> list[Problem]:
        kind, is_new = draft.kind, draft.before is None
        found = [
            Problem(field.name, str(_("Vul {field} in.").format(field=str(field.label).lower())))
            for field in kind.required
            if (is_new or field.name in draft.changes) and field.type.is_empty(after.get(field.name))
        ]
        is_trusted = is_new and draft.is_keyed and self.is_whole
        for check in kind.checks if draft.changes and not found and not is_trusted else ():
            if is_new or not check.fields or draft.changes.keys() & set(check.fields):
                problem = check.rule(after, self.reader)
                found += [problem] if problem is not None else []
        return found

    def _cascade(self, drafts: Sequence[Draft]) -> None:
        """What refers to a new record that was refused cannot come either."""
        is_moving = True
        while is_moving:
            refused = {draft.key for draft in drafts if draft.reason and draft.before is None and draft.key}
            is_moving = False
            for draft in drafts if refused else ():
                lost = None if draft.reason else self._lost(draft, refused)
                if lost:
                    draft.reason = str(_("{label}: die rij is geweigerd.").format(label=lost))
                    is_moving = True

    def _lost(self, draft: Draft, refused: set[str]) -> str:
        for name, value in draft.changes.items():
            if name in draft.kind.reference_fields and refused.intersection(keys_of(value)):
                return str(draft.kind.fields[name].label)
        return ""

    # --- telling -----------------------------------------------------------------------------------------------------

    def lines(self) -> tuple[Line, ...]:
        """The plan's lines, in the order of the file."""
        titles = self._titles()
        return tuple(self._line(draft, titles) for drafts in self.drafts for draft in drafts)

    def _titles(self) -> Mapping[str, str]:
        """What the records are called that a changed field refers to, those that the file brings included."""
        keys = {key for drafts in self.drafts for d in drafts
                for name in d.changes.keys() & d.kind.reference_fields for key in keys_of(d.changes[name])}  # fmt: skip
        brought = {draft.key: self._title(draft) for drafts in self.drafts for draft in drafts if draft.key}
        return brought | self.reader.titles(keys)

    def _title(self, draft: Draft) -> str:
        after = {**dict.fromkeys(draft.kind.fields), **(draft.before or {}), **draft.values}
        try:
            return draft.kind.title_of(after)
        except (TypeError, ValueError, AttributeError):
            return str(_("zonder titel"))

    def _line(self, draft: Draft, titles: Mapping[str, str]) -> Line:
        title, ref = self._title(draft), Ref(draft.kind.name, draft.key) if draft.key else None
        if draft.reason:
            return Line(draft.table, draft.row, State.REFUSED, title, ref, dict(draft.values), remark=draft.reason)
        is_back = draft.before is not None and not draft.before["alive"]
        is_new = draft.before is None or is_back
        state = State.NEW if is_new else State.CHANGED if draft.changes else State.SAME
        remark = " ".join(draft.notes) or (str(_("Komt terug uit de prullenbak.")) if is_back else "")
        differences = () if is_new else self._differences(draft, titles)
        is_trusted = is_new and draft.is_keyed and self.is_whole
        values = dict(draft.changes)
        return Line(draft.table, draft.row, state, title, ref, values, differences, remark, is_back, is_trusted)

    def _differences(self, draft: Draft, titles: Mapping[str, str]) -> tuple[Difference, ...]:
        before, names = draft.before or {}, self._names[draft.table]
        found = []
        for name, value in draft.changes.items():
            field = draft.kind.fields[name]
            if name in draft.kind.reference_fields:
                old, new = names.text(field, before[name]), ", ".join(titles.get(key, key) for key in keys_of(value))
            else:
                old, new = (field.type.list_text(v, self.reader.today) for v in (before[name], value))
            found.append(Difference(str(field.label), old, new))
        return tuple(found)


def _beside(label: str, fault: str) -> str:
    """The sentence with the name of its column, unless it begins with it."""
    return fault if fault.startswith(str(label)) else f"{label}: {fault}"


def _in_order(tables: Sequence[Mapped]) -> list[int]:
    """Tables whose records others are known by come first; rings are cut anywhere."""
    by_kind: dict[str, list[int]] = {}
    for at, table in enumerate(tables):
        by_kind.setdefault(table.kind.name, []).append(at)
    done: dict[int, None] = {}
    open_: set[str] = set()

    def visit(name: str) -> None:
        if name in open_ or name not in by_kind:
            return
        open_.add(name)
        kind = tables[by_kind[name][0]].kind
        identity = identity_of(kind)
        for attribute in (*identity.hard, *identity.soft):
            for target in kind.fields[attribute].targets if kind.has(attribute) else ():
                visit(target)
        done.update(dict.fromkeys(by_kind[name]))

    for table in sorted(tables, key=lambda t: t.kind.name in ("link", "note", "attachment")):
        visit(table.kind.name)
    return list(done)


def _all_keys(drafts: Sequence[Sequence[Draft]]) -> set[str]:
    """Every key that the files name, to be looked up at once."""
    found = {draft.told_key for part in drafts for draft in part if draft.told_key}
    for part in drafts:
        for draft in part:
            for raw in draft.raw.values():
                cards = raw if isinstance(raw, list) else [raw]
                found |= {str(card.get("key")) for card in cards if isinstance(card, dict) and card.get("key")}
    return {key for key in found if HEX.fullmatch(key)}
