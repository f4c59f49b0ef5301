"""Rules over a whole record of the meetings family; each gives a problem or nothing."""

from __future__ import annotations

from sqlalchemy import select

from vaartdesk.core.dates import parse_time
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model import states
from vaartdesk.kinds.meetings.model.gatherings import Meeting
from vaartdesk.kinds.meetings.rules.people import VOTELESS
from vaartdesk.kinds.meetings.rules.stages import moves
from vaartdesk.schema.chips import word
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values


def allowed_move(values: Values, reader: Reader) -> Problem | None:
    """A meeting goes from stage to stage as `stages.MOVES` says; a new one may begin anywhere."""
    meeting = table(Meeting)
    before = reader.value(select(meeting.c.status).where(meeting.c.id == values["id"]))
    if not before or before == values["status"] or values["status"] in moves(before):
        return None
    known = [word(states.MEETING_STATES, slug) for slug in moves(before)]
    if not known:
        return Problem("status", str(_("Het verslag is vastgesteld; de vergadering ligt vast.")))
    sentence = _("Van {old} kan dit worden: {new}.")
    return Problem("status", sentence.format(old=word(states.MEETING_STATES, before), new=", ".join(known)))


def vote_fits_function(values: Values, reader: Reader) -> Problem | None:
    """A secretary, listener or adviser has no vote."""
    if values["has_vote"] and values["function"] in VOTELESS:
        name = word(states.FUNCTIONS, values["function"])
        return Problem("has_vote", _("Een {function} heeft geen stem.").format(function=name))
    return None


def not_under_itself(values: Values, reader: Reader) -> Problem | None:
    """An item does not stand under itself, and a body does not prepare for itself."""
    for name in ("parent", "feeds"):
        if values.get(name) and values[name] == values["id"]:
            return Problem(name, str(_("Kies een ander; dit is hetzelfde.")))
    return None


def usual_time_reads(values: Values, reader: Reader) -> Problem | None:
    """The usual time of a body is a time of day."""
    if not values["usual_time"].strip():
        return None
    try:
        parse_time(values["usual_time"])
    except ValueError as error:
        return Problem("usual_time", str(error))
    return None


def reply_has_reason(values: Values, reader: Reader) -> Problem | None:
    """Advice that is not taken over, or only partly, is answered with a reason."""
    if values["status"] in {"deels", "niet"} and not values["reply"].strip():
        return Problem("reply", str(_("Schrijf op waarom het advies niet of deels is overgenomen.")))
    return None
