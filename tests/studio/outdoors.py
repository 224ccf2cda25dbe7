"""Skies, trees and other things of the open air."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .arrays import Floats, f32, ramp, unit, vec
from .camera import Point
from .material import Material
from .mesh import Mesh, joined
from .noise import fbm2
from .solids import scraps, tube


def clouds(ways: Floats, size: float, seed: int) -> Floats:
    """Return cloud cover in 0..1 on a flat layer overhead."""
    up = np.maximum(ways[..., 1], 0.015) + 0.06
    return fbm2(f32(ways[..., 0] / up * size), f32(ways[..., 2] / up * size), 6, seed)


def evening(low: Point, high: Point, sun: Point, warmth: Point, seed: int) -> Callable[[Floats], Floats]:
    """Return a sky painter: horizon and zenith colours, glow about the sun, clouds."""
    toward = unit(vec(*sun))

    def paint(ways: Floats) -> Floats:
        up = ramp(-0.02, 0.6, ways[..., 1])[..., None]
        near = np.maximum(ways @ toward, 0)[..., None]
        cover = ramp(0.42, 0.72, clouds(ways, 0.55, seed))[..., None]
        glow = f32(warmth) * (0.5 * near**4 + 0.9 * near**24)
        clear = f32(low) * (1 - up) + f32(high) * up + glow
        cloud = f32(low) * 0.5 + f32(high) * 0.28 + glow * 0.95
        return f32(clear * (1 - 0.8 * cover) + cloud * 0.8 * cover)

    return paint


def limb(start: Floats, way: Floats, length: float, radius: float, rng: np.random.Generator) -> Floats:
    """Return the bent path of one branch."""
    steps = np.linspace(0, 1, 7)[:, None]
    bend = f32(rng.normal(0, 0.16, 3)) * np.float32(length)
    return f32(start + way * length * steps + bend * steps**2)


def branches(
    at: Point, height: float, girth: float, seed: int, lift: float = 0.35
) -> tuple[list[tuple[Floats, float]], Floats]:
    """Return branch paths with their radii, and the tips where leaves grow."""
    rng = np.random.default_rng(seed)
    trunk = limb(
        vec(*at),
        unit(vec(float(rng.normal(0, 0.05)), 1, float(rng.normal(0, 0.05)))),
        height * 0.55,
        girth,
        rng,
    )
    paths, edge, tips = [(trunk, girth)], [(trunk, girth, height * 0.42)], []
    for level in range(3):
        grown = []
        for path, radius, reach in edge:
            for _ in range(5 if level == 0 else 4):
                start = path[int(rng.integers(3, 7))]
                way = unit(
                    f32(rng.normal(0, 0.8, 3)) + vec(0, lift, 0) + unit(path[-1] - path[0]) * np.float32(0.6)
                )
                child = limb(start, way, reach, radius, rng)
                grown.append((child, radius * 0.5, reach * 0.6))
        paths += [(p, r) for p, r, _ in grown]
        edge = grown
    tips = [p[k] for p, _, _ in edge for k in (3, 4, 5, 6)]
    return paths, f32(np.stack(tips))


def tree(
    at: Point, height: float, seed: int, bark: Material, leaf: Material, count: int = 6000, size: float = 0.09
) -> list[Mesh]:
    """Return a broad-leaved tree."""
    paths, tips = branches(at, height, height * 0.028, seed)
    wood = [tube(p, f32(np.linspace(r, r * 0.5, len(p))), bark, 7) for p, r in paths]
    rng = np.random.default_rng(seed + 1)
    spots = tips[rng.integers(0, len(tips), count)] + f32(rng.normal(0, 0.045 * height, (count, 3)))
    return [joined(wood, bark), scraps(f32(spots), f32(rng.uniform(0.6, 1.3, count) * size), seed, leaf)]


def strands(
    at: Point, height: float, seed: int, bark: Material, leaf: Material, count: int = 160
) -> list[Mesh]:
    """Return a willow: branches whose leaves hang in long strands."""
    paths, tips = branches(at, height, height * 0.03, seed, 0.15)
    wood = [tube(p, f32(np.linspace(r, r * 0.5, len(p))), bark, 7) for p, r in paths]
    rng = np.random.default_rng(seed + 2)
    starts = tips[rng.integers(0, len(tips), count)]
    fall = np.linspace(0, 1, 60)[None, :, None]
    length = np.minimum(
        rng.uniform(0.3, 0.75, (count, 1, 1)) * height, np.maximum(starts[:, None, 1:2] - at[1] - 0.4, 0.2)
    )
    sway = rng.normal(0, 0.05 * height, (count, 1, 3)) * [1, 0, 1] * np.sqrt(fall)
    spots = (
        starts[:, None] - fall * length * np.array([0, 1, 0]) + sway + rng.normal(0, 0.035, (count, 60, 3))
    )
    flat = f32(spots.reshape(-1, 3))
    return [joined(wood, bark), scraps(flat, f32(rng.uniform(0.05, 0.1, len(flat))), seed, leaf)]
