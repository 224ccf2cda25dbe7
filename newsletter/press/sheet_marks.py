"""The marks of a press sheet: where it is cut and folded, register marks, the colour bar."""

from collections.abc import Iterator

import pikepdf

from newsletter.condition import Condition, Inks
from newsletter.imposition.placement import Imposition, Side
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.tail import CLEAR, EDGE, bar_room, register_places, room_at_tail
from newsletter.lengths import Mm
from newsletter.press.colour_bar import inks_of
from newsletter.press.drawing import dashed, filled, form_of, line, patches, pen, register_mark

_LINE = Mm(0.09)
_LONGEST = 5.0
_LEAST = 1.4
_ARM = 2.5
_PATCH = 5.0
_STEP, _STEP_WIDTH, _FROM_HEAD = 6.0, 3.0, 25.0


def draw_sheet_marks(pdf: pikepdf.Pdf, flat: Imposition, side: Side, condition: Condition) -> pikepdf.Object:
    """Return a side's marks as a form of the sheet's size; the bar is the one of the condition."""
    drawing = _frames(side) if flat.scheme is Scheme.NUP else _marks(flat, side, condition)
    return form_of(pdf, (pen(_LINE), *drawing), flat.width, flat.height)


def _frames(side: Side) -> Iterator[str]:
    """Return a line around every small page."""
    for placed in side.placements:
        trim = placed.trim
        corners = (trim.left, trim.bottom), (trim.right, trim.bottom), (trim.right, trim.top)
        yield line(*corners, (trim.left, trim.top), (trim.left, trim.bottom))


def _marks(flat: Imposition, side: Side, condition: Condition) -> Iterator[str]:
    """Return everything that stands around the pages; no mark where the grippers hold the sheet."""
    yield from _along_x(flat, side)
    yield from _along_y(flat, side)
    yield from _bar(flat, side, inks_of(condition) if condition.marks.bar else ())
    yield from _collating_mark(flat, side)


def _collating_mark(flat: Imposition, side: Side) -> Iterator[str]:
    """Return the mark on the spine of a signature, a step lower on each: gathered rightly they make a stair.

    It stands in the white that is milled off; where none is milled it would stay in the copy.
    """
    if flat.scheme is not Scheme.PERFECT or side.back or flat.job.milling < _STEP_WIDTH / 2:
        return
    first = min((each for each in side.placements if each.page), key=lambda each: each.page or 0)
    steps = max(1, int((first.trim.height - 2 * _FROM_HEAD) / _STEP))
    top = first.trim.top - _FROM_HEAD - (side.sheet - 1) % steps * _STEP
    left = first.trim.left - flat.job.milling - _STEP_WIDTH / 2
    yield f"q 0 0 0 1 k {filled(left, top - _STEP, _STEP_WIDTH, _STEP)} Q"


def _along_x(flat: Imposition, side: Side) -> Iterator[str]:
    """Return the marks at the gripper edge and at the tail."""
    trim, away = side.trim, flat.job.bleed + CLEAR
    at_grippers = min(_LONGEST, trim.bottom - away - _held(flat, side, "below"))
    for edge, reach in ((trim.bottom - away, -at_grippers), (trim.top + away, room_at_tail(flat, side))):
        if abs(reach) >= _LEAST and reach * (edge - trim.bottom) > 0:
            yield from (line((x, edge), (x, edge + reach)) for x in side.cuts[0])
            yield from (dashed((x, edge), (x, edge + reach), dash=Mm(0.8)) for x in side.folds[0])
            yield from _registers(
                ((x, edge + reach / 2) for x in register_places(trim.left, trim.right)), reach
            )


def _held(flat: Imposition, side: Side, edge: str) -> float:
    """Return what is not printed at an edge: all that the grippers hold, else the sheet's white rim."""
    at = ("right" if side.back else "left") if flat.upright else "below"
    return flat.sheet.gripper if edge == at else EDGE


def _along_y(flat: Imposition, side: Side) -> Iterator[str]:
    """Return the marks at the left and at the right."""
    trim, away = side.trim, flat.job.bleed + CLEAR
    left = min(_LONGEST, trim.left - away - _held(flat, side, "left"))
    right = min(_LONGEST, flat.width - trim.right - away - _held(flat, side, "right"))
    for edge, along in ((trim.left - away, -left), (trim.right + away, right)):
        if abs(along) >= _LEAST and along * (edge - trim.left) > 0:
            yield from (line((edge, y), (edge + along, y)) for y in side.cuts[1])
            yield from (dashed((edge, y), (edge + along, y), dash=Mm(0.8)) for y in side.folds[1])
            yield from _registers(
                ((edge + along / 2, y) for y in register_places(trim.bottom, trim.top)), along
            )


def _registers(places: Iterator[tuple[float, float]], room: float) -> Iterator[str]:
    """Return register marks as large as the room allows."""
    for x, y in places:
        yield from register_mark(x, y, min(_ARM, abs(room) / 2))


def _bar(flat: Imposition, side: Side, inks: tuple[Inks, ...]) -> Iterator[str]:
    """Return the colour bar from the left of its room, as many patches as stand in it."""
    room = bar_room(flat, side)
    if room is None or room.height < _LEAST:
        return
    patch = min(_PATCH, room.height)
    yield from patches(room.left, room.bottom, patch, inks[: int(room.width // patch)])
