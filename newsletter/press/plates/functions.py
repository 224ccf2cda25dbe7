"""Functions of a PDF from one number to colours (ISO 32000-1, 7.10), as far as blends need them."""

from collections.abc import Callable

import numpy as np
import pikepdf
from numpy.typing import NDArray

Values = NDArray[np.float64]
Curve = Callable[[Values], Values]
"""From numbers to colours by row."""

_DEEP = 8
_MOST = 64


class Unreadable(Exception):
    """A function that is not read: PostScript, of more than one number, or damaged."""


def curve_of(function: object, depth: int = 0) -> Curve:
    """Return a function, or an array of functions with one output each.

    Raises ``Unreadable``.
    """
    if depth > _DEEP:
        raise Unreadable
    if isinstance(function, pikepdf.Array) and 0 < len(function) <= _MOST:
        parts = [curve_of(each, depth + 1) for each in function]
        return lambda values: np.concatenate([part(values) for part in parts], axis=-1)
    if not isinstance(function, pikepdf.Dictionary | pikepdf.Stream):
        raise Unreadable
    reader = _READERS.get(int(function.get("/FunctionType", -1)))
    if reader is None:
        raise Unreadable
    return reader(function, depth)


def _numbers(value: object) -> list[float]:
    return [float(each) for each in value] if isinstance(value, pikepdf.Array) else []


def _exponential(function: pikepdf.Object, _depth: int) -> Curve:
    """Return type 2: from C0 to C1 by a power."""
    start = np.asarray(_numbers(function.get("/C0")) or [0.0])
    end = np.asarray(_numbers(function.get("/C1")) or [1.0])
    power = float(function.get("/N", 1))
    if start.shape != end.shape:
        raise Unreadable
    return lambda values: start + np.maximum(values, 0.0)[:, None] ** power * (end - start)


def _stitching(function: pikepdf.Object, depth: int) -> Curve:
    """Return type 3: several functions one after the other."""
    inner = function.get("/Functions")
    parts = [curve_of(each, depth + 1) for each in inner] if isinstance(inner, pikepdf.Array) else []
    bounds, encode = _numbers(function.get("/Bounds")), _numbers(function.get("/Encode"))
    domain = _numbers(function.get("/Domain")) or [0.0, 1.0]
    edges = [domain[0], *bounds, domain[-1]]
    if not 0 < len(parts) <= _MOST or len(edges) != len(parts) + 1 or len(encode) < 2 * len(parts):
        raise Unreadable
    return lambda values: _stitched(values, parts, edges, encode)


def _stitched(values: Values, parts: list[Curve], edges: list[float], encode: list[float]) -> Values:
    which = np.clip(np.searchsorted(edges[1:-1], values, side="right"), 0, len(parts) - 1)
    rows: list[Values] = []
    for value, index in zip(values, which, strict=True):
        low, high = edges[index], edges[index + 1]
        first, last = encode[2 * index : 2 * index + 2]
        share = (value - low) / (high - low) if high > low else 0.0
        rows.append(parts[index](np.asarray([first + share * (last - first)]))[0])
    return np.asarray(rows)


def _sampled(function: pikepdf.Object, _depth: int) -> Curve:
    """Return type 0 of one input and 8 bits: samples joined by straight lines."""
    size = _numbers(function.get("/Size"))
    bounds = _numbers(function.get("/Range"))
    if len(size) != 1 or int(function.get("/BitsPerSample", 0)) != 8 or len(bounds) % 2 or not bounds:
        raise Unreadable
    count, outputs = int(size[0]), len(bounds) // 2
    levels = np.frombuffer(function.read_bytes()[: count * outputs], np.uint8)
    if count < 1 or len(levels) != count * outputs:
        raise Unreadable
    decode = _numbers(function.get("/Decode")) or bounds
    table = levels.reshape(count, outputs) / 255.0
    table = np.stack(
        [decode[2 * i] + table[:, i] * (decode[2 * i + 1] - decode[2 * i]) for i in range(outputs)], axis=-1
    )
    low, high = (_numbers(function.get("/Domain")) or [0.0, 1.0])[:2]
    places = np.linspace(low, high, count)
    return lambda values: np.stack([np.interp(values, places, table[:, i]) for i in range(outputs)], axis=-1)


_READERS: dict[int, Callable[[pikepdf.Object, int], Curve]] = {
    0: _sampled,
    2: _exponential,
    3: _stitching,
}
