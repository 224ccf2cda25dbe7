"""Where layouts and faces are looked for: the workspace first, then what travels with the tool."""

from pathlib import Path
from typing import TYPE_CHECKING

from newsletter import shipped

if TYPE_CHECKING:
    from newsletter.layout import Layout


def folders(name: str, workspace: Path | None) -> tuple[Path, ...]:
    """Return the folders of that name, ``layouts`` or ``fonts``, that there are."""
    own = () if workspace is None else (workspace / name,)
    return tuple(dict.fromkeys(each.resolve() for each in (*own, shipped.folder(name)) if each.is_dir()))


def layout_of(name: str, workspace: Path) -> "Layout | None":
    """Return the layout of that name, none where it cannot be used."""
    from newsletter.layout import read_layout

    return read_layout(name, folders("layouts", workspace)).value
