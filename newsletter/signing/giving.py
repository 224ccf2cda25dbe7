"""A signature given: over the issue as it stands and the pages as they are built, or refused with reasons."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsletter import manifest
from newsletter.bench import Bench
from newsletter.commission import Order
from newsletter.diagnostics import Diagnostic, MachineFault, Severity, Staged
from newsletter.issue import Issue, Signature
from newsletter.language import _
from newsletter.release import read_record
from newsletter.signing import faults, ssh, witness
from newsletter.signing.chain import hash_of, head, moment
from newsletter.signing.examining import Examined, examined
from newsletter.signing.ledger import append, keep
from newsletter.signing.order import WHOLE, too_early, two_of_one
from newsletter.signing.pictures import Looks, looked_at, looks_built
from newsletter.signing.pictures import hash_of as look_of
from newsletter.signing.statement import Line, statement
from newsletter.signing.statement import hash_of as content_of
from newsletter.stage import Stage

USAGE = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to sign; ``of`` is `issue`, `story ID` or `page N`."""

    stage: Stage
    by: str
    of: str
    note: str = ""
    key: Path | None = None


def sign(order: Order, wish: Wish, now: datetime.datetime, bench: Bench) -> Staged[Signature]:
    """Return the signature, written; or what stands against it, and then nothing is written.

    Raises MachineFault for a subject that is not there, and where the key or ssh-keygen cannot be used.
    """
    staged = manifest.load(order.workspace, order.slug)
    issue = staged.value
    errors = tuple(each for each in staged.diagnostics if each.severity is Severity.ERROR)
    if issue is None or errors:
        return Staged(None, errors)
    refused = tuple(_not_built(bench))
    looks = looks_built(bench, issue) if not refused else None
    if looks is None:
        return Staged(None, refused or (faults.nothing_built(order.slug),))
    found = examined(issue, looks)
    draft, lines = _draft(wish, now, issue, looks, found)
    against = tuple(_against(draft, found, issue))
    if against:
        return Staged(None, against)
    return Staged(_given(draft, lines, found, wish, order))


def _not_built(bench: Bench) -> Iterator[Diagnostic]:
    """Yield that there are no pages, or older ones than the issue."""
    record = read_record(bench.dist)
    if record is None or not (bench.dist / f"{bench.order.slug}.print.pdf").is_file():
        yield faults.nothing_built(bench.order.slug)
    elif record.sources != bench.sources():
        yield faults.built_before_change(bench.order.slug)


def _draft(
    wish: Wish, now: datetime.datetime, issue: Issue, looks: Looks, found: Examined
) -> tuple[Signature, tuple[Line, ...]]:
    """Return the signature as it would be, without an SSH signature, and the statement that it is over."""
    seen = looked_at(wish.of, looks)
    stories = seen[0].stories if wish.of.startswith("page ") and seen else ()
    named = tuple(each for each in stories if issue.article(each) is not None)
    lines = statement(issue, wish.of, named)
    if lines is None or not seen or (wish.stage in WHOLE and wish.of != "issue"):
        raise _no_subject(wish, issue, looks, there=lines is not None and bool(seen))
    draft = Signature(
        issue=issue.slug,
        stage=wish.stage,
        by=wish.by,
        time=now.isoformat(timespec="seconds"),
        of=wish.of,
        stories=named,
        content=content_of(lines),
        pages=look_of(seen),
        note=wish.note,
        prev=head(found.ledger.signatures, issue.slug),
        hash="",
        key=ssh.fingerprint(wish.key) if wish.key else "",
    )
    return draft.model_copy(update={"hash": hash_of(draft)}), lines


def _no_subject(wish: Wish, issue: Issue, looks: Looks, *, there: bool) -> MachineFault:
    if there:
        sentence = _("{stage} is signed for the whole issue.").format(stage=wish.stage)
        return MachineFault(sentence, _("Leave out --story and --page."), USAGE)
    known = _(", ").join((*(each.id for each in issue.articles), *(str(each.page) for each in looks)))
    sentence = _("There is no “{subject}” in {slug}.").format(subject=wish.of, slug=issue.slug)
    return MachineFault(sentence, _("There are: {known}.").format(known=known), USAGE)


def _against(draft: Signature, found: Examined, issue: Issue) -> Iterator[Diagnostic]:
    """Yield what stands against a signature."""
    yield from found.broken
    before = found.ledger.signatures[-1:]
    given = moment(draft)
    if before and (last := moment(before[0])) and given and given < last:
        yield faults.signature_back_in_time(draft, before[0])
    for each in found.holding:
        if two_of_one(each, draft):
            yield faults.signed_twice_by_one(None, draft.by, draft.stage, each.stage)
    yield from (replace(each, at=None) for each in too_early(draft, found.holding, issue))


def _given(draft: Signature, lines: tuple[Line, ...], found: Examined, wish: Wish, order: Order) -> Signature:
    """Return the signature, written with the statement that it is over."""
    signature = draft
    if wish.key is not None:
        signature = draft.model_copy(update={"seal": ssh.sealed(draft.hash, wish.key)})
    if signature.seal and (why := ssh.objection(signature, order.workspace)):
        sentence = _("The SSH signature would not hold: {why}.").format(why=why)
        raise MachineFault(sentence, _("Enter the public key in {file}.").format(file=ssh.SIGNERS.as_posix()))
    keep(found.ledger, signature.content, "".join(each.written for each in lines))
    append(found.ledger, signature)
    hashes = (*(each.hash for each in found.ledger.signatures), signature.hash)
    witness.remember(order.workspace, order.slug, hashes)
    return signature
