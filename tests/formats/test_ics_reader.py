from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaartdesk.formats.ics.event import Event, Party
from vaartdesk.formats.ics.reader import Reading, read_calendar
from vaartdesk.formats.ics.writer import write_calendar, write_invitation

STAMP = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def at(*parts: int) -> datetime:
    """A local time without a zone, as events have it."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


def calendar(*lines: str, before: str = "") -> bytes:
    event = "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{before}{event}\r\nEND:VCALENDAR\r\n".encode()


def read_one(*lines: str, before: str = "") -> Event:
    reading = read_calendar(calendar("UID:u", "SUMMARY:Markt", *lines, before=before))
    assert reading.skipped == ()
    [event] = reading.events
    return event


MARKET = Event(
    "markt@vaart",
    "Markt; é, ja",
    at(2026, 6, 1, 10),
    at(2026, 6, 1, 12, 30),
    location="Vaart ZZ, Assen",
    description="Eerste regel\nTweede; met, \\ en \N{GRINNING FACE}",
    url="https://example.org/?a=1,2;3",
    status="TENTATIVE",
    categories=("A, B", "C"),
    rrule="FREQ=WEEKLY;COUNT=5;BYDAY=MO",
    skipped=(at(2026, 6, 15, 10),),
    extra=(at(2026, 6, 17, 10),),
    sequence=2,
)
MOVED = replace(
    MARKET,
    rrule="",
    skipped=(),
    extra=(),
    start=at(2026, 6, 9, 11),
    end=at(2026, 6, 9, 12),
    replaces=at(2026, 6, 8, 10),
)
FAIR = Event("kermis@vaart", "Kermis", date(2026, 9, 5), date(2026, 9, 8), rrule="FREQ=YEARLY;UNTIL=20300101")


@pytest.mark.accept("K12")
def test_what_is_written_reads_back() -> None:
    assert read_calendar(write_calendar([MARKET, MOVED, FAIR], stamp=STAMP)) == Reading((MARKET, MOVED, FAIR))


@pytest.mark.accept("K12")
def test_an_invitation_reads_back() -> None:
    organiser, guests = Party("info@example.org", "Vaart"), (Party("jan@example.org", "Jan, Smit"), Party("a@b.nl"))
    [event] = read_calendar(write_invitation(MARKET, organiser, guests, stamp=STAMP)).events
    assert (event.organiser, event.attendees) == (organiser, guests)


storable = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=100).map(str.strip)


@settings(deadline=None)
@given(storable, storable, storable, st.lists(storable.filter(bool), max_size=3, unique=True))
def test_any_text_reads_back(title: str, location: str, description: str, categories: list[str]) -> None:
    event = replace(FAIR, title=title or "x", location=location, description=description, categories=tuple(categories))
    [read] = read_calendar(write_calendar([event], stamp=STAMP)).events
    # Accents may have been put together, which is the same text.
    assert read.likeness() == event.likeness()
    assert read == replace(
        event, **{name: getattr(read, name) for name in ("title", "location", "description", "categories")}
    )
    assert len(read.categories) == len(event.categories)


@pytest.mark.accept("K12")
def test_a_changed_uid_can_still_be_recognised() -> None:
    other = replace(MARKET, uid="nieuw", title=" markt; E\N{COMBINING ACUTE ACCENT}, JA ", description="anders")
    assert other.likeness() == MARKET.likeness()
    assert replace(MARKET, start=at(2026, 6, 1, 11)).likeness() != MARKET.likeness()


@pytest.mark.accept("K12")
def test_without_a_uid_the_same_event_gets_the_same_one() -> None:
    lines = ("SUMMARY:Markt | braderie", "DTSTART:20260601T100000", "LOCATION:Vaart")
    [first], [second] = (
        read_calendar(calendar(*lines, extra)).events for extra in ("STATUS:CONFIRMED", "URL:https://a")
    )
    assert first.uid == second.uid
    assert len(first.uid) == 32


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("DTSTART:20260601T100000", at(2026, 6, 1, 10)),
        ("DTSTART:20260601T080000Z", at(2026, 6, 1, 10)),
        ("DTSTART;TZID=Europe/Amsterdam:20260601T100000", at(2026, 6, 1, 10)),
        ("DTSTART;TZID=W. Europe Standard Time:20260601T100000", at(2026, 6, 1, 10)),
        ("DTSTART;TZID=/vendor/2020_1/Europe/Berlin:20260601T100000", at(2026, 6, 1, 10)),
        ('DTSTART;TZID="/x/Europe/Berlin":20260601T100000', at(2026, 6, 1, 10)),
        ("DTSTART;TZID=America/New_York:20260601T040000", at(2026, 6, 1, 10)),
        ("DTSTART;TZID=America/New_York:20260320T060000", at(2026, 3, 20, 11)),
        ("DTSTART;VALUE=DATE:20260601", date(2026, 6, 1)),
        ("dtstart;tzid=Europe/Brussels:20260601T100000", at(2026, 6, 1, 10)),
    ],
)
def test_times_are_those_of_assen(line: str, start: date) -> None:
    event = read_one(line)
    assert (event.start, event.zone) == (start, "Europe/Amsterdam")


def test_a_series_in_utc_stays_in_utc() -> None:
    event = read_one("DTSTART:20260105T080000Z", "RRULE:FREQ=WEEKLY;UNTIL=20260601T080000Z", "EXDATE:20260112T080000Z")
    assert (event.start, event.zone, event.skipped) == (at(2026, 1, 5, 8), "UTC", (at(2026, 1, 12, 8),))
    assert b"DTSTART:20260105T080000Z" in write_calendar([event], stamp=STAMP)


def test_a_series_in_the_clock_of_paris_is_one_of_assen() -> None:
    event = read_one("DTSTART;TZID=Europe/Paris:20260105T080000", "RRULE:FREQ=WEEKLY")
    assert (event.start, event.zone) == (at(2026, 1, 5, 8), "Europe/Amsterdam")


@pytest.mark.parametrize(
    ("tzid", "named"),
    [("Mijn tijd", "Mijn tijd"), ("../../etc/passwd", ".. .. etc passwd"), ("/tmp/Europe", "tmp Europe")],
)
def test_an_unknown_zone_is_said(tzid: str, named: str) -> None:
    reading = read_calendar(calendar("SUMMARY:Markt", f"DTSTART;TZID={tzid}:20260601T100000"))
    assert reading.events[0].start == at(2026, 6, 1, 10)
    assert reading.assumed == (f"‘Markt’: de tijdzone {named} is onbekend, gelezen als Nederlandse tijd.",)


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (("DTSTART:20260601T100000", "DURATION:PT1H30M"), at(2026, 6, 1, 11, 30)),
        (("DTSTART:20260601T100000",), at(2026, 6, 1, 10)),
        (("DTSTART:20260601T100000", "DTEND:20260601T090000"), at(2026, 6, 1, 10)),
        (("DTSTART;VALUE=DATE:20260601",), date(2026, 6, 2)),
        (("DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260601"), date(2026, 6, 2)),
        (("DTSTART;VALUE=DATE:20260601", "DURATION:P2D"), date(2026, 6, 3)),
        (("DTSTART:20260601T100000", "DTEND;VALUE=DATE:20260602"), at(2026, 6, 2, 10)),
    ],
)
def test_the_end_is_found(lines: tuple[str, ...], end: date) -> None:
    assert read_one(*lines).end == end


def test_days_are_skipped_in_a_series_of_times() -> None:
    event = read_one(
        "DTSTART:20260601T100000",
        "RRULE:FREQ=DAILY;COUNT=9;BYHOUR=10;BYMINUTE=0;BYSECOND=0",
        "EXDATE;VALUE=DATE:20260603",
        "EXDATE:20260602T080000Z,20260604T100000",
        "RDATE;VALUE=PERIOD:20260701T100000/PT1H",
    )
    assert event.skipped == (at(2026, 6, 2, 10), at(2026, 6, 3, 10), at(2026, 6, 4, 10))
    assert event.extra == (at(2026, 7, 1, 10),)
    assert event.rrule == "FREQ=DAILY;COUNT=9"


def test_the_latest_version_of_an_event_counts() -> None:
    blocks = [
        f"BEGIN:VEVENT\nUID:u\nSUMMARY:{title}\nDTSTART:20260601T100000\nSEQUENCE:{n}\nEND:VEVENT\n"
        for title, n in [("oud", 1), ("nieuw", 3), ("ouder", 0)]
    ]
    reading = read_calendar(f"BEGIN:VCALENDAR\n{''.join(blocks)}END:VCALENDAR".encode())
    assert [event.title for event in reading.events] == ["nieuw"]


def test_alarms_and_other_parts_are_left_out() -> None:
    alarm = ("BEGIN:VALARM", "TRIGGER:-PT15M", "SUMMARY:Wekker", "DESCRIPTION:Wekker", "END:VALARM", "LOCATION:Vaart")
    event = read_one("DTSTART:20260601T100000", *alarm, before="BEGIN:VTODO\r\nSUMMARY:Taak\r\nEND:VTODO\r\n")
    assert (event.title, event.description, event.location) == ("Markt", "", "Vaart")


def test_other_alphabets_and_broken_lines_are_read() -> None:
    latin = calendar("SUMMARY:Café", "DTSTART:20260601T100000").decode().encode("cp1252")
    assert read_calendar(latin).events[0].title == "Café"
    folded = calendar("SUMMARY:Ca\r\n f\r\n\té", "DTSTART:20260601T100000")
    assert read_calendar(b"\xef\xbb\xbf" + folded.replace(b"\r\n", b"\n")).events[0].title == "Café"


def test_one_broken_event_costs_only_itself() -> None:
    good = "BEGIN:VEVENT\nUID:g\nSUMMARY:Goed\nDTSTART:20260601T100000\nEND:VEVENT\n"
    bad = "BEGIN:VEVENT\nUID:b\nSUMMARY:Fout\nDTSTART:gisteren\nEND:VEVENT\n"
    reading = read_calendar(f"BEGIN:VCALENDAR\n{bad}{good}END:VCALENDAR".encode())
    assert [event.title for event in reading.events] == ["Goed"]
    assert reading.skipped == ("‘Fout’: de datum is niet te lezen.",)
