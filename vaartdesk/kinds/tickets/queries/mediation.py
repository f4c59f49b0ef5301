"""Agreements between two parties that are to be looked at again."""

from __future__ import annotations

from collections.abc import Sequence

from vaartdesk.kinds.tickets.model.ticket import Mediation, Ticket
from vaartdesk.kinds.tickets.rules import mediation
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Need
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref


def to_review(reader: Reader) -> Sequence[Need]:
    """On Vandaag: agreements whose day of looking again comes near or has passed."""
    found = [row for row in living(reader, Mediation) if mediation.is_to_review(row, reader.today)]
    tickets = {
        row["id"]: row for row in living(reader, Ticket, table(Ticket).c.id.in_({row["ticket"] for row in found}))
    }
    context = row_context(reader, found, ("first_party", "second_party"))
    return [
        Need(
            Ref("mediation", row["id"]),
            mediation.row(row, context),
            "nu" if row["review_on"] <= reader.today else "week",
            (True, row["review_on"], row["id"]),
            tickets[row["ticket"]]["owner"],
        )
        for row in found
        if row["ticket"] in tickets
    ]
