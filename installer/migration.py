"""Draft the next migration: what the models have and the newest schema lacks, spelled out as a step to read and mend.

    python3 installer/dev.py migration "add a place to contracts"

A step names its tables itself and never looks at the models again.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.types import TypeDecorator

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ROOT / "vaartdesk" / "store" / "migrations" / "versions"
TEMPLATE = '''"""{title}"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {down}


def upgrade() -> None:
{body}
'''
NOT_MAPPED = re.compile(
    r"^(record|record_(word|part)(_\w+)?|draft|alembic_version|local|device|txn|change|head|have|ctx|conflict|inbox|quarantine|erased)$"
)


def main() -> int:
    """Write ``versions/NNNN_name.py``; returns 0, or 2 when there is no name."""
    if len(sys.argv) < 2:
        print('Give the step a name: migration "add a place to contracts"', file=sys.stderr)
        return 2
    title = " ".join(sys.argv[1:])
    sys.path.insert(0, str(ROOT))
    from vaartdesk.store.migrations.head import SCHEMA_VERSION

    number = len(list(VERSIONS.glob("[0-9]*.py"))) + 1
    body = _body(SCHEMA_VERSION if number > 1 else 0)
    slug = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")
    down = f'"{number - 1:04d}"' if number > 1 else "None"
    target = VERSIONS / f"{number:04d}_{slug}.py"
    target.write_text(
        TEMPLATE.format(title=f"{title[:1].upper()}{title[1:]}.", revision=f"{number:04d}", down=down, body=body)
    )
    print(f"{target.relative_to(ROOT)}: read it, mend it, and set SCHEMA_VERSION = {number} in migrations/head.py")
    return 0


def _body(version: int) -> str:
    from vaartdesk.app.registry import load_kinds
    from vaartdesk.schema.record import Base
    from vaartdesk.store.connect import sqlite_connect
    from vaartdesk.store.migrations.run import upgrade

    load_kinds()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "now.db"
        if version:
            upgrade(path, sqlite_connect, version)
        engine = create_engine(f"sqlite:///{path}")
        with engine.connect() as connection:
            context = MigrationContext.configure(
                connection,
                opts={"include_object": _mapped, "render_item": _item, "render_as_batch": True, "compare_type": False},
            )
            steps = produce_migrations(context, Base.metadata).upgrade_ops
            assert steps is not None
            text = render_python_code(steps, render_as_batch=True, migration_context=context, render_item=_item)
        engine.dispose()
    lines = [line for line in str(text).splitlines() if not line.strip().startswith("#")]
    return "\n".join(lines)


def _mapped(item: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
    return not (kind == "table" and NOT_MAPPED.match(name or ""))


def _item(kind: str, item: Any, context: Any) -> Any:
    """Own column types are stored as plain text: the step must not import them."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl_instance).__name__}()"
    return False


if __name__ == "__main__":
    raise SystemExit(main())
