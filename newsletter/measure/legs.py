"""Stacks to body lines: which are followed by more of their paragraph, which open a leg."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from newsletter.measure.marks import SENTENCE_END, is_marked
from newsletter.measure.rows import Row
from newsletter.measure.stacks import SAME, Stack

REACH = 1.5
"""A line that ends within so many em of its edge reaches it, well set or not."""
INDENTED = 0.3
"""A row that starts so many em right of its column's edge is indented."""
PASSAGE = 3
"""The rows that make an indented passage: fewer are paragraphs of one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A body line: its stack, its column's ``left`` edge in points, its indent from there in em.

    ``full`` lines are followed by more of their paragraph and should reach the column's right edge;
    ``goes_on`` those that follow a full line; ``first`` those that open a leg right after another one;
    a line of an indented ``passage`` may end as far before that edge as it starts after the other.
    """

    row: Row
    stack: int
    left: float
    indent: float
    full: bool
    goes_on: bool
    first: bool
    passage: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A row with what is known of its place; ``indents`` where its stack's paragraphs are indented."""

    row: Row
    stack: int
    left: float
    indent: float
    right: float
    passage: bool
    indents: bool
    first: bool


def lines_of(stacks: Sequence[Stack]) -> list[Line]:
    """Return the body's lines in the order of the file."""
    places = list(chain.from_iterable(_places(stack, at, stacks) for at, stack in enumerate(stacks)))
    on = [_goes_on(one, other) for one, other in pairwise(places)] + [False]
    return [
        Line(
            place.row,
            place.stack,
            place.left,
            place.indent,
            full=on[at] and bool(place.row.han),
            goes_on=at > 0 and on[at - 1],
            first=place.first,
            passage=place.passage,
        )
        for at, place in enumerate(places)
    ]


def _places(stack: Stack, at: int, stacks: Sequence[Stack]) -> Iterator[_Place]:
    indents = [_indent(row, stack.left) for row in stack.rows]
    right = max(row.ends()[-1] for row in stack.rows)
    opens = stack.joined and at > 0 and _starts_over(stacks[at - 1], stack)
    for number, (row, indent) in enumerate(zip(stack.rows, indents, strict=True)):
        passage = indent > INDENTED and _is_passage(stack.rows, indents, number, right)
        first = opens and number == 0
        yield _Place(row, at, stack.left, indent, right, passage, max(indents) > INDENTED, first)


def _indent(row: Row, left: float) -> float:
    """Return a row's indent in em; an opening mark may stand with its blank half outside."""
    return min(((start - left) / row.size for start in row.starts()), key=abs)


def _starts_over(before: Stack, stack: Stack) -> bool:
    """Return whether a stack stands in another column or on another page."""
    one, other = before.rows[-1], stack.rows[0]
    return one.page != other.page or other.y < one.y or not one.overlaps(other)


def _is_passage(rows: Sequence[Row], indents: Sequence[float], at: int, right: float) -> bool:
    """Return whether a row stands among several of its indent, nearly all of which end at one edge.

    That is the column's or one as far indented; lines of verse end anywhere.
    """
    first = last = at
    while first > 0 and abs(indents[first - 1] - indents[at]) < SAME:
        first -= 1
    while last + 1 < len(rows) and abs(indents[last + 1] - indents[at]) < SAME:
        last += 1
    inner = [row for row in rows[first:last] if row.text[-1] not in SENTENCE_END]
    edges = (right, right - indents[at] * rows[at].size)
    return len(inner) >= PASSAGE - 1 and any(4 * _ending(inner, edge) >= 3 * len(inner) for edge in edges)


def _ending(rows: Sequence[Row], edge: float) -> int:
    """Return how many rows end at an edge."""
    return sum(any(abs(end - edge) < SAME * row.size for end in row.ends()) for row in rows)


def _goes_on(one: _Place, other: _Place) -> bool:
    """Return whether a row's paragraph goes on in the next one."""
    if one.stack != other.stack and not other.first:
        return False
    if not _one_face(one.row, other.row):
        return False
    if abs(one.indent - other.indent) < SAME and other.indent > INDENTED:
        return one.passage and _reaches(one) and not _stops(one) and not is_marked(other.row.text)
    if other.indent > INDENTED:
        return is_marked(one.row.text) and other.indent > one.indent and _reaches(one)
    return one.indent > INDENTED or other.indents or not _stops(one) or _reaches(one)


def _one_face(one: Row, other: Row) -> bool:
    """Return whether a row begins in the face that the one before it ends in."""
    return not one.han or not other.han or one.han[-1].font == other.han[0].font


def _reaches(place: _Place) -> bool:
    """Return whether a row ends near the edge, that of an indented passage being perhaps indented too."""
    return place.row.end > place.right - (REACH + max(0.0, place.indent)) * place.row.size


def _stops(place: _Place) -> bool:
    """Return whether a row ends as paragraphs do."""
    return place.row.text[-1] in SENTENCE_END
