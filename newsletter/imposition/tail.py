"""The white around the pages of a sheet: where register marks, slug and colour bar find room."""

from itertools import pairwise

from newsletter.imposition.placement import Imposition, Side, Window
from newsletter.imposition.proofs import BORDER
from newsletter.imposition.schemes import Scheme
from newsletter.lengths import Mm

CLEAR = Mm(0.5)
"""How far marks stay clear of the bleed."""
EDGE = Mm(1.0)
"""White at the edges of the sheet, which no press prints to."""
HIGHEST = Mm(5.0)
"""The most that marks, slug and bar take of the white."""
_ASIDE = Mm(4.0)
"""The white between the slug or the bar and a mark beside it."""
_FROM_CORNER = 15.0


def register_places(start: Mm, stop: Mm) -> tuple[Mm, Mm]:
    """Return where register marks stand along an edge of the trim: near its ends, where nothing is folded.

    Both are as far from the middle, so that those of front and back fall on each other.
    """
    inside = min(_FROM_CORNER, (stop - start) / 8)
    return Mm(start + inside), Mm(stop - inside)


def room_at_tail(flat: Imposition, side: Side) -> Mm:
    """Return how high marks, slug and bar may be at the tail."""
    return Mm(max(0.0, min(HIGHEST, flat.height - EDGE - side.trim.top - flat.job.bleed - CLEAR)))


def slug_room(flat: Imposition, side: Side) -> Window:
    """Return where the slug stands: at the tail between marks, under the pages of a proof."""
    if flat.scheme is Scheme.NUP:
        return Window(BORDER, Mm(3.0), Mm(flat.width - BORDER), Mm(7.0))
    return _rooms(flat, side)[0]


def bar_room(flat: Imposition, side: Side) -> Window | None:
    """Return where the colour bar stands; none on a proof."""
    rooms = [] if flat.scheme is Scheme.NUP else _rooms(flat, side)
    return rooms[1] if len(rooms) > 1 else None


def _rooms(flat: Imposition, side: Side) -> list[Window]:
    """Return the stretches of the tail between marks, the widest first."""
    trim = side.trim
    marks = {trim.left, trim.right, *side.folds[0], *side.cuts[0], *register_places(trim.left, trim.right)}
    bottom = Mm(trim.top + flat.job.bleed + CLEAR)
    top = Mm(bottom + room_at_tail(flat, side))
    rooms = [
        Window(Mm(before + _ASIDE), bottom, Mm(after - _ASIDE), top)
        for before, after in pairwise(sorted(marks))
        if after - before > 2 * _ASIDE
    ]
    return sorted(rooms, key=lambda room: (-round(room.width, 3), -room.left))
