"""Rules about what the law and good practice ask of a unit besides the printed marks."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from newsletter.checks.reading import permit_at, post_at, print_at, sheet_at
from newsletter.checks.statutory import is_absent
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue, Post
from newsletter.language import _
from newsletter.placeholders import is_given
from newsletter.rulebook import Context, check
from newsletter.series.terms import SAMPLES_WITHIN

REMINDED_FOR = timedelta(days=30)
STEPS = (
    {"初审": 1, "一审": 1, "复审": 2, "二审": 2, "终审": 3, "三审": 3},
    {"责任编辑": 1, "责编": 1, "校对": 2, "责任校对": 2, "责校": 2},
)
"""Steps that different people take, each step by the posts of the masthead that stand for it."""


@check("A013", "samples_due", Severity.NOTE, authority="neibu-2015#18")
def samples_due(issue: Issue, context: Context) -> Iterator[Finding]:
    """Sample copies of a printed issue are to be delivered.

    They go to the issuing authority within ten days after printing. The rule does not say whether calendar
    or working days are meant; the earlier day is reckoned with. The reminder stands from the day of printing
    until it is recorded that they were delivered, for a month at most.

    Way out: deliver them and write `samples: 2026-07-08` under `print` in issue.yaml.
    """
    order, today = issue.sheet.print, context.today
    if order.date is None or today is None or order.samples is not None or order.doubtful("samples"):
        return
    if order.date <= today <= order.date + REMINDED_FOR:
        due = order.date + SAMPLES_WITHIN
        message = (
            _("Sample copies are due by {due}.") if today <= due else _("Sample copies were due by {due}.")
        )
        hint = _("Deliver them and write “samples: {day}” under “print”.").format(day=today)
        yield Finding(print_at(issue, "date"), message.format(due=due), hint)


@check("A045", "samples_out_of_time", Severity.WARNING, authority="neibu-2015#18")
def samples_out_of_time(issue: Issue) -> Iterator[Finding]:
    """Sample copies were delivered more than ten days after printing, or before it.

    They go to the issuing authority within ten days after printing; a day before printing is a slip. The rule
    does not say whether calendar or working days are meant; calendar days are counted.

    Example: `print: {date: 2026-07-02, samples: 2026-07-20}`. Way out: compare with the receipt.
    """
    printed, delivered = issue.sheet.print.date, issue.sheet.print.samples
    if not (printed and delivered):
        return
    due = printed + SAMPLES_WITHIN
    if printed <= delivered <= due:
        return
    message = (
        _("Sample copies of {delivered} were due by {due}.")
        if delivered > due
        else _("Sample copies of {delivered} were delivered before the printing of {printed}.")
    )
    said = message.format(delivered=delivered, due=due, printed=printed)
    yield Finding(print_at(issue, "samples"), said, _("Compare with the receipt."))


@check("A014", "one_person_for_two_reviews", Severity.WARNING)
def one_person_for_two_reviews(issue: Issue) -> Iterator[Finding]:
    """One person holds two posts of the masthead that check one another.

    Three reviews and three proofs (三审三校) are made by different people: no two steps of the review by one
    person, and whoever edits does not read the proofs alone. This is good practice that the authorities ask
    for in inspections, not a sentence of the rule on internal publications.

    Example: `editors: {责任编辑: 周岚, 校对: 周岚}`. Way out: name another person for one of them.
    """
    for steps in STEPS:
        held = [(post, name, steps[post.role]) for post, name in _holders(issue) if post.role in steps]
        for number, (post, name, step) in enumerate(held):
            other = next((one for one, who, its in held[:number] if who == name and its != step), None)
            if other is not None:
                message = _("{name} is both {one} and {other}.")
                message = message.format(name=name, one=other.role, other=post.role)
                at = post_at(issue, post.role)
                yield Finding(at, message, _("Name another person for one of them."))


def _holders(issue: Issue) -> Iterator[tuple[Post, str]]:
    """Return each post with each of its people; two single characters with a space between are one name."""
    for post in issue.publication.editors:
        joined = re.sub(r"(?<!\S)(\S)\s+(?=\S(?:\s|$))", r"\1", post.name)
        yield from ((post, name) for name in re.split(r"[\s、，,;；/]+", joined) if name)


@check("A015", "permit_ends_before_it_begins", Severity.ERROR)
def permit_ends_before_it_begins(issue: Issue) -> Iterator[Finding]:
    """The permit's last day lies before its first.

    No day of printing can then be inside, and one of the two dates is a slip.

    Example: `valid_from: 2026-12-31`, `valid_until: 2026-01-01`. Way out: copy both from the certificate.
    """
    permit = issue.publication.permit
    if permit.valid_from and permit.valid_until and permit.valid_until < permit.valid_from:
        message = _("The permit is valid from {start} until {end}.")
        message = message.format(start=permit.valid_from, end=permit.valid_until)
        yield Finding(permit_at(issue, "valid_until"), message, _("Copy both dates from the certificate."))


@check("A016", "printed_long_after_date", Severity.NOTE)
def printed_long_after_date(issue: Issue) -> Iterator[Finding]:
    """The print date lies far from the date of the issue: before it, or two months and more behind.

    A slip in one of the two, mostly the year or month.

    Example: `date: 2026-06-30`, `print: {date: 2025-07-02}`. Way out: compare both.
    """
    printed, issued = issue.sheet.print.date, issue.sheet.date
    if printed and issued and not _near(printed, issued):
        message = _("The issue is of {issued} and printed on {printed}.")
        at = print_at(issue, "date")
        yield Finding(at, message.format(issued=issued, printed=printed), _("Compare both dates."))


def _near(printed: date, issued: date) -> bool:
    """Return whether an issue is printed around its date."""
    return -timedelta(days=31) <= printed - issued <= timedelta(days=61)


@check("A046", "post_without_name", Severity.WARNING)
def post_without_name(issue: Issue) -> Iterator[Finding]:
    """A post of the imprint has no name, or only something that holds its place.

    It would be printed so: 主编：待定. The law does not ask for editors in the imprint; who stands there
    answers for the issue.

    Example: `editors: {主编: 待定}`. Way out: write the name, or leave the post out.
    """
    for post in issue.publication.editors:
        if not is_given(post.name):
            message = _("The post {role} has no name: “{name}”.").format(role=post.role, name=post.name)
            yield Finding(post_at(issue, post.role), message, _("Write the name, or leave the post out."))


@check("A047", "issue_date_missing", Severity.WARNING)
def issue_date_missing(issue: Issue) -> Iterator[Finding]:
    """The issue has no date.

    The masthead prints none then, and whether the approved period is kept cannot be checked.

    Way out: `date: 2026-06-30` in issue.yaml.
    """
    if is_absent(issue, "date"):
        yield Finding(
            sheet_at(issue, "date"), _("The issue has no date."), _("Write “date: …” in issue.yaml.")
        )
