"""Operators that build, paint and clip by paths (ISO 32000-1, 8.5)."""

from collections.abc import Callable
from math import sqrt

from newsletter.press.area import Extent, corners
from newsletter.press.canvas import Path
from newsletter.press.matrix import moved
from newsletter.press.operators import Operation, numbers
from newsletter.press.reader import Action, Reader

_REGISTRATION = "Separation All"

# A clip's edge on a bar's edge leaves what is no line, but the rounding of both; in mm.
_SLIVER = 0.005


def _move(reader: Reader, operation: Operation) -> None:
    _points(reader, operation, 2, reader.path.move)


def _line(reader: Reader, operation: Operation) -> None:
    _points(reader, operation, 2, reader.path.line)


def _curve(reader: Reader, operation: Operation) -> None:
    _points(reader, operation, 6 if operation.operator == b"c" else 4, reader.path.curve)


def _points(reader: Reader, operation: Operation, count: int, add: Callable[..., None]) -> None:
    """Give the operands to the path as points in mm; anything but ``count`` numbers is passed over."""
    parts = numbers(operation.operands)
    if len(parts) == count:
        pairs = zip(parts[::2], parts[1::2], strict=True)
        add(*(moved(point, reader.state.matrix) for point in pairs))


def _rectangle(reader: Reader, operation: Operation) -> None:
    parts = numbers(operation.operands)
    if len(parts) == 4:
        reader.path.rectangle(corners(*parts, matrix=reader.state.matrix))


def _clip(reader: Reader, _operation: Operation) -> None:
    reader.path.clips = True


def _no_paint(reader: Reader, _operation: Operation) -> None:
    _end(reader, reader.path.finish())


def _fill(reader: Reader, _operation: Operation) -> None:
    extent = reader.path.finish()
    _filled(reader, extent)
    _end(reader, extent)


def _stroke(reader: Reader, _operation: Operation) -> None:
    extent = reader.path.finish()
    _stroked(reader, extent)
    _end(reader, extent)


def _fill_and_stroke(reader: Reader, _operation: Operation) -> None:
    extent = reader.path.finish()
    _filled(reader, extent)
    _stroked(reader, extent)
    _end(reader, extent)


def _filled(reader: Reader, extent: Extent) -> None:
    """Enter a fill; its straight bars are lines too: the engine draws rules as filled rectangles."""
    reader.paint("fill", reader.state.fill, extent)
    for bar in reader.path.bars:
        shown = bar.within(reader.state.clip)
        if shown.thickness > min(_SLIVER, bar.thickness / 2):
            _measure(reader, shown.thickness, shown)


def _stroked(reader: Reader, extent: Extent) -> None:
    """Enter a stroke and its width; crop and register marks may be as thin as they like."""
    a, b, c, d, _e, _f = reader.state.matrix
    width = reader.state.line * sqrt(abs(a * d - b * c))
    reader.paint("stroke", reader.state.stroke, extent if extent.empty else extent.grown(width / 2))
    if reader.state.stroke.space != _REGISTRATION:
        _measure(reader, width, extent.within(reader.state.clip))


def _measure(reader: Reader, width: float, extent: Extent) -> None:
    """Keep the thinnest line that shows inside the trim."""
    inside = extent.within(reader.ledger.trim)
    if not inside.empty:
        reader.ledger.least("line", width, inside)


def _end(reader: Reader, extent: Extent) -> None:
    """Begin a new path; the old one clips where it was told to."""
    if reader.path.clips:
        reader.state.clip = reader.state.clip.within(extent)
    reader.path = Path()


ACTIONS: dict[bytes, Action] = {
    b"m": _move,
    b"l": _line,
    **dict.fromkeys((b"c", b"v", b"y"), _curve),
    b"re": _rectangle,
    **dict.fromkeys((b"W", b"W*"), _clip),
    b"n": _no_paint,
    **dict.fromkeys((b"f", b"F", b"f*"), _fill),
    **dict.fromkeys((b"S", b"s"), _stroke),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), _fill_and_stroke),
}
