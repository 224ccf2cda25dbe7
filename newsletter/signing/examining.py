"""Signatures examined: each one's place in the chain, and whether it still holds over what it covers."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from newsletter.diagnostics import Diagnostic, Severity, Span
from newsletter.issue import Issue, Signature
from newsletter.programs import Started
from newsletter.signing import faults, ssh
from newsletter.signing.chain import beginning, ends, hash_of, moment, parents
from newsletter.signing.history import committed, under_git
from newsletter.signing.ledger import Ledger, read_ledger
from newsletter.signing.persons import is_named_in
from newsletter.signing.pictures import Looks
from newsletter.signing.statement import UNPRINTED
from newsletter.signing.voids import Void, in_future, reasons, voids
from newsletter.signing.witness import Witness, orphans, witnesses


@dataclass(frozen=True)
class Examined:
    """The signatures of an issue, the faults of their file and chain, and those void with the reason.

    ``told`` is what is worth knowing of the chain though it is sound; ``witnesses`` are its other records.
    """

    ledger: Ledger
    clock: datetime.date | None
    broken: tuple[Diagnostic, ...]
    told: tuple[Diagnostic, ...]
    void: tuple[Void, ...]
    witnesses: tuple[Witness, ...]

    @cached_property
    def holding(self) -> tuple[Signature, ...]:
        """The signatures that hold."""
        lost = {id(each.signature) for each in self.void}
        return tuple(each for each in self.ledger.signatures if id(each) not in lost)

    @cached_property
    def unreplaced(self) -> tuple[Void, ...]:
        """The void signatures, the last one of each stage and subject, that nobody has replaced since."""
        holding = {(each.stage, each.of) for each in self.holding}
        last = {(each.signature.stage, each.signature.of): each for each in self.void}
        return tuple(each for key, each in last.items() if key not in holding)

    @cached_property
    def outstanding(self) -> tuple[Diagnostic, ...]:
        """Why signatures are void that nobody has replaced since."""
        return tuple(reasons(self.unreplaced))


def examined(
    issue: Issue, clock: datetime.date | None, looks: Looks | None = None, asked: Started | None = None
) -> Examined:
    """Return the issue's signatures examined; ``looks`` are those of its built pages, where known.

    ``asked`` is the question to the version control, where it was asked before.
    """
    ledger = read_ledger(issue.workspace, issue.slug)
    known = witnesses(ledger, issue.workspace, asked)
    found = (*ledger.faults, *chain_faults(ledger, issue.workspace, clock, known))
    broken = tuple(each for each in found if each.severity is Severity.ERROR)
    told = tuple(each for each in found if each.severity is not Severity.ERROR)
    return Examined(ledger, clock, broken, told, tuple(voids(ledger, issue, clock, looks)), known)


def chain_faults(
    ledger: Ledger, workspace: Path, clock: datetime.date | None, known: tuple[Witness, ...]
) -> Iterator[Diagnostic]:
    """Yield what was done to the file: edits, signatures gone, put in or moved, times that run back."""
    found = (*_own_faults(ledger, workspace), *_placed(ledger, clock))
    yield from found
    if not ledger.faults:
        yield from _gone(ledger, workspace, known)
    if not found and len(last := ends(ledger.signatures)) > 1:
        yield faults.signatures_side_by_side(last)


def _placed(ledger: Ledger, clock: datetime.date | None) -> Iterator[Diagnostic]:
    """Yield what is wrong with the places of signatures, unless some of them could not be read."""
    earlier: dict[str, Signature | None] = {beginning(ledger.slug): None}
    for each in ledger.signatures if not ledger.faults else ():
        if each.hash in earlier:
            yield faults.signature_chain_broken(each, twice=True)
        elif each.issue == ledger.slug:
            yield from _place_faults(each, earlier, clock)
        earlier.setdefault(each.hash, each)


def _own_faults(ledger: Ledger, workspace: Path) -> Iterator[Diagnostic]:
    """Yield what is wrong with signatures by themselves."""
    whys = ssh.objections((each for each in ledger.signatures if hash_of(each) == each.hash), workspace)
    keyed = ssh.people_with_keys(workspace) if ledger.signatures else frozenset()
    for each in ledger.signatures:
        if each.issue != ledger.slug:
            yield faults.signature_of_another_issue(each, ledger.slug)
        if each.form not in UNPRINTED:
            yield faults.signature_form_unknown(each)
        elif hash_of(each) != each.hash:
            yield faults.signature_altered(each)
        elif why := ssh.missing(each) or whys.get(each.hash):
            yield faults.ssh_signature_bad(each, why)
        elif not each.seal and is_named_in(each.by, keyed):
            yield faults.key_not_used(each)


def _place_faults(
    each: Signature, earlier: dict[str, Signature | None], clock: datetime.date | None
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a signature's place: those it carries on from are not there, or later."""
    if moment(each) is None:
        yield faults.signature_back_in_time(each, None)
    for hash in parents(each):
        before = earlier.get(hash)
        if hash not in earlier:
            yield faults.signature_chain_broken(each)
        elif before is not None and runs_back(before, each, clock):
            yield faults.signature_back_in_time(each, before)


def runs_back(previous: Signature, each: Signature, clock: datetime.date | None) -> bool:
    """Return whether a signature is dated before the one it carries on from, unless that is in the future."""
    before, now = moment(previous), moment(each)
    back = before is not None and now is not None and now < before
    return back and not in_future(previous, clock)


def _gone(ledger: Ledger, workspace: Path, known: tuple[Witness, ...]) -> Iterator[Diagnostic]:
    """Yield that signatures are gone which some other record still has."""
    here = {each.hash for each in ledger.signatures}
    at, elsewhere = Span(ledger.name), None
    for each in known:
        missing = [hash for hash in each.hashes if hash not in here]
        if missing and not each.commits and under_git(workspace):
            # The folder dist stays when another branch is taken out, on which they do not stand yet.
            if elsewhere is None:
                elsewhere = committed(workspace, ledger.name, everywhere=True)
            missing = [hash for hash in missing if hash not in elsewhere]
        if missing:
            commit = each.commits.get(missing[0], "")
            yield faults.signature_taken_away(at, len(missing), each.name, commit)
            return
    if left := orphans(ledger):
        where = left[0].relative_to(workspace).as_posix()
        yield faults.signature_taken_away(at, len(left), where)
