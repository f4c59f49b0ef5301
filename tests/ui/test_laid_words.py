"""Words that are laid out once look as Qt itself draws them, and never stay in another font."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from vaartdesk.ui.painting import CENTRE, LEFT, RIGHT, paint_text
from vaartdesk.ui.theme.fonts import Style, letters
from vaartdesk.ui.words import KEPT, words

ROOM = QRectF(4, 3, 120, 24)
ONE_LINE = Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value


def blank() -> QImage:
    image = QImage(160, 32, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def ours(text: str, style: Style, align: Qt.AlignmentFlag) -> QImage:
    image = blank()
    painter = QPainter(image)
    paint_text(painter, ROOM, text, QColor("black"), style, 500, align=align)
    painter.end()
    return image


def by_qt(text: str, style: Style, align: Qt.AlignmentFlag) -> QImage:
    image, (chosen, metrics) = blank(), letters(style, 500)
    painter = QPainter(image)
    painter.setFont(chosen)
    painter.setPen(QColor("black"))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, ROOM.width())
    painter.drawText(ROOM, align.value | ONE_LINE, shown)
    painter.end()
    return image


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("align", [LEFT, CENTRE, RIGHT])
@pytest.mark.parametrize("style", ["section", "body", "meta", "micro"])
@pytest.mark.parametrize("text", ["19", "30 nov", "Één ijsbaan & <b>meer</b>", "Kerstmarkt met koren op de Brink"])
def test_words_look_as_qt_draws_them(text: str, style: Style, align: Qt.AlignmentFlag) -> None:
    assert ours(text, style, align) == by_qt(text, style, align)
    assert ours(text, style, align) == by_qt(text, style, align)  # and when they were laid out before


@pytest.mark.usefixtures("dressed")
def test_a_text_of_several_lines_stays_on_one() -> None:
    assert ours("Opbouw\nvanaf\tacht", "meta", LEFT) == by_qt("Opbouw vanaf acht", "meta", LEFT)


@pytest.mark.usefixtures("dressed")
def test_a_larger_font_counts_at_once(qapp: QApplication) -> None:
    before, known = qapp.font(), words("body").width("Lichtjesparade")
    larger = qapp.font()
    larger.setPointSizeF(before.pointSizeF() * 2)
    try:
        qapp.setFont(larger)
        assert words("body").width("Lichtjesparade") > 1.8 * known
        assert ours("Ruim", "body", LEFT) == by_qt("Ruim", "body", LEFT)
    finally:
        qapp.setFont(before)
    assert words("body").width("Lichtjesparade") == known


@pytest.mark.usefixtures("dressed")
def test_what_is_kept_has_an_end() -> None:
    kept = words("display")
    for number in range(KEPT + 10):
        kept.width(f"{number}")
    assert len(kept._kept) <= KEPT
