"""The whole rulebook: a rule is in it once its module is imported."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsletter.diagnostics import Rule

STAGES = (
    "newsletter.pipeline",
    "newsletter.manifest",
    "newsletter.makeup",
    "newsletter.stripping",
    "newsletter.handoff",
    "newsletter.signing",
)
"""Modules whose stages report rules themselves, directly or by what they import."""


def every_rule() -> tuple["Rule", ...]:
    """Return every rule of every desk and stage."""
    from newsletter.checks import EARLY, LATE, open_desks
    from newsletter.rulebook import all_rules

    open_desks(*EARLY, *LATE)
    for stage in STAGES:
        import_module(stage)
    return all_rules()
