"""The layout that a command works with."""

from pathlib import Path
from typing import TYPE_CHECKING

from newsletter import shipped

if TYPE_CHECKING:
    from newsletter.layout import Layout


def layout_of(name: str, workspace: Path) -> "Layout | None":
    """Return the layout of that name, none where it cannot be used."""
    from newsletter.layout import read_layout

    return read_layout(name, shipped.folders("layouts", workspace)).value
