"""What keeps a package back: an issue that the rules hold today."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from newsletter.bench import Bench
from newsletter.checking import read
from newsletter.diagnostics import Diagnostic, Finding, Severity, Span
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import declare
from newsletter.signing import held_back
from newsletter.signing.ledger import has_signatures
from newsletter.signing.pictures import looks_built

LONG_BEFORE = datetime.timedelta(days=60)
"""How long before its own date an issue may be printed without a question."""


def standing_against(bench: Bench) -> Iterator[Diagnostic]:
    """Yield what holds a package: errors of today, signatures missing or void, a doubtful print date."""
    again = Bench(replace(bench.order, press=True), bench.progress)
    issue = read(again)
    yield from _errors(again)
    if issue is not None:
        signed = has_signatures(issue)
        looks = looks_built(again, issue, afresh=True) if signed else None  # drawing all pages takes seconds
        yield from held_back(issue, bench.order.clock, looks)
        yield from _order_doubtful(issue)


def _errors(again: Bench) -> Iterator[Diagnostic]:
    """Yield the errors that the rules find today: a permit may have run out since the build.

    Run, date and printer, without which nothing can be ordered, are asked for by the law (L008 to L010).
    """
    yield from (each for each in again.standing if each.severity is Severity.ERROR)


def _order_doubtful(issue: Issue) -> Iterator[Diagnostic]:
    printed, dated = issue.sheet.print.date, issue.sheet.date
    if printed and dated and printed < dated - LONG_BEFORE:
        yield print_date_doubtful(issue.sheet.print.at("date"), printed, dated)


@declare("F100", "print_date_doubtful", Severity.WARNING)
def print_date_doubtful(at: Span | None, print_date: datetime.date, date: datetime.date) -> Finding:
    """The issue is printed long before its own date, which is mostly a date left from an earlier issue.

    The samples are due ten days after printing, so a wrong date makes them late. Look at `print.date`.
    """
    message = _("The issue of {date} is printed on {day}, more than two months before.")
    return Finding(at, message.format(date=date, day=print_date), _("Look at “print.date”."))
