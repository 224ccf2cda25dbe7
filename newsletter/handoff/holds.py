"""What keeps a package back: an issue that the rules hold today, an order that is not complete."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from newsletter.bench import Bench
from newsletter.checking import read
from newsletter.diagnostics import Diagnostic, Finding, Severity, Span
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import declare


def standing_against(bench: Bench, issue: Issue) -> Iterator[Diagnostic]:
    """Yield what holds a package; once signatures are asked for (issue 6), they are one line more here."""
    yield from _errors_today(bench)
    yield from _incomplete(issue)


def _errors_today(bench: Bench) -> Iterator[Diagnostic]:
    """Yield the errors that the rules find today: a permit may have run out since the build."""
    again = Bench(replace(bench.order, press=True), bench.progress)
    read(again)
    yield from (each for each in again.standing if each.severity is Severity.ERROR)


def _incomplete(issue: Issue) -> Iterator[Diagnostic]:
    order, printer = issue.sheet.print, issue.publication.printer
    missing = [
        *([_("the print run")] if not order.run else []),
        *([_("the print date")] if not order.date else []),
        *([_("the printer")] if not printer.name else []),
    ]
    if missing:
        at = issue.sheet.at("print") or issue.publication.at("printer")
        yield print_order_incomplete(at, missing)
    if order.date and issue.sheet.date and order.date < issue.sheet.date - _LONG_BEFORE:
        yield print_date_doubtful(issue.sheet.print.at("date"), order.date, issue.sheet.date)


_LONG_BEFORE = datetime.timedelta(days=60)


@declare("F100", "print_order_incomplete", Severity.ERROR)
def print_order_incomplete(at: Span | None, missing: list[str]) -> Finding:
    """The order to the print shop lacks what it cannot be carried out without.

    The press sheet names printer, date and run, and paper is reckoned from the run. Example: an issue
    without `print: {run: 3000}`. Write it into issue.yaml, the printer into publication.yaml.
    """
    message = _("The order to the print shop lacks {missing}.").format(missing=_(", ").join(missing))
    return Finding(at, message, _("Write “print: {{date: …, run: …}}” into issue.yaml.").format())


@declare("F101", "print_date_doubtful", Severity.WARNING)
def print_date_doubtful(at: Span | None, print_date: datetime.date, date: datetime.date) -> Finding:
    """The issue is printed long before its own date, which is mostly a date left from an earlier issue.

    The samples are due ten days after printing, so a wrong date makes them late. Look at `print.date`.
    """
    message = _("The issue of {date} is printed on {day}, more than two months before.")
    return Finding(at, message.format(date=date, day=print_date), _("Look at “print.date”."))
