"""The agenda on paper: everything in its place, options, readers, links."""

from __future__ import annotations

from datetime import time

import pytest

from papers import DECIDE, INFORM, actions, ink, items, links, outline, pages, paper, plain, whole
from vaartdesk.pdf.agenda.head import ticks
from vaartdesk.pdf.agenda.layout import print_agenda
from vaartdesk.pdf.agenda.paper import AgendaOptions, Item, Person, file_name
from vaartdesk.pdf.styles import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT


@pytest.mark.accept("M15")
def test_page_one_says_who_meets_when_where_and_about_what() -> None:
    result = print_agenda(paper())
    first = pages(result.data)[0]
    for words in (
        "Vaart in Assen",
        "voor de binnenstad",
        f"{result.pages} pagina’s, 4 bijlagen",
        "Binnenstadbestuur",
        "dinsdag 8 december 2026, 19.30 – 21.30 uur",
        "Kantoor Vaart in Assen, Koopmansplein",
        "Voorzitter KHN afgemeld",
        "Regisseur secretaris, geen stem",
        "19.35",
        "10 min",
        "Mededelingen en ingekomen stukken",
        "ter besluitvorming",
        "Voorgesteld besluit",
        "met de Lichtjesparade op 11 december 2027.",
        "Binnenstadbestuur, 8 december 2026 · agenda, versie 1 van 1 december 2026",
        f"pagina 1 van {result.pages}",
    ):
        assert words in first
    assert result.warnings == ()


@pytest.mark.accept("M15")
def test_a_sub_item_stands_under_its_item_and_before_the_next() -> None:
    text = whole(print_agenda(paper()).data)
    titles = [text.index(item.title) for item in items()]
    assert titles == sorted(titles)
    outlined = [(level, title) for level, title, _page in outline(print_agenda(paper()).data)]
    at = outlined.index((2, "2.1 Brief van een eigenaar"))
    assert outlined[at - 1] == (1, "2 Mededelingen en ingekomen stukken")
    assert outlined[at + 1] == (1, "3 Leegstand: voortgang etalagepilot")


@pytest.mark.accept("M15")
def test_item_and_annex_lead_to_each_other_and_name_the_page() -> None:
    data = print_agenda(paper()).data
    read = pages(data)
    annex = next(number for number, text in enumerate(read, 1) if "Bijlage 3-a, bij agendapunt 3" in text)
    item = next(number for number, text in enumerate(read, 1) if "voortgang etalagepilot" in text)
    assert f"Verbinder · Bijlage 3-a · pagina {annex}" in read[item - 1]
    assert f"Terug naar agendapunt 3, pagina {item}" in read[annex - 1]
    found = links(data)
    assert (item, annex) in found
    assert (annex, item) in found
    assert all(target for _page, target in found)


@pytest.mark.accept("M15")
def test_the_outline_names_items_and_annexes_on_their_pages() -> None:
    data = print_agenda(paper()).data
    read = pages(data)
    found = outline(data)
    assert found[0] == (0, "Binnenstadbestuur", 1)
    assert (1, "Bijlagen") in [(level, title) for level, title, _page in found]
    for _level, title, page in found:
        assert title.split(": ")[-1].split(" ", 1)[-1] in read[page - 1]
    assert sum(title.startswith("Bijlage\u00a0") for _level, title, _page in found) == 4


@pytest.mark.accept("M16")
@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("members", "Ook uitgenodigd"),
        ("times", "40 min"),
        ("explanation", "Drie van de zeven etalages"),
        ("annex_list", "Bij punt"),
        ("action_list", "Lopende acties"),
        ("decision_list", "Openstaande besluiten"),
    ],
)
def test_an_option_leaves_a_part_out(option: str, words: str) -> None:
    full = paper(actions=actions("Lopende acties"), decisions=actions("Openstaande besluiten"))
    assert words in whole(print_agenda(full).data)
    less = AgendaOptions(**{option: False})
    assert words not in whole(print_agenda(full, less).data)


@pytest.mark.accept("M16")
def test_the_chairs_copy_alone_has_the_internal_notes() -> None:
    note = "De eigenaar van nummer 12 is familie van een lid."
    chair = AgendaOptions(is_chair_copy=True)
    read = whole(print_agenda(paper(), chair).data)
    assert note in read
    assert "Intern" in read
    assert "exemplaar voorzitter" in read
    assert file_name(paper(), chair) == "agenda-binnenstadbestuur-2026-12-08-voorzitter.pdf"
    for other in (AgendaOptions(), AgendaOptions(is_public=True), AgendaOptions(is_public=True, is_chair_copy=True)):
        assert note not in whole(print_agenda(paper(), other).data)


@pytest.mark.accept("M16")
def test_the_public_copy_has_nothing_confidential_and_says_so() -> None:
    public = AgendaOptions(is_public=True)
    data = print_agenda(paper(), public).data
    read = whole(data)
    for words in ("Brief van een eigenaar", "Niet voor derden", "2.1-a", "vertrouwelijk"):
        assert words not in read
        assert words.encode() not in data
    assert "3 bijlagen" in read
    assert "openbaar" in read
    assert all("eigenaar" not in title for _level, title, _page in outline(data))
    assert file_name(paper(), public) == "agenda-binnenstadbestuur-2026-12-08-openbaar.pdf"
    assert "Brief van een eigenaar" in whole(print_agenda(paper()).data)


def test_sub_items_of_a_confidential_item_are_closed_too() -> None:
    closed = (
        Item("1", "Besloten", is_confidential=True),
        Item("1.1", "Onderdeel daarvan"),
        Item("1.1.1", "Dieper"),
        Item("2", "Open"),
    )
    read = whole(print_agenda(paper(items=closed, annexes=()), AgendaOptions(is_public=True)).data)
    assert "Open" in read
    for words in ("Besloten", "Onderdeel", "Dieper"):
        assert words not in read


def test_an_annex_that_is_not_there_is_named() -> None:
    result = print_agenda(paper(items=(Item("1", "Opening", annexes=("1-a",)),), annexes=()))
    assert result.warnings == ("Bijlage 1-a bij punt 1 ontbreekt.",)
    assert "Bijlage 1-a (ontbreekt)" in whole(result.data)


@pytest.mark.accept("M15")
def test_a_decision_is_never_split_and_a_head_keeps_its_first_lines() -> None:
    decision = "Het bestuur besluit dit geheel te lezen. " * 12
    for filler in range(1, 40, 3):
        lead = Item("1", "Aanloop", explanation="\n".join(["Een regel aanloop."] * filler))
        main = Item(
            "2", "Besluitpunt", time(20, 0), 10, purpose=DECIDE, presenter="Voorzitter", proposed_decision=decision
        )
        data = print_agenda(paper(items=(lead, main), annexes=()), AgendaOptions(members=False)).data
        holders = [text for text in pages(data) if "Besluitpunt" in text or "dit geheel" in text]
        assert len(holders) == 1, filler
        assert holders[0].count("dit geheel te lezen") == 12


@pytest.mark.accept("M15")
def test_an_agenda_of_monsters_keeps_within_its_margins() -> None:
    word = "binnenstadsontwikkelingssamenwerkingsovereenkomst"
    long = ("Het bestuur besluit tot herziening. " * 600)[:20000].strip()
    monsters = tuple(
        Item(f"{number}.10", word * 3, time(23, 50), 300, ("A", "B", "C", "D"), DECIDE, word * 4, text, text)
        for number, text in ((10, long), (11, word * 20))
    )
    people = tuple(Person(word * 2, word) for _ in range(45))
    result = print_agenda(
        paper(body=word * 2, organisation=word * 2, place=long[:500], members=people, items=monsters, annexes=())
    )
    glued = "".join(whole(result.data).split())
    assert glued.count(word) >= 45 * 3 + 40
    assert len(list(ink(result.data, 1))) > 8
    for left, _top, right, bottom in ink(result.data):
        assert left >= LEFT - 1
        assert right <= PAGE_WIDTH - RIGHT + 1
        assert bottom <= PAGE_HEIGHT - BOTTOM / 2 + 1


def test_an_empty_agenda_prints() -> None:
    result = print_agenda(
        paper(items=(), annexes=(), members=(), invited=(), ends=None, place="", slogan="", version="")
    )
    assert result.pages == 1
    assert "1 pagina" in whole(result.data)


def test_members_alone_fill_both_columns() -> None:
    members = tuple(Person(f"Lid {number}", "stem") for number in range(1, 6))
    read = whole(print_agenda(paper(members=members, invited=())).data)
    assert "Lid 1 stem Lid 4 stem" in plain(read)
    assert "Lid 2 stem Lid 5 stem" in plain(read)
    few = plain(whole(print_agenda(paper(members=members[:3], invited=())).data))
    assert "Lid 1 stem Lid 2 stem Lid 3 stem" in few


def test_items_may_run_past_midnight() -> None:
    late = (Item("1", "Laat", time(23, 30), 30, purpose=INFORM), Item("2", "Later", time(0, 0), 30, purpose=INFORM))
    read = whole(print_agenda(paper(begins=time(23, 30), ends=time(0, 30), items=late, annexes=())).data)
    assert "0.30 uur" in read


@pytest.mark.parametrize(
    ("start", "length", "shown"),
    [
        (19 * 60 + 30, 120, ["19.30", "20.00", "20.30", "21.00", "21.30\u00a0uur"]),
        (9 * 60, 480, ["9.00", "10.00", "12.00", "14.00", "16.00", "17.00\u00a0uur"]),
        (20 * 60 + 10, 35, ["20.10", "20.15", "20.30", "20.45\u00a0uur"]),
    ],
)
def test_the_clock_under_the_bar_has_round_times(start: int, length: int, shown: list[str]) -> None:
    assert [text for _at, text in ticks(start, length)] == shown
