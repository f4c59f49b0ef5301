"""The kinds of the huismeester, in the order of the program: tickets, categories, contracts, maintenance, inspection rounds."""

from __future__ import annotations

from vaartdesk.kinds.tickets.kind.contracts import CONTRACT, MAINTENANCE
from vaartdesk.kinds.tickets.kind.rounds import POINT, ROUND, TEMPLATE, TEMPLATE_POINT
from vaartdesk.kinds.tickets.kind.tickets import CATEGORY, MEDIATION, REPORTER, TICKET
from vaartdesk.schema.kind import Kind

KINDS: tuple[Kind, ...] = (
    CATEGORY,
    TICKET,
    REPORTER,
    MEDIATION,
    CONTRACT,
    MAINTENANCE,
    TEMPLATE,
    TEMPLATE_POINT,
    ROUND,
    POINT,
)
