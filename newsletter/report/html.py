"""The report for people: one page that needs nothing else, on a screen, a telephone or paper."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

import newsletter
from newsletter.language import _, language
from newsletter.report import view
from newsletter.report.changes_view import changes_view
from newsletter.report.finished import Finished
from newsletter.report.ink import ink_views, key_to_colours
from newsletter.report.tables import facts_of_issue, tables
from newsletter.report.verdict import clear
from newsletter.report.wording import tally_in_words

if TYPE_CHECKING:
    from newsletter.commission import Outcome

HERE = Path(__file__).parent
TONGUES = {"zh_CN": "zh-Hans", "en": "en"}


def page(outcome: "Outcome", finished: Finished, *, strict: bool = False) -> str:
    """Return the report as HTML."""
    found = view.numbered(outcome.diagnostics)
    names = {each.number: each.name for each in outcome.dummy.pages} if outcome.dummy else {}
    facts = finished.facts
    return template("report.html.j2").render(
        language=TONGUES[language()],
        title=_title(outcome),
        clear=clear(outcome.diagnostics, strict=strict),
        verdict=_verdict(outcome, strict=strict),
        issue=tuple(facts_of_issue(outcome.issue)) if outcome.issue else (),
        pages=tuple(view.pages(finished.pictures, found, names, facts)),
        groups=tuple(view.groups(found)),
        waived=tuple(view.waived(outcome.waived)),
        changed=changes_view(finished.since) if finished.since is not None else None,
        ink=tuple(ink_views(finished.ink, facts, finished.ink_limit)),
        ink_limit=_limit(finished),
        tables=tuple(table for table in tables(outcome, finished) if table.rows),
        total=len(found),
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


def _limit(finished: Finished) -> str:
    """Return how much ink is allowed, and where pictures show it in which colours."""
    if not finished.ink_limit:
        return ""
    allowed = _("The printer profile allows {limit:.0f} %.").format(limit=finished.ink_limit)
    return f"{allowed} {key_to_colours()}" if finished.ink else allowed


def _words() -> dict[str, Any]:
    """Return the words that stand in the template."""
    return {
        "to_findings": _("Skip to the findings"),
        "sections": _("Sections"),
        "pages": _("Pages"),
        "findings": _("Findings"),
        "changes": _("Changes"),
        "nothing": _("Nothing was found."),
        "show": _("Show"),
        "all": _("all"),
        "also": _("also on this page"),
        "hint": _("hint"),
        "source": _("source"),
        "waived": _("Waived"),
        "why": _("why"),
        "by": _("by"),
        "ink": _("Ink"),
        "plate": _("plate"),
        "mean": _("mean"),
        "most": _("most"),
        "ink_of": _("where the ink lies"),
    }


@cache
def template(name: str) -> Template:
    """Return a template of the reports."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
