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
from newsletter.placeholders import is_given
from newsletter.release import read_record
from newsletter.signing import duty_faults, faults, ssh, witness
from newsletter.signing.chain import ends, hash_of, head
from newsletter.signing.examining import Examined, examined, runs_back
from newsletter.signing.hours import clock_set_back
from newsletter.signing.ledger import append, keep
from newsletter.signing.order import WHOLE, too_early, two_of_one
from newsletter.signing.persons import is_named_in, same_name, sounding_like
from newsletter.signing.pictures import Looks, looked_at, looks_built
from newsletter.signing.pictures import hash_of as look_of
from newsletter.signing.statement import FORM, Line, statement
from newsletter.signing.statement import hash_of as content_of
from newsletter.stage import Stage

USAGE = 2
SAYING = ("issue", "stage", "of", "stories", "content", "pages", "asked", "form")
"""What a signature says, besides who gave it and when."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to sign; ``of`` is `issue`, `story ID` or `page N`.

    ``clock`` is whether the hour is the machine's, which must then be later than all that is signed.
    """

    stage: Stage
    by: str
    of: str
    note: str = ""
    key: Path | None = None
    clock: bool = True


def sign(order: Order, wish: Wish, now: datetime.datetime, bench: Bench) -> Staged[Signature]:
    """Return the signature, written; or what stands against it, and then nothing is written.

    Raises MachineFault for a subject that is not there, and where the key or ssh-keygen cannot be used.
    """
    staged = manifest.load(order.workspace, order.slug)
    issue = staged.value
    errors = tuple(each for each in staged.diagnostics if each.severity is Severity.ERROR)
    if issue is None or errors:
        return Staged(None, errors)
    refused = tuple(_not_built(bench)) or tuple(clock_set_back(bench, now) if wish.clock else ())
    looks = looks_built(bench, issue) if not refused else None
    if looks is None:
        return Staged(None, refused or (duty_faults.nothing_built(order.slug),))
    found = examined(issue, now.date(), looks)
    draft, lines = _draft(wish, now, issue, looks, found)
    against = tuple(_against(draft, found, issue)) or tuple(_already(draft, found))
    if against:
        return Staged(None, against)
    return Staged(_given(draft, lines, found, wish, order))


def _not_built(bench: Bench) -> Iterator[Diagnostic]:
    """Yield that there are no pages, or older ones than the issue."""
    record = read_record(bench.dist)
    if record is None or not bench.print_file.is_file():
        yield duty_faults.nothing_built(bench.order.slug)
    elif record.sources != bench.sources():
        yield duty_faults.built_before_change(bench.order.slug)


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
        form=FORM,
        asked=issue.publication.sign_off.required or (),
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
    if not is_given(draft.by):
        yield duty_faults.signed_by_nobody(None, draft)
    for last in ends(found.ledger.signatures):
        if runs_back(last, draft, found.clock):
            yield faults.signature_back_in_time(draft, last)
    for each in found.holding:
        if two_of_one(each, draft):
            yield duty_faults.signed_twice_by_one(None, draft, each)
    if other := sounding_like(draft.by, _known(issue, found)):
        yield duty_faults.signer_sounds_like_another(draft, other)
    keyed = ssh.people_with_keys(issue.workspace) if not draft.key else frozenset()
    if is_named_in(draft.by, keyed):
        yield faults.key_not_used(draft)
    yield from (replace(each, at=None) for each in too_early(draft, found.holding, issue))


def _known(issue: Issue, found: Examined) -> list[str]:
    """Return the names of the masthead, of names.yaml, and of all who have signed."""
    posts = [each.name for each in issue.publication.editors]
    return [*posts, *(each.name for each in issue.names), *(each.by for each in found.ledger.signatures)]


def _already(draft: Signature, found: Examined) -> Iterator[Diagnostic]:
    """Yield that a signature would say nothing that one which holds does not say."""
    for each in found.holding:
        same = all(getattr(each, part) == getattr(draft, part) for part in SAYING)
        if same and same_name(each.by, draft.by) and not draft.note and (each.key or not draft.key):
            yield duty_faults.signed_already(each)
            return


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
