"""A picture of every tab in both schemes, taken of the window as it stands."""

from __future__ import annotations

from vaartdesk.app.registry import TABS
from vaartdesk.app.tour.scene import Scene
from vaartdesk.core.text import _, fold
from vaartdesk.ui.toast import Toast

SCHEMES = (("licht", "Licht"), ("donker", "Donker"))
"""What the file is called, and what the menu says."""


def picture_tabs(scene: Scene) -> None:
    """`1-vandaag-licht.png` and so on in `plaatjes`; the scheme is chosen in the menu."""
    folder = scene.out / "plaatjes"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for toast in scene.hand.seen("toast", Toast, scene.window.frame):
        toast.dismiss()  # it would go by itself, later
    for scheme, entry in SCHEMES:
        scene.hand.press("F10")
        scene.hand.pick("Beeld", entry)
        for number, tab in enumerate(TABS, 1):
            scene.hand.press(f"Ctrl+{number}")
            scene.hand.settle()
            shot = scene.window.frame.grab()
            name = f"{number}-{fold(str(tab.label))}-{scheme}.png"
            scene.expect(shot.save(str(folder / name)), _("{name} kon niet worden bewaard.").format(name=name))
    scene.teller.say(
        _("{n} plaatjes van {width} bij {height} in {folder}.").format(
            n=len(SCHEMES) * len(TABS),
            width=scene.window.frame.width(),
            height=scene.window.frame.height(),
            folder=folder,
        )
    )
