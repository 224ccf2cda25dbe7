"""Rules about the series: number and total number after the issue before, the approved period."""

import datetime
from collections.abc import Iterator

from newsletter.checks.reading import permit_at, sheet_at
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue, Sibling
from newsletter.language import _
from newsletter.period import DAYS, MONTHS, period_word
from newsletter.rulebook import check

AS_APPROVED = "neibu-2015#15(1)"
DAYS_OF_GRACE = 2
MOST_PERIODS = 2.5
"""A gap of so many periods is one that was left out."""


def before(issue: Issue) -> Sibling | None:
    """Return the issue that came out last before this one, none where no date tells."""
    return next(reversed(issue.earlier), None)


@check("L026", "number_of_two_issues", Severity.ERROR, authority=AS_APPROVED)
def number_of_two_issues(issue: Issue) -> Iterator[Finding]:
    """Two issues of one year have the same number.

    A serial may not print several editions of one issue (一期多版) on its permit.

    Example: issue-006 and issue-006-b, both `number: 6`. Way out: give the second its own number, or make one
    issue of them.
    """
    sheet = issue.sheet
    if issue.publication.permit.kind != "serial" or not sheet.number or not sheet.date:
        return
    for other in issue.earlier:
        if other.number == sheet.number and other.date and other.date.year == sheet.date.year:
            message = _("Number {number} of {year} is that of “{other}” too.")
            message = message.format(number=sheet.number, year=sheet.date.year, other=other.slug)
            yield Finding(sheet_at(issue, "number"), message, _("Give one of them its own number."))


@check("L027", "number_out_of_series", Severity.WARNING)
def number_out_of_series(issue: Issue) -> Iterator[Finding]:
    """The issue number does not follow that of the issue before, or is above that of one dated later.

    Numbers rise by one from issue to issue, or begin with 1 again in a new year. Compared is the issue of
    the workspace with the latest earlier date; where issues lie elsewhere, the gap may be right.

    Example: `number: 8` after number 6. Way out: correct the number, or take the gap on in `waive`.
    """
    sheet, last = issue.sheet, before(issue)
    if later := _later_with_less(issue):
        message = _("Number {number} is dated before number {other} of “{slug}”.")
        said = message.format(number=sheet.number, other=later.number, slug=later.slug)
        yield Finding(sheet_at(issue, "number"), said, _("Correct the number or the date."))
    if not (sheet.number and sheet.date and last and last.number and last.date):
        return
    new_year = sheet.date.year > last.date.year and sheet.number == 1
    if sheet.number not in (last.number, last.number + 1) and not new_year:
        message = _("Number {number} follows number {last} of “{slug}”.")
        message = message.format(number=sheet.number, last=last.number, slug=last.slug)
        yield Finding(sheet_at(issue, "number"), message, _("Correct the number, or take the gap on."))


def _later_with_less(issue: Issue) -> Sibling | None:
    """Return an issue of the same year that is dated later and has a smaller number, if any."""
    number, day = issue.sheet.number, issue.sheet.date
    if number is None or day is None:
        return None
    later = (each for each in issue.siblings if each.date and day < each.date and each.date.year == day.year)
    return next((each for each in later if each.number and each.number < number), None)


@check("L028", "total_out_of_series", Severity.WARNING)
def total_out_of_series(issue: Issue) -> Iterator[Finding]:
    """The total number does not follow that of the issue before.

    It rises by one from issue to issue and never begins again, so that it is never less than the issue
    number.

    Example: `total: 128` after 128. Way out: correct it.
    """
    sheet, last = issue.sheet, before(issue)
    if sheet.total and last and last.total and sheet.total != last.total + 1:
        message = _("Total number {total} follows {last} of “{slug}”.")
        message = message.format(total=sheet.total, last=last.total, slug=last.slug)
        yield Finding(sheet_at(issue, "total"), message, _("Write {total}.").format(total=last.total + 1))
    elif sheet.total and sheet.number and sheet.total < sheet.number:
        message = _("Total number {total} is less than issue number {number}.")
        message = message.format(total=sheet.total, number=sheet.number)
        yield Finding(sheet_at(issue, "total"), message, _("Count the issues again."))


@check("A010", "more_issues_than_approved", Severity.ERROR, authority=AS_APPROVED)
def more_issues_than_approved(issue: Issue) -> Iterator[Finding]:
    """More issues are dated in one period than the permit approves.

    The permit approves a period: a monthly has one issue in a month, a quarterly one in a quarter.

    Example: two issues of June with `period: monthly`. Way out: date the second in the next month, or apply
    for another period.
    """
    period, day = _period(issue), issue.sheet.date
    others = [each for each in issue.earlier if day and each.date and _together(day, each.date, period)]
    if others and issue.publication.permit.kind == "serial":
        message = _("“{other}” of {date} falls into the same period; the permit approves {period}.")
        approved = issue.publication.permit.approved.period
        message = message.format(other=others[0].slug, date=others[0].date, period=approved)
        yield Finding(sheet_at(issue, "date"), message, _("Date it in the next period."))


def _period(issue: Issue) -> str:
    """Return the approved period, empty where it is none that is known."""
    word = period_word(issue.publication.permit.approved.period.strip())
    return word if word in MONTHS or word in DAYS else ""


def _together(one: datetime.date, other: datetime.date, period: str) -> bool:
    """Return whether two days lie in one period of a serial: of the calendar where it has months."""
    if months := MONTHS.get(period):
        return (one.year, (one.month - 1) // months) == (other.year, (other.month - 1) // months)
    return abs((one - other).days) < DAYS.get(period, 0) - DAYS_OF_GRACE


@check("A011", "period_left_out", Severity.NOTE)
def period_left_out(issue: Issue) -> Iterator[Finding]:
    """Since the issue before more time has gone by than the approved period.

    The permit approves a period, which is looked at when it is renewed. Summer holidays are one reason, an
    issue made elsewhere another.

    Example: a monthly with issues in March and June. Way out: none is needed where the gap is known.
    """
    period, day, last = _period(issue), issue.sheet.date, before(issue)
    if day and last and last.date and _left_out(last.date, day, period):
        message = _("“{slug}” came out on {date}; the permit approves {period}.")
        approved = issue.publication.permit.approved.period
        message = message.format(slug=last.slug, date=last.date, period=approved)
        yield Finding(sheet_at(issue, "date"), message)


def _left_out(last: datetime.date, day: datetime.date, period: str) -> bool:
    """Return whether a whole period lies between two days; periods of months are those of the calendar."""
    if months := MONTHS.get(period):
        first, second = (12 * each.year + each.month - 1 for each in (last, day))
        return second // months - first // months > 1
    return bool(period) and (day - last).days > MOST_PERIODS * DAYS[period]


@check("A012", "period_unknown", Severity.NOTE)
def period_unknown(issue: Issue) -> Iterator[Finding]:
    """The approved period is a word that the tool does not know, so that it cannot be checked.

    Known are daily, weekly, biweekly, semimonthly, monthly, bimonthly, quarterly, half-yearly and yearly, and
    the Chinese words: 日刊, 周刊, 双周刊, 旬刊, 半月刊, 月刊, 双月刊, 季刊, 半年刊, 年刊.

    Example: `period: 不定期`. Way out: write one of the words, where one is meant.
    """
    period = issue.publication.permit.approved.period
    if period.strip() and not _period(issue):
        at = issue.publication.permit.approved.at("period") or permit_at(issue, "approved")
        yield Finding(at, _("The period “{period}” is none that is known.").format(period=period))
