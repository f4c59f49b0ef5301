from __future__ import annotations

import gc
import threading

import pytest

from vaartdesk.core.garbage import uncollected


def test_garbage_waits_until_the_last_of_those_who_hold_it_off() -> None:
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_two_threads_hold_it_off_together() -> None:
    inside, out = threading.Event(), threading.Event()

    def work() -> None:
        with uncollected():
            inside.set()
            out.wait(10)

    beside = threading.Thread(target=work)
    with uncollected():
        beside.start()
        inside.wait(10)
    assert not gc.isenabled()  # the other still needs it so
    out.set()
    beside.join(10)
    assert gc.isenabled()


def test_what_went_wrong_or_was_off_before_leaves_it_as_it_was() -> None:
    with pytest.raises(ValueError, match="x"), uncollected():
        raise ValueError("x")
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
