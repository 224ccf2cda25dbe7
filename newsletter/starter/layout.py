"""A new layout: the numbers of another to change, its templates by ``base``."""

import re
from pathlib import Path

from newsletter.diagnostics import MachineFault
from newsletter.language import _, language
from newsletter.layout import SHEET
from newsletter.starter import texts
from newsletter.starter.files import write_files
from newsletter.starter.scalars import scalar

USAGE = 2


def new_layout(name: str, model: Path, folder: Path) -> Path:
    """Make a layout of that name in a folder of layouts after the one in ``model``; return its folder.

    Raises MachineFault (2) where there is one already or the name is none.
    """
    made = _free(name, folder)
    sheet = renamed((model / SHEET).read_text("utf-8-sig"), name, model.name)
    readme = texts.LAYOUT[language()].format(name=name, model=model.name)
    write_files(made, {SHEET: sheet, "README.md": readme})
    return made


def _free(name: str, folder: Path) -> Path:
    made = folder / name
    if Path(name).name != name or name.startswith("."):
        raise MachineFault(_("“{name}” cannot be the name of a folder.").format(name=name), exit_code=USAGE)
    if made.exists():
        sentence = _("There is a layout “{name}” already; nothing is overwritten.").format(name=name)
        raise MachineFault(sentence, _("Give it another name."), USAGE)
    return made


def renamed(sheet: str, name: str, model: str) -> str:
    """Return the text of a layout under another name, its title marked, its templates those of the model."""
    title = re.search(r"(?m)^title:[ \t]*[\"']?(.*?)[\"']?[ \t]*(?:[ \t]#.*)?$", sheet)
    own = f"{title[1]}（{name}）" if title else name
    sheet = re.sub(r"(?m)^name:.*$", lambda _found: f"name: {scalar(name)}", sheet, count=1)
    sheet = re.sub(r"(?m)^title:.*$", lambda _found: f"title: {scalar(own)}", sheet, count=1)
    line = f"base: {scalar(model)}     # its templates are used; one of the same name in this folder wins"
    if re.search(r"(?m)^base:", sheet):
        return re.sub(r"(?m)^base:.*$", lambda _found: line, sheet, count=1)
    return re.sub(r"(?m)^(title:.*)$", lambda found: f"{found[1]}\n{line}", sheet, count=1)
