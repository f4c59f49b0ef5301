"""A second process opens the workspace with the command line and reads everything back; the PDF is read as text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

from vaartdesk.app.tour.hand import Stopped
from vaartdesk.app.tour.story import Made
from vaartdesk.app.tour.telling import Teller
from vaartdesk.core.text import _

ENOUGH_SECONDS = 120


def read_back(workspace: Path, made: Made, teller: Teller) -> None:
    """Ask `ticket list`, `list` and `check` of another process. Raises Stopped at the first difference."""
    asked = {name: ["ticket", "list"] if name == "tickets" else ["list", name] for name in made.records}
    with ThreadPoolExecutor(2) as pool:
        answers = dict(zip(asked, pool.map(lambda words: _ask(workspace, words), asked.values()), strict=True))
    for name, expected in made.records.items():
        _compare(name, expected, {row["number"]: row for row in answers[name]})
        numbers = ", ".join(expected)
        teller.say(_("Tweede proces, {words}: {numbers} staan er zoals ingevoerd.").format(words=" ".join(asked[name]), numbers=numbers))  # fmt: skip
    findings = _ask(workspace, ["check"])
    if findings:
        raise Stopped(_("Niet alles is heel: {what}").format(what=findings))
    teller.say(str(_("Tweede proces, check: database, logboek, zoeken en bijlagen zijn heel.")))
    _read_pdf(made, teller)


def _ask(workspace: Path, words: list[str]) -> Any:
    """What a verb of the command line prints as JSON."""
    command = [sys.executable, "-m", "vaartdesk", "--data-dir", str(workspace), *words, "--json"]
    package = Path(__file__).resolve().parents[3]
    paths = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH", ""))))
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=ENOUGH_SECONDS, check=False
    )
    if done.returncode != 0:
        told = " ".join((done.stderr or done.stdout).split())
        raise Stopped(_("Het tweede proces kon {words} niet: {told}").format(words=" ".join(words), told=told))
    return json.loads(done.stdout)


def _compare(name: str, expected: Mapping[str, Mapping[str, Any]], found: Mapping[str, Mapping[str, Any]]) -> None:
    for number, values in expected.items():
        if number not in found:
            raise Stopped(_("{number} staat niet in {name}.").format(number=number, name=name))
        for field, value in values.items():
            if found[number].get(field) != value:
                told = _("{number}: {field} is {found}, ingevoerd was {value}.")
                raise Stopped(told.format(number=number, field=field, found=found[number].get(field), value=value))


def _read_pdf(made: Made, teller: Teller) -> None:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(made.pdf)) as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
        pages = len(pdf)
    plain = "".join(text.replace("\ufffe", "-").split())
    missing = [words for words in made.agenda if "".join(words.split()) not in plain]
    if missing:
        raise Stopped(_("In de PDF ontbreekt: {what}").format(what="; ".join(missing)))
    teller.say(
        _("PDF gelezen: {n} bladzijden, alle {m} gezochte woorden staan erin.").format(n=pages, m=len(made.agenda))
    )
