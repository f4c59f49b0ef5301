"""The log of faults tells where, never what was typed, and is opened by the first fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CODE = """
import sys
from pathlib import Path
from vaartdesk.app.faults import keep_log, logger
path = keep_log(Path(sys.argv[1]))
assert not path.exists()
assert "logging.handlers" not in sys.modules
logger.warning("not a fault")
assert not path.exists()
for number in (1, 2):
    try:
        raise ValueError("Jan Jansen, Brink 1")
    except ValueError:
        logger.error("fault %s", number, exc_info=True)
"""


def test_the_first_fault_opens_the_log_and_no_fault_tells_what_was_typed(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CODE, str(tmp_path)], check=True, capture_output=True)
    told = (tmp_path / "vaartdesk.log").read_text(encoding="utf-8")
    assert "fault 1" in told
    assert "fault 2" in told
    assert "ValueError" in told
    assert "Jansen" not in told
