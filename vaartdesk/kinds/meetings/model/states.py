"""The choices of the meetings family: permanent slugs, Dutch words, icons and tones."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.schema.types.base import Option

BODY_TYPES = (
    Option("bestuur", _("bestuur"), "building-2"),
    Option("regiegroep", _("publiek-privaat, bestuurlijk"), "handshake"),
    Option("projectgroep", _("publiek-privaat, medewerkers"), "handshake"),
    Option("achterban", _("achterban"), "users"),
    Option("team", _("uitvoeringsteam"), "users"),
    Option("adviserend", _("adviserend"), "lightbulb"),
    Option("netwerk", _("netwerk"), "users"),
    Option("overig", _("overig"), "messages-square"),
)
BODY_STATES = (
    Option("actief", _("actief"), "circle-check", "success"),
    Option("in_te_stellen", _("nog in te stellen"), "hourglass", "warning"),
    Option("opgeheven", _("opgeheven"), "archive", "neutral"),
)
INVITES = (
    Option("leden", _("zetels en leden"), "users"),
    Option("partnerbesturen", _("alle bestuursleden van de partners"), "users"),
)
FUNCTIONS = (
    Option("voorzitter", _("voorzitter")),
    Option("lid", _("lid")),
    Option("secretaris", _("secretaris")),
    Option("toehoorder", _("toehoorder")),
    Option("adviseur", _("adviseur")),
)
PURPOSES = (
    Option("informatie", _("ter informatie"), "info", "neutral"),
    Option("bespreking", _("ter bespreking"), "message-circle", "info"),
    Option("advisering", _("ter advisering"), "lightbulb", "warning"),
    Option("besluitvorming", _("ter besluitvorming"), "gavel", "accent"),
    Option("hamerstuk", _("hamerstuk"), "hammer", "accent"),
)
SOURCES = (
    Option("vast", _("vaste tekst")),
    Option("verslag", _("verslag vorige vergadering")),
    Option("actielijst", _("actielijst")),
    Option("besluitenlijst", _("besluitenlijst")),
    Option("ingekomen", _("ingekomen stukken")),
    Option("signalen", _("nieuwe signalen")),
    Option("trends", _("trends")),
)
MEETING_STATES = (
    Option("concept", _("concept"), "pencil", "neutral"),
    Option("verzonden", _("verzonden"), "send", "info"),
    Option("gehouden", _("gehouden"), "messages-square", "warning"),
    Option("verslag_concept", _("verslag concept"), "notebook-pen", "warning"),
    Option("verslag_vastgesteld", _("verslag vastgesteld"), "circle-check", "success"),
    Option("vervallen", _("vervallen"), "circle-x", "neutral"),
)
ITEM_STATES = (
    Option("open", _("open"), "circle", "neutral"),
    Option("behandeld", _("behandeld"), "circle-check", "success"),
    Option("aangehouden", _("aangehouden"), "pause", "warning"),
    Option("doorgeschoven", _("doorgeschoven"), "corner-down-left", "warning"),
)
TOPIC_STATES = (
    Option("voorraad", _("in voorraad"), "inbox", "neutral"),
    Option("geagendeerd", _("geagendeerd"), "list-ordered", "info"),
    Option("afgehandeld", _("afgehandeld"), "circle-check", "success"),
    Option("ingetrokken", _("ingetrokken"), "circle-x", "neutral"),
)
TOPIC_GROUPS = (
    Option("voorstel", _("Voorstel van VaartDesk"), "sparkles"),
    Option("aangedragen", _("Aangedragen"), "inbox"),
    Option("overgebleven", _("Overgebleven"), "undo-2"),
)
ATTENDANCE_STATES = (
    Option("uitgenodigd", _("uitgenodigd"), "mail", "neutral"),
    Option("aanwezig", _("aanwezig"), "check", "success"),
    Option("afgemeld", _("afgemeld"), "x", "neutral"),
    Option("afwezig", _("afwezig"), "circle-x", "warning"),
)
OUTCOMES = (
    Option("aangenomen", _("aangenomen"), "check", "success"),
    Option("verworpen", _("verworpen"), "x", "neutral"),
    Option("aangehouden", _("aangehouden"), "pause", "warning"),
    Option("kennisgenomen", _("kennisgenomen"), "eye", "neutral"),
)
FOLLOW_UPS = (
    Option("open", _("open"), "circle", "warning"),
    Option("loopt", _("loopt"), "play", "info"),
    Option("uitgevoerd", _("uitgevoerd"), "circle-check", "success"),
    Option("geen_vervolg", _("geen vervolg"), "minus", "neutral"),
)
REPLIES = (
    Option("open", _("wacht op antwoord"), "hourglass", "warning"),
    Option("overgenomen", _("overgenomen"), "circle-check", "success"),
    Option("deels", _("deels overgenomen"), "circle-dot", "info"),
    Option("niet", _("niet overgenomen"), "circle-x", "neutral"),
)
