"""Start the program: `python -m vaartdesk` hands its arguments to the command line."""

from __future__ import annotations

import sys

from vaartdesk.app.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
