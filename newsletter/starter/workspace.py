"""A new workspace: the shipped sample, or the least that an issue needs."""

import shutil
from pathlib import Path

from newsletter import shipped
from newsletter.diagnostics import MachineFault
from newsletter.language import _, language
from newsletter.starter import texts
from newsletter.starter.files import write_files
from newsletter.starter.succession import FIRST

USAGE = 2


def init(folder: Path, *, bare: bool = False) -> tuple[Path, ...]:
    """Make a workspace in a folder that is empty or not there yet and return the files made.

    Raises MachineFault (2) where there is something in the folder: nothing is ever overwritten.
    """
    _refuse_if_taken(folder)
    try:
        _fill(folder, bare=bare)
    except BaseException:
        # The folder was empty: what is in it is ours, and half a workspace would only be in the way.
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


def _fill(folder: Path, *, bare: bool) -> None:
    """Write the files of a workspace."""
    if bare:
        write_files(folder / "issues", {"publication.yaml": texts.PUBLICATION})
        write_files(folder / "issues" / FIRST, texts.FIRST_ISSUE)
    else:
        _copy_sample(shipped.folder("issues"), folder / "issues")
    readers = {"README.md": texts.README[language()], "layouts/README.md": texts.LAYOUTS[language()]}
    write_files(folder, {**readers, ".gitignore": "dist/\n", ".gitattributes": texts.UNITED})


def _copy_sample(sample: Path, issues: Path) -> None:
    """Copy the publication and its first issue; later ones only show what the tool can do."""
    first = [each.relative_to(sample) for each in sorted((sample / FIRST).rglob("*")) if each.is_file()]
    for name in (Path("publication.yaml"), *filter(_is_shipped, first)):
        (issues / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sample / name, issues / name)


def _is_shipped(path: Path) -> bool:
    """Return whether a file belongs to the sample, and is none that an editor or Python left there."""
    return not any(part.startswith(".") or part == "__pycache__" or part.endswith("~") for part in path.parts)


def _refuse_if_taken(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sentence = _("{folder} is not empty; nothing is overwritten.").format(folder=folder)
        raise MachineFault(sentence, _("Name a new folder: newsletter init our-paper."), USAGE)
