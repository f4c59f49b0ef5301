"""The head of a page, 56 high: title, view switch, then search, quiet actions and one primary button at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.icons import icon
from vaartdesk.ui.labels import ElidedLabel
from vaartdesk.ui.segments import FORMS, Segments
from vaartdesk.ui.theme import sizes

SEARCH_WIDTH: Final = 210
SEARCH_LEAST: Final = 120
AROUND_HINT: Final = 52
"""The magnifying glass and what lies around it and the text."""
TITLE_LEAST: Final = 200


class SearchField(QLineEdit):
    """A field with a magnifying glass, objectName `search`; Escape empties it."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(str(hint))
        self.setAccessibleName(str(hint))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(SEARCH_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._hint = str(hint)

    def enter(self) -> None:
        """Ctrl+F: to the field, its words selected, so that typing begins a new search."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the whole hint does not fit, a word does."""
        super().resizeEvent(event)
        has_room = self.fontMetrics().horizontalAdvance(self._hint) <= self.width() - AROUND_HINT
        self.setPlaceholderText(self._hint if has_room else str(_("Zoeken")))

    def sizeHint(self) -> QSize:
        return QSize(SEARCH_WIDTH, super().sizeHint().height())


class PageHeader(QFrame):
    """The head; parts are added in reading order, the primary button last."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(sizes.HEADER)
        self.title = ElidedLabel(title, "title", weight=600, least=TITLE_LEAST)
        self.title.setObjectName("pageTitle")
        self.subtitle = ElidedLabel(subtitle, "meta", "text2")
        self.search: SearchField | None = None
        self.primary: Button | None = None
        self._primary_text = ""
        self._secondary: list[tuple[Button, str]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(sizes.PAGE_PADDING, 0, sizes.PAGE_PADDING, 0)
        self._row.setSpacing(sizes.SPACE_3)
        self._row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.subtitle, 0, Qt.AlignmentFlag.AlignVCenter)
        self.subtitle.setVisible(bool(subtitle))
        self._before_stretch = self._row.count()
        self._row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.squeeze()

    def squeeze(self) -> None:
        """Where room is short the view switch gives way, then the words of the buttons, the primary's first; nothing is cut."""
        for form in FORMS:
            for segments in self.findChildren(Segments):
                segments.set_form(form)
            if self._needed() <= self.width():
                break
        primary = [(self.primary, self._primary_text)] if self.primary is not None else []
        worded = [*primary, *reversed(self._secondary)]
        for button, words in worded:
            button.setText(words)
        for button, _words in worded:
            if self._needed() <= self.width():
                break
            button.setText("")
        has_room = self._needed() <= self.width()
        if not self.title.is_fixed:
            least = self.title.sizeHint().width() if has_room else 0
            self.title.setMinimumWidth(least)  # before the title, the search field gives way
        self._row.activate()  # now, or one frame would show it squeezed

    def _needed(self) -> int:
        """The width in which all of it stands uncut."""
        children = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        shown = [widget for widget in children if not widget.isHidden()]
        widths = sum(self._least(widget) for widget in shown)
        return widths + 2 * sizes.PAGE_PADDING + (len(shown) - 1) * sizes.SPACE_3

    def _least(self, widget: QWidget) -> int:
        if widget is self.search:
            return SEARCH_LEAST
        if widget is self.subtitle:
            return widget.minimumSizeHint().width()
        if widget is self.title:
            return self.title.minimumWidth() if self.title.is_fixed else self.title.sizeHint().width()
        return max(widget.sizeHint().width(), widget.minimumWidth())

    def set_title(self, title: str, subtitle: str = "") -> None:
        is_still = self.title.is_fixed and subtitle == self.subtitle.text()
        self.title.set_text(title)
        if is_still:  # the name of a month stands in the room of the longest: nothing beside it moves
            return
        self.subtitle.set_text(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.squeeze()

    def add_segments(self, segments: Segments) -> None:
        """The view switch, right after the title."""
        self._insert(2, segments)

    def add_left(self, widget: QWidget) -> None:
        """Something beside the title or the view switch."""
        self._insert(self._before_stretch, widget)

    def _insert(self, place: int, widget: QWidget) -> None:
        """At a place left of the stretch. Counted here: what PySide reads of a layout's items they may not outlive."""
        self._row.insertWidget(place, widget)
        self._before_stretch += 1

    def add_search(self, hint: str) -> SearchField:
        """The search field of this page."""
        self.search = SearchField(hint)
        self._row.addWidget(self.search)
        return self.search

    def focus_search(self) -> None:
        """To the search field; nothing on a page without one."""
        if self.search is not None:
            self.search.enter()

    def add_action(self, widget: QWidget) -> None:
        """An icon button before the primary button."""
        self._row.addWidget(widget)

    def add_quiet(self, text: str, icon_name: str = "", *, key: str = "") -> Button:
        """A quiet action before the primary button."""
        button = Button(text, icon_name, "quiet", key=key)
        self._row.addWidget(button)
        return button

    def add_secondary(self, text: str, icon_name: str = "", *, key: str = "") -> Button:
        """An outlined action before the primary button; one with an icon can do without its word."""
        button = Button(text, icon_name, key=key)
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  {key}".strip())
        if icon_name:
            self._secondary.append((button, text))
        self._row.addWidget(button)
        return button

    def set_primary(self, text: str, icon_name: str = "plus", *, key: str = "Ctrl+N") -> Button:
        """The one filled button, objectName `newButton`."""
        self._primary_text = str(text)
        self.primary = Button(text, icon_name, "primary", key=key)
        self.primary.setAccessibleName(self._primary_text)
        self.primary.setObjectName("newButton")
        self._row.addWidget(self.primary)
        return self.primary

    def name_primary(self, text: str) -> None:
        """Another word for the filled button; '' hides it."""
        assert self.primary is not None
        self._primary_text = str(text)
        self.primary.setAccessibleName(self._primary_text)
        self.primary.setToolTip(self._primary_text)
        self.primary.setVisible(bool(text))
        self.squeeze()
