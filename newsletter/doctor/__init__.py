"""The self-check: what a build needs of this machine, and the command that brings what is missing."""

from collections.abc import Iterator
from pathlib import Path

from newsletter.doctor.faces import examine_faces
from newsletter.doctor.libraries import examine_libraries
from newsletter.doctor.result import Result, State
from newsletter.doctor.shop import examine_conditions, examine_layouts

__all__ = ["Result", "State", "examine"]


def examine(layouts: tuple[Path, ...], fonts: tuple[Path, ...]) -> Iterator[Result]:
    """Yield what is found of programs, faces, printing conditions and layouts, in this order."""
    yield from examine_libraries()
    yield from examine_faces(fonts, layouts)
    yield from examine_conditions()
    yield from examine_layouts(layouts)
