"""Crop marks, register marks and the colour bar: vectors outside the bleed, 3 mm clear of it."""

from collections.abc import Iterator
from itertools import pairwise

import pikepdf

from newsletter.lengths import Mm, to_pt
from newsletter.press.order import CLEARANCE, FinishOrder

NAME = "/PressMarks"

_LINE = "0.25 w"
_CROP_LENGTH = Mm(5.0)
_RADIUS = Mm(1.5)
_ARM = Mm(2.5)
_PATCH = Mm(4.0)
_LEAST = Mm(1.0)
_CURVE = 0.5523
"""The share of the radius at which a Bézier curve passes for a quarter of a circle."""

_PATCHES = ("1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", ".5 0 0 0", "0 .5 0 0", "0 0 .5 0", "0 0 0 .5")


def draw_marks(pdf: pikepdf.Pdf, order: FinishOrder) -> pikepdf.Object | None:
    """Return the marks as one form for all pages; none where the border leaves them no room."""
    if order.border - order.bleed - CLEARANCE < _LEAST:
        return None
    drawing = "\n".join(["q", "/All CS 1 SCN", _LINE, *_crop_marks(order), *_register_marks(order)])
    form = pikepdf.Stream(pdf, "\n".join([drawing, *_colour_bar(order), "Q"]).encode("ascii"))
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"] = [0, 0, *(round(to_pt(Mm(side + 2 * order.border)), 4) for side in _sides(order))]
    form["/Resources"] = {"/ColorSpace": {"/All": _registration()}}
    return pdf.make_indirect(form)


def _sides(order: FinishOrder) -> tuple[Mm, Mm]:
    """Return width and height of the trim."""
    return order.width, order.height


def _registration() -> pikepdf.Array:
    """Return registration colour: every plate, the spot ones too."""
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint])


def _line(order: FinishOrder, *points: tuple[float, float]) -> str:
    """Return a line through points in mm from the trim's lower left corner."""
    written = [f"{_at(order, x)} {_at(order, y)}" for x, y in points]
    return f"{written[0]} m " + " ".join(f"{point} l" for point in written[1:]) + " S"


def _at(order: FinishOrder, millimetres: float) -> str:
    """Return a distance from the trim's corner as points on the sheet."""
    return f"{to_pt(Mm(millimetres + order.border)):.4f}"


def _crop_marks(order: FinishOrder) -> Iterator[str]:
    """Return two marks at each corner, on the lines of the trim."""
    near = order.bleed + CLEARANCE
    far = min(near + _CROP_LENGTH, order.border)
    width, height = _sides(order)
    for y in (0.0, height):
        yield _line(order, (-near, y), (-far, y))
        yield _line(order, (width + near, y), (width + far, y))
    for x in (0.0, width):
        yield _line(order, (x, -near), (x, -far))
        yield _line(order, (x, height + near), (x, height + far))


def _register_marks(order: FinishOrder) -> Iterator[str]:
    """Return a circle with a cross in the middle of each side, as large as the border allows."""
    room = order.border - order.bleed - CLEARANCE
    scale = min(1.0, room / (2 * _ARM))
    off = order.bleed + CLEARANCE + _ARM * scale
    width, height = _sides(order)
    for x, y in ((width / 2, -off), (width / 2, height + off), (-off, height / 2), (width + off, height / 2)):
        arm = _ARM * scale
        yield _line(order, (x - arm, y), (x + arm, y))
        yield _line(order, (x, y - arm), (x, y + arm))
        yield _circle(order, x, y, _RADIUS * scale)


def _circle(order: FinishOrder, x: float, y: float, radius: float) -> str:
    """Return a circle of four curves."""
    bend = radius * _CURVE
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    path = [f"{_at(order, x + radius)} {_at(order, y)} m"]
    for (ax, ay), (bx, by) in pairwise(turns):
        points = (
            (ax * radius + bx * bend, ay * radius + by * bend),
            (bx * radius + ax * bend, by * radius + ay * bend),
            (bx * radius, by * radius),
        )
        path.append(" ".join(f"{_at(order, x + dx)} {_at(order, y + dy)}" for dx, dy in points) + " c")
    return " ".join((*path, "S"))


def _colour_bar(order: FinishOrder) -> Iterator[str]:
    """Return solids and 50 % tints of the four inks, above the trim, left of the middle."""
    side = min(_PATCH, order.border - order.bleed - CLEARANCE)
    bottom = order.height + order.bleed + CLEARANCE
    for place, ink in enumerate(_PATCHES):
        left = _at(order, 10.0 + place * side)
        yield f"{ink} k {left} {_at(order, bottom)} {to_pt(side):.4f} {to_pt(side):.4f} re f"
