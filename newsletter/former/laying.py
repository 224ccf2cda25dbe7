"""An issue built apart from dist, kept by what it was made from, so that a second comparison is quick."""

import datetime
import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsletter import __version__, pipeline, shipped
from newsletter.bench import Bench, tool_files
from newsletter.commission import Order, Progress, unheard
from newsletter.comparison.content import KEPT, Content, read_content
from newsletter.comparison.keeping import keep_build
from newsletter.comparison.made import MadePages, made_in
from newsletter.comparison.revision import commit_of, revision
from newsletter.diagnostics import Diagnostic, Severity
from newsletter.release import fingerprint, print_name, write

FOLDER, LENT = "former", "lent"
TEXTS = (".md", ".yaml", ".yml", ".txt", "")
MOST = 8
"""Layings that are kept; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Made:
    """An issue laid out: its content with the pages of its stories, its pages, where they are kept.

    ``lent`` is how many photos are those of today, because the revision has none.
    """

    content: Content
    pages: MadePages
    folder: Path
    lent: int = 0


@dataclass(frozen=True)
class Laid:
    """What lays an issue of a workspace out anew."""

    workspace: Path
    slug: str
    today: datetime.date
    progress: Progress = unheard

    def revision(self, name: str) -> Made | str:
        """Return the issue as it was in a git revision, or why it could not be laid out.

        Raises MachineFault: 4 where git is missing, 3 where there is no such revision or no issue in it.
        """
        folder = self._folder(commit_of(self.workspace, name))
        if (kept := self._kept(folder)) is not None:
            return kept
        with revision(self.workspace, name, self.slug, whole=True) as root:
            lent = self._lend_photos(root)
            made = self._laid(root, folder)
            if lent and isinstance(made, Made):
                write(folder / LENT, str(lent).encode())
            return self._kept(folder) or made

    def _lend_photos(self, root: Path) -> int:
        """Put the photos of today where a revision has none, and return how many: git may not keep them."""
        places = ((file, root / file.relative_to(self.workspace)) for file in self._photos())
        lent = [(file, target) for file, target in places if not target.exists()]
        for file, target in lent:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        return len(lent)

    def _photos(self) -> tuple[Path, ...]:
        """Return the issue's files that are no text."""
        files = (self.workspace / "issues" / self.slug).rglob("*")
        return tuple(each for each in files if each.is_file() and each.suffix.lower() not in TEXTS)

    def now(self) -> Made | str:
        """Return the issue of the files as they are now, or why it could not be laid out."""
        sources = Bench(Order(self.workspace, self.slug, self.today), unheard).sources()
        folder = self._folder(sources)
        return self._kept(folder) or self._laid(self.workspace, folder)

    def _folder(self, of: str) -> Path:
        """Return where a laying is kept: by what it is of, the tool and what comes with it."""
        own = (shipped.folder("layouts"), shipped.folder("fonts"))
        files = (*tool_files(), *(each for folder in own for each in folder.rglob("*") if each.is_file()))
        made_of = (*files, *self._photos())
        facts = {"of": of, "slug": self.slug, "version": __version__}
        tool = fingerprint(made_of, facts, (*own, self.workspace))
        return self._store / hashlib.sha256(tool.encode()).hexdigest()[:16]

    @property
    def _store(self) -> Path:
        return self._cache / FOLDER

    @property
    def _cache(self) -> Path:
        return self.workspace / "dist" / ".cache"

    def _kept(self, folder: Path) -> Made | None:
        content, pages = read_content(folder / KEPT), made_in(folder, self.slug)
        lent = (folder / LENT).read_text("ascii") if (folder / LENT).is_file() else "0"
        return Made(content, pages, folder, int(lent)) if content is not None and pages else None

    def _laid(self, root: Path, folder: Path) -> Made | str:
        """Build the issue of a workspace apart and keep what is compared of it."""
        apart = folder.with_name(f"{folder.name}.new")
        order = Order(root, self.slug, self.today, apart=apart, cache=self._cache)
        try:
            outcome = pipeline.build(order, self.progress)
            if outcome.artifacts:
                keep_build(apart / self.slug, print_name(self.slug), folder)
        finally:
            shutil.rmtree(apart, ignore_errors=True)
        self._clear()
        return self._kept(folder) or _why(outcome.diagnostics)

    def _clear(self) -> None:
        """Remove the oldest layings."""
        for each in sorted(self._layings(), key=lambda each: -each.stat().st_mtime)[MOST:]:
            shutil.rmtree(each, ignore_errors=True)

    def _layings(self) -> Iterator[Path]:
        yield from (each for each in self._store.glob("*") if each.is_dir())


def _why(found: tuple[Diagnostic, ...]) -> str:
    """Return the first fault that holds an issue."""
    return next((each.message for each in found if each.severity is Severity.ERROR), "")
