"""An outcome as plain data: the JSON that machines read and ``report.json``."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsletter
from newsletter.authorities import cite
from newsletter.diagnostics import Diagnostic, Span, Spot
from newsletter.report.verdict import clear
from newsletter.report.wording import tally

if TYPE_CHECKING:
    from newsletter.commission import Outcome
    from newsletter.makeup.metered import Slot
    from newsletter.release import Artifact

SCHEMA = "newsletter/findings"
VERSION = 1
"""Raised when a key changes its meaning or goes; new keys leave it."""


def as_json(outcome: "Outcome", *, workspace: Path | None = None, strict: bool = False) -> str:
    """Return the outcome as indented JSON."""
    return json.dumps(as_data(outcome, workspace=workspace, strict=strict), ensure_ascii=False, indent=2)


def as_data(outcome: "Outcome", *, workspace: Path | None = None, strict: bool = False) -> dict[str, Any]:
    """Return the outcome as plain data; paths of artifacts start from the workspace where one is given."""
    data = {
        "schema": SCHEMA,
        "version": VERSION,
        "tool": f"newsletter {newsletter.__version__}",
        "issue": outcome.slug,
        "ok": clear(outcome.diagnostics, strict=strict),
        "findings": [finding_data(each) for each in outcome.diagnostics],
        "artifacts": [_artifact(each, workspace) for each in outcome.artifacts],
        "summary": {str(severity): count for severity, count in tally(outcome.diagnostics).items()},
    }
    return {**data, "capacity": [_slot(each) for each in outcome.slots]} if outcome.slots else data


def _slot(slot: "Slot") -> dict[str, Any]:
    """Return a place's capacity in characters; spans are lists of least and most, null where nothing fits."""
    return {**asdict(slot), "grow": slot.grow, "shrink": slot.shrink}


def finding_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a finding as plain data."""
    rule = diagnostic.rule
    return {
        "code": rule.code,
        "rule": rule.name,
        "severity": str(rule.severity),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "authority": cite(rule.authority),
        "fix": asdict(diagnostic.fix) if diagnostic.fix else None,
        **_source(diagnostic.at),
        **_page(diagnostic.spot),
    }


def _source(at: Span | None) -> dict[str, Any]:
    """Return the place in a file; every key is there, null where nothing is known."""
    if at is None or not at.file:
        return dict.fromkeys(("file", "line", "column", "length"))
    return {"file": at.file, "line": at.line, "column": at.column, "length": at.length}


def _page(spot: Spot | None) -> dict[str, Any]:
    """Return the place on a page in mm; the rectangle is null where only the page is known."""
    sides = ("x", "y", "width", "height")
    if spot is None:
        return dict.fromkeys(("page", *sides))
    known = bool(spot.width or spot.height)
    return {"page": spot.page, **{side: getattr(spot, side) if known else None for side in sides}}


def _artifact(artifact: "Artifact", workspace: Path | None) -> dict[str, str]:
    path = artifact.path
    if workspace is not None and path.is_absolute() and path.is_relative_to(workspace.resolve()):
        path = path.relative_to(workspace.resolve())
    return {"path": path.as_posix(), "sha256": artifact.sha256}
