"""The term clock: one segment per working day, the sentence for a screen reader, and no meaning by colour alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vaartdesk.core.colours import LIGHT
from vaartdesk.schema.clock_face import Part, TermDay, TermFace
from vaartdesk.schema.listing import Tone
from vaartdesk.ui.term_clock import TermClock, segment_rects
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

SENTENCE = "nog 2 van 5 werkdagen, uiterlijk 26-11-2026"


def face(*parts: Part, tone: Tone = "warning") -> TermFace:
    return TermFace(tuple(TermDay(part) for part in parts), tone, "Nog 2 werkdagen", SENTENCE, end="do 26-11")


@pytest.fixture
def clock(dressed: QApplication, qtbot: QtBot) -> TermClock:
    theme().set_mode("light")
    made = TermClock(face("passed", "passed", "today", "ahead", "ahead"), small=True)
    qtbot.addWidget(made)
    made.resize(500, sizes.SEGMENT)
    return made


def colours(clock: TermClock, share: float) -> QColor:
    """The colour in the middle of the bar at a share of its width."""
    return clock.grab().toImage().pixelColor(round(clock.width() * share), 4)


@pytest.mark.accept("G10")
def test_a_screen_reader_hears_the_whole_sentence(clock: TermClock) -> None:
    heard = QAccessible.queryAccessibleInterface(clock)
    assert heard is not None
    assert heard.text(QAccessible.Text.Name) == SENTENCE


def test_days_are_equal_and_weekends_two_pixels_wider() -> None:
    days = (TermDay("passed"), TermDay("ahead", after_gap=True), TermDay("ahead"))
    rects = segment_rects(days, QRectF(0, 0, 308, 8))
    assert {round(rect.width(), 3) for rect in rects} == {100.0}
    assert rects[1].left() - rects[0].right() == sizes.SEGMENT_GAP + sizes.WEEKEND_GAP
    assert rects[2].left() - rects[1].right() == sizes.SEGMENT_GAP
    assert rects[-1].right() == pytest.approx(308)


def test_a_long_term_loses_its_gaps_and_not_its_days() -> None:
    rects = segment_rects(tuple(TermDay("ahead") for _ in range(90)), QRectF(0, 0, 120, 8))
    assert len(rects) == 90
    assert rects[-1].right() == pytest.approx(120)
    assert min(rect.width() for rect in rects) > 1
    assert segment_rects((), QRectF(0, 0, 120, 8)) == []


def test_today_is_half_filled(clock: TermClock) -> None:
    solid, ahead = QColor(LIGHT.warning.solid), QColor(LIGHT.neutral.soft)
    assert colours(clock, 0.1) == solid
    assert colours(clock, 0.45) == solid
    assert colours(clock, 0.55) == ahead
    assert colours(clock, 0.9) == ahead


def test_late_paused_and_done_differ_by_more_than_colour(clock: TermClock) -> None:
    clock.set_face(face("passed", "late", tone="danger"))
    assert colours(clock, 0.2) == QColor(LIGHT.accent)
    assert colours(clock, 0.8) == QColor(LIGHT.danger.solid)
    clock.set_face(face("done", tone="success"))
    assert colours(clock, 0.5) == QColor(LIGHT.success.solid)
    clock.set_face(face("paused", tone="neutral"))
    image = clock.grab().toImage()
    row = {image.pixelColor(x, 4).name() for x in range(10, 60)}
    assert len(row) > 2  # hatched: line, ground and what lies between


def test_the_large_form_has_room_for_words_and_dates(dressed: QApplication, qtbot: QtBot) -> None:
    large = TermClock(face("passed", "today", "ahead"))
    qtbot.addWidget(large)
    bare = TermClock(TermFace((TermDay("today"),), "accent", "Vandaag", "vandaag"))
    qtbot.addWidget(bare)
    assert large.sizeHint().height() > bare.sizeHint().height() > sizes.SEGMENT
