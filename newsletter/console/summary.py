"""The last line of a run: what was found and what that means for press."""

from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from newsletter.language import _
from newsletter.report.verdict import clear
from newsletter.report.wording import tally_in_words

if TYPE_CHECKING:
    from newsletter.commission import Outcome
    from newsletter.release import Artifact


def summary(outcome: "Outcome", *, strict: bool = False) -> Text:
    """Return the verdict in one line."""
    words = tally_in_words(outcome.diagnostics)
    if not words:
        return Text(_("✓ {slug}: nothing found").format(slug=outcome.slug), style="clear")
    if clear(outcome.diagnostics, strict=strict):
        return Text(
            _("✓ {slug}: {tally}, nothing holds the issue").format(slug=outcome.slug, tally=words),
            style="clear",
        )
    return Text(_("✗ {slug}: {tally}, held").format(slug=outcome.slug, tally=words), style="error")


def artifact_line(artifact: "Artifact", workspace: Path) -> Text:
    """Return a made file with the beginning of its hash."""
    size = artifact.path.stat().st_size if artifact.path.is_file() else 0
    text = Text("  ").append(relative(artifact.path, workspace), style="place")
    return text.append(f"  {weight(size)}  sha256 {artifact.sha256[:12]}", style="quiet")


def relative(path: Path, workspace: Path) -> str:
    """Return a path as seen from the workspace."""
    absolute = (workspace / path).resolve()
    root = workspace.resolve()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else absolute.as_posix()


def weight(size: int) -> str:
    """Return a file's size as people say it."""
    for unit, step in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size} B"
