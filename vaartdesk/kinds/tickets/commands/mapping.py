"""Where a ticket is on the plan, and the plan itself: one of the team's own in place of the sketch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.ids import rule_id
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

SETTING: Final = "plan"
"""The team's own plan: name and content of its file, which hangs on this setting and so goes along in each copy."""
DEGREE: Final = 1_000_000


def put_spot(desk: Desk, refs: Sequence[Ref], latitude: float, longitude: float) -> None:
    """Point out where tickets are, in degrees (WGS 84)."""
    with desk.change(_("Aangewezen op plattegrond")) as tx:
        for ref in refs:
            tx.update(ref, spot_fields(latitude, longitude))


def spot_fields(latitude: float, longitude: float) -> dict[str, int]:
    """The fields of a ticket for a spot in degrees."""
    return {"latitude": round(latitude * DEGREE), "longitude": round(longitude * DEGREE)}


def forget_spot(desk: Desk, ref: Ref) -> None:
    """Without a spot of its own: back to its street."""
    with desk.change(_("Plek op plattegrond gewist")) as tx:
        tx.update(ref, {"latitude": None, "longitude": None})


def keep_plan(desk: Desk, data: bytes, name: str) -> None:
    """The team's own plan: the file is kept in the workspace, the one before goes."""
    with desk.change(_("Plattegrond gekozen")) as tx:
        _drop_files(desk, tx)
        tx.put_setting(SETTING, None)  # the setting must be there before a file hangs on it
        made = tx.attach(_setting(), data, name, mime="application/geo+json")
        tx.put_setting(SETTING, {"name": name, "sha256": tx.get(made)["sha256"]})


def forget_plan(desk: Desk) -> None:
    """Back to the sketch."""
    with desk.change(_("Terug naar de schets")) as tx:
        _drop_files(desk, tx)
        tx.put_setting(SETTING, None)


def _setting() -> Ref:
    return Ref("setting", rule_id("setting", SETTING))


def _drop_files(desk: Desk, tx: Any) -> None:
    for file in desk.attachments(_setting()):
        tx.delete(Ref("attachment", file["id"]))
