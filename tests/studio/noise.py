"""Seeded procedural noise, in the plane and in space."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PIL import Image

from .arrays import Floats, Ints, f32, fade

SIDE = 64


@lru_cache(maxsize=64)
def lattice(seed: int, dims: int) -> Floats:
    """Return a repeating table of random values, flattened."""
    return f32(np.random.default_rng(seed).random(SIDE**dims, dtype=np.float32))


def cells(x: Floats) -> tuple[Ints, Ints, Floats]:
    """Split coordinates into wrapped lattice neighbours and a faded rest."""
    low = np.floor(x)
    base = low.astype(np.int64) % SIDE
    return base, (base + 1) % SIDE, fade(f32(x - low))


def noise2(u: Floats, v: Floats, seed: int) -> Floats:
    """Return value noise in 0..1 at plane coordinates."""
    table = lattice(seed, 2)
    a, b, s = cells(f32(u))
    c, d, t = cells(f32(v))
    low = table[a * SIDE + c] * (1 - s) + table[b * SIDE + c] * s
    high = table[a * SIDE + d] * (1 - s) + table[b * SIDE + d] * s
    return f32(low + (high - low) * t)


def noise3(points: Floats, seed: int) -> Floats:
    """Return value noise in 0..1 at points in space."""
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    lower = np.floor(z)
    t = fade(f32(z - lower))
    near = noise2(f32(x + 17.3 * lower), f32(y + 31.7 * lower), seed)
    far = noise2(f32(x + 17.3 * (lower + 1)), f32(y + 31.7 * (lower + 1)), seed)
    return f32(near + (far - near) * t)


def fbm2(u: Floats, v: Floats, octaves: int, seed: int) -> Floats:
    """Return fractal noise in 0..1 in the plane."""
    total, weight = np.zeros(np.shape(u), np.float32), 0.0
    for octave in range(octaves):
        gain, pitch = 0.5**octave, 2.03**octave
        total += gain * noise2(f32(u * pitch + octave * 7.1), f32(v * pitch), seed + octave)
        weight += gain
    return f32(total / weight)


def fbm3(points: Floats, octaves: int, seed: int) -> Floats:
    """Return fractal noise in 0..1 in space."""
    total, weight = np.zeros(points.shape[:-1], np.float32), 0.0
    for octave in range(octaves):
        gain, pitch = 0.5**octave, 2.03**octave
        total += gain * noise3(f32(points * pitch + octave * 7.1), seed + octave)
        weight += gain
    return f32(total / weight)


def field(width: int, height: int, cell: float, octaves: int, seed: int) -> Floats:
    """Return a whole picture of fractal noise, quickly, by enlarging tables."""
    rng, total, weight = np.random.default_rng(seed), np.zeros((height, width), np.float32), 0.0
    for octave in range(octaves):
        pitch, gain = max(cell * 0.5**octave, 1.0), 0.55**octave
        table = rng.random((int(height / pitch) + 3, int(width / pitch) + 3), dtype=np.float32)
        large = Image.fromarray(table).resize((width, height), Image.Resampling.BICUBIC)
        total += f32(gain) * np.asarray(large, dtype=np.float32)
        weight += gain
    return f32(total / weight)
