"""A PDF on screen: pages below each other, only what is visible is rendered, links can be clicked."""

from __future__ import annotations

from ctypes import c_float, c_int
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.theme.theme import theme

GAP = 16
KEPT = 24
"""Rendered pages that are kept."""
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
SCREEN = 96 / 72
"""Logical pixels of a point at 100 %."""


@dataclass(frozen=True)
class Spot:
    """Where something leads: the page (from 0), and how high on it in points; None is its top."""

    page: int
    height: float | None = None


@dataclass(frozen=True)
class Mark:
    """A line of the outline: title, depth, where it leads."""

    title: str
    level: int
    spot: Spot


class PageView(QAbstractScrollArea):
    """See the module. `page_changed(page)` comes when another page is at the top, `zoomed(factor)` after zooming."""

    page_changed = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAccessibleName(str(_("Bladzijden")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.zoom = 1.0
        self._is_fitted, self._fitted_in = False, 0
        self._document: Any = None
        self._sizes: list[tuple[float, float]] = []
        self._images: dict[tuple[int, float], QImage] = {}
        self._top = -1
        self.viewport().setMouseTracking(True)

    # ---------------------------------------------------------------- content
    def show_pdf(self, data: bytes) -> None:
        """Show another document from its first page."""
        self.close_pdf()
        self._document = pypdfium2.PdfDocument(data)
        self._sizes = [self._document.get_page_size(n) for n in range(len(self._document))]
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def close_pdf(self) -> None:
        """Let go of the document; pdfium holds memory of its own."""
        self._images.clear()
        if self._document is not None:
            self._document.close()
            self._document = None
        self._sizes = []

    @property
    def page_count(self) -> int:
        return len(self._sizes)

    def outline(self) -> list[Mark]:
        """The bookmarks of the document."""
        if self._document is None:
            return []
        found = []
        for item in self._document.get_toc():
            dest = item.get_dest()
            if dest is not None:
                found.append(Mark(item.get_title(), item.level, _spot(dest.raw, dest.get_index() or 0)))
        return found

    def render(self, number: int, scale: float) -> QImage:  # type: ignore[override]
        """A page as a picture of ``scale`` pixels a point."""
        bitmap = self._document[number].render(scale=scale, rev_byteorder=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB888)
        return image.copy()  # the buffer goes with the bitmap

    # ---------------------------------------------------------------- moving about
    def set_zoom(self, factor: float) -> None:
        """Zoom and keep the page that is at the top."""
        page, self._is_fitted = self.current_page(), False
        self.zoom = min(max(factor, ZOOMS[0]), ZOOMS[-1])
        self._lay_out()
        self.go_to(page)
        self.zoomed.emit(self.zoom)

    def step_zoom(self, way: int) -> None:
        """The next larger (1) or smaller (-1) step."""
        larger = [z for z in ZOOMS if z > self.zoom + 0.01]
        smaller = [z for z in ZOOMS if z < self.zoom - 0.01]
        self.set_zoom((larger[:1] or ZOOMS[-1:])[0] if way > 0 else (smaller[-1:] or ZOOMS[:1])[0])

    def fit_width(self) -> None:
        """As wide as the view, also once the bar beside it comes, and again when the view gets another width."""
        if self._sizes:
            bar = self.verticalScrollBar()
            room = self.viewport().width() - (0 if bar.isVisible() else bar.sizeHint().width())
            widest = max(w for w, _h in self._sizes) * SCREEN
            self.set_zoom((room - 2 * GAP) / widest)
            self._is_fitted = True

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        self.show_spot(Spot(page))

    def show_spot(self, spot: Spot) -> None:
        """Bring a place on a page to the top."""
        if 0 <= spot.page < self.page_count:
            whole = self._sizes[spot.page][1]
            below = 0.0 if spot.height is None else min(max(whole - spot.height, 0.0), whole)
            self.verticalScrollBar().setValue(int(self._rect(spot.page).top() + below * SCREEN * self.zoom - GAP / 2))

    def current_page(self) -> int:
        """The page that takes the upper third of the view."""
        y = self.verticalScrollBar().value() + self.viewport().height() / 3
        return next((n for n in range(self.page_count) if self._rect(n).bottom() >= y), max(0, self.page_count - 1))

    def _rect(self, number: int) -> QRectF:
        """Where a page lies on the whole canvas."""
        scale = SCREEN * self.zoom
        top = GAP + sum(h * scale + GAP for _w, h in self._sizes[:number])
        width, height = self._sizes[number]
        left = max(GAP, (self.viewport().width() - width * scale) / 2)
        return QRectF(left, top, width * scale, height * scale)

    def _lay_out(self) -> None:
        scale = SCREEN * self.zoom
        height = GAP + sum(h * scale + GAP for _w, h in self._sizes)
        width = max((w * scale + 2 * GAP for w, _h in self._sizes), default=0.0)
        view = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), width, view.width()),
        ):
            bar.setRange(0, max(0, int(whole - seen)))
            bar.setPageStep(seen)
            bar.setSingleStep(40)
        self.viewport().update()

    # ---------------------------------------------------------------- Qt's questions
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().colour("groove"))
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number in range(self.page_count):
            rect = self._rect(number).translated(-offset)
            if rect.bottom() >= 0 and rect.top() <= self.viewport().height():
                painter.drawImage(rect, self._image(number))
        page = self.current_page()
        if page != self._top and self.page_count:
            self._top = page
            self.page_changed.emit(page)

    def _image(self, number: int) -> QImage:
        scale = SCREEN * self.zoom * self.devicePixelRatioF()
        key = (number, scale)
        if key not in self._images:
            while len(self._images) >= KEPT:
                del self._images[next(iter(self._images))]
            self._images[key] = self.render(number, scale)
        return self._images[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted and event.size().width() != self._fitted_in:
            self._fitted_in = event.size().width()
            self.fit_width()
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.step_zoom(1)
        elif event.key() == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on_link = self._link_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._link_at(event.position())
        if spot is not None:
            self.show_spot(spot)

    def _link_at(self, at: QPointF) -> Spot | None:
        """Where a link under the pointer leads to."""
        point = at + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number in range(self.page_count):
            rect = self._rect(number)
            if rect.contains(point):
                scale = SCREEN * self.zoom
                x, y = (point.x() - rect.left()) / scale, self._sizes[number][1] - (point.y() - rect.top()) / scale
                return self._target(number, x, y)
        return None

    def _target(self, number: int, x: float, y: float) -> Spot | None:
        page = self._document[number]
        link = pdfium.FPDFLink_GetLinkAtPoint(page, x, y)
        if not link:
            return None
        dest = pdfium.FPDFLink_GetDest(self._document, link)
        if not dest:
            return None
        found = pdfium.FPDFDest_GetDestPageIndex(self._document, dest)
        return _spot(dest, int(found)) if found >= 0 else None


def _spot(dest: Any, page: int) -> Spot:
    """What the paper says of the height; a whole page says nothing."""
    has_x, has_y, has_zoom, x, y, zoom = c_int(), c_int(), c_int(), c_float(), c_float(), c_float()
    pdfium.FPDFDest_GetLocationInPage(dest, has_x, has_y, has_zoom, x, y, zoom)
    return Spot(page, y.value if has_y.value else None)


def page_label(page: int, count: int) -> str:
    """``bladzijde 3 van 12``."""
    return str(_("bladzijde {n} van {count}").format(n=page + 1, count=count))
