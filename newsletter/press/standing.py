"""Small type told from readings: a reading stands over (or right of) larger type, close to it.

A bare PDF does not say what is ruby. What stands within half of the larger character's size over it, and
has at most two thirds of its size, is one; so are the raised marks of notes, which stand right of theirs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsletter.diagnostics import Spot
from newsletter.lengths import Mm
from newsletter.press.facts import Character, Measure

_LARGER = 1.5
_NEAR = 0.6
"""A reading's foot is nearer to the head of its character than so much of the character's size."""
_CELL = 5.0
"""Side in mm of the squares by which neighbours are found."""
_ROUNDING = 0.02
_POINT = 25.4 / 72


def alone(characters: Sequence[Character], least: float, page: int) -> tuple[Measure, ...]:
    """Return the type under ``least`` points that stands over nothing larger: each size where it is first."""
    small = [each for each in characters if each.size < least - _ROUNDING and not each.char.isspace()]
    squares = _by_square(each for each in characters if not each.char.isspace()) if small else {}
    found: dict[float, Measure] = {}
    for each in small:
        size = round(each.size, 1)
        if size not in found and not any(_carries(other, each) for other in _around(squares, each)):
            found[size] = Measure(round(each.size, 4), _spot(each, page))
    return tuple(found[size] for size in sorted(found))


_Squares = dict[tuple[int, int], list[Character]]


def _by_square(characters: Iterable[Character]) -> _Squares:
    """Return the characters by the squares that their cells touch."""
    squares: _Squares = defaultdict(list)
    for each in characters:
        squares[_square((each.x0 + each.x1) / 2, (each.y0 + each.y1) / 2)].append(each)
    return squares


def _square(x: float, y: float) -> tuple[int, int]:
    return int(x // _CELL), int(y // _CELL)


def _around(squares: _Squares, each: Character) -> Iterator[Character]:
    """Yield the characters in the square of a small one and those around it."""
    column, row = _square((each.x0 + each.x1) / 2, (each.y0 + each.y1) / 2)
    for across in (-1, 0, 1):
        for down in (-1, 0, 1):
            yield from squares.get((column + across, row + down), ())


def _carries(large: Character, small: Character) -> bool:
    """Return whether a larger character carries a small one: below or left of it."""
    if large.size < _LARGER * small.size:
        return False
    near = _NEAR * large.size * _POINT
    overlaps = min(large.x1, small.x1) - max(large.x0, small.x0)
    if overlaps > -near:
        head = large.base - large.size * _POINT * 0.88
        return abs(head - small.base) <= near
    level = min(large.y1, small.y1) - max(large.y0, small.y0) > 0
    return level and -near <= small.x0 - large.x1 <= near


def _spot(each: Character, page: int) -> Spot:
    edges = (each.x0, each.y0, each.x1 - each.x0, each.y1 - each.y0)
    return Spot(page, *(Mm(round(edge, 2)) for edge in edges))
