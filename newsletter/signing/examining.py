"""Signatures examined: each one's place in the chain, and whether it still holds over what it covers."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsletter.diagnostics import Diagnostic, Span
from newsletter.issue import Issue, Signature
from newsletter.signing import faults, ssh, witness
from newsletter.signing.chain import beginning, hash_of, moment
from newsletter.signing.changes import change
from newsletter.signing.ledger import Ledger, kept, read_ledger
from newsletter.signing.pictures import Looks, looks_as_signed
from newsletter.signing.statement import hash_of as content_of
from newsletter.signing.statement import statement


@dataclass(frozen=True, slots=True)
class Examined:
    """The signatures of an issue, the faults of their file and chain, and those void with the reason."""

    ledger: Ledger
    broken: tuple[Diagnostic, ...]
    void: tuple[tuple[Signature, Diagnostic], ...]

    @property
    def holding(self) -> tuple[Signature, ...]:
        """The signatures that hold."""
        lost = {id(each) for each, _why in self.void}
        return tuple(each for each in self.ledger.signatures if id(each) not in lost)

    @property
    def outstanding(self) -> tuple[Diagnostic, ...]:
        """Why signatures are void that nobody has replaced since."""
        holding = {(each.stage, each.of) for each in self.holding}
        last = {(each.stage, each.of): why for each, why in self.void}
        return tuple(why for key, why in last.items() if key not in holding)


def examined(issue: Issue, looks: Looks | None = None) -> Examined:
    """Return the issue's signatures examined; ``looks`` are those of its built pages, where known."""
    ledger = read_ledger(issue.workspace, issue.slug)
    void = []
    for each in ledger.signatures:
        why = _void(each, ledger, issue, looks)
        if why is not None:
            void.append((each, why))
    return Examined(ledger, (*ledger.faults, *chain_faults(ledger, issue.workspace)), tuple(void))


def chain_faults(ledger: Ledger, workspace: Path) -> Iterator[Diagnostic]:
    """Yield what was done to the file: edits, signatures gone, put in or moved, times that run back."""
    before = beginning(ledger.slug)
    previous: Signature | None = None
    for each in ledger.signatures:
        yield from _own_faults(each, ledger, workspace)
        if each.prev != before and each.issue == ledger.slug and not ledger.faults:
            yield faults.signature_chain_broken(each)
        if previous is not None and _runs_back(previous, each):
            yield faults.signature_back_in_time(each, previous)
        before, previous = each.hash, each
    yield from _gone(ledger, workspace)


def _own_faults(each: Signature, ledger: Ledger, workspace: Path) -> Iterator[Diagnostic]:
    """Yield what is wrong with one signature by itself."""
    if each.issue != ledger.slug:
        yield faults.signature_of_another_issue(each, ledger.slug)
    if hash_of(each) != each.hash:
        yield faults.signature_altered(each)
    elif each.seal and (why := ssh.objection(each, workspace)):
        yield faults.ssh_signature_bad(each, why)


def _runs_back(previous: Signature, each: Signature) -> bool:
    before, now = moment(previous), moment(each)
    return now is None or (before is not None and now < before)


def _gone(ledger: Ledger, workspace: Path) -> Iterator[Diagnostic]:
    """Yield that signatures are gone which some other record still has."""
    here = {each.hash for each in ledger.signatures}
    for where, known in witness.known_elsewhere(ledger, workspace):
        missing = [each for each in known if each not in here]
        if missing and not ledger.faults:
            at = Span(ledger.path.relative_to(workspace).as_posix())
            yield faults.signature_taken_away(at, len(missing), where)
            return


def _void(each: Signature, ledger: Ledger, issue: Issue, looks: Looks | None) -> Diagnostic | None:
    """Return why a signature no longer holds, none where it does."""
    now = statement(issue, each.of, each.stories)
    if now is None or content_of(now) != each.content:
        text = kept(ledger, each.content)
        return faults.signature_void(each, change(text, each.content, now) if text and now else None)
    if looks is not None and not looks_as_signed(each, looks):
        return faults.pages_not_as_signed(each)
    return None
