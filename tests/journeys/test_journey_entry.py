"""Quick entry in the street: what it remembers and offers, and what it never takes unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QListView, QWidget

from journeys.desktop import Desktop, Tickets
from vaartdesk.schema.ref import Ref, Values

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

CENTRE = (52.9960, 6.5625)
Shot = Callable[..., Path]


@pytest.fixture
def tickets(desktop: Desktop) -> Tickets:
    desktop.sit_down("Huismeester")
    return Tickets(desktop)


@pytest.fixture
def shot(tmp_path: Path) -> Shot:
    """Writes a photo that says where and when it was taken."""

    def take(
        name: str = "foto.jpg", spot: tuple[float, float] | None = CENTRE, at: str = "2026:11:24 08:21:00"
    ) -> Path:
        exif = Image.Exif()
        exif.get_ifd(0x8769)[0x9003] = at
        if spot is not None:
            gps = exif.get_ifd(0x8825)
            for number, value, signs in ((1, spot[0], "NS"), (3, spot[1], "EW")):
                gps[number], gps[number + 1] = signs[value < 0], (abs(value), 0.0, 0.0)
        out = BytesIO()
        Image.new("RGB", (640, 480), "brown").save(out, "JPEG", exif=exif)
        path = tmp_path / name
        path.write_bytes(out.getvalue())
        return path

    return take


def kept(desktop: Desktop) -> list[Values]:
    """Every ticket, whole, in the order of its number."""
    desk = desktop.window.desk
    found = [desk.get(Ref("ticket", row["id"])) or {} for row in desk.rows("ticket")]
    return sorted(found, key=lambda values: values["number"])


def begin(desktop: Desktop, *photos: Path) -> None:
    """Ctrl+N, and photos dropped on it."""
    desktop.hand.press("Ctrl+N")
    if photos:
        desktop.hand.drop(photos, "quickEntry")
        entry = desktop.hand.see("quickEntry", QWidget)
        desktop.hand.wait(lambda: len(entry.photos.files) == len(photos), "the photos")  # type: ignore[attr-defined]


def keep(desktop: Desktop, what: str = "Kuil", where: str = "Brink 3") -> None:
    desktop.hand.fill("title", what)
    desktop.hand.press("Tab")
    desktop.hand.type(f"{where}\tbestrat\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))


# --- what it remembers and offers --------------------------------------------------------------------------------------


@pytest.mark.accept("T1")
def test_the_next_one_begins_with_the_street_and_category_of_the_last(desktop: Desktop, tickets: Tickets) -> None:
    tickets.log("Lantaarn knippert", "Koopmansplein 12", "openbare verl")
    desktop.hand.press("Ctrl+N")
    assert desktop.hand.read("place_text") == "Koopmansplein"
    assert desktop.hand.read("category").endswith("Openbare verlichting")
    with desktop.counting() as strokes:
        desktop.hand.type("Ook deze")
        desktop.hand.change(lambda: desktop.hand.press("Return"))
        assert strokes() - len("Ook deze") == 1
    assert [(row["title"], row["place_text"]) for row in kept(desktop)][1] == ("Ook deze", "Koopmansplein")
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Elders\tBrink\t\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert kept(desktop)[2]["place_text"] == "Brink"


@pytest.mark.accept("T1")
def test_streets_are_offered_and_taken_with_two_keys_but_never_by_themselves(
    desktop: Desktop, tickets: Tickets
) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Kuil\tkoopm")
    offered = desktop.hand.see("candidates", QListView, desktop.window.frame).model()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == ["Koopmansplein"]
    desktop.hand.press("Down", "Return")
    desktop.hand.type("12")
    assert desktop.hand.read("place_text") == "Koopmansplein 12"
    desktop.hand.fill("place_text", "koopm")
    desktop.hand.press("Tab")
    assert desktop.hand.read("place_text") == "koopm"
    assert not desktop.hand.seen("candidates", QListView, desktop.window.frame)
    desktop.hand.type("bestrat\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert kept(desktop)[0]["place_text"] == "koopm"


# --- several photos ------------------------------------------------------------------------------------------------------


@pytest.mark.accept("T1")
def test_several_photos_are_asked_about_once_and_become_a_ticket_each(
    desktop: Desktop, tickets: Tickets, shot: Shot
) -> None:
    begin(desktop, shot("een.jpg", (52.9961, 6.5626)), shot("twee.jpg", None), shot("drie.jpg", (48.85, 2.35)))
    assert desktop.hand.see("split", QWidget).accessibleName() == "3 foto’s: is dat één melding, of elk een eigen?"
    desktop.hand.press("Alt+2")
    assert not desktop.hand.seen("split", QWidget)
    assert desktop.hand.read("save") == "3 meldingen bewaren"
    keep(desktop)
    found = kept(desktop)
    assert [row["number"] for row in found] == ["M-2026-0001", "M-2026-0002", "M-2026-0003"]
    assert [row["latitude"] for row in found] == [52_996_100, None, None]
    assert {row["place_text"] for row in found} == {"Brink 3"}
    desk = desktop.window.desk
    assert [len(desk.attachments(Ref("ticket", row["id"]))) for row in found] == [1, 1, 1]
    assert desktop.toast() == "3 meldingen bewaard, M-2026-0001 is de eerste"
    desktop.undo()
    assert kept(desktop) == []


@pytest.mark.accept("T1")
def test_several_photos_stay_with_one_ticket_unless_somebody_says_so(
    desktop: Desktop, tickets: Tickets, shot: Shot
) -> None:
    begin(desktop, shot("een.jpg"), shot("twee.jpg"))
    keep(desktop)
    (row,) = kept(desktop)
    assert len(desktop.window.desk.attachments(Ref("ticket", row["id"]))) == 2


# --- what a photo says -----------------------------------------------------------------------------------------------------


@pytest.mark.accept("T24")
def test_a_place_in_the_centre_and_a_moment_of_today_are_taken_along(
    desktop: Desktop, tickets: Tickets, shot: Shot
) -> None:
    begin(desktop, shot())
    assert desktop.hand.read("pointOut") == "Plek uit de foto"
    keep(desktop)
    (row,) = kept(desktop)
    assert (row["latitude"], row["longitude"]) == (52_996_000, 6_562_500)
    assert row["reported_at"] == datetime(2026, 11, 24, 7, 21, tzinfo=UTC)


@pytest.mark.accept("T24")
@pytest.mark.parametrize(
    ("spot", "told"),
    [
        ((0.0, 0.0), "De camera schreef 0°, 0° op als plek: dat is midden op zee."),
        ((48.8566, 2.3522), "Volgens de foto is die buiten Nederland gemaakt (48,8566 NB, 2,3522 OL)."),
        ((-33.8, -70.6), "Volgens de foto is die buiten Nederland gemaakt (33,8000 ZB, 70,6000 WL)."),
        ((53.2194, 6.5665), "Volgens de foto is die 25 km van het centrum gemaakt (53,2194 NB, 6,5665 OL)."),
    ],
)
def test_a_place_that_is_odd_is_offered_and_never_taken_by_itself(
    desktop: Desktop, tickets: Tickets, shot: Shot, spot: tuple[float, float], told: str
) -> None:
    begin(desktop, shot(spot=spot))
    assert desktop.hand.see("photoPlace", QWidget).accessibleName() == told
    keep(desktop)
    (row,) = kept(desktop)
    assert (row["latitude"], row["longitude"]) == (None, None)
    begin(desktop, shot(spot=spot))
    desktop.hand.press("Alt+T")
    assert not desktop.hand.seen("photoPlace", QWidget)
    keep(desktop)
    assert kept(desktop)[1]["latitude"] == round(spot[0] * 1_000_000)


@pytest.mark.accept("T24")
@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2024:05:03 12:00:00", "Volgens de foto is die gemaakt op 3 mei 2024."),
        ("2031:01:01 12:00:00", "Volgens de foto is die gemaakt op 1 januari 2031: dat moet nog komen."),
    ],
)
def test_a_moment_long_ago_or_yet_to_come_does_not_begin_the_term(
    desktop: Desktop, tickets: Tickets, shot: Shot, at: str, told: str
) -> None:
    begin(desktop, shot(at=at))
    assert desktop.hand.see("photoTime", QWidget).accessibleName() == told
    keep(desktop)
    assert kept(desktop)[0]["reported_at"] == desktop.clock.now()


# --- a crash -------------------------------------------------------------------------------------------------------------


def test_words_and_photos_survive_a_crash(desktop: Desktop, tickets: Tickets, shot: Shot) -> None:
    begin(desktop, shot())
    desktop.hand.fill("title", "Kuil bij de brug")
    desktop.hand.press("Tab")
    desktop.hand.type("Brink")
    desktop.restart()
    desktop.hand.press("Ctrl+N")
    assert desktop.hand.read("title") == "Kuil bij de brug"
    assert desktop.hand.read("place_text") == "Brink"
    assert desktop.hand.read("photoNote") == "1 foto"
