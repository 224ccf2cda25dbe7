"""What the last build and the last plan left, and whether the sources have changed since."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsletter.diagnostics import MachineFault
from newsletter.language import _
from newsletter.release import print_name

MISSING = 3


@dataclass(frozen=True, slots=True)
class Made:
    """An issue's folder of things made."""

    workspace: Path
    slug: str

    @property
    def folder(self) -> Path:
        """The folder in ``dist``."""
        return self.workspace / "dist" / self.slug

    def pdf(self) -> Path:
        """Return the print PDF.

        Raises MachineFault (3) where it was not built yet.
        """
        return self._there(print_name(self.slug), "build")

    def dummy(self) -> Path:
        """Return ``dummy.json``.

        Raises MachineFault (3) where the issue was not made up yet.
        """
        return self._there("dummy.json", "plan")

    def _there(self, name: str, command: str) -> Path:
        path = self.folder / name
        if path.is_file():
            return path
        sentence = _("{slug} has no {file} yet.").format(slug=self.slug, file=name)
        raise MachineFault(
            sentence, _("Run newsletter {command} {slug}.").format(command=command, slug=self.slug), MISSING
        )

    def stale(self, made: Path) -> Path | None:
        """Return the newest source that changed after ``made`` was, none where it is up to date."""
        changed = max(self._sources(), key=_changed, default=None)
        return changed if changed is not None and _changed(changed) > _changed(made) else None

    def _sources(self) -> Iterator[Path]:
        issues = self.workspace / "issues"
        yield from _files(issues.glob("*"))
        yield from _files((issues / self.slug).rglob("*"))
        yield from _files((self.workspace / "layouts").rglob("*"))


def read_dummy(path: Path) -> dict[str, Any]:
    """Return the data of a ``dummy.json``.

    Raises MachineFault (3) where it is damaged.
    """
    try:
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        sentence = _("{file} cannot be read: {fault}").format(file=path, fault=fault)
        raise MachineFault(sentence, _("newsletter plan writes it again."), MISSING) from fault
    return data


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    return (path for path in paths if path.is_file() and not path.name.startswith("."))


def _changed(path: Path) -> float:
    return path.stat().st_mtime
