"""The figures of a PDF's body text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.measure.edges import errors
from tests.measure.glyphs import Glyph, pages_of
from tests.measure.grid import on_grid
from tests.measure.legs import Line, body_lines, body_size
from tests.measure.marks import NOT_AT_END, NOT_AT_START, is_han, is_word, squeezes
from tests.measure.rows import rows_of

FLUSH = 0.12
"""A full line that ends within so many em of its column's edge is flush with it."""
WIDE = 0.75
"""Two marks that share a blank stand half an em apart from pen to pen, left wide a whole one."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted, and the faults by the text of their lines; sizes in points, errors in em."""

    size: float
    lines: int
    full: int
    flush: float
    error: float
    worst: float
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    cut: tuple[str, ...]
    lone: tuple[str, ...]
    pairs: int
    wide: tuple[str, ...]
    grid: float
    ragged: tuple[str, ...] = ()


def measure(pdf: Path | bytes) -> Figures:
    """Return the figures of a PDF."""
    rows = [row for page, glyphs in enumerate(pages_of(pdf), 1) for row in rows_of(glyphs, page)]
    lines = body_lines(rows)
    full = [line for line in lines if line.full]
    misses = errors(lines)
    pairs = _pairs(lines)
    kept, all_lines = on_grid(lines)
    return Figures(
        size=body_size(rows),
        lines=len(lines),
        full=len(full),
        flush=_share(sum(abs(miss) <= FLUSH for miss in misses), len(misses)),
        error=sum(map(abs, misses)) / max(1, len(misses)),
        worst=max(map(abs, misses), default=0.0),
        starts=tuple(line.row.text for line in lines if line.goes_on and line.row.text[0] in NOT_AT_START),
        ends=tuple(line.row.text for line in full if line.row.text[-1] in NOT_AT_END),
        cut=tuple(_cut_words(lines)),
        lone=tuple(line.row.text for line in lines if _is_lone(line)),
        pairs=len(pairs),
        wide=tuple(one.char + other.char for one, other in pairs if other.x - one.x > WIDE * one.size),
        grid=_share(kept, all_lines),
        ragged=tuple(line.row.text for line, miss in zip(full, misses, strict=True) if abs(miss) > FLUSH),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _cut_words(lines: Sequence[Line]) -> list[str]:
    """Return the words and numbers that two lines share."""
    return [
        f"{one.row.text[-8:]}|{other.row.text[:8]}"
        for one, other in pairwise(lines)
        if one.full and is_word(one.row.text[-1]) and is_word(other.row.text[0])
    ]


def _is_lone(line: Line) -> bool:
    """Return whether a paragraph's last line is one Han character, with or without a mark."""
    han = sum(is_han(char) for char in line.row.text)
    return line.goes_on and not line.full and han == 1 and not any(map(is_word, line.row.text))


def _pairs(lines: Sequence[Line]) -> list[tuple[Glyph, Glyph]]:
    """Return the neighbouring marks of all lines that share a blank."""
    return [
        (one, other)
        for line in lines
        for one, other in pairwise(line.row.glyphs)
        if squeezes(one.char, other.char)
    ]
