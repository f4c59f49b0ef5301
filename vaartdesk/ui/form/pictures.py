"""Photos of a record: one large, the others small beneath it, and a place to drop more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImageReader,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import CENTRE, kept, paint_box, paint_ring, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

LARGE = QSize(208, 148)
SMALL = QSize(46, 34)
SHOWN = 3


@lru_cache(maxsize=200)
def picture(path: str, width: int, height: int, ratio: float) -> QPixmap:
    """A stored photo scaled to cover a box of logical pixels; null when the file is missing or broken."""
    reader = QImageReader(path)
    whole = reader.size()
    wanted = QSize(round(width * ratio), round(height * ratio))
    if whole.isValid():
        reader.setScaledSize(whole.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return QPixmap()
    left, top = (image.width() - wanted.width()) // 2, (image.height() - wanted.height()) // 2
    made = QPixmap.fromImage(image.copy(left, top, wanted.width(), wanted.height()))
    made.setDevicePixelRatio(ratio)
    return made


class PhotoButton(Ringed, QAbstractButton):
    """One photo; its menu opens or removes it, Delete removes."""

    removed = Signal()
    opened = Signal()
    redaction_requested = Signal()

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._path: Path | None = None
        self.remark = ""
        self.is_chosen = False
        self.setFixedSize(size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def show_photo(self, path: Path, name: str, remark: str = "", *, is_chosen: bool = False) -> None:
        """The photo at a path, under its name."""
        self._path, self.remark, self.is_chosen = path, remark, is_chosen
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        shown = QPixmap()
        if self._path is not None:
            shown = picture(str(self._path), self.width(), self.height(), self.devicePixelRatioF())
        path = QPainterPath()
        path.addRoundedRect(rect, sizes.RADIUS_SMALL, sizes.RADIUS_SMALL)
        with kept(painter):
            painter.setClipPath(path)
            painter.fillRect(rect, theme().colour("groove"))
            painter.drawPixmap(0, 0, shown)
        if shown.isNull():
            side = sizes.ICON_RAIL
            box = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            paint_icon(painter, box, "image", theme().colour("text3"))
        if self.remark:
            self._paint_remark(painter)
        if self.is_chosen:
            paint_ring(painter, rect, sizes.RADIUS_SMALL)

    def _paint_remark(self, painter: QPainter) -> None:
        """A dark label in the corner, readable on any photo."""
        box = QRectF(8, self.height() - 27, 52, 19)
        paint_box(painter, box, QColor(16, 20, 22, 200), sizes.RADIUS_FIELD)
        paint_text(painter, box, self.remark, QColor("white"), "micro", 500, align=CENTRE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(str(_("Openen")), self.opened.emit)
        menu.addAction(str(_("Vlak onleesbaar maken...")), self.redaction_requested.emit)
        menu.addAction(str(_("Verwijderen")), self.removed.emit)
        menu.popup(self.mapToGlobal(at))


class DropZone(Ringed, QAbstractButton):
    """A dashed box with a plus: click to pick files, or drop them here."""

    def __init__(self, size: QSize, icon_name: str = "plus") -> None:
        super().__init__()
        self._icon = icon_name
        self.setObjectName("addFile")
        self.setFixedSize(size)
        self.setAccessibleName(str(_("Foto of bestand toevoegen")))
        self.setToolTip(str(_("Foto of bestand toevoegen; slepen en plakken kan ook")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.underMouse():
            paint_box(painter, rect, theme().colour("hover"), sizes.RADIUS_SMALL)
        with kept(painter):
            painter.setPen(QPen(theme().colour("line"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(rect, sizes.RADIUS_SMALL, sizes.RADIUS_SMALL)
        side = sizes.ICON
        box = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        paint_icon(painter, box, self._icon, theme().colour("text2"))


class PhotoPanel(QWidget):
    """Hidden while there is no photo. `opened`, `removed` and `redaction_requested` bear the attachment's id."""

    opened = Signal(str)
    removed = Signal(str)
    redaction_requested = Signal(str)
    add_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("photos")
        self.desk = desk
        self._photos: Sequence[Mapping[str, Any]] = ()
        self._at = 0
        self.large = PhotoButton(LARGE)
        self.large.clicked.connect(lambda: self.opened.emit(self._photos[self._at]["id"]))
        self._wire(self.large, lambda: self._at)
        self.small = [self._small(number) for number in range(SHOWN)]
        self.zone = DropZone(SMALL)
        self.zone.clicked.connect(self.add_requested)
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_2)
        for button in (*self.small, self.zone):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.SPACE_2)
        column.addWidget(self.large)
        column.addLayout(row)
        column.addStretch(1)
        self.setFixedWidth(LARGE.width())
        self.hide()

    def _small(self, number: int) -> PhotoButton:
        button = PhotoButton(SMALL)
        button.clicked.connect(lambda: self._choose(self._first() + number))
        self._wire(button, lambda: self._first() + number)
        return button

    def _wire(self, button: PhotoButton, at: Any) -> None:
        button.opened.connect(lambda: self.opened.emit(self._photos[at()]["id"]))
        button.removed.connect(lambda: self.removed.emit(self._photos[at()]["id"]))
        button.redaction_requested.connect(lambda: self.redaction_requested.emit(self._photos[at()]["id"]))

    def _first(self) -> int:
        """Which photo stands first in the row."""
        return max(0, min(self._at - 1, len(self._photos) - SHOWN))

    def show_photos(self, photos: Sequence[Mapping[str, Any]]) -> None:
        """Show these attachments; the chosen one stays chosen where it can."""
        if [p["id"] for p in photos] != [p["id"] for p in self._photos]:
            self._at = 0
        self._photos = photos
        self.setVisible(bool(photos))
        if photos:
            self._refresh()

    def _choose(self, number: int) -> None:
        self._at = number
        self._refresh()

    def _refresh(self) -> None:
        shown = self._photos[self._at]
        of = str(_("{n} van {all}")).format(n=self._at + 1, all=len(self._photos))
        self.large.show_photo(self.desk.file(shown["sha256"]), str(shown["title"]), of)
        for number, button in enumerate(self.small):
            at = self._first() + number
            button.setVisible(len(self._photos) > 1 and at < len(self._photos))
            if at < len(self._photos):
                photo = self._photos[at]
                button.show_photo(self.desk.file(photo["sha256"]), str(photo["title"]), is_chosen=at == self._at)
