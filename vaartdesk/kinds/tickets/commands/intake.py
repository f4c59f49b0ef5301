"""Logging a ticket, with photos, and adding who else reported it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.formats.photo import Photo, PhotoError, read_photo
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.schema.ref import Problem, Ref, Refused, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx


@dataclass(frozen=True)
class Offer:
    """When and where the photos say the ticket was seen: offered beside the fields, never taken silently.

    ``latitude`` and ``longitude`` are millionths of a degree, as tickets store them.
    """

    taken_at: datetime | None = None
    latitude: int | None = None
    longitude: int | None = None
    is_place_doubtful: bool = False

    def fields(self) -> dict[str, Any]:
        """The fields of a ticket that accepts the offer whole."""
        found = {"reported_at": self.taken_at, "latitude": self.latitude, "longitude": self.longitude}
        return {name: value for name, value in found.items() if value is not None}


def read_photos(photos: Sequence[bytes]) -> list[Photo]:
    """The photos as they are kept. Raises Refused, naming the photo that is none. Slow: call it in a worker."""
    found: list[Photo] = []
    for place, data in enumerate(photos, 1):
        try:
            found.append(read_photo(data))
        except PhotoError as error:
            which = _("Foto {n}: ").format(n=place) if len(photos) > 1 else ""
            raise Refused([Problem("photos", f"{which}{error}")]) from error
    return found


def offer_of(photos: Sequence[Photo]) -> Offer:
    """What the first photo that knows it says of when and where."""
    placed = next((p for p in photos if p.latitude is not None and p.longitude is not None), None)
    taken = next((p.taken_at for p in photos if p.taken_at is not None), None)
    if taken is not None and taken.tzinfo is None:
        taken = taken.replace(tzinfo=amsterdam())
    if placed is None or placed.latitude is None or placed.longitude is None:
        return Offer(taken)
    latitude, longitude = round(placed.latitude * 1_000_000), round(placed.longitude * 1_000_000)
    return Offer(taken, latitude, longitude, placed.is_place_doubtful)


def log_ticket(desk: Desk, fields: Mapping[str, Any], photos: Sequence[bytes | Photo] = ()) -> Ref:
    """A new ticket with its photos, in one change; term, line and street follow from its category and words.

    ``photos``: bytes as they came, or photos already read. What their EXIF says is not taken over: hand in
    ``offer_of(photos).fields()`` among ``fields`` where a person accepted it. Raises Refused.
    """
    kept = [photo if isinstance(photo, Photo) else read_photos([photo])[0] for photo in photos]
    with desk.change(_("Melding gemaakt")) as tx:
        ref = tx.add("ticket", fields)
        tx.update(ref, queries.settle(None, tx.get(ref), tx.reader))
        attach_photos(tx, ref, kept)
        return ref


def add_photos(desk: Desk, ref: Ref, photos: Sequence[bytes | Photo]) -> None:
    """More photos on a ticket. Raises Refused for what is no photo."""
    kept = [photo if isinstance(photo, Photo) else read_photos([photo])[0] for photo in photos]
    with desk.change(_("Foto toegevoegd")) as tx:
        attach_photos(tx, ref, kept)


def attach_photos(tx: Tx, ref: Ref, photos: Sequence[Photo]) -> None:
    """Photos on a record, numbered after those it has."""
    before = len(tx.where("attachment", "record_id", ref.id)) if ref not in tx.new else 0
    for place, photo in enumerate(photos, before + 1):
        taken = offer_of([photo]).taken_at
        name = _("Foto {n}.jpg").format(n=place)
        tx.attach(ref, photo.jpeg, name, mime="image/jpeg", is_photo=True, taken_at=taken)


def similar_to(desk: Desk, fields: Mapping[str, Any]) -> list[Values]:
    """Open tickets of the same category and place of the last 30 days, while a new one is being typed (T8)."""
    category, words = fields.get("category"), str(fields.get("place_text") or "")
    if not category or not (words.strip() or fields.get("street")):
        return []
    with desk.read() as reader:
        street = fields.get("street") or queries.street_of(reader, words)
        return list(queries.similar_open(reader, category, street, words))


def add_reporter(desk: Desk, ref: Ref, fields: Mapping[str, Any]) -> Ref:
    """Somebody else who reported the same ticket (``contact``, ``name``, ``email``, ``phone``, ``text`` ...)."""
    if not any(str(fields.get(name) or "").strip() for name in ("contact", "name", "email", "phone")):
        raise Refused([Problem("name", str(_("Vul in wie het meldde, of hoe die te bereiken is.")))])
    with desk.change(_("Melder toegevoegd")) as tx:
        return tx.add("ticket_reporter", {"reported_at": tx.now} | dict(fields) | {"ticket": ref.id})
