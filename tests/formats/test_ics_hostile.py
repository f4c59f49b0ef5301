from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaartdesk.formats.ics.blocks import MAX_BYTES
from vaartdesk.formats.ics.event import CalendarError, Event
from vaartdesk.formats.ics.reader import Reading, read_calendar
from vaartdesk.formats.ics.writer import write_calendar

STAMP = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def at(*parts: int) -> datetime:
    """A local time without a zone, as events have it."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


def calendar(*lines: str, before: str = "") -> bytes:
    event = "\r\n".join(("BEGIN:VEVENT", "UID:u", "SUMMARY:Markt", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{before}{event}\r\nEND:VCALENDAR\r\n".encode()


def read_one(*lines: str, before: str = "") -> Event:
    reading = read_calendar(calendar(*lines, before=before))
    assert reading.skipped == ()
    [event] = reading.events
    return event


def why_not(*lines: str) -> str:
    reading = read_calendar(calendar(*lines))
    assert reading.events == ()
    [sentence] = reading.skipped
    return sentence


SERIES = Event(
    "markt@vaart",
    "Markt; é, ja",
    at(2026, 6, 1, 10),
    at(2026, 6, 1, 12, 30),
    description="Eerste regel\nTweede",
    url="https://example.org/?a=1,2;3",
    categories=("A, B", "C"),
    rrule="FREQ=WEEKLY;COUNT=5;BYDAY=MO",
    skipped=(at(2026, 6, 15, 10),),
    extra=(at(2026, 6, 17, 10),),
)
MOVED = Event("markt@vaart", "Markt", at(2026, 6, 9, 11), at(2026, 6, 9, 12), replaces=at(2026, 6, 8, 10))
FAIR = Event("kermis@vaart", "Kermis", date(2026, 9, 5), date(2026, 9, 8), rrule="FREQ=YEARLY;UNTIL=20300101")


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((), "‘Markt’: er staat geen begin bij."),
        (("DTSTART:20261399T100000",), "‘Markt’: de datum is niet te lezen."),
        (("DTSTART:00010101T000000Z",), "‘Markt’: het jaar moet tussen 1900 en 2199 liggen."),
        (("DTSTART:99991231T235959",), "‘Markt’: het jaar moet tussen 1900 en 2199 liggen."),
        (("DTSTART:20260601T100000", "DURATION:-PT1H"), "‘Markt’: de duur is niet te lezen."),
        (("DTSTART:20260601T100000", "DURATION:P99999999D"), "‘Markt’: de duur is niet te lezen."),
        (
            ("DTSTART:19000101T000000", "RRULE:FREQ=SECONDLY"),
            "‘Markt’: Deze herhaalregel wordt niet gelezen: FREQ=SECONDLY.",
        ),
        (
            ("DTSTART:20260601T100000", "RRULE:FREQ=DAILY;BYHOUR=1,2"),
            "‘Markt’: Deze herhaalregel wordt niet gelezen: BYHOUR=1,2.",
        ),
        (
            ("DTSTART:20260601T100000", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"),
            "‘Markt’: meer dan één herhaalregel wordt niet gelezen.",
        ),
        (
            ("DTSTART;TZID=America/New_York:20260601T100000", "RRULE:FREQ=DAILY"),
            "‘Markt’: een reeks in de tijdzone America/New_York wordt niet gelezen.",
        ),
        (
            ("DTSTART:20260601T100000", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260608T100000"),
            "‘Markt’: een wijziging van deze en alle volgende wordt niet gelezen.",
        ),
        (
            ("DTSTART:20260601T100000", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
            "‘Markt’: De reeks ‘Markt’ heeft geen enkele datum.",
        ),
        (
            ("DTSTART:20260601", *("EXDATE;VALUE=DATE:" + ",".join(["20260601"] * 900),) * 10),
            "‘Markt’: er staan te veel losse datums bij.",
        ),
    ],
)
def test_what_cannot_be_read_says_why(lines: tuple[str, ...], sentence: str) -> None:
    if lines[:1] == ("DTSTART:20260601",):
        lines = ("DTSTART;VALUE=DATE:20260601", *lines[1:])
    assert why_not(*lines) == sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Dit is geen agendabestand"),
        (b"BEGIN:VCARD\r\nEND:VCARD", "Dit is geen agendabestand"),
        (b"x" * (MAX_BYTES + 1), "hoogstens 10 MB"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 100, "beschadigd"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 10_001, "meer dan 10000 afspraken"),
    ],
    ids=["empty", "card", "large", "deep", "many"],
)
def test_what_is_no_calendar_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(CalendarError, match=sentence):
        read_calendar(data)


def test_a_time_zone_that_never_ends_is_not_worked_out() -> None:
    """The library works out every definition in a file; this one by the second since 1900."""
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Eigen\r\nBEGIN:STANDARD\r\nDTSTART:19000101T000000\r\nTZOFFSETFROM:+0100\r\n"
        "TZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    event = read_one("DTSTART;TZID=Eigen:20260601T100000", before=zone)
    assert event.start == at(2026, 6, 1, 10)


def test_links_are_to_the_web_only() -> None:
    assert read_one("DTSTART:20260601T100000", "URL:javascript:alert(1)").url == ""
    assert read_one("DTSTART:20260601T100000", "URL:file:///etc/passwd").url == ""


def test_a_text_beyond_what_a_field_holds_is_cut_and_told() -> None:
    reading = read_calendar(
        calendar("DTSTART:20260601T100000", f"DESCRIPTION:{'x' * 30_000}", f"LOCATION:{'y' * 150_000}")
    )
    [event] = reading.events
    assert (len(event.description), len(event.location)) == (20_000, 20_000)
    assert reading.assumed == ("‘Markt’: een tekst van meer dan 20000 tekens is daar afgekapt.",)


def test_a_long_title_or_place_stays_whole() -> None:
    event = read_one("DTSTART:20260601T100000", f"LOCATION:{'y' * 5_000}")
    assert len(event.location) == 5_000


def test_a_file_that_breaks_off_in_an_event_says_so() -> None:
    whole = calendar("DTSTART:20260601T100000")
    reading = read_calendar(whole.replace(b"END:VCALENDAR", b"BEGIN:VEVENT\r\nUID:v\r\nSUMMARY:Half"))
    assert [event.title for event in reading.events] == ["Markt"]
    assert reading.skipped == ("Het bestand houdt midden in een afspraak op; die is niet gelezen.",)


SEED = write_calendar([SERIES, MOVED, FAIR], stamp=STAMP)
PIECES = [
    b"",
    b":",
    b";",
    b"=",
    b",",
    b"\r\n",
    b"T",
    b"Z",
    b"VALUE=DATE",
    b"99999999",
    b"-1",
    b"\xff",
    b"\\",
    b'"',
    b"BEGIN:VEVENT",
]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(SEED) - 1), st.integers(0, 12), st.sampled_from(PIECES)), max_size=5))
def test_damaged_calendars_are_read_or_refused_in_dutch(damage: list[tuple[int, int, bytes]]) -> None:
    data = bytearray(SEED)
    for spot, length, piece in damage:
        data[spot : spot + length] = piece
    try:
        reading = read_calendar(bytes(data))
    except CalendarError as error:
        reading = Reading((), (str(error),))
    assert all(sentence.endswith(".") for sentence in reading.skipped + reading.assumed)
    # What was accepted can be written again and is then the same.
    assert read_calendar(write_calendar(reading.events, stamp=STAMP)).events == reading.events


@given(st.binary())
def test_any_bytes_are_refused_in_dutch(data: bytes) -> None:
    with pytest.raises(CalendarError, match="geen agendabestand"):
        read_calendar(data)
