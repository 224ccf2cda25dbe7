"""Where readings and dots of stress stand beside their line, as the composer left room for them.

The engine has no ruby of its own: what stands over and under a line is placed by itself and moves no
baseline. Lengths are em of the line's size from the line's left, unless a name says otherwise.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsletter.dummy import Dummy, Role, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.layout import Layout
from newsletter.lengths import Pt
from newsletter.lines import Line, Piece
from newsletter.manuscript import Reading

LEAN = 0.08
"""How far a reading that reaches over the measure's edge is moved inwards, off the middle of its base."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading by its left edge and width."""

    sound: str
    left: float
    width: float


def type_of(line: SetLine, frame: TextFrame, layout: Layout) -> tuple[Pt, Pt]:
    """Return size and leading of a line: the frame's, but in legs those of the line's own style."""
    if frame.role is not Role.LEG or line.style == "body":
        return frame.size, frame.leading
    style = layout.styles[line.style]
    return style.size, style.leading


def readings_set(dummy: Dummy, layout: Layout) -> Mapping[tuple[int, float], int]:
    """Return how many readings each page has in each size, in tenths of a point."""
    return Counter(
        (page.number, round(layout.ruby_size(*type_of(each, frame, layout)), 1))
        for page in dummy.pages
        for frame in page.frames
        if isinstance(frame, TextFrame)
        for each in frame.lines
        for _reading in each.line.readings
    )


def placed_readings(
    line: Line, trackings: Sequence[float], size: float, face: str, book: FontBook, measure: float
) -> Iterator[Placed]:
    """Yield the readings of a line, each centred over its base; ``size`` is theirs in em of the line's."""
    edges = list(_edges(line, trackings, book))
    for each in line.readings:
        width = book.width(face, each.sound) * size
        left = (edges[each.start][0] + edges[each.stop - 1][1] - width) / 2
        yield Placed(each.sound, left + _lean(each, line, left, width, measure), width)


def _lean(each: Reading, line: Line, left: float, width: float, measure: float) -> float:
    """Return how far a reading at the measure's edge is moved inwards, nothing where another stands there."""
    over = left + width - measure
    if left < 0.0 and all(other.start != each.stop for other in line.readings):
        return min(LEAN, -left)
    if over > 0.0 and all(other.stop != each.start for other in line.readings):
        return -min(LEAN, over)
    return 0.0


def placed_dots(line: Line, trackings: Sequence[float], book: FontBook) -> Iterator[float]:
    """Yield the middles of the characters of a line that have a dot."""
    edges = list(_edges(line, trackings, book))
    for at in line.dots:
        yield sum(edges[at]) / 2


def _edges(line: Line, trackings: Sequence[float], book: FontBook) -> Iterator[tuple[float, float]]:
    """Yield the left and right edge of each character of the copy, given the tracking of each piece."""
    x = line.start
    for piece, tracking in zip(line.pieces, trackings, strict=True):
        measured = _measured(piece, book)
        em = 1000 / piece.scale
        for at in range(0 if piece.added else len(piece.text)):
            right = x + measured(piece.text[: at + 1]) / em + at * tracking
            yield right - measured(piece.text[at]) / em, right
        x += measured(piece.text) / em + len(piece.text) * tracking


def _measured(piece: Piece, book: FontBook) -> Callable[[str], float]:
    """Return how the characters of a piece are measured, in thousandths of its em."""
    face = book.face(piece.face)
    if piece.wide:
        return face.full_thousandths
    if piece.proportional:
        return face.proportional_thousandths
    return face.halved_thousandths if piece.halved else face.thousandths
