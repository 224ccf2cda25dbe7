"""Marks drawn as vectors: every place in mm from a sheet's lower left corner, the pen as it stands."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import pikepdf

from newsletter.lengths import Mm, to_pt

REGISTRATION = "/All CS 1 SCN /All cs 1 scn"
"""Every plate, the spot ones too, for strokes and fills; the form needs ``registration`` as ``/All``."""

_CURVE = 0.5523
"""The share of the radius at which a Bézier curve passes for a quarter of a circle."""

Corners = tuple[float, float, float, float]
"""Left, bottom, right, top of a rectangle."""


def pen(width: Mm) -> str:
    """Return the operator for lines of a width."""
    return f"{to_pt(width):.4f} w"


def line(*points: tuple[float, float]) -> str:
    """Return a line through points."""
    written = [f"{to_pt(x):.4f} {to_pt(y):.4f}" for x, y in points]
    return f"{written[0]} m " + " ".join(f"{point} l" for point in written[1:]) + " S"


def dashed(*points: tuple[float, float], dash: float = 1.5) -> str:
    """Return a dashed line through points, as folds are marked."""
    return f"[{to_pt(dash):.4f} {to_pt(dash * 2 / 3):.4f}] 0 d {line(*points)} [] 0 d"


def filled(left: float, bottom: float, width: float, height: float) -> str:
    """Return a filled rectangle."""
    return " ".join(f"{to_pt(each):.4f}" for each in (left, bottom, width, height)) + " re f"


def circle(x: float, y: float, radius: float) -> str:
    """Return a circle of four curves."""
    bend = radius * _CURVE
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    path = [f"{to_pt(x + radius):.4f} {to_pt(y):.4f} m"]
    for (ax, ay), (bx, by) in pairwise(turns):
        points = (
            (ax * radius + bx * bend, ay * radius + by * bend),
            (bx * radius + ax * bend, by * radius + ay * bend),
            (bx * radius, by * radius),
        )
        path.append(" ".join(f"{to_pt(x + dx):.4f} {to_pt(y + dy):.4f}" for dx, dy in points) + " c")
    return " ".join((*path, "S"))


def crop_marks(trim: Corners, near: float, far: float) -> Iterator[str]:
    """Return two marks at each corner of a trim, on its lines, from ``near`` to ``far`` mm outside it."""
    left, bottom, right, top = trim
    for y in (bottom, top):
        yield line((left - near, y), (left - far, y))
        yield line((right + near, y), (right + far, y))
    for x in (left, right):
        yield line((x, bottom - near), (x, bottom - far))
        yield line((x, top + near), (x, top + far))


def register_mark(x: float, y: float, arm: float) -> Iterator[str]:
    """Return a circle with a cross whose arms reach ``arm`` mm from the middle."""
    yield line((x - arm, y), (x + arm, y))
    yield line((x, y - arm), (x, y + arm))
    yield circle(x, y, arm * 0.6)


def patches(left: float, bottom: float, side: float, inks: Iterable[Sequence[float]]) -> Iterator[str]:
    """Return squares of inks side by side; each colour is an operator ``k`` of four parts."""
    for place, parts in enumerate(inks):
        colour = " ".join(f"{part:.4g}" for part in parts)
        yield f"{colour} k {filled(left + place * side, bottom, side, side)}"


def registration() -> pikepdf.Array:
    """Return registration colour as a colour space (ISO 32000-1, 8.6.6.4)."""
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint])


def form_of(pdf: pikepdf.Pdf, drawing: Iterable[str], width: Mm, height: Mm) -> pikepdf.Object:
    """Return a drawing as a form of a sheet's size, with registration colour as ``/All``.

    It begins in registration colour and ends as it began, so that it can be drawn anywhere.
    """
    content = "\n".join(["q", REGISTRATION, *drawing, "Q"])
    form = pikepdf.Stream(pdf, content.encode("ascii"))
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"] = [0, 0, round(to_pt(width), 4), round(to_pt(height), 4)]
    form["/Resources"] = {"/ColorSpace": {"/All": registration()}}
    return pdf.make_indirect(form)
