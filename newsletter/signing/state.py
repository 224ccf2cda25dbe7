"""Where an issue stands: who signed what, what no longer holds and why, who is still to sign."""

from dataclasses import dataclass

from newsletter import manifest
from newsletter.bench import Bench
from newsletter.diagnostics import Diagnostic, Span
from newsletter.issue import Issue
from newsletter.programs import Started
from newsletter.release import read_record
from newsletter.signing.chain import lineage
from newsletter.signing.duty_faults import noted_signature_gone
from newsletter.signing.examining import Examined, examined
from newsletter.signing.gate import against, lacking, unsigned
from newsletter.signing.ledger import has_signatures
from newsletter.signing.order import asked_of
from newsletter.signing.pictures import looks_built
from newsletter.signing.proof import Proof, proofs
from newsletter.signing.telling import Told, told_of
from newsletter.signing.witness import remember
from newsletter.stage import Stage


@dataclass(frozen=True, slots=True)
class Status:
    """The signatures, the stages still to be signed with the stories that lack them, and all faults.

    ``void`` are those that do not hold and were not given again, ``reasons`` say why. ``seen`` is whether
    the pages are built from the issue as it is, so that their look is known; ``noted`` is the signature that
    has the code that was asked for.
    """

    slug: str
    signatures: tuple[Told, ...] = ()
    open: tuple[tuple[Stage, tuple[str, ...]], ...] = ()
    void: tuple[str, ...] = ()
    reasons: tuple[Diagnostic, ...] = ()
    required: bool = False
    seen: bool = False
    proofs: tuple[Proof, ...] = ()
    noted: Told | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def status(
    bench: Bench,
    issue: Issue | None = None,
    noted: str = "",
    seen: bool | None = None,
    asked: Started | None = None,
) -> Status:
    """Return the status of an issue, which is read unless it is given.

    ``noted`` is a code to look for: one that is there proves its signature from then on. ``seen`` is whether
    the pages are built from the issue as it is, where that is known already; ``asked`` is the question to the
    version control, where it was asked before.
    """
    if issue is None:
        staged = manifest.load(bench.order.workspace, bench.order.slug)
        if staged.value is None:
            return Status(bench.order.slug, diagnostics=staged.diagnostics)
        issue = staged.value
    seen = _built(bench) if seen is None else seen
    looks = looks_built(bench, issue) if seen and has_signatures(issue) else None
    found = examined(issue, bench.order.clock, looks, asked)
    signatures = told_of(found)
    mine = next((each for each in signatures if noted and each.hash.startswith(noted)), None)
    if mine and not found.broken:
        _confirm(bench, found, mine.hash)
    wanting = () if found.ledger.faults else tuple(unsigned(found, issue))
    lost = (noted_signature_gone(Span(found.ledger.name), noted),) if noted and mine is None else ()
    return Status(
        issue.slug,
        signatures,
        tuple(lacking(asked_of(issue), found, issue)),
        tuple(f"{each.signature.stage} {each.signature.by}" for each in found.unreplaced),
        found.outstanding,
        bool(issue.publication.sign_off.required),
        seen,
        proofs(found),
        mine,
        (*against(found, issue), *wanting, *lost),
    )


def _confirm(bench: Bench, found: Examined, noted: str) -> None:
    """Remember a signature whose code somebody had noted, and all that it carries on from."""
    behind = lineage(found.ledger.signatures)[noted]
    remember(bench.order.workspace, found.ledger.slug, (*sorted(behind), noted))


def _built(bench: Bench) -> bool:
    """Return whether the pages are built from the issue as it is."""
    record = read_record(bench.dist)
    return record is not None and record.sources == bench.sources()
