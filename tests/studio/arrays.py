"""Small vector helpers on float32 arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


def vec(*values: float) -> Floats:
    """Return the values as one float32 vector."""
    return np.asarray(values, dtype=np.float32)


def f32(values: ArrayLike) -> Floats:
    """Return anything array-like as float32."""
    return np.asarray(values, dtype=np.float32)


def dot(a: Floats, b: Floats) -> Floats:
    """Return the dot product along the last axis."""
    return f32((a * b).sum(axis=-1))


def unit(v: Floats) -> Floats:
    """Return vectors scaled to length one."""
    return f32(v / np.maximum(np.sqrt((v * v).sum(axis=-1, keepdims=True)), 1e-9))


def ramp(low: float, high: float, x: ArrayLike) -> Floats:
    """Rise smoothly from 0 at ``low`` to 1 at ``high``."""
    t = np.clip((f32(x) - low) / (high - low), 0.0, 1.0)
    return f32(t * t * (3.0 - 2.0 * t))


def mix(a: ArrayLike, b: ArrayLike, t: Floats) -> Floats:
    """Blend two colours (or colour rows) by a per-row amount."""
    return f32(f32(a) + (f32(b) - f32(a)) * t[..., None])


def fade(x: Floats) -> Floats:
    """Return the cubic fade used between noise lattice points."""
    return f32(x * x * (3.0 - 2.0 * x))
