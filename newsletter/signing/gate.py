"""The gate before press: what keeps an issue back for want of signatures."""

import datetime
from collections.abc import Iterable, Iterator

from newsletter.diagnostics import Diagnostic, Span
from newsletter.issue import Issue, Signature
from newsletter.signing import duty_faults
from newsletter.signing.asked import loosened, loosened_since
from newsletter.signing.examining import Examined, examined
from newsletter.signing.order import missing, order_faults
from newsletter.signing.pictures import Looks
from newsletter.signing.proof import unproven
from newsletter.stage import Stage


def held_back(issue: Issue, clock: datetime.date | None, looks: Looks | None = None) -> Iterator[Diagnostic]:
    """Yield what keeps an issue from press; ``looks`` are those of its pages once they are made."""
    found = examined(issue, clock, looks)
    required = issue.publication.sign_off.required
    if required is None and not issue.publication.doubtful("sign_off"):
        yield duty_faults.sign_off_not_settled(issue.publication.at("sign_off"))
    yield from against(found, issue)
    if not found.broken and (bare := unproven(found)):
        yield duty_faults.signatures_unproven(Span(found.ledger.name), bare)
    if not found.ledger.signatures:
        yield from loosened_since(issue)
    if not found.ledger.faults:
        yield from unsigned(found, issue)


def against(found: Examined, issue: Issue) -> Iterator[Diagnostic]:
    """Yield all that is wrong with the signatures there are: file, chain, content, order, people."""
    yield from (*found.broken, *found.told, *found.outstanding)
    if not found.broken:
        yield from order_faults(found.ledger.signatures, found.holding, issue)
    yield from loosened(found, issue)


def unsigned(found: Examined, issue: Issue) -> Iterator[Diagnostic]:
    """Yield which stages are missing: those that nobody signed together, one of some stories by itself."""
    at, whole = issue.publication.sign_off.at("required"), []
    for stage, left in lacking(dict.fromkeys(issue.publication.sign_off.required or ()), found, issue):
        if left:
            void = _void(found, (stage,))
            yield duty_faults.stage_unsigned(at, issue.slug, (str(stage),), left, void)
        else:
            whole.append(stage)
    if whole:
        void = _void(found, whole)
        yield duty_faults.stage_unsigned(at, issue.slug, [str(each) for each in whole], (), void)


def lacking(
    stages: Iterable[Stage], found: Examined, issue: Issue
) -> Iterator[tuple[Stage, tuple[str, ...]]]:
    """Yield the stages that are not signed, each with the stories that lack it where others have it."""
    stories = frozenset(each.id for each in issue.articles)
    for stage in stages:
        left = missing(stage, stories, found.holding, issue)
        if left is not None:
            yield stage, left


def _void(found: Examined, stages: "tuple[Stage, ...] | list[Stage]") -> tuple[Signature, ...]:
    return tuple(each.signature for each in found.unreplaced if each.signature.stage in stages)
