"""The huismeester logs an incident: four fields, Enter, and a photo dropped on the entry."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from vaartdesk.app.tour.scene import Scene
from vaartdesk.app.tour.snapshot import draw_street_photo, metadata_of
from vaartdesk.core.dates import day_weekday_long
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref, Values

WHAT, WHERE, CATEGORY = "Lantaarn bij het café is uit", "Koopmansplein 12", "Openbare verlichting"


def begin(scene: Scene) -> None:
    """The first start asks once who sits here."""
    scene.hand.press_button("Huismeester", scene.hand.see("whoDialog", QWidget))
    frame = scene.window.frame
    scene.expect(frame.current_tab() == "tickets", str(_("Het tabblad van de huismeester kwam niet open.")))
    scene.teller.say(str(_("‘Wie zit hier?’ Huismeester. Het tabblad Huismeester staat open.")))


def log_incident(scene: Scene) -> str:
    """What, where, category, urgency. Gives its number."""
    hand = scene.hand
    photo = draw_street_photo(scene.out / "foto-van-de-telefoon.jpg", scene.days.now - timedelta(minutes=10))
    before = hand.strokes
    hand.press("Ctrl+N")
    hand.see("quickEntry", QWidget)
    hand.type(f"{WHAT}\t{WHERE}\t{CATEGORY}\t")
    hand.press("Right")
    keys = hand.strokes - before
    told = hand.read("remark")
    hand.drop([photo], "quickEntry")
    hand.wait(lambda: hand.read("photoNote") == "1 foto", str(_("de verkleinde foto")))
    ticket = scene.made_by("ticket", lambda: hand.press("Return"))
    told_keys = _("Ctrl+N, vier velden, Enter: {keys} aanslagen, de tekst meegeteld, zonder muis.")
    scene.teller.say(told_keys.format(keys=keys + 1))
    scene.teller.say(_("Het venster zei: {told}.").format(told=told))
    scene.teller.say(f"{ticket['number']}: {ticket['title']}, {ticket['place_text']}")
    due = day_weekday_long(ticket["due_on"])
    scene.teller.say(_("Uiterlijk {due}.").format(due=due))
    scene.expect(
        hand.read("toast").startswith(ticket["number"]), str(_("Het nummer stond niet in de melding onderaan."))
    )
    _look_at_photo(scene, ticket, metadata_of(photo.read_bytes()))
    scene.made.note(
        "tickets", ticket["number"], title=WHAT, place_text=WHERE, urgency="hoog", due_on=ticket["due_on"].isoformat()
    )
    scene.made.agenda += [ticket["number"], WHAT]
    return str(ticket["number"])


def _look_at_photo(scene: Scene, ticket: Values, before: list[str]) -> None:
    """Time and place went into the ticket; the stored copy has nothing but the picture."""
    desk = scene.window.desk
    files = desk.attachments(Ref("ticket", ticket["id"]))
    stored = desk.file(files[0]["sha256"]).read_bytes()
    left = metadata_of(stored)
    scene.expect(len(files) == 1 and not left, _("De bewaarde foto heeft nog gegevens: {what}.").format(what=left))
    scene.expect(ticket["latitude"] is not None, str(_("De plaats uit de foto is niet overgenomen.")))
    told = _(
        "Foto gesleept: {n} gegevens van de camera in het origineel, {m} in de bewaarde kopie; de plaats staat bij de melding."
    )
    scene.teller.say(told.format(n=len(before), m=len(left)))
