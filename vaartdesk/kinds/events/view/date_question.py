"""Del on one date of a series: leave out this date, or the whole series to the bin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.events.commands.skipping import skip_date
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.kinds.events.rules.shown import Shown
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage


def is_of_series(desk: Desk, shown: Shown) -> bool:
    """Whether what is shown is one date of more."""
    values = desk.get(Ref("event", shown.event))
    return values is not None and bool(values["rrule"] or values["dates"])


def date_question(shown: Shown, desk: Desk, skip: Callable[[], None], delete: Callable[[], None]) -> Dialog:
    """Which of the two; Enter leaves out the one date, which takes away the least."""
    told = _("{title} is een reeks. Een datum die je overslaat, zet je terug in het evenement.").format(
        title=shown.title
    )
    dialog = Dialog(str(_("Wat wil je verwijderen?")), str(told), width=460)
    dialog.setObjectName("dateQuestion")
    whole = dialog.add_button(Button(str(_("De hele reeks")), "trash-2"), accepts=True)
    whole.setObjectName("deleteSeries")
    whole.clicked.connect(lambda _on=False: delete())
    only = Button(str(_("Alleen {day}")).format(day=day_short(shown.first_on, desk.today)), "calendar-x", "primary")
    dialog.add_button(only, accepts=True)
    only.setObjectName("skipDate")
    only.clicked.connect(lambda _on=False: skip())
    return dialog


def skip(desk: Desk, stage: Stage, shown: Shown) -> None:
    """Leave the date out, and say so."""
    skip_date(desk, Ref("event", shown.event), shown.original)
    told = _("{title}: {day} overgeslagen").format(title=shown.title, day=day_short(shown.first_on, desk.today))
    stage.announce(told, is_undoable=True)
