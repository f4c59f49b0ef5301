"""References: found while typing, opened by key, emptied, never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from keyboard import press, type_text
from sample_records import Samples
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.base import Invalid
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.ui.editors.links import AddLine, LinkChip, LinksEditor
from vaartdesk.ui.editors.picker import CandidateList
from vaartdesk.ui.editors.ref import RefEditor
from vaartdesk.ui.focus_chain import focus_chain


def test_a_reference_shows_its_list_while_typing_and_enter_takes_the_marked_one(show: Any, samples: Samples) -> None:
    it = show(RefType(target="role"))
    editor = it.editor
    assert isinstance(editor, RefEditor)
    it.retype("re")
    assert editor.picker.list.isVisible()
    assert [row.title for row in editor.picker.candidates.rows if row] == ["Regisseur"]
    press(it.line, "Return")
    assert editor.picker.list.isHidden()
    assert editor.value() == samples.other.id
    assert it.line.text() == "Regisseur"


def test_a_list_is_made_when_there_is_something_to_offer(show: Any, samples: Samples) -> None:
    it = show(RefType(target="role"))
    window = it.line.window()
    it.editor.show_value(samples.role.id)
    it.retype("qqqqq")
    press(it.line, "Escape")
    assert not window.findChildren(CandidateList)
    press(it.line, "Down")
    assert [found.isVisible() for found in window.findChildren(CandidateList)] == [True]


def test_down_offers_the_first_ones_and_emptying(show: Any, samples: Samples) -> None:
    it = show(RefType(target="role"))
    editor = it.editor
    assert isinstance(editor, RefEditor)
    editor.show_value(samples.role.id)
    it.editor.focus()
    press(it.line, "Down")
    assert [row.title if row else None for row in editor.picker.candidates.rows] == ["Regisseur", "Verbinder", None]
    press(it.line, "Down")
    press(it.line, "Down")
    press(it.line, "Return")
    assert editor.value() is None
    assert it.line.text() == ""
    assert it.left == 1


def test_escape_closes_the_list_first_and_then_gives_the_value_back(show: Any, samples: Samples) -> None:
    it = show(RefType(target="role"))
    it.editor.show_value(samples.role.id)
    it.retype("regi")
    press(it.line, "Escape")
    assert it.line.text() == "regi"
    press(it.line, "Escape")
    assert it.line.text() == "Verbinder"
    assert it.editor.value() == samples.role.id


def test_a_reference_opens_its_record_by_key(show: Any, samples: Samples) -> None:
    it = show(RefType(among=("role", "person")))
    it.editor.show_value(samples.role.id)
    opened: list[Ref] = []
    it.editor.open_requested.connect(opened.append)
    it.editor.focus()
    press(it.line, "Ctrl+Return")
    assert opened == [samples.role]


def test_words_that_name_nothing_are_wrong_and_stay(show: Any) -> None:
    it = show(RefType(target="role"))
    it.retype("zzz")
    it.other.setFocus()
    with pytest.raises(Invalid, match="niet gevonden"):
        it.editor.value()
    assert it.line.text() == "zzz"


def test_tab_goes_from_chip_to_chip_and_then_to_the_line(show: Any, samples: Samples) -> None:
    it = show(LinksType(target="role", role="rol"))
    editor = it.editor
    assert isinstance(editor, LinksEditor)
    before = focus_chain(editor.line)[-1]
    editor.show_value((samples.role.id, samples.other.id))
    chain = [widget for widget in focus_chain(before) if isinstance(widget, LinkChip | AddLine)]
    assert [w.text() if isinstance(w, LinkChip) else "line" for w in chain] == ["Verbinder", "Regisseur", "line"]
    editor.show_value(())
    assert [w for w in focus_chain(before) if isinstance(w, LinkChip | AddLine) and not w.isHidden()] == [editor.line]


def test_links_are_added_one_by_one_and_never_twice(show: Any, samples: Samples) -> None:
    it = show(LinksType(target="role", role="rol"))
    editor = it.editor
    assert isinstance(editor, LinksEditor)
    editor.show_value((samples.role.id,))
    editor.focus()
    type_text(editor.line, "regi\n")
    type_text(editor.line, "verb\n")
    assert editor.value() == (samples.role.id, samples.other.id)
    assert it.left == 1
