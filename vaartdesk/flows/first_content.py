"""The facts of the work plan as the first records of a workspace, with what they need beside them, marked as assumed.

Every row has a key made by a rule, so that two laptops that each begin make the same rows, and beginning twice adds
nothing. All of it is ordinary: editable, deletable, with a history.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from vaartdesk.core.ids import rule_id
from vaartdesk.core.order import spread
from vaartdesk.core.resources import resource
from vaartdesk.core.text import _
from vaartdesk.flows.first_bodies import write_bodies
from vaartdesk.flows.first_facts import Facts
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
