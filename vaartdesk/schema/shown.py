"""What a list shows at a moment: which records, in which order and groups, and by what filter. For paper and files."""

from __future__ import annotations

from vaartdesk.core.dataclass import dataclass


@dataclass(frozen=True)
class ShownList:
    """``groups``: heading ('' without grouping) and the keys under it, in order; ``told``: filter and order in words;
    ``selected``: the keys of more than one chosen row. A calendar shows dates, not records: ``heads`` and, in groups as above,
    ``lines`` are its table for paper.
    """

    kind: str
    title: str
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    told: str = ""
    selected: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    lines: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Every record that is shown; the chosen ones where several are."""
        return self.selected or tuple(key for _heading, keys in self.groups for key in keys)
