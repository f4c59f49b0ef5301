"""Measure acts against their floor, side by side in one run: `act: ours, floor, ratio, goal`. Keeps nothing.

    python3 installer/dev.py bench                  every row
    python3 installer/dev.py bench save filter      these rows
    python3 installer/dev.py bench --full           with lists of 200,000 tickets and a backup of 1 GB; takes a while
    python3 installer/dev.py bench --scale 3        everything three times as much

The machine's speed drops out of a ratio; look at that, and run twice before believing a difference of 20 %.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

# Run as a folder, Python looks for modules inside it: the package itself must be found too.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.clock import count_processor
from bench.painting import hush
from bench.rows import ACTS
from bench.workshop import FULL, Sizes, Workshop


def main(argv: list[str]) -> int:
    """Run the acts that were named, or all; status 1 when one is beyond its goal."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"one of: {', '.join(ACTS)} (default: all)")
    parser.add_argument("--scale", type=float, default=1.0, help="how many times the usual amounts")
    parser.add_argument("--full", action="store_true", help="with what takes minutes")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the filled workspaces there for another run")
    parser.add_argument("--cpu", action="store_true", help="count the processor's time, on a machine that others use")
    asked = parser.parse_args(argv)
    if asked.cpu:
        count_processor()
    unknown = [name for name in asked.rows if name not in ACTS]
    if unknown:
        parser.error(f"no such row: {', '.join(unknown)}")
    sizes = (FULL if asked.full else Sizes()).scaled(asked.scale)
    hush()
    is_good = True
    for name in asked.rows or ACTS:
        with tempfile.TemporaryDirectory(prefix="vaartdesk-bench-") as folder:
            workshop = Workshop(Path(folder), sizes, asked.keep and asked.keep.absolute())
            try:
                for line in ACTS[name].run(workshop):
                    print(line.told(), flush=True)
                    is_good = is_good and line.is_good
            finally:
                workshop.close()
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
