"""The tour: the whole main job on the real window, by keys and mouse, and the proof that it is on disk."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler

from vaartdesk.app.place import Place
from vaartdesk.app.session import open_for_writing
from vaartdesk.app.tour import caretaker, pictures, planner, proof, secretary
from vaartdesk.app.tour.hand import Hand, Stopped
from vaartdesk.app.tour.scene import Scene
from vaartdesk.app.tour.story import Days
from vaartdesk.app.tour.telling import Teller
from vaartdesk.app.window.assembly import Window
from vaartdesk.app.window.start import application, frame
from vaartdesk.core.clock import Clock
from vaartdesk.core.dates import day_weekday_long
from vaartdesk.core.text import _
from vaartdesk.store.errors import WorkspaceError
from vaartdesk.store.workspace import Workspace

SIZE = (1366, 768)
WORKSPACE = "werkmap"
STOPPED = "waar-het-stopte.png"
EXPECTED = "This plugin does not support"
"""What Qt says when there is no screen."""


def play(out: Path, clock: Clock) -> None:
    """Everything, into ``out``. Raises WorkspaceError for a folder that was used before, Stopped when something is wrong."""
    workspace = Workspace(out / WORKSPACE)
    if workspace.exists or (out / WORKSPACE).exists():
        told = _("In {folder} staat al een werkmap. Kies een lege map; er is niets gewijzigd.")
        raise WorkspaceError(told.format(folder=out))
    out.mkdir(parents=True, exist_ok=True)
    days, teller = Days.of(clock), Teller()
    teller.say(_("Rondleiding op {day}, in {folder}").format(day=day_weekday_long(days.today), folder=out))
    with _watching() as faults, tempfile.TemporaryDirectory(prefix="vaartdesk-") as settings:
        scene = _open(out, workspace, Path(settings), clock, days, teller)
        try:
            _act(scene)
        except Stopped:
            scene.window.frame.grab().save(str(out / STOPPED))
            raise
        finally:
            scene.window.frame.close()
            scene.hand.settle()
        if faults:
            raise Stopped(_("Onderweg ging iets mis: {what}").format(what=faults[0]))
    with teller.chapter(str(_("Teruglezen in een tweede proces"))):
        proof.read_back(workspace.folder, scene.made, teller)
    teller.end(str(_("Alles klopt.")))


def _open(out: Path, workspace: Workspace, settings: Path, clock: Clock, days: Days, teller: Teller) -> Scene:
    """The real window on a new workspace, its own settings thrown away afterwards."""
    with teller.chapter(str(_("Eerste start"))):
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        app = application()
        shown = frame(settings / "venster.ini")
        shown.resize(*SIZE)
        shown.show()
        app.processEvents()
        desk = open_for_writing(Place(workspace.folder, clock), may_make=True)
        window = Window(shown, desk)
        window.show_first()
        hand = Hand(shown, desk)
        hand.come_back()
        scene = Scene(window, hand, days, teller, out)
        caretaker.begin(scene)
    return scene


def _act(scene: Scene) -> None:
    teller = scene.teller
    with teller.chapter(str(_("De huismeester legt een melding vast"))):
        ticket = caretaker.log_incident(scene)
    with teller.chapter(str(_("De event-coördinator plant evenementen"))):
        event = planner.plan_first(scene)
        planner.plan_second(scene)
    with teller.chapter(str(_("Agenderen voor het Binnenstadbestuur"))):
        secretary.put_forward(scene, ticket, event)
    with teller.chapter(str(_("De regisseur bouwt de agenda"))):
        secretary.build_agenda(scene)
        secretary.decide(scene)
    with teller.chapter(str(_("De agenda als PDF"))):
        secretary.print_agenda(scene)
    with teller.chapter(str(_("Plaatjes van elk tabblad"))):
        pictures.picture_tabs(scene)


@contextmanager
def _watching() -> Iterator[list[str]]:
    """What goes wrong inside a slot of the window ends up here instead of in silence."""
    faults: list[str] = []

    def hear(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        faults.append(f"{kind.__name__}: {error}")
        before(kind, error, trace)

    def sift(mode: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if not message.startswith(EXPECTED):
            print(message, file=sys.stderr)

    before = sys.excepthook
    sys.excepthook = hear
    was = qInstallMessageHandler(sift)
    try:
        yield faults
    finally:
        qInstallMessageHandler(was)
        sys.excepthook = before
