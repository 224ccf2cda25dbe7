"""The figures of a PDF's body text."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsletter.diagnostics import MachineFault
from newsletter.language import _

FLUSH = 0.12
"""A full line that ends within so many em of its column's edge is flush with it."""
LOOSE = 0.12
"""A line whose Han characters stand further apart than so many em is loose."""
WIDE = 0.75
"""Two marks that share a blank stand half an em apart from pen to pen, left wide a whole one."""
SHORT = 1.0
"""A paragraph's last line that ends so many em before the edge is short."""


class NoBodyText(MachineFault):
    """A PDF in which no lines of Chinese text were found."""

    def __init__(self) -> None:
        hint = _("Lines of Han characters one below the other are measured; is the text drawn as outlines?")
        super().__init__(_("There is no Chinese body text in it."), hint, exit_code=3)


@dataclass(frozen=True, slots=True)
class Found:
    """A line with a fault: page and column from 1, its text, and how much in em where that is a length."""

    page: int
    column: int
    text: str
    em: float = 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted, and the faults by their lines; sizes in points, errors and spaces in em.

    ``full`` lines go on in the next and should end at the edge; ``flush`` is the share of them that do.
    ``stretch`` is the widest space between two Han of a full line, ``word_stretch`` that of lines with a
    Latin word of more than four letters, which are kept apart; ``loose`` and ``word_loose`` are the lines
    over the bound. ``widows`` are legs that start with a paragraph's last short line, ``stranded`` legs
    that end with a crosshead. ``measures`` has the full lines of each measure in em.
    """

    size: float
    leading: float
    measures: Mapping[float, int]
    lines: int
    full: int
    flush: float
    error: float
    worst: float
    stretch: float
    word_stretch: float
    ragged: tuple[Found, ...]
    loose: tuple[Found, ...]
    word_loose: tuple[Found, ...]
    starts: tuple[Found, ...]
    ends: tuple[Found, ...]
    cut: tuple[Found, ...]
    pairs: int
    wide: tuple[Found, ...]
    grid: float
    off_grid: tuple[Found, ...]
    lone: tuple[Found, ...]
    widows: tuple[Found, ...]
    stranded: tuple[Found, ...]
