"""Where an issue stands: who signed what, what no longer holds and why, who is still to sign."""

from dataclasses import dataclass

from newsletter import manifest
from newsletter.bench import Bench
from newsletter.diagnostics import Diagnostic
from newsletter.release import read_record
from newsletter.signing.examining import examined
from newsletter.signing.gate import Told, told
from newsletter.signing.order import asked_of, missing, order_faults
from newsletter.signing.pictures import looks_built
from newsletter.stage import Stage


@dataclass(frozen=True, slots=True)
class Status:
    """The signatures, the stages still to be signed with the stories that lack them, and all faults."""

    slug: str
    signatures: tuple[Told, ...] = ()
    open: tuple[tuple[Stage, tuple[str, ...]], ...] = ()
    required: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


def status(bench: Bench) -> Status:
    """Return the status of an issue; pages count as they look only where they are built from it as it is."""
    staged = manifest.load(bench.order.workspace, bench.order.slug)
    issue = staged.value
    if issue is None:
        return Status(bench.order.slug, diagnostics=staged.diagnostics)
    record = read_record(bench.dist)
    current = record is not None and record.sources == bench.sources()
    looks = looks_built(bench, issue) if current else None
    found = examined(issue, looks)
    stories = frozenset(each.id for each in issue.articles)
    left = ((stage, missing(stage, stories, found.holding, issue)) for stage in asked_of(issue))
    faults = (*found.broken, *found.outstanding, *order_faults(found.ledger.signatures, found.holding, issue))
    return Status(
        issue.slug,
        told(issue, looks),
        tuple((stage, stories) for stage, stories in left if stories is not None),
        bool(issue.publication.sign_off.required),
        faults,
    )
