"""The regisseur: a board meeting out of its template and what the team put forward, a decision, an action, the paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QWidget

from vaartdesk.app.tour.scene import BODY, Scene
from vaartdesk.core.dates import day_field, day_weekday_long, time_prose
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Values

OWNER = "Event-coördinator"
DECISION = "De streekmarkt gaat door; de ijsbeelden schuiven een week op."
ACTION = "IJsbeelden verplaatsen en opnieuw afstemmen"
MINUTES = "25"


def put_forward(scene: Scene, ticket: str, event: str) -> None:
    """Agenderen: from the ticket and from the event, into the stock of the board."""
    for number, why in (
        (ticket, "De lantaarn is voor de derde keer uit; de gemeente vraagt om een besluit over vervanging."),
        (event, "Twee evenementen willen op dezelfde avond het plein op."),
    ):
        scene.find(number)
        topic = scene.put_forward(why)
        scene.teller.say(_("{number} gevonden met Ctrl+K en geagendeerd: ‘{title}’.").format(number=number, title=topic["title"]))  # fmt: skip


def build_agenda(scene: Scene) -> Values:
    """A meeting with its standing items; both topics on it, one of them first, with its minutes."""
    hand = scene.hand
    scene.become("Regisseur")
    hand.press("Ctrl+6", "Ctrl+N")
    hand.fill("body", f"{BODY}\t")
    hand.fill("starts_at", f"{day_field(scene.days.meeting)} 19:30")
    meeting = scene.made_by("meeting", lambda: hand.click("agree"))
    scene.teller.say(_("{number}: {title}, {day} 19.30 uur, met {n} vaste punten uit het sjabloon.").format(
        number=meeting["number"], title=meeting["title"], day=day_weekday_long(scene.days.meeting), n=len(titles(scene))
    ))  # fmt: skip
    scene.made.note(
        "meetings", meeting["number"], title=meeting["title"], starts_at=f"{scene.days.meeting}T19:30", status="concept"
    )
    stock = hand.see("stock", QListView)
    while stock.model().rowCount() and hand.seen("stock", QListView):
        stock.setFocus()
        hand.press("Home", "Down")
        hand.change(lambda: hand.press("Alt+Right"))
    _reorder(scene)
    return meeting


def _reorder(scene: Scene) -> None:
    """The last topic one up, 25 minutes for it; times and numbers follow."""
    hand = scene.hand
    before = _order(scene)
    hand.see("agenda", QListView).setFocus()
    hand.change(lambda: hand.press("Alt+Up"))
    hand.press(MINUTES[0])
    hand.type(MINUTES[1:])
    hand.change(lambda: hand.press("Return"))
    after = _order(scene)
    scene.expect(before != after and sorted(before) == sorted(after), _("De volgorde van de agenda is niet veranderd."))
    scene.teller.say(_("Twee onderwerpen met Alt+Rechts op de agenda, één met Alt+Omhoog verschoven, {n} minuten ingetikt.").format(n=MINUTES))  # fmt: skip
    for line in titles(scene):
        scene.teller.say(f"   {line}")


def titles(scene: Scene) -> list[str]:
    """The agenda as a screen reader reads it."""
    model = scene.hand.see("agenda", QListView).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _order(scene: Scene) -> list[str]:
    """The titles from top to bottom."""
    model = scene.hand.see("agenda", QListView).model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)) for row in range(model.rowCount())]


def decide(scene: Scene) -> None:
    """A decision with an owner, and its action."""
    hand = scene.hand
    hand.see("agenda", QListView).setFocus()
    hand.press("Down", "F8")
    hand.fill("text", DECISION)
    hand.fill("owner", f"{OWNER}\t")
    hand.fill("due_on", day_field(scene.days.due))
    decision = scene.made_by("decision", lambda: hand.click("agree"))
    due = day_weekday_long(scene.days.due)
    scene.teller.say(_("{number}: {text} Trekker {owner}, uiterlijk {due}.").format(number=decision["number"], text=DECISION, owner=OWNER, due=due))  # fmt: skip
    scene.made.note("decisions", decision["number"], text=DECISION, outcome="aangenomen", due_on=f"{scene.days.due}")
    hand.press("Return")
    hand.click("makeAction")
    hand.fill("title", ACTION)
    action = scene.made_by("action", lambda: hand.click("agree"))
    hand.press("Ctrl+6")
    scene.teller.say(_("{number}: {title}, uit besluit {decision}.").format(number=action["number"], title=ACTION, decision=decision["number"]))  # fmt: skip
    scene.made.note("actions", action["number"], title=ACTION, due_on=f"{scene.days.due}", status="gepland")


def print_agenda(scene: Scene) -> None:
    """Ctrl+P: the preview, then Bewaren als."""
    hand = scene.hand
    hand.press("Ctrl+P")
    preview = hand.see("preview", QWidget, scene.hand.top())
    hand.wait(lambda: hand.see("saveButton", QWidget, preview).isEnabled(), _("de PDF"))
    pages = hand.see("pageLabel", QLabel, preview).text()
    path = hand.save_in(scene.out, lambda: hand.click("saveButton", preview))
    hand.press("Escape")
    scene.made.pdf = path
    at = time_prose(scene.days.now.time())
    scene.teller.say(_("Voorbeeld bekeken ({pages}) en bewaard als {name} om {at}.").format(pages=pages, name=path.name, at=at))  # fmt: skip
