"""Several letters in one file: each is a letter of its own to who gets it."""

from __future__ import annotations

from datetime import date

from papers import WHEN, pages
from vaartdesk.pdf.letter import Letter, print_letters
from vaartdesk.pdf.letterhead import Sender

HOUSE = Sender("Vaart in Assen")


def letter(to: str, subject: str, text: str = "Kort.") -> Letter:
    return Letter((to,), subject, text, date(2026, 11, 24))


def test_the_foot_of_a_letter_says_nothing_of_another() -> None:
    letters = [letter("Bakker", "Uw stoep"), letter("Slager", "Uw reclamebord"), letter("Kapper", "Uw terras")]
    shown = pages(print_letters(letters, HOUSE, WHEN).data)
    assert len(shown) == 3
    for page, one in zip(shown, letters, strict=True):
        assert page.rstrip().endswith(f"Vaart in Assen · {one.subject}")
        assert all(other.subject not in page for other in letters if other is not one)


def test_each_long_letter_numbers_its_own_pages() -> None:
    long = "\n\n".join("Een zin die de brief langer maakt dan een bladzijde." for _line in range(60))
    shown = pages(print_letters([letter("Bakker", "Kort"), letter("Slager", "Lang", long)], HOUSE, WHEN).data)
    assert len(shown) > 2
    assert "pagina" not in shown[0]
    assert [f"pagina {n} van {len(shown) - 1}" in page for n, page in enumerate(shown[1:], 1)] == [True] * len(
        shown[1:]
    )


def test_one_long_letter_numbers_its_pages() -> None:
    long = "\n\n".join("Een zin die de brief langer maakt dan een bladzijde." for _line in range(60))
    shown = pages(print_letters([letter("Slager", "Lang", long)], HOUSE, WHEN).data)
    assert all(f"pagina {n} van {len(shown)}" in page for n, page in enumerate(shown, 1))
