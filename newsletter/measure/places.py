"""Rows in their places: how far in from their column's edge, and how near to the other edge they end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsletter.measure.columns import INDENT, SAME, Stack
from newsletter.measure.displayed import REACH, ends_at, is_displayed
from newsletter.measure.marks import SENTENCE_END
from newsletter.measure.rows import Row

INDENTED = 0.3
"""A row that starts so many em right of its column's edge is indented."""
PASSAGE = 3
"""The rows that make an indented passage: fewer are paragraphs of one line."""
VERSE = 12.0
"""The width in em up to which rows of one width, white on both sides of them, are verse."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row with what is known of its place; ``left`` and ``right`` are its column's edges in points.

    ``indent`` is in em. In an indented passage ``inset`` is that of its lines, else 0. ``indents`` where
    its stack's paragraphs are indented, ``first`` where it opens a leg right after another one,
    ``displayed`` where it is a line of a verse or signature.
    """

    row: Row
    stack: int
    left: float
    indent: float
    right: float
    inset: float
    indents: bool
    first: bool
    displayed: bool

    @property
    def reaches(self) -> bool:
        """Whether it ends near the edge, that of an indented passage being perhaps indented too."""
        return self.row.end > self.right - (REACH + self.inset) * self.row.size

    @property
    def is_flush(self) -> bool:
        """Whether it ends at its column's edge."""
        return ends_at(self.row, self.right)

    @property
    def stops(self) -> bool:
        """Whether it ends as paragraphs do."""
        return self.row.text[-1] in SENTENCE_END

    def starts_at(self, indent: float) -> bool:
        """Return whether it starts so many em in; an opening mark may stand with its blank half outside."""
        starts = ((start - self.left) / self.row.size for start in self.row.starts())
        return any(abs(start - indent) < SAME for start in starts)


def places_of(stack: Stack, at: int, before: Stack | None, face: str) -> Iterator[Place]:
    """Yield the places of a stack's rows; ``before`` is the stack before it, ``face`` that of the body."""
    indents = [_indent(row, stack.left) for row in stack.rows]
    insets = _insets(stack, indents)
    displayed = is_displayed(stack, face)
    opens = stack.joined and before is not None and _starts_over(before, stack)
    for number, (row, indent, inset) in enumerate(zip(stack.rows, indents, insets, strict=True)):
        first = opens and number == 0
        yield Place(
            row, at, stack.left, indent, stack.right, inset, max(indents) > INDENTED, first, displayed
        )


def _indent(row: Row, left: float) -> float:
    """Return a row's indent in em; an opening mark may stand with its blank half outside."""
    return min(((start - left) / row.size for start in row.starts()), key=abs)


def _starts_over(before: Stack, stack: Stack) -> bool:
    """Return whether a stack stands in another column or on another page."""
    one, other = before.rows[-1], stack.rows[0]
    return one.page != other.page or other.y < one.y or not one.overlaps(other)


def _insets(stack: Stack, indents: Sequence[float]) -> list[float]:
    """Return of each row the indent of the passage that goes on under it, 0 for one in none."""
    known = {indents[first] for first, last in _runs(indents) if _is_passage(stack, first, last, indents)}
    below = [*indents[1:], indents[-1]]
    insets = [next((each for each in known if abs(each - indent) < SAME), 0.0) for indent in below]
    return [inset if at > inset - SAME else 0.0 for at, inset in zip(indents, insets, strict=True)]


def _runs(indents: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of rows that follow each other with one indent."""
    first = 0
    for at in range(1, len(indents) + 1):
        if at == len(indents) or abs(indents[at] - indents[first]) >= SAME:
            yield first, at - 1
            first = at


def _is_passage(stack: Stack, first: int, last: int, indents: Sequence[float]) -> bool:
    """Return whether rows of one indent are a passage: nearly all of them end at one edge.

    That is the column's or one as far indented; lines of verse end anywhere, or all of them there. A
    paragraph's first row, indented further, counts with them.
    """
    if indents[first] <= INDENTED:
        return False
    opening = first > 0 and abs(indents[first - 1] - indents[first] - INDENT) < SAME
    rows = stack.rows[first - opening : last + 1]
    inner = [row for row in rows[:-1] if row.text[-1] not in SENTENCE_END]
    edges = (stack.right, stack.right - indents[first] * stack.size)
    ending = [sum(ends_at(row, edge) for row in inner) for edge in edges]
    verse = (rows[0].end - rows[0].x) < VERSE * stack.size and all(ends_at(row, edges[1]) for row in rows)
    return len(inner) >= PASSAGE - 1 and 4 * max(ending) >= 3 * len(inner) and not verse
