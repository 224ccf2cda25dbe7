"""Rules about doglegs: over every story within a column, and between columns where two stories meet."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.dummy import Box, RuleFrame
from newsletter.layout import Layout
from newsletter.lengths import Mm
from newsletter.makeup.rules import RULE, RULE_END, between_columns
from newsletter.makeup.search import Bent, Doglegs


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a story stands in one column of a block: from one line to before another."""

    story: str
    column: int
    line: int
    end: int


def dogleg_rules(block: Doglegs, layout: Layout, column: int, line: int) -> Iterator[RuleFrame]:
    """Return the rules of a block that begins at a column and a line of the page."""
    pieces = [piece for bent in block.stories for piece in _pieces(bent)]
    width, half = Mm(layout.grid.column * layout.em), layout.limits.gap * layout.line / 2
    for each in pieces:
        if each.line:
            y = Mm(layout.line_y(line + each.line) - half)
            yield RuleFrame(Box(layout.column_x(column + each.column), y, width, RULE))
    for at in range(1, block.columns):
        x = between_columns(layout, column + at)
        for first, last in _parted(pieces, at, block.height):
            top = layout.line_y(line + first) + (half if first else RULE_END)
            foot = layout.line_y(line + last) + (half if last < block.height else -RULE_END)
            yield RuleFrame(Box(x, Mm(top), RULE, Mm(foot - top)))


def _pieces(bent: Bent) -> Iterator[Piece]:
    """Yield the pieces of a story in a block."""
    rectangle, body = bent.rectangle, bent.rectangle.body
    first = rectangle.height - body.rooms[0] - body.tops[0]
    yield Piece(rectangle.story, bent.column, bent.line, bent.line + rectangle.height)
    for at, (top, room) in enumerate(zip(body.tops[1:], body.rooms[1:], strict=True), 1):
        yield Piece(rectangle.story, bent.column + at, 0, bent.line + first + top + room)


def _parted(pieces: list[Piece], column: int, height: int) -> Iterator[tuple[int, int]]:
    """Yield from which line to which a column's stories are others than those on its left."""
    begun: int | None = None
    for line in range(height):
        one, other = (_at(pieces, at, line) for at in (column - 1, column))
        if one == other and begun is not None:
            yield begun, line
        begun = None if one == other else line if begun is None else begun
    if begun is not None:
        yield begun, height


def _at(pieces: list[Piece], column: int, line: int) -> str:
    """Return the story at a line of a column; white above a story belongs to it."""
    below = (each for each in pieces if each.column == column and line < each.end)
    return min(below, key=lambda each: each.line, default=Piece("", column, line, line)).story
