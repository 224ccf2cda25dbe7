"""What the tool says about an issue: severities, places, rules, findings, staged results."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from newsletter.lengths import Mm

T = TypeVar("T")
NO_LENGTH = Mm(0.0)


class Severity(StrEnum):
    """How much a finding weighs: an error holds the issue from press."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file: path relative to the workspace, lines and columns from 1.

    ``length`` is the number of characters the caret underlines, at least 1.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a made page: page number and, where known, a rectangle in mm from the trim's top left."""

    page: int
    x: Mm = NO_LENGTH
    y: Mm = NO_LENGTH
    width: Mm = NO_LENGTH
    height: Mm = NO_LENGTH


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the rulebook; ``authority`` is a key of ``authorities.toml`` or empty.

    ``fixable`` rules have faults that `newsletter check --fix` sets right.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    rationale: str = ""
    authority: str = ""
    fixable: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """What sets a fault right without judgement: the characters at its place, those that belong there."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields: place, a sentence that stands alone, one way out, the spot on the page."""

    at: Span | None
    message: str
    hint: str = ""
    spot: Spot | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding joined with its rule by the runner."""

    rule: Rule
    at: Span | None
    message: str
    hint: str = ""
    spot: Spot | None = None
    fix: Fix | None = None

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity

    @classmethod
    def of(cls, rule: Rule, finding: Finding) -> "Diagnostic":
        """Return the finding under its rule."""
        return cls(rule, finding.at, finding.message, finding.hint, finding.spot, finding.fix)


@dataclass(frozen=True, slots=True)
class Staged(Generic[T]):
    """The result of a stage: the next value, or none, and what was noticed on the way."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def holds_press(diagnostics: Iterable[Diagnostic], strict: bool = False) -> bool:
    """Return whether any of the diagnostics is an error, or a warning where all is taken strictly."""
    holding = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(each.severity in holding for each in diagnostics)


class MachineFault(Exception):
    """The machine's fault, not the editor's: one sentence, a hint and the exit code it ends with."""

    def __init__(self, sentence: str, hint: str = "", exit_code: int = 4) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.exit_code = exit_code
