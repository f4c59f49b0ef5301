"""The few sentences of the installer: English for who develops, Dutch for who only starts the program."""

from __future__ import annotations

SENTENCES = {
    "making": (
        "Making .venv for Python {version}",
        "VaartDesk maakt zijn omgeving (.venv) voor Python {version}.",
    ),
    "libraries": (
        "Installing the libraries of the lock file; the first time takes about half a minute",
        "VaartDesk installeert zijn bibliotheken. De eerste keer duurt dat ongeveer een halve minuut.",
    ),
    "no venv": (
        "The environment .venv could not be made (status {status}); the reason is above.",
        "De omgeving .venv kon niet worden gemaakt (status {status}); de reden staat hierboven.",
    ),
    "no libraries": (
        "The libraries could not be installed (status {status}); the reason is above.",
        "De bibliotheken konden niet worden geïnstalleerd (status {status}); de reden staat hierboven.",
    ),
    "system": (
        "Installing system packages: {packages}",
        "VaartDesk installeert systeempakketten: {packages}",
    ),
    "type this": (
        "This machine lacks system packages. Please type:\n  sudo apt-get install {packages}",
        "Deze computer mist systeempakketten. Typ eerst:\n  sudo apt-get install {packages}",
    ),
    "other system": (
        "Please install what your system calls: {packages}",
        "Installeer eerst wat op dit systeem heet: {packages}",
    ),
    "apt failed": (
        "apt-get {words} failed (status {status}); its words are above.",
        "apt-get {words} is mislukt (status {status}); de reden staat hierboven.",
    ),
}

_language = 0


def speak_dutch() -> None:
    """From here on the sentences are Dutch."""
    global _language  # noqa: PLW0603  one process does one job in one language
    _language = 1


def words(key: str, **values: object) -> str:
    """The sentence of `key` with its values filled in."""
    return SENTENCES[key][_language].format(**values)
