"""The bar above a list: the kind's own filters, a chip per field that fits, and the order at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.schema.types.texts import ChoiceType, FlagType
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.chips import FilterChip
from vaartdesk.ui.list.filter_popup import FilterPopup
from vaartdesk.ui.list.picks import NOTHING, Option, label_of, options, pickable
from vaartdesk.ui.list.query import Query, first_query
from vaartdesk.ui.list.sift import Sift
from vaartdesk.ui.theme import sizes

OWN = ""
"""The chip of the kind's own filters."""
GAP = 6


class FilterBar(QWidget):
    """`changed(Query)` comes with every choice. Chips that do not fit wait under "Meer"."""

    changed = Signal(object)
    save_requested = Signal()

    def __init__(self, sift: Sift) -> None:
        super().__init__()
        self.sift, self.kind = sift, sift.rows.kind
        self.query = Query()
        self.fields = {field.name: field for field in pickable(self.kind)}
        self.chips: dict[str, FilterChip] = {}
        self._popup: FilterPopup | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(sizes.PAGE_PADDING, sizes.SPACE_1, sizes.SPACE_2, sizes.SPACE_1)
        self._row.setSpacing(GAP)
        self._build()

    def _build(self) -> None:
        if self.kind.filters:
            self._add_chip(OWN, str(_("Filter")))
        for field in self.fields.values():
            self._add_chip(field.name, str(field.label))
        self.more = FilterChip(str(_("Meer")))
        self.more.setObjectName("moreFilters")
        self.more.clicked.connect(self._show_more)
        self.more.cleared.connect(self._clear_hidden)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self.keep = IconButton("pin", str(_("Filter bewaren")), side=sizes.TARGET_LEAST)
        self.keep.setObjectName("keepFilter")
        self.keep.clicked.connect(self.save_requested)
        self._row.addWidget(self.keep)
        self.order = Button("", "arrow-up-down", "quiet", small=True)
        self.order.setObjectName("orderButton")
        self.order.clicked.connect(
            lambda: self.order_menu().popup(self.order.mapToGlobal(self.order.rect().bottomLeft()))
        )
        self._row.addWidget(self.order)

    def _add_chip(self, name: str, label: str) -> None:
        chip = FilterChip(label)
        chip.setObjectName(f"filter_{name}" if name else "filters")
        chip.clicked.connect(lambda: self.open_popup(name, chip))
        chip.cleared.connect(lambda: self._set(name, frozenset()))
        self.chips[name] = chip
        self._row.addWidget(chip)

    # --- the query as chips --------------------------------------------------------------------------------------------

    def show_query(self, query: Query) -> None:
        """Tell what is filtered and how it is ordered."""
        self.query = query
        for name, chip in self.chips.items():
            chip.set_value(self._told(name), needs_label=self._needs_label(name))
        self.order.setText(self._order_label())
        self._fit()

    def _told(self, name: str) -> str:
        """The chip's value in words: the option when it is one, else label and number."""
        if name == OWN:
            labels = [str(f.label) for f in self.kind.filters if f.name in self.query.filters]
            return labels[0] if len(labels) == 1 else f"{_('Filter')}: {len(labels)}" if labels else ""
        field, keys = self.fields[name], self.query.picks.get(name, frozenset())
        if len(keys) == 1:
            return label_of(field, next(iter(keys)), self.sift.rows.context)
        return f"{field.label}: {len(keys)}" if keys else ""

    def _needs_label(self, name: str) -> bool:
        """Whether one value does not say what it is of: "ja", "deze week"."""
        keys = self.query.picks.get(name, frozenset()) if name != OWN else ()
        speaks = name != OWN and isinstance(self.fields[name].type, ChoiceType | RefType | LinksType)
        return len(keys) == 1 and not (speaks and NOTHING not in keys)

    def _order_label(self) -> str:
        grouping = next((g for g in self.kind.groupings if g.name == self.query.grouping), None)
        if grouping is not None:
            return str(grouping.label)
        field = self.kind.fields.get(self.query.sort)
        return str(field.label) if field is not None else str(_("Nieuwste"))

    def _fit(self) -> None:
        """Show the chips that fit; active ones first, the others under "Meer"."""
        room = self.width() - sizes.PAGE_PADDING - sizes.SPACE_2 - self.order.sizeHint().width() - GAP
        room -= self.more.sizeHint().width() + GAP
        self.keep.setVisible(self._is_own())
        room -= self.keep.width() + GAP if self._is_own() else 0
        wanted = sorted(self.chips, key=lambda name: (not self.chips[name].value(), name != OWN))
        shown: set[str] = set()
        for name in wanted:
            room -= self.chips[name].sizeHint().width() + GAP
            if room < 0:
                break
            shown.add(name)
        for name, chip in self.chips.items():
            chip.setVisible(name in shown)
        hidden = [name for name in self.chips if name not in shown]
        active = sum(1 for name in hidden if self.chips[name].value())
        self.more.setVisible(bool(hidden))
        self.more.set_value(str(_("Meer: {n}")).format(n=active) if active else "")

    def _is_own(self) -> bool:
        """Whether somebody filtered otherwise than the list does by itself: then that can be kept."""
        first, own = first_query(self.kind), self.query
        return own.is_filtered and (own.words.strip(), own.filters, own.picks) != ("", first.filters, {})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- choosing ------------------------------------------------------------------------------------------------------

    def open_popup(self, name: str, anchor: QWidget) -> FilterPopup:
        """The options of one chip, counted over what the other filters leave."""
        label = str(self.fields[name].label) if name else str(_("Filter"))
        chosen = self.query.picks.get(name, frozenset()) if name else self.query.filters
        popup = FilterPopup(label, self._options(name), chosen, self)
        popup.changed.connect(lambda keys: self._set(name, keys))
        popup.open_under(anchor)
        self._popup = popup
        return popup

    def _options(self, name: str) -> list[Option]:
        rows = self.sift.rows
        if name == OWN:
            others = self.sift.keys(replace(self.query, filters=frozenset()))
            passing = [(f, rows.passes(f)) for f in self.kind.filters]
            return [Option(f.name, str(f.label), sum(map(passes, others))) for f, passes in passing]
        picks = {field: keys for field, keys in self.query.picks.items() if field != name}
        value = rows.column(name)
        values = [value(key) for key in self.sift.keys(replace(self.query, picks=picks))]
        return options(self.fields[name], values, rows.context, self.query.picks.get(name, ()))

    def _set(self, name: str, keys: frozenset[str]) -> None:
        if name == OWN:
            query = replace(self.query, filters=keys)
        else:
            picks = {field: chosen for field, chosen in {**self.query.picks, name: keys}.items() if chosen}
            query = replace(self.query, picks=picks)
        self.changed.emit(query)

    def _hidden(self) -> list[str]:
        return [name for name, chip in self.chips.items() if chip.isHidden()]

    def _show_more(self) -> None:
        menu = QMenu(self)
        for name in self._hidden():
            label = self.chips[name].value() or (str(self.fields[name].label) if name else str(_("Filter")))
            menu.addAction(label, lambda name=name: self.open_popup(name, self.more))  # type: ignore[misc]
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _clear_hidden(self) -> None:
        hidden = set(self._hidden())
        picks = {name: keys for name, keys in self.query.picks.items() if name not in hidden}
        filters = frozenset[str]() if OWN in hidden else self.query.filters
        self.changed.emit(replace(self.query, picks=picks, filters=filters))

    # --- order ---------------------------------------------------------------------------------------------------------

    def order_menu(self) -> QMenu:
        """Grouping, sorting by any field, the other way round, and keeping it all under a name."""
        menu = QMenu(self)
        if self.kind.groupings:
            menu.addAction(str(_("Groeperen"))).setEnabled(False)
            self._choices(menu, [(str(_("Niet groeperen")), "grouping", "")] + [
                (str(g.label), "grouping", g.name) for g in self.kind.groupings
            ])  # fmt: skip
            menu.addSeparator()
        sorts = [(str(_("Nieuwste eerst")), "sort", "")]
        sorts += [(str(field.label), "sort", field.name) for field in self._sortable()]
        now = next((label for label, _attribute, name in sorts if name == self.query.sort), sorts[0][0])
        self._choices(menu.addMenu(str(_("Sorteren: {what}")).format(what=now)), sorts)
        turned = menu.addAction(str(_("Andersom")))
        turned.setCheckable(True)
        turned.setChecked(self.query.is_reversed)
        turned.toggled.connect(lambda is_on: self.changed.emit(replace(self.query, is_reversed=is_on)))
        menu.addSeparator()
        menu.addAction(str(_("Filter bewaren…")), self.save_requested.emit)
        return menu

    def _sortable(self) -> list[Field]:
        """What rows can be put in order by with sense: a yes or no belongs among the filters."""
        fields = [self.kind.fields[name] for name in self.kind.list_fields if name in self.kind.fields]
        return [f for f in fields if f.name == "number" or not (f.hidden or f.is_links or isinstance(f.type, FlagType))]

    def _choices(self, menu: QMenu, rows: list[tuple[str, str, str]]) -> None:
        group = QActionGroup(menu)
        for label, attribute, name in rows:
            action = QAction(label, menu)
            action.setCheckable(True)
            action.setChecked(getattr(self.query, attribute) == name)
            action.triggered.connect(self._chooser(attribute, name))
            group.addAction(action)
            menu.addAction(action)

    def _chooser(self, attribute: str, name: str) -> object:
        return lambda: self.changed.emit(replace(self.query, **{attribute: name}))  # type: ignore[arg-type]
