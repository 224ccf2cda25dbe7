"""Rules about the approval: whether the permit is valid on the day of printing, and what it approves."""

import re
from collections.abc import Iterator
from datetime import timedelta

from newsletter.authorities import DIGITS
from newsletter.checks.reading import permit_at, publication_at
from newsletter.checks.titles import bare_title
from newsletter.diagnostics import Finding, Severity, Span
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check
from newsletter.series.terms import RENEWAL_WITHIN

AS_APPROVED = "neibu-2015#15(1)"
REMINDER = timedelta(days=60)


def approved_at(issue: Issue, key: str) -> Span:
    """Return where what the permit approves stands, else the permit's `approved`."""
    return issue.publication.permit.approved.at(key) or permit_at(issue, "approved")


@check("A001", "permit_expired", Severity.ERROR)
def permit_expired(issue: Issue) -> Iterator[Finding]:
    """The permit has run out on the day of printing.

    Permits are renewed year by year; without a valid one nothing may be printed.

    Way out: enter the renewed certificate's number and dates in publication.yaml.
    """
    end, day = issue.publication.permit.valid_until, issue.sheet.print.date
    if end and day and day > end:
        message = _("The permit is valid until {end}; the print date is {day}.").format(end=end, day=day)
        yield Finding(permit_at(issue, "valid_until"), message, _("Enter the renewed certificate's dates."))


@check("A002", "permit_not_yet_valid", Severity.ERROR)
def permit_not_yet_valid(issue: Issue) -> Iterator[Finding]:
    """The permit is not yet valid on the day of printing.

    Way out: print later, or correct the certificate's dates in publication.yaml.
    """
    start, day = issue.publication.permit.valid_from, issue.sheet.print.date
    if start and day and day < start:
        message = _("The permit is valid from {start}; the print date is {day}.").format(start=start, day=day)
        yield Finding(permit_at(issue, "valid_from"), message, _("Print later, or correct the dates."))


@check("A003", "permit_dates_missing", Severity.ERROR)
def permit_dates_missing(issue: Issue) -> Iterator[Finding]:
    """The permit's dates are not recorded.

    The year in a permit number is the year of its issue, not of its validity, so validity can only be
    checked against the dates of the certificate.

    Way out: copy `valid_from` and `valid_until` from the certificate.
    """
    permit = issue.publication.permit
    if not permit.number or "publication.yaml" in issue.unread:
        return
    for key in ("valid_from", "valid_until"):
        if getattr(permit, key) is None and not permit.doubtful(key):
            message = _("The permit's “{key}” is not recorded; its validity cannot be checked.")
            hint = _("Copy the date from the certificate.")
            yield Finding(permit_at(issue, key), message.format(key=key), hint)


@check("A004", "permit_renewal_due", Severity.WARNING)
def permit_renewal_due(issue: Issue) -> Iterator[Finding]:
    """The permit must soon be renewed.

    Renewal is asked for at least thirty days before the permit ends; a month after its end at the latest
    it lapses. The reminder begins with issues printed in the last sixty days; the day on which the tool
    runs does not matter, so that the same issue always gets the same answer.

    Way out: apply to the authority that issued it.
    """
    end = issue.publication.permit.valid_until
    printed = issue.sheet.print.date or issue.sheet.date
    if end and printed and timedelta() <= end - printed <= REMINDER:
        message = _("The permit ends on {end}; renewal is asked for by {deadline}.")
        message = message.format(end=end, deadline=end - RENEWAL_WITHIN)
        yield Finding(permit_at(issue, "valid_until"), message, _("Apply to the authority that issued it."))


@check("A005", "title_not_approved", Severity.ERROR, authority=AS_APPROVED)
def title_not_approved(issue: Issue) -> Iterator[Finding]:
    """The publication's name is not the one that the permit approves.

    It is printed under the approved name only, without additions.

    Way out: use the certificate's name, or apply for the change first.
    """
    name, approved = issue.publication.name, issue.publication.permit.approved.title
    if name and approved and bare_title(name) != bare_title(approved):
        message = _("The name is 《{name}》; the permit approves 《{approved}》.")
        hint = _("Use the approved name.")
        at = publication_at(issue, "name")
        yield Finding(at, message.format(name=name, approved=approved), hint)


@check("A006", "format_not_approved", Severity.ERROR, authority=AS_APPROVED)
def format_not_approved(issue: Issue) -> Iterator[Finding]:
    """The issue has another number of pages than the approved format.

    The permit approves a format, such as 四开四版: four pages; 大16开16至32页 has a range. A magazine beside
    a paper is a publication of its own, with a permit of its own: its issues name that record, such as
    `publication: magazine.yaml` in issue.yaml.

    Way out: plan as many pages, or apply for the change first.
    """
    pages = issue.sheet.pages
    planned, counted = (
        max(max((page.page for page in pages), default=0), len(pages)),
        issue.sheet.page_count or 0,
    )
    key = "page_count" if counted > planned else "pages"
    planned = max(planned, counted)
    approved = _pages_of(issue.publication.permit.approved.format)
    if planned and approved and planned not in approved and not issue.sheet.doubtful("pages"):
        message = _("The plan has {planned} pages; the permit approves {format}.")
        message = message.format(planned=planned, format=issue.publication.permit.approved.format)
        yield Finding(issue.sheet.at(key), message, _("Plan as many pages as are approved."))


NUMBER = r"([0-9]+|[一二三四五六七八九十两]+)"


def _pages_of(format_: str) -> range:
    """Return the numbers of pages that a format such as 四开四版 or 大16开16至32页 names, none for none."""
    found = re.search(rf"(?:{NUMBER}[至到—–~～-]+)?{NUMBER}[版页]", format_)
    if found is None:
        return range(0)
    return range(_count(found[1] or found[2]), _count(found[2]) + 1)


def _count(word: str) -> int:
    """Return a number from 1 to 99 written in digits or in Han: 8, 八, 十二, 二十."""
    if word.isdecimal():
        return int(word)
    tens, ten, ones = word.replace("两", "二").rpartition("十")
    head = DIGITS.find(tens) if tens else 1
    return (10 * head if ten else 0) + (DIGITS.find(ones) if ones else 0)


@check("A007", "run_above_approved", Severity.WARNING, authority="neibu-2015#16")
def run_above_approved(issue: Issue) -> Iterator[Finding]:
    """The print run is higher than the permit approves.

    The permit is to be followed strictly, and a printer may not run more copies than ordered.

    Way out: lower the run, or ask the authority.
    """
    run, approved = issue.sheet.print.run, issue.publication.permit.approved.print_run
    if run and approved and run > approved:
        message = _("The print run is {run}; the permit approves {approved}.")
        at = issue.sheet.print.at("run")
        yield Finding(
            at, message.format(run=run, approved=approved), _("Lower the run, or ask the authority.")
        )


@check("A008", "approval_not_recorded", Severity.WARNING)
def approval_not_recorded(issue: Issue) -> Iterator[Finding]:
    """What the permit approves is not recorded.

    Name, format, period and print run can only be compared with the certificate where they are written down.

    Way out: copy them from the certificate under `permit.approved`.
    """
    permit = issue.publication.permit
    if not permit.number or "publication.yaml" in issue.unread or permit.doubtful("approved"):
        return
    keys = ("title", "format", "print_run", *(("period",) if permit.kind == "serial" else ()))
    missing = [key for key in keys if not getattr(permit.approved, key) and not permit.approved.doubtful(key)]
    if missing:
        message = _("Of what the permit approves, {keys} is not recorded and cannot be checked.")
        hint = _("Copy it from the certificate under “permit.approved”.")
        yield Finding(approved_at(issue, ""), message.format(keys=_(", ").join(missing)), hint)
