"""Crop marks, register marks and the colour bar of a page: outside the bleed, clear of it."""

from collections.abc import Iterator

import pikepdf

from newsletter.lengths import Mm
from newsletter.press.colour_bar import inks_of
from newsletter.press.drawing import Corners, crop_marks, filled, form_of, patches, pen, register_mark
from newsletter.press.order import FinishOrder, marks_room
from newsletter.press.spots import space_key, spot_spaces

NAME = "/PressMarks"

_ARM = Mm(2.5)
_PATCH = Mm(4.0)
_LEAST = Mm(1.0)
_INSET = Mm(10.0)
"""The white between the trim's corner and the colour bar, and between the bar and the mark in the middle."""


def draw_marks(pdf: pikepdf.Pdf, order: FinishOrder) -> pikepdf.Object | None:
    """Return the marks as one form for all pages; none where the border leaves them no room."""
    if marks_room(order) < _LEAST:
        return None
    width, height = (Mm(side + 2 * order.border) for side in (order.width, order.height))
    form = form_of(pdf, (pen(order.condition.marks.line), *_drawing(order)), width, height)
    for key, space in spot_spaces(order.spots).items():
        form["/Resources"]["/ColorSpace"][key] = space
    return form


def _drawing(order: FinishOrder) -> Iterator[str]:
    """Return the marks that the condition asks for."""
    marks = order.condition.marks
    near = order.bleed + marks.offset
    if marks.crop:
        yield from crop_marks(_trim(order), near, min(near + marks.length, order.border))
    if marks.registration:
        yield from _register_marks(order)
    if marks.bar:
        yield from _colour_bar(order)


def _trim(order: FinishOrder) -> Corners:
    """Return the trim on the sheet."""
    border = order.border
    return border, border, border + order.width, border + order.height


def _register_marks(order: FinishOrder) -> Iterator[str]:
    """Return a mark in the middle of each side, as large as the border allows."""
    left, bottom, right, top = _trim(order)
    arm = min(_ARM, marks_room(order) / 2)
    off = order.bleed + order.condition.marks.offset + arm
    across, up = (left + right) / 2, (bottom + top) / 2
    for x, y in ((across, bottom - off), (across, top + off), (left - off, up), (right + off, up)):
        yield from register_mark(x, y, arm)


def _colour_bar(order: FinishOrder) -> Iterator[str]:
    """Return the patches above the trim, left of the middle."""
    left, _bottom, _right, top = _trim(order)
    inks, spots = inks_of(order.condition), len(order.spots)
    side = min(_PATCH, marks_room(order), (order.width / 2 - 2 * _INSET) / (len(inks) + spots))
    bottom = top + order.bleed + order.condition.marks.offset
    if side <= 0:
        return
    yield from patches(left + _INSET, bottom, side, inks)
    for place in range(spots):
        across = left + _INSET + (len(inks) + place) * side
        yield f"{space_key(place)} cs 1 scn {filled(across, bottom, side, side)}"
