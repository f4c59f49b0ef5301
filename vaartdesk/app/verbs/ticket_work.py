"""``vaartdesk ticket move`` and ``vaartdesk ticket show``."""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final

from vaartdesk.app.output import as_plain, print_json
from vaartdesk.app.place import Place
from vaartdesk.app.session import open_for_reading, open_for_writing
from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import day_field, parse_day, time_text
from vaartdesk.core.text import _, fold
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.kinds.tickets.rules.parts import OPEN_PARTS
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.schema.types.base import Invalid, ParseContext
from vaartdesk.store.desk import Desk
from vaartdesk.store.files import write_file

ANSWERS: Final = {"result": "result", "reference": "reference", "waits_for": "waits_for", "note": "note"}
"""Argument -> the answer that a move takes it for."""


def move(arguments: argparse.Namespace, where: Place) -> int:
    """Bring a ticket in another state, by the same rules as the window."""
    with open_for_writing(where) as desk:
        ref = ticket_called(desk, arguments.number)
        status = _status(desk, arguments.status)
        answers = _answers(desk, arguments)
        with desk.door.despite_warnings() if arguments.toch_bewaren else nullcontext():
            _move(desk, ref, status, answers)
        kind, values = desk.kinds["ticket"], desk.get(ref) or {}
        if arguments.json:
            print_json(as_plain(kind, values))
        else:
            state = kind.fields["status"].type.field_text(values["status"]).lower()
            print(_("{number} is nu: {state}").format(number=values["number"], state=state))
    return 0


def _move(desk: Desk, ref: Ref, status: str, answers: dict[str, Any]) -> None:
    """Do it; where parts are open, say how to close all the same."""
    try:
        move_ticket(desk, ref, status, answers)
    except Refused as refused:
        if all(problem.field != OPEN_PARTS for problem in refused.problems):
            raise
        how = Problem("", str(_("Met --with-open-parts sluit de melding toch.")))
        raise Refused([*refused.problems, how]) from refused


def ticket_called(desk: Desk, number: str) -> Ref:
    """The ticket of that number, or that once bore it. Raises Refused."""
    ref = desk.find_number(number)
    if ref is None or ref.kind != "ticket":
        raise Refused([Problem("number", str(_("Melding ‘{number}’ is er niet.").format(number=number)))])
    return ref


def _status(desk: Desk, words: str) -> str:
    try:
        return str(desk.kinds["ticket"].fields["status"].type.parse(words.replace("_", " "), ParseContext(desk.today)))
    except Invalid as error:
        told = _("‘{words}’ is geen stand. {error}").format(words=words, error=error)
        raise Refused([Problem("status", told)]) from error


def _answers(desk: Desk, arguments: argparse.Namespace) -> dict[str, Any]:
    given = {answer: getattr(arguments, name) for name, answer in ANSWERS.items() if getattr(arguments, name)}
    if arguments.to:
        given |= _party(desk, arguments.to)
    if arguments.expected:
        given["expected_on"] = _day(desk, arguments.expected)
    if arguments.of:
        given["duplicate_of"] = ticket_called(desk, arguments.of).id
    return given | ({"with_open_parts": True} if arguments.with_open_parts else {})


def _day(desk: Desk, words: str) -> Any:
    try:
        return parse_day(words, desk.today)
    except ValueError as error:
        raise Refused([Problem("expected_on", str(error))]) from error


def _party(desk: Desk, words: str) -> dict[str, Any]:
    """The organisation or person of that name; where there is none, or several, the words themselves."""
    wanted = fold(words)
    rows = [Ref(kind, row["id"]) for kind in ("organisation", "person") for row in desk.rows(kind)]
    found = [ref for ref in rows if fold(desk.title(ref)) == wanted]
    return {"forwarded_to": found[0].id} if len(found) == 1 else {"forwarded_text": words}


def show(arguments: argparse.Namespace, where: Place) -> int:
    """One ticket with its fields, what hangs on it and its log."""
    with open_for_reading(where) as desk:
        ref = ticket_called(desk, arguments.number)
        values = desk.get(ref) or {}
        if arguments.pdf:
            _write_paper(desk, ref, Path(arguments.pdf))
        if arguments.json:
            print_json(as_plain(desk.kinds["ticket"], values) | _hanging(desk, ref))
        elif not arguments.pdf:
            print("\n".join(_lines(desk, ref, values)))
    return 0


def _write_paper(desk: Desk, ref: Ref, target: Path) -> None:
    """The ticket with its photos and history; what is told of it goes to stderr, for stdout may be JSON."""
    from vaartdesk.flows.record_print import print_record_paper  # reportlab, only when something is printed

    data, warnings = print_record_paper(desk, ref)
    write_file(target, data)
    for warning in warnings:
        print(f"vaartdesk: {warning}", file=sys.stderr)
    print(_("Geschreven: {file}").format(file=target), file=sys.stderr)


def _hanging(desk: Desk, ref: Ref) -> dict[str, Any]:
    """Photos, notes and the chain, as JSON holds them."""
    notes = [{"at": note["at"].isoformat() if note["at"] else None, "text": note["text"]} for note in desk.notes(ref)]
    files = [{"name": file["title"], "sha256": file["sha256"]} for file in desk.attachments(ref)]
    chain = [{"kind": link.ref.kind, "number": link.number, "title": link.title} for link in desk.chain(ref)]
    return {"notes": notes, "attachments": files, "chain": chain}


def _lines(desk: Desk, ref: Ref, values: Values) -> list[str]:
    lines = [f"{values['number']}  {values['title']}", ""]
    shown = list(_facts(desk, values))
    width = max(len(label) for label, _value in shown)
    lines += [f"{label.ljust(width)}  {value}" for label, value in shown]
    files = [str(file["title"]) for file in desk.attachments(ref)]
    if files:
        lines += ["", str(_("Bijlagen")), *(f"  {name}" for name in files)]
    notes = sorted(desk.notes(ref), key=lambda note: str(note["at"]))
    if notes:
        lines += ["", str(_("Logboek"))]
    for note in notes:
        local = note["at"].astimezone(amsterdam()) if note["at"] else None
        when = f"{day_field(local.date())} {time_text(local)}" if local else ""
        lines.append(f"  {when}  {' '.join(str(note['text']).split())}")
    chain = [f"  {link.number}  {link.title}".rstrip() for link in desk.chain(ref)]
    return [*lines, "", str(_("Samenhang")), *chain] if chain else lines


def _facts(desk: Desk, values: Values) -> list[tuple[str, str]]:
    """Label and value of every filled field of the page, computed lines after them."""
    kind = desk.kinds["ticket"]
    names = dict.fromkeys(name for part in kind.sections for name in (*part.fields, *part.optional))
    found: list[tuple[str, str]] = []
    with desk.read() as reader:
        for name in [name for name in names if name != "title"]:
            field, value = kind.fields[name], values[name]
            if field.type.is_empty(value):
                continue
            keys = (
                [value]
                if isinstance(value, str) and (field.target or field.targets)
                else list(value or ())
                if field.is_links
                else []
            )
            text = ", ".join(reader.titles(keys).values()) if keys else field.type.field_text(value)
            found.append((str(field.label), " ".join(text.split())))
        found += [(str(label), value) for label, value in (kind.facts(values, reader) if kind.facts else ())]
    return found
