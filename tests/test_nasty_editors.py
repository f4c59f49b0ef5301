"""Nasty text pasted into every editor of every kind: stored and shown as typed, or refused beside the field with the text kept."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from specimens import Specimens
from vaartdesk.core.text import clean
from vaartdesk.flows.table_export import export_table
from vaartdesk.formats.tables import read_csv
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.schema.types.contact import EmailType, KvkType, PhoneType, PostcodeType, UrlType
from vaartdesk.schema.types.recurrence import RuleType
from vaartdesk.schema.types.texts import LongTextType, TextType
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.stage import Stage
from workspace import all_kinds

NASTY = {
    "markup": "<b>vet</b> &amp; <script>alert(1)</script>",
    "emoji": "zeehond 🦭, gezin 👨‍👩‍👧 en vlag 🇳🇱",
    "right to left": "\u202eachterstevoren\u202c שלום مرحبا",
    "nul": "voor\x00na\x07\x1b[31m",
    "long": "Een lange zin die maar doorgaat. " * 600,
    "beyond what Qt holds": "x" * 40_000,
    "breaks": "een\r\ntwee\n\ndrie\tvier",
    "white space": " \t\u00a0 ",
    "formula": "=1+1",
    "quotes": '\'; drop table ticket; -- "NEAR(" *',
}
SHORT = {name: text for name, text in NASTY.items() if len(text) < 1_000}
"""The long ones go into the first field of each type: they take a while."""
NORMAL = (EmailType, PhoneType, PostcodeType, KvkType, UrlType, RuleType)
"""Types that store what they understood, not the words themselves."""
ENGLISH = re.compile(r"Errno|Traceback|Error\b|codec|expected|invalid|None\b|decode|\bis not\b")
PAGES = [kind for kind in all_kinds() if kind.sections]

pytestmark = [
    pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True),
    pytest.mark.filterwarnings("error"),
]


def typed_in(editor: Editor) -> QLineEdit | QPlainTextEdit | None:
    """Where words can be typed or pasted; None in an editor that only offers choices."""
    found: QWidget = editor.focus_widget
    return (
        found
        if isinstance(found, QLineEdit | QPlainTextEdit) and not found.isReadOnly() and found.isEnabled()
        else None
    )


def paste(line: QLineEdit | QPlainTextEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    line.selectAll()
    line.paste()


def wanted(field: Field, text: str) -> str:
    """What a field of free text holds of it."""
    return clean(text).strip() if isinstance(field.type, LongTextType) else " ".join(clean(text).split())


def judge(desk: Desk, ref: Ref, box: FieldBox, text: str, name: str) -> None:
    """After the field was left."""
    editor = box.editor
    field, told = editor.field, (name, editor.field.name)
    stored = (desk.get(ref) or {})[field.name]
    if box.problem:
        assert not ENGLISH.search(box.problem), told
        assert box.problem.endswith((".", "?")), (told, box.problem)
        assert " ".join(clean(editor.text()).split())[:80] == " ".join(clean(text).split())[:80], told
        assert editor.is_dirty, told
        editor.revert()
        box.show_problem("")
    elif isinstance(field.type, TextType) and not isinstance(field.type, NORMAL):
        assert stored.replace("\u00a0", " ") == wanted(field, text).replace("\u00a0", " "), told
        assert editor.text().replace("\u00a0", " ") == field.type.field_text(stored).replace("\u00a0", " "), told


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
def test_every_editor_keeps_what_is_pasted_or_says_why_not(kind: Kind, desk: Desk, qtbot: QtBot) -> None:
    with desk.change("Gemaakt") as tx:
        ref = Specimens(desk.kinds).record(tx, kind.name)
    page = RecordPage(desk, desk.kinds[kind.name], Stage())
    qtbot.addWidget(page)
    page.show_record(ref)
    assert page.saver.boxes
    met: set[type] = set()
    for box in page.saver.boxes.values():
        line, sort = typed_in(box.editor), type(box.editor.field.type)
        if line is None:
            continue
        for name, text in NASTY.items() if sort not in met else SHORT.items():
            paste(line, text)
            box.editor.left.emit()
            judge(desk, ref, box, text, name)
        met.add(sort)
    assert check(desk) == []
    page.show_record(None)


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
def test_no_cell_of_a_table_for_excel_begins_a_formula(kind: Kind, desk: Desk) -> None:
    with desk.change("Gemaakt") as tx:
        ref = Specimens(desk.kinds).record(tx, kind.name)
    free = [
        n for n, f in kind.fields.items() if type(f.type) in (TextType, LongTextType) and not f.derived and not f.auto
    ]
    for name in free:
        with suppress(Refused), desk.change("Gewijzigd") as tx:  # a rule may say no: a time, a zone
            tx.set(ref, name, "=1+1")
    written = export_table(desk, [kind.name], "csv", [ref.id]).data
    cells = [cell for row in read_csv(written, raw=True) for cell in row]
    assert sum(cell == "'=1+1" for cell in cells) <= len(free)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
