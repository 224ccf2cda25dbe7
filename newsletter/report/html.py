"""The report for people: one page that needs nothing else, on a screen, a telephone or paper."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

import newsletter
from newsletter.language import _, language
from newsletter.report import view
from newsletter.report.tables import facts_of_issue, tables
from newsletter.report.verdict import clear
from newsletter.report.wording import tally_in_words

if TYPE_CHECKING:
    from newsletter.commission import Outcome
    from newsletter.press import PressFile

HERE = Path(__file__).parent
TONGUES = {"zh_CN": "zh-Hans", "en": "en"}


def page(
    outcome: "Outcome",
    facts: "PressFile | None" = None,
    pictures: Sequence[bytes] = (),
    *,
    strict: bool = False,
) -> str:
    """Return the report as HTML; ``pictures`` are the pages as JPEG, the first page first."""
    found = view.numbered(outcome.diagnostics)
    names = {each.number: each.name for each in outcome.dummy.pages} if outcome.dummy else {}
    return _template().render(
        language=TONGUES[language()],
        title=_title(outcome),
        clear=clear(outcome.diagnostics, strict=strict),
        verdict=_verdict(outcome, strict=strict),
        issue=tuple(facts_of_issue(outcome.issue)) if outcome.issue else (),
        pages=tuple(view.pages(pictures, found, names, facts)),
        groups=tuple(view.groups(found)),
        tables=tuple(table for table in tables(outcome, facts) if table.rows),
        words=_words(),
        tool=f"newsletter {newsletter.__version__}",
    )


def _title(outcome: "Outcome") -> str:
    name = outcome.issue.publication.name if outcome.issue else ""
    return _("{name} {slug}: report").format(name=name, slug=outcome.slug).strip()


def _verdict(outcome: "Outcome", *, strict: bool) -> str:
    words = tally_in_words(outcome.diagnostics) or _("nothing found")
    if clear(outcome.diagnostics, strict=strict):
        return _("Nothing holds the issue: {tally}.").format(tally=words)
    return _("The issue is held: {tally}.").format(tally=words)


def _words() -> dict[str, Any]:
    """Return the words that stand in the template."""
    return {
        "pages": _("Pages"),
        "findings": _("Findings"),
        "also": _("also on this page"),
        "hint": _("hint"),
        "source": _("source"),
    }


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2")
