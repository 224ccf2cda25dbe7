"""The whole rulebook by its modules: a rule is in it once its module is imported."""

from importlib import import_module

from newsletter.checks import EARLY, LATE, open_desks
from newsletter.diagnostics import Rule
from newsletter.rulebook import all_rules

STAGES = (
    "newsletter.pipeline",
    "newsletter.manifest",
    "newsletter.makeup",
    "newsletter.stripping",
    "newsletter.handoff",
    "newsletter.signing",
)
"""Modules whose stages report rules themselves, directly or by what they import."""


def imported_rules() -> tuple[Rule, ...]:
    """Return every rule of every desk and stage."""
    open_desks(*EARLY, *LATE)
    for stage in STAGES:
        import_module(stage)
    return all_rules()
