"""Displayed matter: verse and signatures, whose lines end each where it does."""

from collections.abc import Sequence
from itertools import pairwise

from newsletter.measure.columns import SAME, Stack
from newsletter.measure.marks import SENTENCE_END
from newsletter.measure.rows import Row

REACH = 1.5
"""A line that ends within so many em of its edge reaches it, well set or not."""
MOST_CENTRED = 4
"""The rows that a unit and a date take at most."""
ASIDE = 0.3
"""Rows that start so many em apart are centred on each other, if they are, on purpose."""


def is_displayed(stack: Stack, face: str) -> bool:
    """Return whether a stack's rows are lines of a verse or signature; ``face`` is that of the body."""
    return _are_centred(stack.rows) or _is_verse(stack, face)


def _are_centred(rows: Sequence[Row]) -> bool:
    """Return whether a few rows stand in the middle of each other, each of another width."""
    return 1 < len(rows) <= MOST_CENTRED and all(
        abs(other.x - one.x) > ASIDE * one.size
        and abs(other.x - one.x + other.end - one.end) < SAME * one.size
        for one, other in pairwise(rows)
    )


def _is_verse(stack: Stack, face: str) -> bool:
    """Return whether a stack is ragged, and in another face or flush left with most of it short."""
    inner = [row for row in stack.rows[:-1] if row.text[-1] not in SENTENCE_END]
    flush = sum(ends_at(row, stack.right) for row in inner)
    if 4 * flush >= 3 * len(inner):
        return False
    short = sum(row.end < stack.right - REACH * row.size for row in inner)
    even = max(row.x for row in stack.rows) - min(row.x for row in stack.rows) < ASIDE * stack.size
    return all(glyph.font != face for row in stack.rows for glyph in row.han) or (
        even and 2 * short > len(inner)
    )


def ends_at(row: Row, edge: float) -> bool:
    """Return whether a row ends at an edge."""
    return any(abs(end - edge) < SAME * row.size for end in row.ends())
