"""The signatures that an issue needs before it may be printed, and those that it has."""

from collections.abc import Sequence

from newsletter.issue import Issue
from newsletter.language import _
from newsletter.report.table import Table
from newsletter.signing import Told
from newsletter.signing.naming import minute
from newsletter.signing.order import asked_of
from newsletter.stage import Stage


def signatures(issue: Issue, signed: Sequence[Told]) -> Table:
    """Return the signatures in the order of their stages, and the stages that nobody has signed."""
    asked = asked_of(issue)
    stages = (each for each in Stage if each in asked or any(one.stage == each for one in signed))
    rows = tuple(row for stage in stages for row in _rows(stage, signed))
    columns = (_("stage"), _("state"), _("signature"), _("date"), _("subject"))
    note = _("Given with newsletter sign; a change of what was signed makes a signature void.")
    return Table(_("Sign-offs"), columns, rows, note=note, key="signatures")


def _rows(stage: Stage, signed: Sequence[Told]) -> tuple[tuple[str, ...], ...]:
    mine = [each for each in signed if each.stage == stage]
    if not mine:
        return ((str(stage), _("missing"), "", "", ""),)
    return tuple(
        (str(stage), _("holds") if each.holds else _("void"), each.by, minute(each.time), each.subject)
        for each in mine
    )
