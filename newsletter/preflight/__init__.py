"""Preflight of any PDF against a printer profile, from the file alone, in worker processes with limits."""

from newsletter.preflight.clauses import Clause, NotChecked
from newsletter.preflight.examining import preflight
from newsletter.preflight.result import Checked, Preflight, Result

__all__ = ["Checked", "Clause", "NotChecked", "Preflight", "Result", "preflight"]
