"""Rules about a year of the series: folders, periods, permit and sample copies, as they stand today."""

import datetime
from collections.abc import Callable, Iterator

from newsletter.checks import series
from newsletter.checks.reading import permit_at, sheet_at
from newsletter.diagnostics import Diagnostic, Finding, Severity, Span
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.period import MONTHS, period_word
from newsletter.rulebook import Context, check, examine, in_order, rule
from newsletter.series import Run, Year
from newsletter.waivers import settle

REMINDER = datetime.timedelta(days=60)
OF_EACH_ISSUE: dict[str, Callable[[Issue], Iterator[Finding]]] = {
    "L026": series.number_of_two_issues,
    "L027": series.number_out_of_series,
    "L028": series.total_out_of_series,
    "A010": series.more_issues_than_approved,
}
"""The rules of the series that every issue is held against, one after another."""


def faults(year: Year, today: datetime.date) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the row of the year's issues and with the year itself."""
    row = (each for entry in year.entries for each in _of_issue(entry.issue))
    return in_order((*row, *examine(year, Context(today=today))))


def _of_issue(issue: Issue) -> Iterator[Diagnostic]:
    """Yield how an issue stands in the row, without what somebody took on."""
    found = [Diagnostic.of(rule(code), each) for code, find in OF_EACH_ISSUE.items() for each in find(issue)]
    return (each for each in settle(issue, found, "").standing if each.rule.code in OF_EACH_ISSUE)


@check("A050", "issue_unreadable", Severity.ERROR)
def issue_unreadable(year: Year) -> Iterator[Finding]:
    """An issue of the year cannot be read, or only in part.

    What the year's list shows of it, contents, counts of stories and of characters, is then missing or too
    small, and fees paid by it would be wrong. The other issues are listed all the same.

    Example: a folder without issue.yaml, or articles.yaml with a slip in it. Way out: `newsletter check` with
    the issue's name says what is wrong with it.
    """
    for each in year.unreadable:
        message = _("“{slug}” cannot be read and is not listed: {why}").format(slug=each.slug, why=each.why)
        yield Finding(Span(f"issues/{each.slug}/issue.yaml"), message, _see(each.slug))
    for entry in (*year.entries, *year.undated):
        for file in sorted(entry.issue.unread & {"articles.yaml", "photos.yaml"}):
            message = _("Not all of “{file}” of “{slug}” could be read; its counts are too small.")
            at = Span(f"issues/{entry.slug}/{file}")
            yield Finding(at, message.format(file=file, slug=entry.slug), _see(entry.slug))


def _see(slug: str) -> str:
    return _("Run: newsletter check {slug}").format(slug=slug)


@check("A051", "period_without_issue", Severity.NOTE)
def period_without_issue(year: Year) -> Iterator[Finding]:
    """A period of the year in which the permit approves an issue has none.

    The authority looks at it when the permit is renewed. Counted is from the first issue of the series, or
    the year's beginning, to the latest issue; daily and weekly papers are not counted.

    Example: a monthly with issues from January to June, but none in May. Way out: none is needed where it is
    known, such as for summer holidays; else the issue lies in a folder that is not here.
    """
    for run in year.runs:
        approved = run.publication.permit.approved.period
        missing = _missing(run, MONTHS.get(period_word(approved), 0))
        if missing:
            message = _("《{name}》 has no issue in {periods}; the permit approves {period}.").format(
                name=run.publication.name, periods=_(", ").join(missing), period=approved
            )
            yield Finding(permit_at(run.entries[-1].issue, "approved"), message)


def _missing(run: Run, months: int) -> tuple[str, ...]:
    """Return the first months of the periods between the first issue and the last that have none."""
    days = [entry.date for entry in run.entries if entry.date]
    if not months or not days:
        return ()
    first = (days[0].month - 1) // months if not run.entries[0].issue.earlier else 0
    there = {(day.month - 1) // months for day in days}
    missing = [each for each in range(first, max(there)) if each not in there]
    return tuple(f"{days[0].year}-{each * months + 1:02}" for each in missing)


@check("A052", "issue_undated", Severity.WARNING)
def issue_undated(year: Year) -> Iterator[Finding]:
    """An issue has no date, so that it is in no year's list.

    Its stories and photos are counted for nobody.

    Example: an issue.yaml in which `date` is still to be filled in. Way out: write `date: 2026-06-30`.
    """
    for entry in year.undated:
        message = _("“{slug}” has no date and is in no year.").format(slug=entry.slug)
        yield Finding(sheet_at(entry.issue, "date"), message, _("Write its date."))


@check("A053", "permit_running_out", Severity.WARNING)
def permit_running_out(year: Year, context: Context) -> Iterator[Finding]:
    """The permit runs out soon, or has run out, as of today.

    Renewal is asked for at least thirty days before the permit ends. Other than A004, which looks at an
    issue's print date, this looks at the day on which the list is made, from sixty days before the end on.

    Way out: apply to the authority that issued it, and enter the renewed certificate's dates.
    """
    for run in year.runs:
        end, renewal, today = run.publication.permit.valid_until, run.renewal, context.today
        if end and renewal and today and today.year == year.year and today >= end - REMINDER:
            at = permit_at(run.entries[-1].issue, "valid_until")
            hint = _("Apply to the authority that issued it.")
            yield Finding(at, _left(run, end, renewal, today), hint)


def _left(run: Run, end: datetime.date, renewal: datetime.date, today: datetime.date) -> str:
    """Return how the permit stands today."""
    if today > end:
        told = _("The permit of 《{name}》 ran out on {end}.")
    elif today > renewal:
        told = _("The permit of 《{name}》 ends on {end}; its renewal was to be asked for by {renewal}.")
    else:
        told = _("The permit of 《{name}》 ends on {end}; its renewal is to be asked for by {renewal}.")
    return told.format(name=run.publication.name, end=end, renewal=renewal)


@check("A054", "samples_not_recorded", Severity.WARNING, authority="neibu-2015#18")
def samples_not_recorded(year: Year, context: Context) -> Iterator[Finding]:
    """Of an issue printed more than ten days ago no delivery of sample copies is recorded.

    They go to the issuing authority within ten days after printing, and inspections ask for the receipt.
    A013 reminds for a month; the year's list forgets none.

    Way out: deliver them, and write `samples: 2026-07-08` under `print` in issue.yaml.
    """
    for entry in year.entries:
        due, order = entry.samples_due, entry.issue.sheet.print
        if due and context.today and context.today > due and not order.doubtful("samples"):
            message = _("Sample copies of “{slug}” were due by {due}; no delivery is recorded.")
            at = order.at("date") or sheet_at(entry.issue, "print")
            hint = _("Deliver them and write the day as “samples” under “print”.")
            yield Finding(at, message.format(slug=entry.slug, due=due), hint)
