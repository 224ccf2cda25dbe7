"""Where an issue's signatures stand, as data."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from newsletter.commission import Outcome
from newsletter.report.data import as_data
from newsletter.rulebook import in_order
from newsletter.signing import Status, Told


def as_json(status: Status, workspace: Path) -> str:
    """Return the status as indented JSON: the findings, and beside them signatures, stages, proofs."""
    data = as_data(Outcome(status.slug, in_order(status.diagnostics)), workspace=workspace)
    return json.dumps({**data, "sign_off": _sign_off(status)}, ensure_ascii=False, indent=2)


def _sign_off(status: Status) -> dict[str, Any]:
    return {
        "required": status.required,
        "pages_seen": status.seen,
        "signatures": [_signature(each) for each in status.signatures],
        "open": [{"stage": str(stage), "stories": list(stories)} for stage, stories in status.open],
        "proofs": [asdict(each) for each in status.proofs],
        "noted": _signature(status.noted) if status.noted else None,
    }


def _signature(told: Told) -> dict[str, Any]:
    return {**asdict(told), "code": told.code}
