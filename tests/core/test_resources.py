from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vaartdesk.core import resources


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    resources.resource_folder.cache_clear()
    yield
    resources.resource_folder.cache_clear()  # else every later test of this process looks in the folder of this one


def test_shipped_font_is_found_in_the_source_tree() -> None:
    font = resources.resource("fonts", "SourceSans3-Regular.ttf")
    assert font.read_bytes()[:4] == b"\0\1\0\0"


def test_frozen_program_reads_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.resource("icons") == tmp_path / "resources" / "icons"


def test_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere\.ttf"):
        resources.resource("fonts", "nowhere.ttf")


def test_no_way_out_of_the_folder() -> None:
    with pytest.raises(ValueError, match="outside"):
        resources.resource("..", "pyproject.toml")
