"""What photos bring to a quick entry: place and time where they can be believed, else a question; and one ticket or several."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.intake import Offer, offer_of
from vaartdesk.kinds.tickets.commands.mapping import DEGREE
from vaartdesk.kinds.tickets.rules import seen
from vaartdesk.kinds.tickets.view.entry_cards import Answer, Hints
from vaartdesk.kinds.tickets.view.plans import with_plan
from vaartdesk.ui.map.plan import Plan

if TYPE_CHECKING:
    from vaartdesk.ui.form.incoming import Incoming
    from vaartdesk.ui.quick_entry import QuickEntry


class PhotoNews(QObject):
    """Hears the photos of an entry. ``is_split``: each photo becomes a ticket of its own."""

    def __init__(self, entry: QuickEntry, cards: Hints, take_spot: Callable[[dict[str, Any], str, str], None]) -> None:
        super().__init__(entry)
        self.entry, self.cards, self.take_spot = entry, cards, take_spot
        self.is_split = False
        self._was_asked = False
        self._taken: dict[str, Any] = {}
        """What the entry has from a photo: with a ticket each, that is the others' no more."""
        entry.photos.arrived.connect(self.hear)

    def hear(self, files: list[Any]) -> None:
        """Photos came in."""
        photos = [file.photo for file in files if getattr(file, "photo", None) is not None]
        offer = offer_of(photos)
        with_plan(self.entry.desk, self.entry, lambda plan, _name: self._weigh(offer, plan))
        if sum(file.is_photo for file in files) > 1 and not self._was_asked:
            self._ask_split(len(self.photos()))

    def photos(self) -> list[Incoming]:
        """The files that are pictures."""
        return [file for file in self.entry.photos.files if file.is_photo]

    # --- one ticket or several -----------------------------------------------------------------------------------------

    def _ask_split(self, count: int) -> None:
        """Once: asked again for each photo it would be a nuisance."""
        self._was_asked = True
        told = str(_("{n} foto’s: is dat één melding, of elk een eigen?").format(n=count))
        one = Answer("oneTicket", str(_("Eén melding")), "Alt+1", lambda: self.split(is_split=False))
        each = Answer("ticketEach", str(_("Elk een eigen melding")), "Alt+2", lambda: self.split(is_split=True))
        self.cards.ask("split", told, (one, each))

    def split(self, *, is_split: bool) -> None:
        """What was answered; the button tells what Enter will do."""
        self.is_split = is_split
        count = len(self.photos())
        told = _("{n} meldingen bewaren").format(n=count) if is_split else _("Bewaren")
        self.entry.save_button.setText(str(told))

    def parts(self) -> list[tuple[dict[str, Any], list[Incoming]]]:
        """For each ticket what its photo says, and its files; others than photos go with the first."""
        if not self.is_split or len(self.photos()) < 2:
            return [({}, list(self.entry.photos.files))]
        found = []
        given = self.entry.given
        foreign: dict[str, Any] = {name: None for name, value in self._taken.items() if given.get(name) == value}
        for place, photo in enumerate(self.photos()):
            rest = [file for file in self.entry.photos.files if not file.is_photo] if place == 0 else []
            found.append((foreign | self._believed(photo), [photo, *rest]))
        return found

    def _believed(self, file: Incoming) -> dict[str, Any]:
        """Place and time of one photo, where nothing is odd about them."""
        offer = offer_of([file.photo] if file.photo is not None else [])
        plan = self._plan
        place = {} if self._place_doubt(offer, plan) else _place(offer)
        odd = offer.taken_at is None or seen.time_doubt(offer.taken_at, self.entry.desk.clock.now())
        return place | ({} if odd else {"reported_at": offer.taken_at})

    # --- where and when ------------------------------------------------------------------------------------------------

    _plan: Plan | None = None

    def _weigh(self, offer: Offer, plan: Plan) -> None:
        """Take along what can be believed, and ask about the rest."""
        self._plan = plan
        if offer.latitude is not None and offer.longitude is not None:
            doubt = self._place_doubt(offer, plan)
            if doubt:
                use = Answer("usePlace", str(_("Toch gebruiken")), "Alt+T", lambda: self._take_place(offer, plan))
                leave = Answer("leavePlace", str(_("Niet gebruiken")), "Alt+G", lambda: None)
                self.cards.ask("photoPlace", doubt, (use, leave))
            else:
                self._take_place(offer, plan)
        if offer.taken_at is not None and "reported_at" not in self.entry.given:  # a mail tells when it was reported
            self._weigh_time(offer)

    def _weigh_time(self, offer: Offer) -> None:
        taken = offer.taken_at
        assert taken is not None
        doubt = seen.time_doubt(taken, self.entry.desk.clock.now())
        if not doubt:
            self._take_time(offer)
            return
        use = Answer("useTime", str(_("Als moment van melden")), "Alt+K", lambda: self._take_time(offer))
        leave = Answer("leaveTime", str(_("Nu gemeld")), "Alt+U", lambda: None)
        self.cards.ask("photoTime", doubt, (use, leave))

    def _take_time(self, offer: Offer) -> None:
        self._taken["reported_at"] = self.entry.given["reported_at"] = offer.taken_at

    @staticmethod
    def _place_doubt(offer: Offer, plan: Plan | None) -> str:
        if offer.latitude is None or offer.longitude is None:
            return ""
        metres = 0.0
        if plan is not None:
            left, top, right, bottom = plan.bounds
            x, y = plan.point(offer.latitude / DEGREE, offer.longitude / DEGREE)
            metres = math.hypot(x - (left + right) / 2, y - (top + bottom) / 2)
        return seen.place_doubt(offer.latitude, offer.longitude, is_abroad=offer.is_place_doubtful, metres=metres)

    def _take_place(self, offer: Offer, plan: Plan) -> None:
        assert offer.latitude is not None
        assert offer.longitude is not None
        street = plan.nearest_name(plan.point(offer.latitude / DEGREE, offer.longitude / DEGREE))
        self._taken |= _place(offer)
        self.take_spot(_place(offer), street, str(_("Plek uit de foto")))


def _place(offer: Offer) -> dict[str, Any]:
    """The fields of a place; {} where the photo knows none."""
    if offer.latitude is None or offer.longitude is None:
        return {}
    return {"latitude": offer.latitude, "longitude": offer.longitude}
