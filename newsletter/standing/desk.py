"""The desk today: the issues that are open, each with what it still lacks."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsletter import signing
from newsletter.bench import Bench
from newsletter.checking import checked
from newsletter.commission import Order, Outcome, unheard
from newsletter.diagnostics import Diagnostic, Severity
from newsletter.issue import Issue
from newsletter.manifest import all_issues
from newsletter.series.terms import RENEWAL_WITHIN, SAMPLES_WITHIN
from newsletter.signing.history import asking
from newsletter.signing.naming import next_step
from newsletter.standing.build import State, state_of

CONSENT = ("P007", "P042")
OPEN_FOR = datetime.timedelta(days=60)
"""An issue of an earlier day is looked at only where all are asked for."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One issue today; stories and photos by their ids, ``holding`` are its errors.

    ``days_to_press`` is less than nothing where the print date has passed. ``publication`` is none where the
    issue cannot be read. ``permit_days`` are those until the permit ends. ``void_since`` says what made
    signatures void, ``next_step`` is the command by which the issue comes nearer to being signed.
    """

    slug: str
    number: int | None
    date: datetime.date | None
    print_date: datetime.date | None
    days_to_press: int | None
    without_copy: tuple[str, ...]
    without_credit: tuple[str, ...]
    without_consent: tuple[str, ...]
    holding: tuple[Diagnostic, ...]
    warnings: int
    state: State
    signatures_missing: tuple[str, ...]
    signatures_void: tuple[str, ...]
    void_since: tuple[Diagnostic, ...]
    next_step: str
    samples_due: datetime.date | None
    publication: str
    permit_until: datetime.date | None
    permit_days: int | None
    renewal: datetime.date | None


@dataclass(frozen=True, slots=True)
class Desk:
    """The issues on the desk, the next to be printed first; ``put_by`` are those not looked at."""

    today: datetime.date
    issues: tuple[Standing, ...]
    put_by: tuple[str, ...]


def desk_of(
    workspace: Path, today: datetime.date, *, all: bool = False, clock: datetime.date | None = None
) -> Desk:
    """Return what is open; ``all`` looks at past issues too, ``clock`` is the machine's own day."""
    glances = all_issues(workspace)
    newest = max(glances, key=lambda each: (each.date or datetime.date.min, each.slug), default=None)
    put_by = () if all else tuple(
        each.slug for each in glances if each != newest and each.date and each.date < today - OPEN_FOR
    )  # fmt: skip
    found = [standing(workspace, each.slug, today, clock) for each in glances if each.slug not in put_by]
    return Desk(today, tuple(sorted(found, key=_urgency)), put_by)


def _urgency(standing: Standing) -> tuple[datetime.date, str]:
    return standing.print_date or standing.date or datetime.date.max, standing.slug


def standing(
    workspace: Path, slug: str, today: datetime.date, clock: datetime.date | None = None
) -> Standing:
    """Return how an issue stands."""
    order = Order(workspace, slug, today, clock=clock)
    bench = Bench(order, unheard)
    with asking(workspace, slug) as asked:
        outcome = checked(order, asked)
        issue, state = outcome.issue, state_of(bench)
        signed = signing.status(bench, issue, seen=state in (State.DRAFT, State.PRESS), asked=asked)
    sheet = issue.sheet if issue else None
    printed = sheet.print.date if sheet else None
    permit_until = issue.publication.permit.valid_until if issue else None
    return Standing(
        slug=slug,
        number=sheet.number if sheet else None,
        date=sheet.date if sheet else None,
        print_date=printed,
        days_to_press=(printed - today).days if printed else None,
        without_copy=tuple(_without_copy(issue)),
        without_credit=tuple(each.id for each in issue.photos if not each.credit) if issue else (),
        without_consent=tuple(_without_consent(outcome)),
        holding=_of(outcome, Severity.ERROR),
        warnings=len(_of(outcome, Severity.WARNING)),
        state=state,
        signatures_missing=tuple(str(stage) for stage, _stories in signed.open),
        signatures_void=signed.void,
        void_since=signed.reasons,
        next_step=_next_step(signed),
        samples_due=_samples(issue, today),
        publication=issue.publication.name if issue else "",
        permit_until=permit_until,
        permit_days=(permit_until - today).days if permit_until else None,
        renewal=permit_until - RENEWAL_WITHIN if permit_until else None,
    )


def _next_step(signed: signing.Status) -> str:
    asked = signed.required and signed.open
    return next_step(signed.slug, *signed.open[0], seen=signed.seen) if asked else ""


def _without_copy(issue: Issue | None) -> Iterator[str]:
    """Yield the stories of which nothing is written; one that shows photos alone needs no copy."""
    for article in issue.articles if issue else ():
        if not article.manuscript.paragraphs:
            yield article.id


def _without_consent(outcome: Outcome) -> Iterator[str]:
    """Yield the photos whose people refused, or of which a finding says that they are to be asked."""
    places = {each.at for each in outcome.diagnostics if each.rule.code in CONSENT}
    for photo in outcome.issue.photos if outcome.issue else ():
        if photo.consent is False or places & set(photo.places.values()):
            yield photo.id


def _of(outcome: Outcome, severity: Severity) -> tuple[Diagnostic, ...]:
    return tuple(each for each in outcome.diagnostics if each.severity is severity)


def _samples(issue: Issue | None, today: datetime.date) -> datetime.date | None:
    """Return the last day for sample copies of an issue that is printed, none where they were delivered."""
    order = issue.sheet.print if issue else None
    due = order is not None and order.date is not None and order.date <= today and order.samples is None
    return order.date + SAMPLES_WITHIN if order and order.date and due else None
