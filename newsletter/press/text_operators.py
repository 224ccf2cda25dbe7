"""Operators that set type (ISO 32000-1, 9.3 and 9.4)."""

import pikepdf

from newsletter.press.area import Extent, at_point
from newsletter.press.colour import ink
from newsletter.press.form_operators import read_glyphs
from newsletter.press.matrix import IDENTITY, Matrix, moved, of, stretch, times
from newsletter.press.operators import Operation, first, name, numbers
from newsletter.press.reader import Action, Reader

_POINTS_PER_MM = 72 / 25.4
SMALL = 12.0
"""Points under which type is small: black of several inks blurs it where they do not meet."""
_DARK, _TRACE = 0.5, 0.05
_FILLING = (0, 2, 4, 6)
_STROKING = (1, 2, 5, 6)


def _begin(reader: Reader, _operation: Operation) -> None:
    reader.text = reader.text_line = IDENTITY


def _matrix(reader: Reader, operation: Operation) -> None:
    reader.text = reader.text_line = of(numbers(operation.operands))


def _next_line(reader: Reader, operation: Operation) -> None:
    parts = numbers(operation.operands)
    if len(parts) == 2:
        _down(reader, (1, 0, 0, 1, parts[0], parts[1]))
        reader.state.leading = -parts[1] if operation.operator == b"TD" else reader.state.leading


def _new_line(reader: Reader, _operation: Operation) -> None:
    _down(reader, (1, 0, 0, 1, 0, -reader.state.leading))


def _down(reader: Reader, by: Matrix) -> None:
    reader.text = reader.text_line = times(by, reader.text_line)


def _leading(reader: Reader, operation: Operation) -> None:
    reader.state.leading = first(operation.operands)


def _mode(reader: Reader, operation: Operation) -> None:
    reader.state.mode = int(first(operation.operands))


def _rise(reader: Reader, operation: Operation) -> None:
    reader.state.rise = first(operation.operands)


def _font(reader: Reader, operation: Operation) -> None:
    reader.state.font = name(operation.operands)
    reader.state.size = next(iter(numbers(operation.operands)[-1:]), 0.0)


def _show_on_new_line(reader: Reader, operation: Operation) -> None:
    _new_line(reader, operation)
    _show(reader, operation)


def _show(reader: Reader, operation: Operation) -> None:
    """Enter a string: its colours, its size, its font; invisible type is passed over."""
    state = reader.state
    if len(operation.operands) < 3 or state.mode not in _FILLING + _STROKING:
        return
    matrix = times(reader.text, state.matrix)
    extent = at_point(moved((0.0, state.rise), matrix))
    for colour, modes in ((state.fill, _FILLING), (state.stroke, _STROKING)):
        if state.mode in modes and not colour.space.startswith("Pattern"):
            reader.ledger.painted("text", colour, extent, state.overprint_mode)
    font, spot = reader.resources.get("/Font", state.font), extent.spot(reader.ledger.page)
    size = abs(state.size) * stretch(matrix)[1] * _POINTS_PER_MM
    if reader.fonts.shown(font, operation.operands, spot):
        reader.ledger.set_in(size, extent)
        reader.ledger.fonts[reader.fonts.name_of(font)] = None
        _rich(reader, size, extent)
    if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == pikepdf.Name.Type3:
        read_glyphs(reader, font, matrix)


def _rich(reader: Reader, size: float, extent: Extent) -> None:
    """Count small type whose black is made of several inks."""
    parts = ink(reader.state.fill.space, reader.state.fill.parts) if reader.state.mode in _FILLING else None
    if parts is not None and size < SMALL and parts[3] >= _DARK and sum(parts[:3]) > _TRACE:
        reader.ledger.tally("rich type", extent.spot(reader.ledger.page))


ACTIONS: dict[bytes, Action] = {
    b"BT": _begin,
    b"Tm": _matrix,
    **dict.fromkeys((b"Td", b"TD"), _next_line),
    b"TL": _leading,
    b"T*": _new_line,
    b"Tr": _mode,
    b"Ts": _rise,
    b"Tf": _font,
    **dict.fromkeys((b"Tj", b"TJ"), _show),
    **dict.fromkeys((b"'", b'"'), _show_on_new_line),
}
