"""What annotations look like: their appearance streams with the place on the page (ISO 32000-1, 12.5.5)."""

from collections.abc import Iterator

import pikepdf

from newsletter.press.area import around
from newsletter.press.matrix import Matrix, moved, of

MOST = 2000
"""Annotations looked at on one page."""

_HIDDEN, _NO_VIEW = 2, 32
_POPUP = pikepdf.Name.Popup


def appearances(page: pikepdf.Object) -> Iterator[tuple[pikepdf.Stream, Matrix]]:
    """Yield each visible annotation's appearance, and the transformation that puts it on the page."""
    found = page.get("/Annots")
    for each in list(found)[:MOST] if isinstance(found, pikepdf.Array) else []:
        form = _appearance(each) if isinstance(each, pikepdf.Dictionary) else None
        place = _place(each, form) if form is not None else None
        if form is not None and place is not None:
            yield form, place


def _appearance(annotation: pikepdf.Object) -> pikepdf.Stream | None:
    """Return the normal appearance in the state that shows; none where nothing does."""
    if int(annotation.get("/F", 0)) & (_HIDDEN | _NO_VIEW) or annotation.get("/Subtype") == _POPUP:
        return None
    kinds = annotation.get("/AP")
    normal = kinds.get("/N") if isinstance(kinds, pikepdf.Dictionary) else None
    if isinstance(normal, pikepdf.Stream):
        return normal
    state = annotation.get("/AS")
    if isinstance(normal, pikepdf.Dictionary) and isinstance(state, pikepdf.Name) and len(str(state)) > 1:
        chosen = normal.get(str(state))
        return chosen if isinstance(chosen, pikepdf.Stream) else None
    return None


def _place(annotation: pikepdf.Object, form: pikepdf.Stream) -> Matrix | None:
    """Return what moves the form's box onto the annotation's rectangle."""
    rectangle, box = _numbers(annotation.get("/Rect")), _numbers(form.get("/BBox"))
    if len(rectangle) != 4 or len(box) != 4:
        return None
    matrix = of(_numbers(form.get("/Matrix")))
    x0, y0, x1, y1 = box
    shown = around(moved(corner, matrix) for corner in ((x0, y0), (x1, y0), (x0, y1), (x1, y1)))
    wide, high = shown.right - shown.left, shown.bottom - shown.top
    if wide <= 0 or high <= 0:
        return None
    left, right = sorted((rectangle[0], rectangle[2]))
    low, top = sorted((rectangle[1], rectangle[3]))
    across, up = (right - left) / wide, (top - low) / high
    return across, 0.0, 0.0, up, left - shown.left * across, low - shown.top * up


def _numbers(value: object) -> tuple[float, ...]:
    return tuple(float(each) for each in list(value)[:6]) if isinstance(value, pikepdf.Array) else ()
