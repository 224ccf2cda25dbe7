"""Operators of the graphics state and of colour (ISO 32000-1, 8.4 and 8.6)."""

import pikepdf

from newsletter.press.canvas import Colour
from newsletter.press.form_operators import read_pattern
from newsletter.press.groups import is_transparent_state
from newsletter.press.matrix import of, times
from newsletter.press.oddities import odd_state
from newsletter.press.operators import Operation, first, name, numbers
from newsletter.press.reader import Action, Reader

_MOST_SAVED = 2000
_SHORT = {b"g": "DeviceGray", b"rg": "DeviceRGB", b"k": "DeviceCMYK"}
_INITIAL = {"DeviceGray": (0.0,), "DeviceRGB": (0.0, 0.0, 0.0), "DeviceCMYK": (0.0, 0.0, 0.0, 1.0)}


def _save(reader: Reader, _operation: Operation) -> None:
    if len(reader.saved) < _MOST_SAVED:
        reader.saved.append(reader.state.copy())


def _restore(reader: Reader, _operation: Operation) -> None:
    if reader.saved:
        reader.state = reader.saved.pop()


def _transform(reader: Reader, operation: Operation) -> None:
    reader.state.matrix = times(of(numbers(operation.operands)), reader.state.matrix)


def _line_width(reader: Reader, operation: Operation) -> None:
    reader.state.line = first(operation.operands)


def _external(reader: Reader, operation: Operation) -> None:
    """Take over an ExtGState: overprint, line width, and that there is transparency."""
    found = reader.resources.get("/ExtGState", name(operation.operands))
    if not isinstance(found, pikepdf.Dictionary):
        return
    _overprint(reader, found)
    for what in odd_state(found):
        reader.ledger.odd(what, reader.state.clip.within(reader.ledger.trim))
    reader.state.line = float(found.get("/LW", reader.state.line))
    if is_transparent_state(found):
        kinds = (kind for kind in ("SMask", "BM", "ca", "CA") if f"/{kind}" in found)
        parts = ((kind, pikepdf.Dictionary({f"/{kind}": found[f"/{kind}"]})) for kind in kinds)
        reader.ledger.transparency.update({kind: None for kind, part in parts if is_transparent_state(part)})


def _overprint(reader: Reader, found: pikepdf.Dictionary) -> None:
    """Take over what an ExtGState says of overprint; OP alone speaks for both (8.6.7)."""
    state = reader.state
    if "/OP" in found:
        state.stroke.over = bool(found["/OP"])
    if "/OP" in found or "/op" in found:
        state.fill.over = bool(found.get("/op", found.get("/OP", False)))
    state.overprint_mode = int(found.get("/OPM", state.overprint_mode))


def _of(reader: Reader, operation: Operation) -> Colour:
    """Return the colour that an operator sets: capitals stroke."""
    return reader.state.stroke if operation.operator[:1].isupper() else reader.state.fill


def _short(reader: Reader, operation: Operation) -> None:
    colour = _of(reader, operation)
    colour.space = _SHORT[operation.operator.lower()]
    colour.parts = numbers(operation.operands)


def _space(reader: Reader, operation: Operation) -> None:
    colour = _of(reader, operation)
    colour.space = reader.resources.space(name(operation.operands))
    colour.parts = _INITIAL.get(colour.space, (1.0,))


def _colour(reader: Reader, operation: Operation) -> None:
    colour = _of(reader, operation)
    if colour.space.startswith("Pattern"):
        read_pattern(reader, name(operation.operands))
    else:
        colour.parts = numbers(operation.operands)


ACTIONS: dict[bytes, Action] = {
    b"q": _save,
    b"Q": _restore,
    b"cm": _transform,
    b"w": _line_width,
    b"gs": _external,
    **dict.fromkeys((b"g", b"rg", b"k", b"G", b"RG", b"K"), _short),
    **dict.fromkeys((b"cs", b"CS"), _space),
    **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), _colour),
}
