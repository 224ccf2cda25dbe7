"""A new story: its copy file, named in letters after its headline, and its entry in the manifest."""

from pathlib import Path

from newsletter.diagnostics import MachineFault
from newsletter.language import _
from newsletter.names import slug
from newsletter.starter.scalars import scalar

USAGE = 2


def new_article(issue: Path, headline: str) -> Path:
    """Add a story to an issue and return its copy file.

    Raises MachineFault (2) for a headline of nothing but white.
    """
    if not headline.strip():
        raise MachineFault(_("A story needs a headline."), _("newsletter new --article 标题"), USAGE)
    copy = _free(issue / "articles", slug(headline))
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text("", "utf-8")
    _enter(issue / "articles.yaml", copy.stem, headline.strip())
    return copy


def _free(folder: Path, stem: str) -> Path:
    """Return a file that is not there yet."""
    path, number = folder / f"{stem}.md", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.md", number + 1
    return path


def _enter(manifest: Path, identifier: str, headline: str) -> None:
    """Add the story at the manifest's end; what stands there stays as it is."""
    before = manifest.read_text("utf-8-sig") if manifest.is_file() else ""
    entry = (
        f"- id: {identifier}\n"
        f"  file: articles/{identifier}.md\n"
        f"  headline: {scalar(headline)}\n"
        "  rank: standard\n"
    )
    gap = "" if not before or before.endswith("\n") else "\n"
    manifest.write_text(before + gap + entry, "utf-8", newline="\n")
