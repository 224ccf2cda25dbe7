"""The gate before press: what keeps an issue back for want of signatures; what reports tell of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.diagnostics import Diagnostic
from newsletter.issue import Issue
from newsletter.signing import faults
from newsletter.signing.examining import Examined, examined
from newsletter.signing.order import missing, order_faults
from newsletter.signing.pictures import Looks


@dataclass(frozen=True, slots=True)
class Told:
    """A signature for people; ``holds`` is whether it still does."""

    stage: str
    by: str
    time: str
    subject: str
    holds: bool
    hash: str
    note: str = ""


def held_back(issue: Issue, looks: Looks | None = None) -> Iterator[Diagnostic]:
    """Yield what keeps an issue from press; ``looks`` are those of its pages once they are made."""
    found = examined(issue, looks)
    required = issue.publication.sign_off.required
    yield from found.broken
    if required is None and not issue.publication.doubtful("sign_off"):
        yield faults.sign_off_not_settled(issue.publication.at("sign_off"))
    if found.ledger.signatures:
        yield from found.outstanding
        yield from order_faults(found.ledger.signatures, found.holding, issue)
    yield from _missing(found, issue)


def _missing(found: Examined, issue: Issue) -> Iterator[Diagnostic]:
    stories = frozenset(each.id for each in issue.articles)
    settled = issue.publication.sign_off
    for stage in dict.fromkeys(settled.required or ()):
        left = missing(stage, stories, found.holding, issue)
        if left is not None:
            yield faults.stage_unsigned(settled.at("required"), issue.slug, stage, left)


def told(issue: Issue, looks: Looks | None = None) -> tuple[Told, ...]:
    """Return the signatures for people."""
    found = examined(issue, looks)
    holding = {id(each) for each in found.holding}
    whole = not found.broken
    return tuple(
        Told(
            each.stage,
            each.by,
            each.time,
            faults.subject(each),
            whole and id(each) in holding,
            each.hash,
            each.note,
        )
        for each in found.ledger.signatures
    )
