"""Cuttings: pictures that are a part of another picture, though cut, resized, mirrored or brightened.

A cutting shows a window of the whole, of the cutting's own shape. Every whole is looked at through windows of
some sizes and places, each brought to few grey fields, and the rises between them are held against the
cutting's; where that comes near, smaller steps decide. Pictures that are alike as wholes are another matter,
`photos.album`: heads before one background are alike in every window, and none is a cutting of another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsletter.photos.likeness import FIELDS, Look

Numbers = NDArray[np.float32]

COARSE, FINE = 8, 16
"""Fields to a side of a window, for the first sight and for the decision."""
SIZES, STEP = (0.92, 0.8, 0.68), 0.12
FINE_STEP = 0.04
WORTH_A_LOOK = 0.6
SAME = 0.7
"""How alike a cutting and its window are: cuttings of 70 % and more mostly over 0.8, different photos at most
0.53 in some 2 000 pairs."""
MORE_THAN_WHOLE = 0.1
"""How much more alike than the whole a window must be."""
FLATTEST = 1.0
"""The mean rise from field to field below which a cutting is too flat to be known: sky, fog, a wall."""
SHAPES = 0.06
NARROWEST = 1.1
"""The logarithm of how many times as wide, for its height, one of two pictures may be: of a narrower window
too few fields are seen to know it by."""


@dataclass(frozen=True, slots=True)
class Cutting:
    """The number of a whole, of its cutting, and how alike the window is."""

    whole: int
    part: int
    alike: float


def cuttings(looks: Sequence[Look]) -> Iterator[Cutting]:
    """Return which pictures are a part of which."""
    seen = [at for at, each in enumerate(looks) if each.fields and each.shape]
    if len(seen) < 2:
        return
    grey = np.array([_grey(looks[at]) for at in seen])
    shapes = np.array([looks[at].shape for at in seen], dtype=np.float32)
    found: dict[tuple[int, int], Cutting] = {}
    for whole, part in _worth_a_look(grey, shapes):
        alike = _decided(grey[whole], grey[part], float(shapes[part] / shapes[whole]))
        pair = (min(whole, part), max(whole, part))
        if alike >= SAME and (pair not in found or alike > found[pair].alike):
            found[pair] = Cutting(seen[whole], seen[part], alike)
    yield from found.values()


def _grey(look: Look) -> Numbers:
    return np.frombuffer(look.fields, dtype=np.uint8).astype(np.float32).reshape(FIELDS, FIELDS)


def _worth_a_look(grey: Numbers, shapes: Numbers) -> Iterator[tuple[int, int]]:
    """Return the pairs of a whole and a part that look alike at first sight."""
    sums = _sums(grey)
    parts, flat = _rises(_through(sums, WHOLE, COARSE)[:, 0])
    mirrored, _flat = _rises(_through(_sums(grey[:, :, ::-1]), WHOLE, COARSE)[:, 0])
    steps = np.round(np.log(shapes[None, :] / shapes[:, None]) / SHAPES).astype(int)
    for step in np.unique(steps[np.abs(steps) * SHAPES <= NARROWEST]):
        wholes = np.flatnonzero((steps == step).any(axis=1))
        seen, _flat = _rises(_through(sums[wholes], _windows(float(np.exp(step * SHAPES))), COARSE))
        best = np.maximum((seen @ parts.T).max(axis=1), (seen @ mirrored.T).max(axis=1))
        found = (best >= WORTH_A_LOOK) & (steps[wholes] == step) & (flat >= FLATTEST)
        yield from ((int(wholes[row]), int(part)) for row, part in np.argwhere(found) if wholes[row] != part)


def _decided(whole: Numbers, part: Numbers, shape: float) -> float:
    """Return how alike a part and its best window are; 0 where the whole is nearly as much alike."""
    sums = _sums(whole[None])
    windows = _windows(shape, tuple(s / 100 for s in range(96, 56, -5)), FINE_STEP)
    seen, _flat = _rises(_through(sums, windows, FINE)[0])
    entire, _flat = _rises(_through(sums, WHOLE, FINE)[0])
    best = 0.0
    for each in (part, part[:, ::-1]):
        own, _flat = _rises(_through(_sums(each[None]), WHOLE, FINE)[0])
        most = float((seen @ own[0]).max())
        if most >= float(entire[0] @ own[0]) + MORE_THAN_WHOLE:
            best = max(best, most)
    return best


WHOLE = np.array([[0, 0, 1, 1]], dtype=np.float32)


def _windows(shape: float, sizes: Sequence[float] = SIZES, step: float = STEP) -> Numbers:
    """Return windows as left, top, width, height in shares of the whole, wider than high by ``shape``."""
    widest = (1.0, 1 / shape) if shape >= 1 else (shape, 1.0)
    found = []
    for size in (1.0, *sizes) if abs(shape - 1) > SHAPES else sizes:
        width, height = widest[0] * size, widest[1] * size
        lefts, tops = (np.linspace(0, 1 - side, round((1 - side) / step) + 1) for side in (width, height))
        found += [(left, top, width, height) for left in lefts for top in tops]
    return np.array(found, dtype=np.float32)


def _sums(grey: Numbers) -> Numbers:
    """Return the sums of all fields above and to the left of each corner."""
    return np.pad(grey.cumsum(axis=1).cumsum(axis=2), ((0, 0), (1, 0), (1, 0)))


def _through(sums: Numbers, windows: Numbers, fields: int) -> Numbers:
    """Return pictures through windows: picture, window, row, column."""
    edges = np.linspace(0, 1, fields + 1, dtype=np.float32)
    across = np.clip((windows[:, :1] + edges * windows[:, 2:3]) * FIELDS, 0, FIELDS - 1e-3)
    down = np.clip((windows[:, 1:2] + edges * windows[:, 3:]) * FIELDS, 0, FIELDS - 1e-3)
    x, y = across.astype(int)[:, None, :], down.astype(int)[:, :, None]
    right, low = across[:, None, :] - x, down[:, :, None] - y
    above = sums[:, y, x] * (1 - right) + sums[:, y, x + 1] * right
    below = sums[:, y + 1, x] * (1 - right) + sums[:, y + 1, x + 1] * right
    corners = above * (1 - low) + below * low
    inside = np.diff(np.diff(corners, axis=2), axis=3)
    size = windows[:, 2] * windows[:, 3] * (FIELDS / fields) ** 2
    seen: Numbers = (inside / size[:, None, None]).astype(np.float32)
    return seen


def _rises(seen: Numbers) -> tuple[Numbers, Numbers]:
    """Return the rises from field to field as one direction, and how steep they are in the mean."""
    sides = (np.diff(seen, axis=-1), np.diff(seen, axis=-2))
    rises = np.concatenate([each.reshape(*seen.shape[:-2], -1) for each in sides], axis=-1)
    steep: Numbers = np.abs(rises).mean(axis=-1)
    rooted = np.sign(rises) * np.sqrt(np.abs(rises))
    length = np.maximum(np.linalg.norm(rooted, axis=-1, keepdims=True), 1e-6)
    return (rooted / length).astype(np.float32), steep
