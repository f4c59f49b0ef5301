"""The event-coördinator plans two events: times with set-up, a permit with its deadline, and a clash by one drag."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from vaartdesk.app.tour.scene import Scene
from vaartdesk.core.dates import day_field, day_short, day_weekday_long
from vaartdesk.core.text import _
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.schema.ref import Values

ROLE, PLACE = "Event-coördinator", "Koopmansplein"
FIRST, SECOND = "Streekmarkt met proeverij", "IJsbeelden op het plein"


def plan_first(scene: Scene) -> str:
    """Four fields and Enter; set-up, break-down and category on its page; a permit. Gives its number."""
    hand, day = scene.hand, scene.days.first
    scene.become(ROLE)
    hand.press("Ctrl+3")
    event = _plan(scene, FIRST, f"{day:%d-%m-%Y} 10:00", f"{day:%d-%m-%Y} 17:00")
    for name, typed in (
        ("setup_at", f"{day_field(day)} 7:00"),
        ("breakdown_at", f"{day_field(day)} 20:30"),
        ("category", "c"),
        ("visitors", "180"),
    ):
        hand.fill(name, typed)
        hand.change(lambda: hand.press("Return"))
    told = _("{number}: {title}, {day} 10.00 tot 17.00 uur, opbouw vanaf 7.00, afbouw tot 20.30, {place}.")
    scene.teller.say(told.format(number=event["number"], title=FIRST, day=day_weekday_long(day), place=PLACE))
    _ask_permit(scene)
    scene.made.note(
        "events",
        event["number"],
        title=FIRST,
        category="a",
        setup_at=f"{day}T07:00",
        starts_at=f"{day}T10:00",
        ends_at=f"{day}T17:00",
        breakdown_at=f"{day}T20:30",
    )
    scene.made.agenda += [event["number"], FIRST]
    return str(event["number"])


def _plan(scene: Scene, title: str, begins: str, ends: str) -> Values:
    hand = scene.hand
    hand.press("Ctrl+N")
    hand.see("quickEntry", QWidget)
    hand.type(f"{title}\t{begins}\t{ends}\t{PLACE}\t")
    return scene.made_by("event", lambda: hand.click("save"))


def _ask_permit(scene: Scene) -> None:
    """The permit takes the category of its event; its last day to ask stands in the clock."""
    hand = scene.hand
    hand.click("addPermit")
    permit = scene.made_by("permit", lambda: hand.press("Return"))
    block = hand.see("permits", QWidget)
    told = hand.read("termClock", block)
    due: date = permit["submit_by"]
    scene.expect(day_short(due, scene.days.today) in told, _("Op het scherm staat niet: {day}.").format(day=due))
    day = day_weekday_long(due)
    scene.teller.say(_("Vergunning categorie A, aanvragen uiterlijk {day} ({term} vooraf).").format(day=day, term=permit["term_text"]))  # fmt: skip
    scene.teller.say(_("De termijnklok zegt: {told}").format(told=told))


def plan_second(scene: Scene) -> None:
    """Another event two days before; dragged to the same day it clashes, in set-up and break-down only."""
    hand, days = scene.hand, scene.days
    event = _plan(scene, SECOND, f"{days.second:%d-%m-%Y} 18:30", f"{days.second:%d-%m-%Y} 22:00")
    scene.expect(not hand.seen("clashSentence", QWidget), _("Er was al een botsing voor het slepen."))
    told = _("{number}: {title}, {day} 18.30 tot 22.00 uur, zelfde plaats. Geen botsing.")
    scene.teller.say(told.format(number=event["number"], title=SECOND, day=day_weekday_long(days.second)))
    grid = hand.see("month", MonthGrid)
    start, end = grip(grid, event["id"]), middle(grid, days.first)
    hand.change(lambda: hand.drag(grid.viewport(), start, (start + end) / 2, end))
    sentence = hand.read("clashSentence")
    scene.expect(FIRST in sentence and SECOND in sentence, _("De botsing noemt niet allebei de evenementen."))
    scene.teller.say(_("In de maand één keer gesleept naar {day}.").format(day=day_weekday_long(days.first)))
    scene.teller.say(_("Het scherm zegt: {sentence}").format(sentence=sentence))
    scene.made.note(
        "events", event["number"], title=SECOND, starts_at=f"{days.first}T18:30", ends_at=f"{days.first}T22:00"
    )


def grip(grid: MonthGrid, event: str) -> QPoint:
    """Where to take hold of an event in the month."""
    shown = next(one for one in grid.shown if one.event == event)
    return grid.rect_of(shown.first_on, shown.occurrence).center()


def middle(grid: MonthGrid, day: date) -> QPoint:
    """The middle of a day in the month."""
    return grid.place.cell(day).center().toPoint()
