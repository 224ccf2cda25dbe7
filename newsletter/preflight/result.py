"""What a preflight comes to: findings, what was checked with what result, what was not, the pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsletter.diagnostics import Diagnostic
from newsletter.preflight.clauses import Clause, NotChecked
from newsletter.press import PressFile, Sheet


class Result(StrEnum):
    """What came of a clause."""

    PASSED = "passed"
    FAILED = "failed"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Checked:
    """A clause with its result: the rules that found something, the pages that could not be looked at.

    A clause of which a part could not be looked at is incomplete, and failed where the rest has a fault.
    """

    clause: Clause
    result: Result
    rules: tuple[str, ...] = ()
    unread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Preflight:
    """A file held against a printer profile; ``file`` is none where nothing of it could be read."""

    name: str
    profile: str
    level: str
    findings: tuple[Diagnostic, ...]
    checked: tuple[Checked, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    file: PressFile | None = None

    @property
    def pages(self) -> tuple[Sheet, ...]:
        """The pages that were read."""
        return self.file.pages if self.file else ()

    @property
    def readable(self) -> bool:
        """Whether anything of the file could be read."""
        return self.file is not None


def results(
    clauses: Iterable[Clause], file: PressFile | None, findings: Iterable[Diagnostic]
) -> tuple[Checked, ...]:
    """Return every clause with what came of it."""
    found = frozenset(each.rule.code for each in findings)
    return tuple(_result(clause, file, found) for clause in clauses)


def _result(clause: Clause, file: PressFile | None, found: frozenset[str]) -> Checked:
    rules = tuple(sorted(found & frozenset(clause.rules)))
    if file is None:
        return Checked(clause, Result.INCOMPLETE, rules, (0,))
    unread = tuple(sorted({each.page for each in file.unread if each.part in clause.parts}))
    unread = unread or _undrawn(clause, file)
    if rules:
        return Checked(clause, Result.FAILED, rules, unread)
    return Checked(clause, Result.INCOMPLETE if unread else Result.PASSED, (), unread)


def _undrawn(clause: Clause, file: PressFile) -> tuple[int, ...]:
    """Return the pages whose plates a clause needs and that have none, or not whole ones."""
    if "plates" not in clause.parts:
        return ()
    return tuple(page.number for page in file.pages if page.ink is None or page.ink.unread)
