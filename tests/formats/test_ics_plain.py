from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaartdesk.formats.ics import reader
from vaartdesk.formats.ics.event import CalendarError
from vaartdesk.formats.ics.plain import NotPlain, plain_event

WORDS = st.text(alphabet="abé Z09,;:\\nN\"'^%/=+.-🦭\t\u2028\x0b&()", max_size=20)
VALUES = {
    "UID": WORDS,
    "SUMMARY": WORDS,
    "LOCATION": WORDS,
    "DESCRIPTION": WORDS,
    "CATEGORIES": WORDS,
    "URL": st.sampled_from(["https://a.nl/?x=1,2;3", "http://b.nl/%3A\\,c", "ftp://x", ""]),
    "STATUS": st.sampled_from(["CONFIRMED", "cancelled", "TENTATIVE ", "ANDERS"]),
    "SEQUENCE": st.sampled_from(["0", "3", "007", "-1", "+2", "9999999999999", "x", "", " 4"]),
    "ORGANIZER": st.sampled_from(["mailto:a@b.nl", "MAILTO:c@d.nl", "geen adres"]),
    "ATTENDEE": st.sampled_from(["mailto:e@f.nl", "mailto:g\\,h@i.nl"]),
    "RRULE": st.sampled_from(
        [
            "FREQ=WEEKLY;COUNT=5;BYDAY=MO",
            "FREQ=DAILY",
            "freq=weekly;count=2",
            "FREQ=MONTHLY;BYDAY=+1MO;COUNT=3",
            "FREQ=YEARLY;BYMONTH=03",
            "COUNT=2;FREQ=WEEKLY",
            "FREQ=WEEKLY;UNTIL=20260231",
            "FREQ=WEEKLY;UNTIL=20261231T225959Z",
            "FREQ=HOURLY",
            "FREQ=DAILY;BYHOUR=10;COUNT=2",
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=4",
            "FREQ=WEEKLY;COUNT=2;X=1",
            "FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2",
            "",
        ]
    ),
}
MOMENTS = st.sampled_from(
    [
        "20260601T100000",
        "20260601T120000Z",
        "20260601",
        "20260231",
        "20260601T250000",
        "18000101T000000",
        "20260329T023000",
        "20260601T1000",
        "T100000",
        "",
        "P1D",
        "20260601T100000 ",
        "2026060١",
        "20260608T100000,20260615T100000",
        "20260608,20260609",
    ]
)
HEADS = st.sampled_from(
    [
        "",
        "",
        "",
        ";TZID=Europe/Amsterdam",
        ";TZID=Europe/London",
        ';TZID="W. Europe Standard Time"',
        ";TZID=/maker/20200101/Europe/Berlin",
        ";TZID=Mars/Olympus",
        ";TZID=UTC",
        ";TZID=America/New_York",
        ";VALUE=DATE",
        ";VALUE=DATE-TIME",
        ";VALUE=TEXT",
        ";VALUE=URI",
        ";TZID=",
        ";CN=Jan Smit",
        ';CN="Smit, Jan"',
        ";CN=Jan^'s;ROLE=CHAIR",
        ";CN=A;CN=B",
        ";LANGUAGE=nl",
        ';ALTREP="cid:x"',
        ";X",
        "; CN = x",
        ";RANGE=THISANDFUTURE",
    ]
)
NAMES = st.sampled_from([*VALUES, "DTSTART", "DTEND", "EXDATE", "RDATE", "RECURRENCE-ID", "DURATION"])


@st.composite
def lines(draw: st.DrawFn) -> str:
    name = draw(NAMES)
    value = draw(VALUES.get(name, MOMENTS))
    return f"{draw(st.sampled_from([name, name, name, name.lower()]))}{draw(HEADS)}:{value}"


def told(read: Any, block: list[str]) -> Any:
    """What the reader makes of the properties that ``read`` finds: the event, or its sentence."""
    assumed: list[str] = []
    try:
        return reader.event_of(read(block), assumed), assumed
    except CalendarError as error:
        return str(error), assumed
    except Exception:  # noqa: BLE001 - of which the reader of files makes one sentence, whatever the library raised
        return "", assumed


@settings(deadline=None, max_examples=400)
@given(st.lists(lines(), max_size=8))
@example(["DTSTART;TZID=Europe/Amsterdam:20260601T100000", "SUMMARY:Markt\\, en meer\\nregel", "SEQUENCE:4"])
def test_what_is_read_without_the_library_is_what_the_library_reads(block: list[str]) -> None:
    for whole in (block, ["DTSTART:20260601T100000", *(line for line in block if not line.startswith("DTSTART"))]):
        try:
            plain_event(whole)
        except NotPlain:
            continue
        assert told(plain_event, whole) == told(reader.by_library, whole)


@pytest.mark.parametrize(
    "line",
    [
        "SUMMARY:Markt",
        "DESCRIPTION:Regel\\nvolgende\\, en meer",
        "DTSTART;TZID=Europe/Amsterdam:20260601T100000",
        'DTSTART;TZID="W. Europe Standard Time":20260601T100000',
        "DTSTART;VALUE=DATE:20260601",
        "EXDATE:20260608T100000,20260615T100000",
        "RRULE:FREQ=WEEKLY;COUNT=5",
        'ATTENDEE;CN="Jan Smit";ROLE=REQ-PARTICIPANT:mailto:jan@example.org',
    ],
)
def test_what_programs_write_day_by_day_needs_no_library(line: str) -> None:
    assert plain_event([line])


@pytest.mark.parametrize(
    "line",
    [
        "SUMMARY;X=^'a:b",
        "DTSTART:20260231T100000",
        "DURATION:PT1H",
        "summary:klein",
        "RRULE:FREQ=HOURLY",
        "CATEGORIES:a\\,b,c",
    ],
)
def test_the_rest_is_left_to_the_library(line: str) -> None:
    with pytest.raises(NotPlain):
        plain_event([line])
