"""Whatever is typed in whichever field, with whichever options: the agenda prints, and keeps within its margins."""

from __future__ import annotations

from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from papers import DECIDE, INFORM, ink, links, paper
from vaartdesk.pdf.agenda.layout import print_agenda
from vaartdesk.pdf.agenda.paper import AgendaOptions, AnnexPaper, Item, Person, Purpose
from vaartdesk.pdf.parts import Beside, Box, Bullets, DecisionLine, Decisions, Listing, Part, Prose
from vaartdesk.pdf.styles import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from vaartdesk.pdf.tables import Column, Progress, toned

WORD = "binnenstadsontwikkelingssamenwerkingsovereenkomst"
LONG = "Het bestuur besluit tot herziening van art. 5 op 8 december 2026. " * 60
POOL = (
    "",
    "kort",
    "<b>&amp;</b>",
    WORD,
    WORD * 9,
    LONG,
    LONG.replace(" ", ""),
    "😀 漢 مرحبا",
    "a\n\nb\n",
    "\u00a0" * 9,
    "\x00",
)

words = st.sampled_from(POOL)
letters = st.lists(st.sampled_from("ABCDEFOX"), max_size=6).map(tuple)
purposes = st.one_of(st.none(), st.sampled_from((DECIDE, INFORM)), st.builds(Purpose, words, words))
people = st.lists(st.builds(Person, words, words), max_size=6).map(tuple)
options = st.builds(AgendaOptions, *[st.booleans()] * 8)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    tables = st.builds(
        lambda a, b, c: Listing(
            a,
            (Column(a, 1), Column(b, 4, "right"), Column("Af", 1)),
            ((b, toned(c, "danger"), Progress(0.4, a)),) * 3,
            c,
        ),
        words,
        words,
        words,
    )
    lines = st.builds(DecisionLine, words, words, st.sampled_from(("", "warning")), words)
    simple = st.one_of(
        tables,
        st.builds(Prose, words, words),
        st.builds(Box, words, words),
        st.builds(Bullets, st.lists(words, max_size=3).map(tuple), words, is_numbered=st.booleans()),
        st.builds(Decisions, words, st.lists(lines, max_size=3).map(tuple)),
    )
    return draw(st.one_of(simple, st.builds(Beside, simple, simple)))


items = st.builds(
    Item,
    st.sampled_from(("1", "2.1", "12.10", "verlengd punt")),
    words,
    st.one_of(st.none(), st.times()),
    st.integers(0, 600),
    letters,
    purposes,
    words,
    words,
    words,
    st.sampled_from(((), ("1-a",), ("1-a", "9-z"))),
    words,
    st.booleans(),
)
annexes = st.builds(
    AnnexPaper,
    st.just("1-a"),
    st.just("1"),
    words,
    words,
    st.sampled_from(["A", "F", ""]),
    words,
    st.lists(parts(), max_size=3).map(tuple),
)


@settings(max_examples=20)
@given(st.lists(items, max_size=4), st.lists(annexes, max_size=1), people, people, options, words, st.times())
def test_any_agenda_prints(
    items: list[Item],
    annexes: list[AnnexPaper],
    members: tuple[Person, ...],
    invited: tuple[Person, ...],
    options: AgendaOptions,
    text: str,
    moment: time,
) -> None:
    unique = {item.number: item for item in items}
    meeting = paper(
        items=tuple(unique.values()),
        annexes=tuple(annexes),
        members=members,
        invited=invited,
        organisation=text,
        slogan=text,
        body=text,
        place=text,
        version=text,
        begins=moment,
        ends=None if moment.hour % 2 else moment,
    )

    result = print_agenda(meeting, options)

    assert all(target for _page, target in links(result.data))
    for left, top, right, bottom in ink(result.data):
        assert left >= LEFT - 1
        assert right <= PAGE_WIDTH - RIGHT + 1
        assert top >= TOP - 1
        assert bottom <= PAGE_HEIGHT - BOTTOM / 2 + 1
