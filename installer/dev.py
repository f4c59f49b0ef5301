#!/usr/bin/env python3
"""Everything a developer does, in one command each; needs nothing but Python 3.11, 3.12 or 3.13.

python3 installer/dev.py run              open the window; without a display: show the main job in a temporary folder
python3 installer/dev.py run ARGS         hand ARGS to the program
python3 installer/dev.py test             all checks and all tests; with ARGS only pytest, which gets them
"""

from __future__ import annotations

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(f"VaartDesk needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.")

import os
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import TextIOWrapper
from pathlib import Path

import acceptance
import environment
import system
from words import speak_dutch

ROOT = environment.ROOT
CHECKED = [name for name in ("vaartdesk", "tests", "installer", "tools") if (ROOT / name).is_dir()]

Job = Callable[[list[str]], int]


# --- the jobs --------------------------------------------------------------------------------------------------------


def run(args: list[str]) -> int:
    """Open the window, or hand ARGS to the program; with neither ARGS nor a display, show the main job."""
    speak_dutch()
    shows = system.has_display()
    _prepare(system.DESKTOP if shows else system.OFFSCREEN)
    if args or shows:
        return _become(["-m", "vaartdesk", *args], offscreen=not shows)
    return _tour()


def _tour() -> int:
    folder = Path(tempfile.mkdtemp(prefix="vaartdesk-"))
    print("Er is geen scherm. VaartDesk maakt een voorbeeldwerkmap en loopt het hoofdwerk na.", flush=True)
    program = ["-m", "vaartdesk", "--data-dir", str(folder / "werkmap")]
    for command in (["demo"], ["tour", "--out", str(folder / "rondleiding")]):
        status = _python([*program, *command], offscreen=True)
        if status != 0:
            return status
    made = sorted((folder / "rondleiding").rglob("*"))
    pictures = [path for path in made if path.suffix == ".png"]
    print("\nHet resultaat:")
    for path in made:
        if path.suffix == ".pdf":
            print(f"  pdf      {path}")
    for parent in sorted({path.parent for path in pictures}):
        print(f"  plaatjes {parent} ({sum(path.parent == parent for path in pictures)} png-bestanden)")
    print(f"  werkmap  {folder / 'werkmap'}")
    return 0


def test(args: list[str]) -> int:
    """All checks (style, types, imports) and all tests; with ARGS only pytest, which gets them."""
    _prepare(system.OFFSCREEN, system.PDF_READERS)
    if args:
        return _become(["-m", "pytest", *args], offscreen=True)
    if os.environ.get("CI"):
        system.offer(system.JAVA)
    failed = _checks({**STYLE, **TYPES})
    workers = min((os.cpu_count() or 1) + 1, 6)  # one more than there are cores, for a window waits now and then
    status = _python(["-m", "pytest", "-n", str(workers)], offscreen=True)
    if failed:
        print(f"\nThe checks before the tests failed: {', '.join(failed)}", file=sys.stderr)
    return status or (1 if failed else 0)


def lint(args: list[str]) -> int:
    """Style and import contracts; `--fix` repairs what can be repaired."""
    _prepare(system.OFFSCREEN)
    if "--fix" in args:
        for words in (["check", "--fix", "--quiet", "--exit-zero"], ["format", "--quiet"]):
            _python(["-m", "ruff", *words, *CHECKED])
    return 1 if _checks(STYLE) else 0


def types(args: list[str]) -> int:
    """Strict types, tests included; ARGS go to mypy."""
    _prepare(system.OFFSCREEN)
    return _become(["-m", "mypy", *args, *CHECKED])


def accept(args: list[str]) -> int:
    """Which lines of the acceptance list have a test; ARGS: only these codes, with the tests that bear them."""
    print(acceptance.report(args))
    return 0


def crash(args: list[str]) -> int:
    """Kill a working process at 200 seeded moments (or as many as ARGS say) and look for losses."""
    _prepare(system.OFFSCREEN, system.PDF_READERS)
    return _become(["-m", "pytest", "-m", "crash", "--timeout=0", "--crashes", *(args or ["200"])], offscreen=True)


def lock(args: list[str]) -> int:
    """Resolve installer/dev.in into the lock file, keeping versions that still fit; `--upgrade` takes the newest."""
    _prepare(system.OFFSCREEN)
    command = ["-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate", *args]
    return _python([*command, "installer/dev.in", "-o", str(environment.LOCK)], quiet=True)


def migration(args: list[str]) -> int:
    """Draft the next step of the database: compares what the kinds declare with what the last step left."""
    _prepare(system.OFFSCREEN)
    return _become([str(Path(__file__).with_name("migration.py")), *args])


def _tool(script: Path) -> Job:
    """The job that runs a script of `tools/`, or a folder there with a `__main__.py`."""
    start = script / "__main__.py" if script.is_dir() else script

    def job(args: list[str]) -> int:
        _prepare(system.OFFSCREEN, system.PDF_READERS)
        return _become([str(script.relative_to(ROOT)), *args], offscreen=True)

    job.__doc__ = start.read_text("utf-8").partition('"""')[2].partition("\n")[0].rstrip('"')
    return job


# --- the checks ------------------------------------------------------------------------------------------------------

STYLE = {
    "ruff check": ["-m", "ruff", "check", "--quiet", *CHECKED],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet", *CHECKED],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-logo"],
}
TYPES = {"mypy": ["-m", "mypy", *CHECKED]}


def _checks(commands: dict[str, list[str]]) -> list[str]:
    """Run these side by side, tell of each how it went, and return the names of those that failed."""
    failed = []
    with ThreadPoolExecutor() as pool:
        for name, done in zip(commands, pool.map(_captured, commands.values()), strict=True):
            print(f"{name}: {'ok' if done.returncode == 0 else 'FAILED'}", flush=True)
            if done.returncode != 0:
                print(done.stdout + done.stderr, flush=True)
                failed.append(name)
    return failed


# --- starting programs -----------------------------------------------------------------------------------------------


def _prepare(libraries: system.Needs, programs: system.Needs | None = None) -> None:
    system.require(libraries, programs, with_venv=not environment.is_ready())
    environment.ready()


def _python(args: list[str], *, offscreen: bool = False, quiet: bool = False) -> int:
    """Run the environment's Python; returns its exit status."""
    command = [str(environment.python()), *args]
    output = subprocess.DEVNULL if quiet else None
    environ = environment.environ(offscreen=offscreen)
    return subprocess.run(command, env=environ, stdout=output, check=False).returncode


def _captured(args: list[str]) -> subprocess.CompletedProcess[str]:
    command = [str(environment.python()), *args]
    environ = environment.environ(offscreen=False) | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, env=environ, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )


def _become(args: list[str], *, offscreen: bool = False) -> int:
    """Run the last thing there is to do; where the system can, in the place of this process."""
    if sys.platform == "win32":  # there the prompt would come back before the job is done
        return _python(args, offscreen=offscreen)
    sys.stdout.flush()
    program = str(environment.python())
    os.execve(program, [program, *args], environment.environ(offscreen=offscreen))
    raise AssertionError("exec came back")


# --- the command -----------------------------------------------------------------------------------------------------

JOBS: dict[str, Job] = {job.__name__: job for job in (run, test, lint, types, accept, crash, lock, migration)}
JOBS |= {path.stem: _tool(path) for path in sorted((ROOT / "tools").glob("*.py"))}
JOBS |= {path.parent.name: _tool(path.parent) for path in sorted((ROOT / "tools").glob("*/__main__.py"))}


def usage() -> str:
    """One line per job, from its docstring."""
    rows = [f"  {name:<10} {(job.__doc__ or '').partition(chr(10))[0]}" for name, job in JOBS.items()]
    return "\n".join(["usage: python3 installer/dev.py JOB [ARGS]", "", *rows])


def main(argv: list[str]) -> int:
    """Find the job and do it; returns the exit status, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a narrow console of Windows shows a question mark and goes on
    if not argv or argv[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0 if argv else 2
    job = JOBS.get(argv[0])
    if job is None:
        print(f"There is no job {argv[0]}.\n\n{usage()}", file=sys.stderr)
        return 2
    if job is not run:  # the program's own arguments may name files from where the user stands
        os.chdir(ROOT)
    try:
        return job(argv[1:])
    except system.Missing as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
