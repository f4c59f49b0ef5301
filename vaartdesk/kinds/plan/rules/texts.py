"""Standard texts: words between braces that are filled in when the text is used (T11)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from vaartdesk.core.text import _, fold
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

NAMES: Final = ("nummer", "plaats", "datum", "naam", "wat", "resultaat", "uiterlijk")
"""The placeholders there are, as they stand between braces."""
_PLACEHOLDER: Final = re.compile(r"\{([^{}\n]{0,40})\}")


def unknown(text: str) -> tuple[str, ...]:
    """The words between braces that are no placeholder, each once."""
    found = (match.group(1) for match in _PLACEHOLDER.finditer(text))
    return tuple(dict.fromkeys(name for name in found if fold(name) not in NAMES))


def fill(text: str, known: Mapping[str, str]) -> str:
    """The text with its placeholders filled; one that is not known stays as it stands, so that it is seen."""
    return _PLACEHOLDER.sub(lambda match: known.get(fold(match.group(1)), match.group()), text)


def knows_placeholders(values: Values, reader: Reader) -> Problem | None:
    """Words between braces are placeholders, or stay in every letter."""
    names = unknown(values["text"] or "")
    if not names:
        return None
    shown, known = (", ".join(f"{{{name}}}" for name in row) for row in (names, NAMES))
    told = _("{shown} wordt niet ingevuld. Kies uit {known}.")
    return Problem("text", str(told.format(shown=shown, known=known)), is_warning=True)


def rank(values: Values, category: str | None, states: tuple[str, ...]) -> int | None:
    """How well a text suits a record of this category in a state of these names: the higher the better; None not at all."""
    wanted = fold(str(values["status"] or "").replace("_", " "))
    if values["category"] not in (None, category):
        return None
    if wanted and wanted not in {fold(name.replace("_", " ")) for name in states}:
        return None
    return 2 * bool(values["category"]) + bool(wanted)
