"""Charts on the screen: the same shapes as on paper, whole texts, both schemes, and a button where one is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.graphics import renderPDF

from vaartdesk.charts.bars import Bar, BarChart, Columns
from vaartdesk.charts.line import LineChart, Point
from vaartdesk.charts.palette import Palette
from vaartdesk.charts.small import Area, Share
from vaartdesk.charts.stack import Stack, StackChart
from vaartdesk.core.colours import DARK, LIGHT
from vaartdesk.ui.chart_painter import measure, paint_drawing, screen_palette
from vaartdesk.ui.chart_view import Chart, ChartView
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

VACANCY = LineChart(
    tuple(Point(2018 + n, value) for n, value in enumerate((21.9, 20.8, 21.2, 19.6, 18.4, 17.1, 16.3, 15.5, 14.85))),
    ((2018, "2018"), (2022, "2022"), (2026, "2026")),
    "%",
    start="nulmeting 21,9 %",
    target=7.8,
    national=(Point(2018, 7.8), Point(2026, 8.1)),
    national_name="Nederland",
    projection=(Point(2028, 12.2),),
)
STREETS = BarChart((Bar("Kruisstraat", 4, 31), Bar("Gedempte Singel", 6, 28)), "A")
WEEKS = Columns((("48", 2), ("49", 5), ("50", 9), ("51", 11)), 9)
STATES = StackChart((Stack("A", "Compact", 3, 4, 2, 5), Stack("C", "Gastvrij", 0, 1, 9, 0)))
OPEN = Area((12, 14, 30, 23), "1 sep", "24 nov")
SHARE = Share(41, 50)
CHARTS: dict[str, Chart] = {
    "line": VACANCY, "bars": STREETS, "columns": WEEKS, "stack": STATES, "area": OPEN, "share": SHARE,
}  # fmt: skip
HEIGHT = 160.0
PAPER_LIKE = Palette(LIGHT, "regular", "semibold", 11.0, measure)


Call = tuple[Any, ...]


def near(*numbers: float) -> tuple[float, ...]:
    """Numbers as they can be compared: a hundredth of a pixel."""
    return tuple(round(number, 2) + 0.0 for number in numbers)


class Watched(QPainter):
    """A painter that keeps what was drawn, in the coordinates of the picture (origin at the upper left)."""

    def __init__(self, picture: QImage) -> None:
        super().__init__(picture)
        self.calls: list[Call] = []
        self.texts: list[tuple[str, QRectF]] = []

    def _place(self, x: float, y: float) -> tuple[float, float]:
        at = self.transform().map(QPointF(x, y))
        return near(at.x(), at.y())  # type: ignore[return-value]

    def drawRoundedRect(self, rect: QRectF, rx: float, ry: float) -> None:  # type: ignore[override]
        low, high = self._place(rect.left(), rect.top()), self._place(rect.right(), rect.bottom())
        self.calls.append(("rect", low, high, *near(rx)))
        super().drawRoundedRect(rect, rx, ry)

    def drawLine(self, start: QPointF, end: QPointF) -> None:  # type: ignore[override]
        self.calls.append(("line", self._place(start.x(), start.y()), self._place(end.x(), end.y())))
        super().drawLine(start, end)

    def drawEllipse(self, centre: QPointF, rx: float, ry: float) -> None:  # type: ignore[override]
        self.calls.append(("circle", self._place(centre.x(), centre.y()), *near(rx)))
        super().drawEllipse(centre, rx, ry)

    def drawPolyline(self, points: QPolygonF) -> None:  # type: ignore[override]
        self.calls.append(("path", *(self._place(p.x(), p.y()) for p in points.toList())))
        super().drawPolyline(points)

    def drawPolygon(self, points: QPolygonF) -> None:  # type: ignore[override]
        self.calls.append(("path", *(self._place(p.x(), p.y()) for p in points.toList()), "closed"))
        super().drawPolygon(points)

    def drawText(self, at: QPointF, text: str) -> None:  # type: ignore[override]
        self.calls.append(("text", self._place(at.x(), at.y()), text))
        measure, box = QFontMetricsF(self.font()), QFontMetricsF(self.font()).tightBoundingRect(text)
        box = QRectF(at.x(), at.y() + box.top(), measure.horizontalAdvance(text), box.height())
        self.texts.append((text, self.transform().mapRect(box)))
        super().drawText(at, text)


class Paper:
    """A canvas of the PDF that keeps what ReportLab's own renderer draws on it, upside up again."""

    def __init__(self, height: float) -> None:
        self.height, self.calls = height, list[Call]()
        self._fontname, self._fontsize = "Helvetica", 10.0

    def __getattr__(self, _name: str) -> Any:
        return lambda *_args, **_named: None  # colours, pens and states

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return near(x, self.height - y)  # type: ignore[return-value]

    def rect(self, x: float, y: float, width: float, height: float, **_named: Any) -> None:
        self.calls.append(("rect", self._place(x, y), self._place(x + width, y + height), 0.0))

    def roundRect(self, x: float, y: float, width: float, height: float, radius: float, **_named: Any) -> None:
        self.calls.append(("rect", self._place(x, y), self._place(x + width, y + height), *near(radius)))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.calls.append(("line", self._place(x1, y1), self._place(x2, y2)))

    def circle(self, x: float, y: float, radius: float, **_named: Any) -> None:
        self.calls.append(("circle", self._place(x, y), *near(radius)))

    def beginPath(self) -> PaperPath:
        return PaperPath(self)

    def drawPath(self, path: PaperPath, **_named: Any) -> None:
        self.calls.append(("path", *path.parts))

    def drawString(self, x: float, y: float, text: str, **_named: Any) -> None:
        self.calls.append(("text", self._place(x, y), text))


class PaperPath:
    """A path of `Paper`."""

    def __init__(self, paper: Paper) -> None:
        self.paper, self.parts = paper, list[Any]()

    def moveTo(self, x: float, y: float) -> None:
        self.parts.append(self.paper._place(x, y))

    lineTo = moveTo

    def close(self) -> None:
        self.parts.append("closed")


def painted(drawing: Any) -> Watched:
    picture = QImage(round(drawing.width), round(drawing.height) + 1, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = Watched(picture)
    paint_drawing(painter, drawing)
    painter.end()
    return painter


@pytest.mark.parametrize("name", CHARTS)
def test_screen_and_paper_show_the_same_shapes(dressed: QApplication, name: str) -> None:
    drawing = CHARTS[name].draw(PAPER_LIKE, 420, HEIGHT)
    paper = Paper(HEIGHT)
    renderPDF.draw(drawing, cast("Canvas", paper), 0, 0, showBoundary=False)

    on_screen = painted(drawing).calls

    assert on_screen == paper.calls
    assert len({call[0] for call in on_screen}) >= 2


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [200, 420, 900])
@pytest.mark.parametrize("name", CHARTS)
def test_no_text_is_cut(dressed: QApplication, name: str, width: int, scheme: Any) -> None:
    drawing = CHARTS[name].draw(screen_palette(scheme), width, HEIGHT)

    texts = painted(drawing).texts

    sheet = QRectF(-1, -1, width + 2, HEIGHT + 2)  # a glyph's box is rounded outwards to whole pixels
    assert [text for text, box in texts if not sheet.contains(box)] == []
    assert texts


def test_a_chart_stands_upright_in_the_colours_of_the_scheme(dressed: QApplication, qtbot: QtBot) -> None:
    view = ChartView(Columns((("a", 0), ("b", 8))), 120)
    qtbot.addWidget(view)
    view.resize(300, 120)

    for mode, scheme in (("light", LIGHT), ("dark", DARK)):
        theme().set_mode(mode)  # type: ignore[arg-type]
        picture = view.grab().toImage()
        ratio = picture.devicePixelRatio()
        low, column = round(95 * ratio), round(225 * ratio)
        assert picture.pixelColor(column, low) == QColor(scheme.accent), mode
        assert picture.pixelColor(column, round(5 * ratio)) != QColor(scheme.accent), mode
        assert picture.pixelColor(round(90 * ratio), low) != QColor(scheme.accent), mode


def test_it_is_drawn_again_only_when_something_changed(dressed: QApplication, qtbot: QtBot) -> None:
    drawn: list[float] = []

    class Counted(Area):
        def draw(self, palette: Any, width: float, height: float) -> Any:
            drawn.append(width)
            return OPEN.draw(palette, width, height)

    view = ChartView(Counted((1, 2)), 100)
    qtbot.addWidget(view)
    view.resize(300, 100)
    for _time in range(3):
        view.grab()
    assert drawn == [300.0]

    theme().set_mode("dark")
    view.grab()
    view.resize(200, 100)
    view.grab()
    assert drawn == [300.0, 300.0, 200.0]
    theme().set_mode("light")


def test_it_speaks_the_sentence_of_its_chart(dressed: QApplication, qtbot: QtBot) -> None:
    view = ChartView(VACANCY, 200)
    qtbot.addWidget(view)
    assert view.accessibleName().replace("\N{NO-BREAK SPACE}", " ") == "Van 21,9 % naar 14,85 %, doel 7,8 %."

    view.set_chart(SHARE)
    assert view.accessibleName() == "82 procent, 41 van 50"
    view.set_chart(None)
    assert view.accessibleName() == ""


def test_without_a_height_it_is_as_high_as_the_chart_needs(dressed: QApplication, qtbot: QtBot) -> None:
    view = ChartView(STATES)
    qtbot.addWidget(view)
    narrow, wide = view.heightForWidth(160), view.heightForWidth(600)

    assert view.hasHeightForWidth()
    assert narrow > wide, "the legend takes more lines"
    palette = screen_palette(LIGHT)
    assert wide >= STATES.height(palette, 600)


def test_a_click_and_a_key_go_to_its_source(dressed: QApplication, qtbot: QtBot) -> None:
    view = ChartView(OPEN, 100, is_button=True)
    qtbot.addWidget(view)
    view.resize(200, 100)
    told: list[str] = []
    view.activated.connect(lambda: told.append("activated"))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_A)
    assert len(told) == 3

    still = ChartView(OPEN, 100)
    qtbot.addWidget(still)
    with qtbot.assertNotEmitted(still.activated):
        QTest.mouseClick(still, Qt.MouseButton.LeftButton)
    assert still.focusPolicy() == Qt.FocusPolicy.NoFocus
