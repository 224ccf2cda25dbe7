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
UNSHIPPED = shutil.ignore_patterns(".*", "__pycache__", "*~")


def init(folder: Path, *, bare: bool = False) -> tuple[Path, ...]:
    """Make a workspace in a folder that is empty or not there yet and return the files made.

    Raises MachineFault (2) where there is something in the folder: nothing is ever overwritten.
    """
    _refuse_if_taken(folder)
    if bare:
        write_files(folder / "issues", {"publication.yaml": texts.PUBLICATION})
        write_files(folder / "issues" / FIRST, texts.FIRST_ISSUE)
    else:
        _copy_sample(shipped.folder("issues"), folder / "issues")
    readers = {"README.md": texts.README[language()], "layouts/README.md": texts.LAYOUTS[language()]}
    write_files(folder, {**readers, ".gitignore": "dist/\n", ".gitattributes": texts.UNITED})
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


def _copy_sample(sample: Path, issues: Path) -> None:
    """Copy the publication and its first issue; later ones only show what the tool can do."""
    shutil.copytree(sample / FIRST, issues / FIRST, ignore=UNSHIPPED)
    shutil.copy(sample / "publication.yaml", issues)


def _refuse_if_taken(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sentence = _("{folder} is not empty; nothing is overwritten.").format(folder=folder)
        raise MachineFault(sentence, _("Name a new folder: newsletter init our-paper."), USAGE)
