"""The same input gives the same bytes, whatever the process, the hash seed, the zone and the clock."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from papers import paper
from vaartdesk.pdf.agenda.layout import print_agenda
from vaartdesk.pdf.agenda.paper import AgendaOptions

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
from hashlib import sha256
from papers import paper
from vaartdesk.pdf.agenda.layout import print_agenda
print(sha256(print_agenda(paper()).data).hexdigest())
"""


@pytest.mark.accept("M15")
def test_twice_in_one_process() -> None:
    first = print_agenda(paper()).data
    print_agenda(paper(body="Regiegroep ☑ 😀"), AgendaOptions(is_chair_copy=True))
    assert print_agenda(paper()).data == first


@pytest.mark.accept("M15")
def test_in_other_processes() -> None:
    here = sha256(print_agenda(paper()).data).hexdigest()
    for seed, zone in (("1", "Asia/Tokyo"), ("77", "America/Los_Angeles")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == here


def test_other_input_gives_another_file() -> None:
    assert print_agenda(paper()).data != print_agenda(paper(place="Elders")).data
