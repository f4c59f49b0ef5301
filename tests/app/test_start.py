"""What a start loads, and when: the frame waits for Qt alone, the first list for the kinds, and nothing for the rest."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module

import pytest

from vaartdesk.app import cli
from vaartdesk.app.registry import FIRST_KEYS, RECORD_PAGES, TABS
from vaartdesk.core.pattern import Pattern

RARE = {
    "PIL", "alembic", "babel", "holidays", "icalendar", "jinja2", "phonenumbers", "pi_heif", "pikepdf",
    "pypdfium2", "python_calamine", "rapidfuzz", "recurring_ical_events", "reportlab", "vobject", "xlsxwriter",
}  # fmt: skip
"""Libraries that only some work needs; together they cost more than all the rest of a start."""
DATA = {"sqlalchemy", "vaartdesk.kinds", "vaartdesk.flows", "vaartdesk.store.desk"}


def loaded_by(code: str) -> set[str]:
    """The modules that a new process has loaded after some code."""
    told = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def of(libraries: set[str], modules: set[str]) -> set[str]:
    return {name for name in libraries for module in modules if f"{module}.".startswith(f"{name}.")}


def test_the_frame_waits_for_no_data_and_no_library_but_qt() -> None:
    loaded = loaded_by(
        "import tempfile, pathlib\n"
        "import vaartdesk.app.cli, vaartdesk.app.verbs.window\n"
        "from vaartdesk.app.window.start import application, frame\n"
        "app = application()\n"
        "frame(pathlib.Path(tempfile.mkdtemp()) / 'window.ini').show()\n"
    )
    assert not of(RARE | DATA, loaded)


def test_the_desk_waits_for_no_library_that_only_some_work_needs() -> None:
    loaded = loaded_by(
        "import vaartdesk.app.session, vaartdesk.app.wiring, vaartdesk.app.window.assembly\n"
        "from vaartdesk.app.registry import load_kinds\n"
        "load_kinds()\n"
    )
    assert not of(RARE | {"sqlalchemy.orm"}, loaded)


@pytest.mark.parametrize("view", [tab.view for tab in TABS])
def test_a_tab_waits_for_no_library_that_only_some_work_needs(view: str) -> None:
    assert not of(RARE, loaded_by(f"import {view}"))


def test_the_first_list_waits_for_no_quick_entry_no_mail_and_no_network() -> None:
    loaded = loaded_by(
        "import vaartdesk.app.verbs.window, vaartdesk.app.window.assembly, vaartdesk.app.window.settling\n"
        "import vaartdesk.kinds.tickets.view.page\n"
    )
    assert not of(
        {*FIRST_KEYS, "vaartdesk.kinds.tickets.view.inbox", "vaartdesk.formats.mail", "PySide6.QtNetwork"}, loaded
    )


@pytest.mark.parametrize("module", [*FIRST_KEYS, *RECORD_PAGES.values()])
def test_what_is_named_and_loaded_later_is_there(module: str) -> None:
    import_module(module)


@pytest.mark.parametrize("given", [[], ["--data-dir", "map"]])
def test_a_window_is_started_without_learning_the_verbs(given: list[str]) -> None:
    assert cli._for_window(given) == cli._parser().parse_args(given)


@pytest.mark.parametrize("given", [["--version"], ["--data-dir"], ["list", "actions"], ["--data-dir", "--json"]])
def test_anything_else_is_read_by_the_parser(given: list[str]) -> None:
    assert cli._for_window(given) is None


def test_qt_reads_the_source_of_no_module() -> None:
    loaded_by(
        "from vaartdesk.app.qt import load_qt\n"
        "load_qt()\n"
        "import linecache, vaartdesk.core.dates, PySide6.QtSvg, vaartdesk.ui.frame\n"
        "assert not [name for name in linecache.cache if 'vaartdesk' in name], linecache.cache.keys()\n"
    )


def test_what_sqlalchemy_imports_and_nobody_calls_stays_out_until_it_is_asked_for() -> None:
    loaded_by(
        "from vaartdesk.app.spare import spare_imports\n"
        "spare_imports()\n"
        "import sys, sqlalchemy\n"
        "engine = sqlalchemy.create_engine('sqlite://')\n"
        "assert engine.connect().execute(sqlalchemy.text('select 1')).scalar() == 1\n"
        "assert not {'ssl', 'asyncio.events', 'email.message'} & sys.modules.keys()\n"
        "import asyncio, asyncio.events, importlib.metadata\n"
        "assert asyncio.run(asyncio.sleep(0, 7)) == 7\n"
        "assert importlib.metadata.version('sqlalchemy') == sqlalchemy.__version__\n"
    )


def test_an_expression_is_compiled_when_it_is_first_used() -> None:
    pattern = Pattern(r"m-(\d+)", re.IGNORECASE)
    assert "compiled" not in vars(pattern)
    found = pattern.fullmatch("M-42")
    assert found is not None
    assert found.group(1) == "42"
    assert [m.group() for m in pattern.finditer("m-1 m-2")] == ["m-1", "m-2"]
    assert pattern.sub("x", "a m-1") == "a x"
    with pytest.raises(re.error):
        Pattern("(").match("")
