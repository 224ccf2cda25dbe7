"""The two sides of a comparison by their names: now, build, previous, a signature, a folder, a revision."""

from collections.abc import Callable, Mapping
from pathlib import Path

from newsletter.comparison.content import KEPT, Content, content_of, keep, read_content
from newsletter.comparison.previous import FOLDER
from newsletter.comparison.revision import revision
from newsletter.diagnostics import MachineFault
from newsletter.language import _
from newsletter.manifest import load
from newsletter.stage import Stage

NOW, BUILD, PREVIOUS, SIGNED = "now", "build", "previous", "signed"
STAGES = tuple(str(each) for each in Stage)
SIGNED_FOLDER = ".signed"
MISSING = 3


def side(workspace: Path, slug: str, name: str, near: Path) -> Content:
    """Return the content that a name means; a relative folder is looked for from ``near`` on.

    Raises MachineFault (3) where nothing of that name is kept, (4) where git is missing.
    """
    dist = workspace / "dist" / slug
    known: Mapping[str, Callable[[], Content]] = {
        NOW: lambda: _loaded(workspace, slug),
        BUILD: lambda: _built(dist, slug),
        PREVIOUS: lambda: _kept(dist / FOLDER / KEPT, _("No build before the last is kept.")),
        SIGNED: lambda: _signed(dist),
    }
    if name in known:
        return known[name]()
    if name in STAGES:
        return _kept(dist / SIGNED_FOLDER / f"{name}.json", _not_signed(name))
    if (near / name).is_dir():
        return _folder(near / name, slug)
    with revision(workspace, name, slug) as root:
        return _loaded(root, slug)


def print_file(workspace: Path, slug: str, name: str, near: Path) -> Path | None:
    """Return the print file that a side was made into, none where it has none."""
    dist = workspace / "dist" / slug
    places = {BUILD: dist, PREVIOUS: dist / FOLDER}
    folder = None if name in (NOW, SIGNED, *STAGES) else places.get(name, near / name)
    file = folder / f"{slug}.print.pdf" if folder else None
    return file if file is not None and file.is_file() else None


def keep_signed(workspace: Path, slug: str, stage: str) -> None:
    """Keep the issue as it was signed at a stage, for comparing it later."""
    folder = workspace / "dist" / slug / SIGNED_FOLDER
    keep(folder, _loaded(workspace, slug))
    (folder / KEPT).replace(folder / f"{stage}.json")


def _loaded(workspace: Path, slug: str) -> Content:
    """Return the content of an issue's files."""
    issue = load(workspace, slug).value
    if issue is None:
        sentence = _("The issue {slug} cannot be read.").format(slug=slug)
        raise MachineFault(sentence, _("Run: newsletter check {slug}").format(slug=slug), MISSING)
    return content_of(issue)


def _built(dist: Path, slug: str) -> Content:
    sentence = _("No build of {slug} is kept.").format(slug=slug)
    return _kept(dist / KEPT, sentence, _("Run: newsletter build {slug}").format(slug=slug))


def _kept(file: Path, sentence: str, hint: str = "") -> Content:
    content = read_content(file)
    if content is None:
        raise MachineFault(sentence, hint or _("Name a build, a folder or a git revision."), MISSING)
    return content


def _signed(dist: Path) -> Content:
    """Return what was signed last: of the latest stage."""
    latest = [stage for stage in STAGES if (dist / SIGNED_FOLDER / f"{stage}.json").is_file()]
    stage = latest[-1] if latest else ""
    return _kept(dist / SIGNED_FOLDER / f"{stage}.json", _not_signed(stage))


def _not_signed(stage: str) -> str:
    return _("What was signed is not kept: {stage}.").format(stage=stage or _("no signature"))


def _folder(folder: Path, slug: str) -> Content:
    """Return the content of a folder: of things made, of an issue, or a workspace."""
    if (kept := read_content(folder / KEPT)) is not None:
        return kept
    folder = folder.resolve()
    if (folder / "issue.yaml").is_file():
        return _loaded(folder.parents[1], folder.name)
    if (folder / "issues" / slug / "issue.yaml").is_file():
        return _loaded(folder, slug)
    sentence = _("In {folder} there is no issue and no build.").format(folder=folder.name)
    raise MachineFault(sentence, _("Name a folder of dist/, of issues/, or a workspace."), MISSING)
