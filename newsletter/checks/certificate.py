"""Rules about the certificate as a whole: how its number is labelled, how long it holds, for what."""

import re
from collections.abc import Iterator
from datetime import timedelta

from newsletter.checks.periodicals import FORMAL
from newsletter.checks.permits import comparable
from newsletter.checks.plain import plain
from newsletter.checks.reading import permit_at
from newsletter.checks.statutory import MARKS_OF_LAW
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.placeholders import is_given
from newsletter.rulebook import check

YEAR = re.compile("(?<![0-9])(20[0-9]{2})(?=[0-9]{3}(?![0-9])|[^0-9]|$)")
LONGEST = timedelta(days=3 * 366)
"""Permits are renewed year by year; three years leave room for provinces that have another habit."""


@check("L070", "label_not_of_permit", Severity.WARNING, authority=MARKS_OF_LAW)
def label_not_of_permit(issue: Issue) -> Iterator[Finding]:
    """Neither the permit's label nor its number says that it is a 准印证.

    The cover carries the number of the 准印证; without the word a reader takes it for anything, as 书号.

    A 刊号 or the like is told as L021.

    Example: `label: 武汉市书号`. Way out: write what stands before the number on the certificate, as
    湖北省内部资料准印证号.
    """
    permit = issue.publication.permit
    named = "准" in plain(permit.label + permit.number).text or FORMAL.search(plain(permit.label).text)
    if is_given(permit.number) and not named:
        message = _("The permit's label “{label}” does not say that the number is of a 准印证.")
        hint = _("Write it as on the certificate, such as 湖北省内部资料准印证号.")
        yield Finding(permit_at(issue, "label"), message.format(label=permit.label), hint)


@check("L071", "permit_number_from_the_future", Severity.WARNING)
def permit_number_from_the_future(issue: Issue) -> Iterator[Finding]:
    """The year in the permit number is later than the permit's last day and the day of printing.

    An earlier year is in order, permits are renewed; a later one is a slip.

    Example: (鄂)4201—2036000/连 printed in 2026. Way out: compare it with the certificate.
    """
    permit, printed = issue.publication.permit, issue.sheet.print.date
    years = [int(each) for each in YEAR.findall(plain(permit.number).text)]
    known = [each.year for each in (permit.valid_until, printed) if each]
    if years and known and years[-1] > max(known):
        message = _("The permit number “{number}” is of {year}, which is still to come.")
        said = message.format(number=permit.number, year=years[-1])
        yield Finding(permit_at(issue, "number"), said, _("Compare it with the certificate."))


@check("L072", "permit_of_two_publications", Severity.ERROR, authority="neibu-2015#15(1)")
def permit_of_two_publications(issue: Issue) -> Iterator[Finding]:
    """Another publication of the workspace has the same permit number.

    A permit is for one publication, of the approved name, format and period; nothing else is printed on it.
    A second record of the same three, such as one with another printer, is let pass.

    Example: a magazine beside the paper with the paper's number. Way out: write the number of its own
    certificate.
    """
    permit = issue.publication.permit
    mine = (permit.approved.title, permit.approved.format, permit.approved.period)
    for other in issue.other_permits if is_given(permit.number) else ():
        others = (other.title, other.format, other.period)
        if comparable(other.number) == comparable(permit.number) and mine != others:
            message = _(
                "The permit number “{number}” is that of 《issues/{file}》 too, for another publication."
            )
            hint = _("Write the number of its own certificate.")
            said = message.format(number=permit.number, file=other.file)
            yield Finding(permit_at(issue, "number"), said, hint)


@check("A018", "permit_of_many_years", Severity.NOTE)
def permit_of_many_years(issue: Issue) -> Iterator[Finding]:
    """The permit is recorded as valid for more than three years.

    Permits are renewed year by year, as the notices of the authorities show; no sentence of the rule that
    says so was found. A wrong year hides that a permit has run out.

    Example: `valid_until: 2036-12-31`. Way out: compare it with the certificate.
    """
    permit = issue.publication.permit
    start, end = permit.valid_from, permit.valid_until
    if start and end and end - start > LONGEST:
        message = _("The permit is recorded as valid from {start} until {end}.")
        hint = _("Permits are mostly renewed year by year; compare both dates with the certificate.")
        yield Finding(permit_at(issue, "valid_until"), message.format(start=start, end=end), hint)
