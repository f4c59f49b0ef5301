"""A mail or a chat becomes a ticket: dropped or pasted, looked at, kept with one key, and nothing typed again."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from journeys.desktop import Desktop
from vaartdesk.schema.ref import Ref, Values

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

SAID = "Beste mensen,\n\nVoor onze winkel, Koopmansplein 12, liggen drie klinkers los.\n\nGroet, Anna Smit"


@pytest.fixture(autouse=True)
def empty_clipboard(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    QApplication.clipboard().clear()


@pytest.fixture
def mail(tmp_path: Path) -> Callable[..., Path]:
    """Writes an `.eml` file."""

    def write(text: str = SAID, *, photo: bool = False, **headers: str) -> Path:
        made = EmailMessage()
        given = {
            "From": "Anna Smit <anna@bakkerijsmit.example>",
            "Subject": "Re: Losse klinkers",
            "Date": "Mon, 23 Nov 2026 16:40:00 +0100",
            "Message_ID": "<77@bakkerijsmit.example>",
        }
        for name, value in (given | headers).items():
            made[name.replace("_", "-")] = value
        made.set_content(text)
        if photo:
            out = io.BytesIO()
            Image.new("RGB", (800, 600), "brown").save(out, "JPEG")
            made.add_attachment(out.getvalue() + bytes(20_000), maintype="image", subtype="jpeg", filename="stoep.jpg")
        path = tmp_path / "bericht.eml"
        path.write_bytes(made.as_bytes())
        return path

    return write


def clip(text: str) -> None:
    """Put words on the clipboard, as copying them elsewhere does."""
    mime = QMimeData()
    mime.setText(text)
    QApplication.clipboard().setMimeData(mime)


def ticket(desktop: Desktop) -> Values:
    """The one ticket there is."""
    desk = desktop.window.desk
    (row,) = desk.rows("ticket")
    return desk.get(Ref("ticket", row["id"])) or {}


def paste(desktop: Desktop, text: str) -> None:
    clip(text)
    desktop.hand.press("Ctrl+N", "Alt+B")


@pytest.mark.accept("T21")
def test_a_mail_dropped_on_the_tab_is_a_ticket_after_its_category(desktop: Desktop, mail: Callable[..., Path]) -> None:
    desktop.hand.drop([mail(photo=True)], "ticketsTab")
    assert desktop.hand.read("title") == "Losse klinkers"
    assert desktop.hand.read("place_text") == "Koopmansplein 12"
    assert desktop.hand.read("reporter_name") == "Anna Smit"
    assert desktop.hand.see("description", QPlainTextEdit).toPlainText().strip() == SAID
    with desktop.counting() as strokes:
        desktop.hand.type("bestrat\t")
        desktop.hand.change(lambda: desktop.hand.press("Return"))
        assert strokes() <= 9
    values = ticket(desktop)
    assert (values["title"], values["place_text"], values["channel"]) == ("Losse klinkers", "Koopmansplein 12", "mail")
    assert (values["reporter_name"], values["reporter_email"]) == ("Anna Smit", "anna@bakkerijsmit.example")
    assert values["reported_at"] == datetime(2026, 11, 23, 15, 40, tzinfo=UTC)
    assert values["wants_answer"]
    desk = desktop.window.desk
    assert [(row["title"], row["is_photo"]) for row in desk.attachments(Ref("ticket", values["id"]))] == [
        ("stoep.jpg", True)
    ]


@pytest.mark.accept("T21")
def test_it_can_be_dropped_on_any_tab_and_is_made_once(desktop: Desktop, mail: Callable[..., Path]) -> None:
    path = mail()
    desktop.go_to(1)
    desktop.hand.drop([path], "todayTab")
    assert desktop.hand.read("title") == "Losse klinkers"
    desktop.hand.type("bestrat\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    desktop.go_to(1)
    desktop.hand.drop([path], "todayTab")
    desktop.hand.wait(lambda: "M-2026-0001" in desktop.toast() and "al melding" in desktop.toast(), "the sentence")
    assert desktop.shown("title") == "Losse klinkers"
    assert len(desktop.titles("ticket")) == 1


@pytest.mark.accept("T21")
def test_a_known_address_is_linked_to_its_contact(desktop: Desktop, mail: Callable[..., Path]) -> None:
    desk = desktop.window.desk
    with desk.change("Proef") as tx:
        baker = tx.add("organisation", {"title": "Bakkerij Smit", "email": "Anna@bakkerijsmit.example"})
    desktop.hand.drop([mail()], "ticketsTab")
    assert desktop.hand.read("title") == "Losse klinkers"
    desktop.hand.type("bestrat\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert ticket(desktop)["reporter"] == baker.id


@pytest.mark.accept("T21")
def test_a_pasted_chat_is_a_ticket(desktop: Desktop) -> None:
    paste(
        desktop,
        "[09:12, 24-11-2026] Bakker Smit: Er ligt glas bij Brink 3. Kan dat weg?\n[09:13, 24-11-2026] Bakker Smit: Spoed!",
    )
    assert desktop.hand.read("title") == "Er ligt glas bij Brink 3"
    assert desktop.hand.read("place_text") == "Brink 3"
    desktop.hand.type("zwerf\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    values = ticket(desktop)
    assert (values["reporter_name"], values["channel"]) == ("Bakker Smit", "appbericht")
    assert values["description"] == "Er ligt glas bij Brink 3. Kan dat weg?\nSpoed!"
    assert values["reported_at"] == datetime(2026, 11, 24, 8, 12, tzinfo=UTC)


@pytest.mark.accept("T21")
def test_ctrl_v_in_the_list_begins_one_and_a_phone_is_a_phone(desktop: Desktop) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Eerste\tBrink\tzwerf\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    clip("24-11-2026 09:12 - +31 6 12345678: Container vol")
    desktop.hand.press("Ctrl+V")
    assert desktop.hand.read("title") == "Container vol"
    assert desktop.hand.read("place_text") == ""  # the street of the last ticket is not that of a message
    assert desktop.hand.read("reporter_phone").replace(" ", "").endswith("612345678")


@pytest.mark.accept("T21")
def test_what_cannot_be_read_is_told_and_nothing_is_made(
    desktop: Desktop, tmp_path: Path, mail: Callable[..., Path]
) -> None:
    bad = tmp_path / "kapot.eml"
    bad.write_bytes(b"geen mail")
    desktop.hand.drop([bad], "ticketsTab")
    desktop.hand.wait(lambda: desktop.toast() == "kapot.eml: Dit is geen e-mail.", "the sentence")
    outlook = tmp_path / "bericht.msg"
    outlook.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    desktop.hand.drop([outlook], "ticketsTab")
    desktop.hand.wait(lambda: "Outlook" in desktop.toast(), "the sentence")
    desktop.hand.press("Ctrl+N", "Alt+B")
    assert "geen bericht" in desktop.toast()
    desktop.hand.press("Esc")
    assert desktop.titles("ticket") == []


@pytest.mark.accept("T16", "T21")
def test_a_mail_that_says_too_much_is_warned_of_as_typing_is(desktop: Desktop, mail: Callable[..., Path]) -> None:
    desktop.hand.drop([mail("De witte bus 12-ABC-3 stond op Brink 3.")], "ticketsTab")
    assert desktop.hand.read("title") == "Losse klinkers"
    desktop.hand.type("bestrat\t")
    desktop.hand.press("Return")
    assert "12-ABC-3" in desktop.hand.read("description_problem")
    assert desktop.titles("ticket") == []
    desktop.hand.change(lambda: desktop.hand.click("description_keep"))
    assert desktop.titles("ticket") == ["Losse klinkers"]


@pytest.mark.accept("T21")
def test_an_answer_with_a_number_goes_with_its_ticket_or_is_a_new_one(
    desktop: Desktop, mail: Callable[..., Path]
) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Eerste\tBrink 3\tbestrat\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    path = mail("Het zijn er nu vijf.", photo=True, Subject="Re: Uw melding M-2026-0001: Eerste", Message_ID="<78@x>")
    desktop.hand.drop([path], "ticketsTab")
    assert desktop.hand.see("whichTicket", QWidget).accessibleName() == "Hoort deze mail bij M-2026-0001?"
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    values = ticket(desktop)
    ref, desk = Ref("ticket", values["id"]), desktop.window.desk
    assert [note["text"] for note in desk.notes(ref)] == ["Mail van Anna Smit:\nHet zijn er nu vijf."]
    assert [row["title"] for row in desk.attachments(ref)] == ["stoep.jpg"]
    assert desktop.toast() == "M-2026-0001: mail toegevoegd"
    desktop.hand.drop([path], "ticketsTab")
    desktop.hand.click("newTicket")
    assert desktop.hand.read("reporter_name") == "Anna Smit"
    desktop.hand.press("Esc")
    assert len(desk.rows("ticket")) == 1


@pytest.mark.accept("T16", "T21")
def test_an_answer_that_says_too_much_is_asked_about(desktop: Desktop, mail: Callable[..., Path]) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Eerste\tBrink 3\tbestrat\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    desktop.hand.drop([mail("Het was 12-ABC-3.", Subject="M-2026-0001")], "ticketsTab")
    desktop.hand.see("whichTicket", QWidget)
    desktop.hand.press("Return")
    desktop.hand.see("question", QWidget)
    desk, ref = desktop.window.desk, Ref("ticket", ticket(desktop)["id"])
    assert desk.notes(ref) == []
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert "12-ABC-3" in desk.notes(ref)[0]["text"]


@pytest.mark.accept("T21")
def test_a_mail_copied_as_text_is_read_as_a_mail(desktop: Desktop) -> None:
    head = "Van: Anna Smit <anna@bakkerijsmit.example>\nOnderwerp: Re: Losse klinkers\nDatum: ma 23 nov 2026 16:40"
    paste(desktop, f"{head}\n\n{SAID}")
    assert desktop.hand.read("title") == "Losse klinkers"
    assert desktop.hand.read("place_text") == "Koopmansplein 12"
    desktop.hand.type("bestrat\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    values = ticket(desktop)
    assert (values["reporter_name"], values["reporter_email"]) == ("Anna Smit", "anna@bakkerijsmit.example")
    assert (values["channel"], values["description"]) == ("mail", SAID)
    assert values["reported_at"] == datetime(2026, 11, 23, 15, 40, tzinfo=UTC)
