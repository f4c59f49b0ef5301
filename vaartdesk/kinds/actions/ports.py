"""What actions read of records that are not theirs: only these columns."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Text, column, table

THEME_LINE: Final = table("theme_line", column("id", Text()), column("code", Text()))
