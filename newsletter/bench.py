"""The bench of one run: its folders, its faces, what was found so far."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsletter import shipped
from newsletter.commission import Order, Outcome, Progress
from newsletter.diagnostics import Diagnostic, Severity, Staged, holds_press
from newsletter.issue import Issue
from newsletter.release import Artifact, fingerprint, print_name, write
from newsletter.rulebook import Context, examine, in_order
from newsletter.waivers import Settled, settle

if TYPE_CHECKING:
    from newsletter.dummy import Dummy
    from newsletter.fonts import FontBook

T = TypeVar("T")
SIGNATURES = ("sign_off.yaml", "signed")
"""Signatures and the folder of the statements that were signed."""
SIGNERS = "allowed_signers"
"""Whose SSH key is whose; the pages do not depend on it either."""
UNSETTABLE = ("M",)
"""Desks whose errors leave nothing that could be set."""


@dataclass
class Bench:
    """One run: its order, its folders, what was found so far."""

    order: Order
    progress: Progress
    found: list[Diagnostic] = field(default_factory=list)
    issue: Issue | None = None
    desks: str = ""
    hashes: dict[Path, str] = field(default_factory=dict)

    @property
    def dist(self) -> Path:
        """The issue's folder of things made."""
        return (self.order.apart or self.order.workspace / "dist") / self.order.slug

    @property
    def print_file(self) -> Path:
        """The issue's print file, once it is made."""
        return self.dist / print_name(self.order.slug)

    @property
    def cache(self) -> Path:
        """What may be made again at any time: converted photos, the engine's font list."""
        return self.order.cache or self.order.workspace / "dist" / ".cache"

    @property
    def fonts(self) -> tuple[Path, ...]:
        """The folders of faces, the workspace's own first."""
        return shipped.folders("fonts", self.order.workspace)

    @property
    def layouts(self) -> tuple[Path, ...]:
        """The folders of layouts, the workspace's own first."""
        return shipped.folders("layouts", self.order.workspace)

    @cached_property
    def book(self) -> "FontBook":
        """The faces at hand."""
        from newsletter.fonts import FontBook

        return FontBook.open(self.fonts)

    @property
    def standing(self) -> tuple[Diagnostic, ...]:
        """What was found and nobody took on."""
        return self.settled.standing

    @property
    def settled(self) -> Settled:
        """What was found, what somebody took on; ``desks`` are those that have examined all they will."""
        if self.issue is None or not self.issue.sheet.waive:
            return Settled(in_order(self.found))
        return settle(self.issue, self.found, self.desks)

    def take(self, staged: Staged[T]) -> T | None:
        """Keep a stage's diagnostics and return its value."""
        self.found.extend(staged.diagnostics)
        return staged.value

    def examine(self, value: object, context: Context | None = None) -> None:
        """Keep what the rules say of a value."""
        self.found.extend(examine(value, context or Context(today=self.order.today)))

    @property
    def held(self) -> bool:
        """Whether the run must stop here: for press at any error, else where nothing could be set."""
        if self.order.press:
            return holds_press(self.standing, self.order.strict)
        return self.held_but_for(frozenset())

    def held_but_for(self, codes: Collection[str]) -> bool:
        """Return whether nothing could be set even if some errors did not count."""
        errors = (each.rule.code for each in self.standing if each.severity is Severity.ERROR)
        return any(code[0] in UNSETTABLE and code not in codes for code in errors)

    def outcome(
        self,
        issue: Issue | None = None,
        dummy: "Dummy | None" = None,
        artifacts: tuple[Artifact, ...] = (),
    ) -> Outcome:
        """Return the run's outcome."""
        settled = self.settled
        return Outcome(self.order.slug, settled.standing, issue, dummy, artifacts, waived=settled.waived)

    def inputs(self) -> Iterator[Path]:
        """Return every file that a build may read, and the tool's own."""
        issues = self.order.workspace / "issues"
        yield from (each for each in (*issues.glob("*"), *issues.glob("*/issue.yaml")) if each.is_file())
        for folder in (issues / self.order.slug, *self.layouts, *self.fonts):
            yield from (each for each in folder.rglob("*") if each.is_file())
        yield from tool_files()

    def sources(self) -> str:
        """Return the hash of what the pages are made from: copy, manifests, photos, layouts and faces.

        Signatures are no part of it: they are given to pages that are made.
        """
        issues = self.order.workspace / "issues"
        folders = (issues / self.order.slug, *self.layouts, *self.fonts)
        inside = (each for folder in folders for each in folder.rglob("*") if each.is_file())
        files = (*(each for each in issues.glob("*") if each.is_file()), *inside)
        mine = {issues / SIGNERS, *(issues / self.order.slug / name for name in SIGNATURES)}
        pages = (each for each in files if mine.isdisjoint((each, each.parent)))
        return fingerprint(pages, {}, (issues, *folders), self.hashes)

    def write_dummy(self, dummy: "Dummy") -> Artifact:
        """Write ``dummy.json``."""
        data = json.dumps(dummy.as_data(), ensure_ascii=False, indent=1)
        return write(self.dist / "dummy.json", data.encode())


def tool_files() -> Iterator[Path]:
    """Yield the tool's own files on which what it makes depends."""
    for kind in ("*.py", "*.j2", "*.yaml", "*.icc", "*.toml", "*.po"):
        yield from Path(__file__).parent.rglob(kind)
