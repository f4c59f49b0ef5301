"""Named questions about signals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from vaartdesk.kinds.signals.model import Signal
from vaartdesk.kinds.signals.rules import rows
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Need
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref


def new_signals(reader: Reader, since: datetime | None = None) -> list[dict[str, Any]]:
    """Signals nobody looked at yet, newest first; ``since``: only those written down at or after that moment."""
    chosen = table(Signal)
    conditions = [chosen.c.status == "nieuw"] + ([chosen.c.noted_at >= since] if since else [])
    return living(reader, Signal, *conditions)[::-1]


def attention(reader: Reader) -> Sequence[Need]:
    """New signals, newest first."""
    found = new_signals(reader)
    context = row_context(reader, found, ("reported_by", "noted_by", "theme_line"))
    return [
        Need(Ref("signal", row["id"]), rows.signal_row(row, context), "signalen", place, row["owner"])
        for place, row in enumerate(found)
    ]
