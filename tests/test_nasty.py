"""Nasty text in every text field of every kind: kept as typed, found, told in history, shown in a row, and printed."""

from __future__ import annotations

import pytest

from papers import pages
from specimens import Specimens
from vaartdesk.core.text import clean
from vaartdesk.flows.record_print import print_record_paper
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.schema.types.contact import EmailType, KvkType, PhoneType, PostcodeType, UrlType
from vaartdesk.schema.types.texts import TextType
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from workspace import all_kinds

NASTY = {
    "markup": "<b>vet</b> &amp; <script>alert(1)</script> &",
    "emoji": "zeehond 🦭, gezin 👨‍👩‍👧 en vlag 🇳🇱",
    "right_to_left": "\u202eachterstevoren\u202c שלום مرحبا",
    "nul": "voor\x00na\x07\x1b[31m",
    "long_word": "Binnenstadsondernemersvereniging" * 40,
    "long": "Een lange zin die maar doorgaat. " * 600,
    "quotes": '\'; drop table ticket; -- "NEAR(" *',
    "surrogate": "half \ud83e teken",
    "breaks": "een\r\ntwee\rdrie\n\n\n\nvier\ttab",
    "percent": "100 % {naam} %s {0} \\n",
}
STRICT = (EmailType, PhoneType, PostcodeType, KvkType, UrlType)
PAGES = [kind for kind in all_kinds() if kind.sections]


def text_fields(kind: Kind) -> list[str]:
    return [
        name
        for name, field in kind.fields.items()
        if isinstance(field.type, TextType)
        and not isinstance(field.type, STRICT)
        and not field.derived
        and not field.auto
    ]


def fill(desk: Desk, kind: Kind, ref: Ref, words: str) -> None:
    """Let every text field of the record hold ``words``; a rule may refuse one (a zone, a recurrence)."""
    for name in text_fields(kind):
        refusals: list[Refused] = []
        try:
            with desk.change("Gewijzigd") as tx:
                tx.set(ref, name, words)
        except Refused as refused:
            refusals.append(refused)
        assert refusals or (desk.get(ref) or {})[name] == clean(words), name


def make(desk: Desk, kind: Kind) -> Ref:
    with desk.change("Gemaakt") as tx:
        return Specimens(desk.kinds).record(tx, kind.name)


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
def test_text_is_text_everywhere(kind: Kind, desk: Desk) -> None:
    ref = make(desk, kind)
    for words in NASTY.values():
        fill(desk, kind, ref, words)
        rows = desk.rows(kind.name, [ref.id])
        if kind.row is not None and rows:
            with desk.read() as reader:
                parts = kind.row(rows[0], row_context(reader, rows, ("owner",)))
            assert "\x00" not in parts.title
        desk.search(words[:200])
        assert kind.title_of(desk.get(ref) or {})
    assert desk.history(ref)
    assert check(desk) == []


@pytest.mark.parametrize("name", ["ticket", "event", "action", "organisation", "agenda_item", "decision"])
def test_it_prints_as_typed(name: str, desk: Desk) -> None:
    kind = desk.kinds[name]
    ref = make(desk, kind)
    for words in NASTY.values():
        fill(desk, kind, ref, words)
        data, _warnings = print_record_paper(desk, ref)
        printed = "".join("".join(pages(data)).split())
        wanted = "".join(clean(words).split())
        if wanted.isascii():
            assert wanted[:60] in printed
