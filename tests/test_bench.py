"""Every row of the benchmark runs and yields figures that can be compared. How fast it is nobody asks here."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from bench.__main__ import main
from bench.line import Line, Turn, beside
from bench.rows import ACTS
from bench.workshop import FULL, HOMES, Sizes, Workshop

pytestmark = pytest.mark.timeout(300)
TINY = Sizes().scaled(0.02)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled workspaces, made once for all rows."""
    return tmp_path_factory.mktemp("samples")


@pytest.fixture
def workshop(samples: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Workshop]:
    with pytest.MonkeyPatch.context() as patch:
        for name in HOMES:
            patch.setenv(name, os.environ.get(name, ""))  # what the workshop sets is put back after it
        made = Workshop(tmp_path / "bench", TINY, samples)
        yield made
        made.close()


@pytest.mark.parametrize("name", ACTS)
def test_each_row_gives_figures_of_ours_and_of_a_floor(name: str, workshop: Workshop) -> None:
    lines = list(ACTS[name].run(workshop))

    assert lines
    for line in lines:
        assert line.floor > 0, line.words
        assert line.ours > 0, line.words
        assert math.isfinite(line.ratio), line.words
        assert line.gap is None or 0 <= line.gap < math.inf, line.words
        assert line.told().startswith(f"{line.words}: ours ")


def test_a_line_is_beyond_by_its_ratio_or_by_a_gap() -> None:
    good = Line("iets", ours=20, floor=10, goal=2, gap=50)

    assert good.is_good
    assert "BEYOND" not in good.told()
    assert not Line("iets", ours=20.1, floor=10, goal=2).is_good
    still = Line("iets", ours=20, floor=10, goal=2, gap=51)
    assert still.told() == "iets: ours 20.00 ms, floor 10.00 ms, ratio 2.00, goal 2, gap 51 ms  BEYOND"


def test_rounds_are_taken_in_turns_and_the_first_one_does_not_count() -> None:
    told: list[str] = []
    times = iter((1_000.0, 30.0, 10.0, 20.0))

    def ours() -> Turn:
        told.append("ours")
        return Turn(next(times))

    def floor() -> float:
        told.append("floor")
        return 10.0

    line = beside("iets", 3, ours, floor, 3)

    assert told == ["ours", "floor"] * 4
    assert (line.ours, line.floor, line.gap) == (20.0, 10.0, None)


def test_a_share_of_the_usual_amounts_keeps_something_of_each() -> None:
    assert Sizes().scaled(1) == Sizes()
    assert Sizes().scaled(3).tickets == 3 * Sizes().tickets
    assert min(TINY.tickets, TINY.pins, TINY.changes, TINY.photos, *TINY.lists) >= 2
    assert FULL.photos * 750_000 + 40_000_000 > 950_000_000


def test_a_row_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["haast"])
    assert "no such row: haast" in capsys.readouterr().err
