"""Blends of colour (shadings) turned into blends of a drawing's colours."""

import numpy as np
import pikepdf

from newsletter.press.plates.functions import Unreadable, curve_of
from newsletter.press.plates.groups import Group, on_group
from newsletter.press.plates.inking import Convert, Space, space_of

__all__ = ["SHADING", "Unreadable", "separated"]

SHADING = (pikepdf.Dictionary, pikepdf.Stream)
_STEPS = 128
_BY_FUNCTION_OF_TWO = 1
_LEFT_OUT = ("/ColorSpace", "/Function", "/Background", "/Length", "/Filter", "/DecodeParms")


def separated(
    shading: object, space: object, pdf: pikepdf.Pdf, group: Group, convert: Convert
) -> pikepdf.Object:
    """Return a blend in the colours of a group's drawing.

    Raises ``Unreadable`` for what is no blend and for meshes whose colours are given point by point,
    ``inking.Unknown`` for a colour space whose inks cannot be told.
    """
    if not isinstance(shading, SHADING) or int(shading.get("/ShadingType", 0)) == _BY_FUNCTION_OF_TWO:
        raise Unreadable
    inks, function = space_of(space, convert), shading.get("/Function")
    if function is None:
        raise Unreadable
    made = _like(shading, pdf)
    made["/ColorSpace"] = pikepdf.Name.DeviceRGB
    made["/Function"] = _sampled(function, _domain(shading, function), inks, pdf, group)
    return pdf.make_indirect(made)


def _like(shading: pikepdf.Object, pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return a blend of the same shape."""
    entries = {key: value for key, value in shading.items() if key not in _LEFT_OUT}
    if not isinstance(shading, pikepdf.Stream):
        return pikepdf.Dictionary(entries)
    made = pikepdf.Stream(pdf, shading.read_bytes())
    for key, value in entries.items():
        made[key] = value
    return made


def _domain(shading: pikepdf.Object, function: pikepdf.Object) -> tuple[float, float]:
    first = function[0] if isinstance(function, pikepdf.Array) else function
    stated = shading.get("/Domain") or first.get("/Domain")
    if not isinstance(stated, pikepdf.Array) or len(stated) < 2:
        return 0.0, 1.0
    return float(stated[0]), float(stated[1])


def _sampled(
    function: pikepdf.Object, domain: tuple[float, float], inks: Space, pdf: pikepdf.Pdf, group: Group
) -> pikepdf.Stream:
    """Return a function of 128 samples in the drawing's colours."""
    places = np.linspace(*domain, _STEPS)
    colours = curve_of(function)(places)
    if colours.shape[-1] < inks.components:
        raise Unreadable
    found = inks.inks(colours[:, : inks.components])
    rows = [on_group(dict(zip(inks.plates, row, strict=True)), group) for row in found]
    made = pikepdf.Stream(pdf, np.rint(np.asarray(rows) * 255).astype(np.uint8).tobytes())
    made["/FunctionType"], made["/BitsPerSample"] = 0, 8
    made["/Domain"] = pikepdf.Array([float(domain[0]), float(domain[1])])
    made["/Range"] = pikepdf.Array([0, 1, 0, 1, 0, 1])
    made["/Size"] = pikepdf.Array([_STEPS])
    return pdf.make_indirect(made)
