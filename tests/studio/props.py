"""Things found in many scenes."""

from __future__ import annotations

import numpy as np

from .arrays import Floats, f32
from .camera import Point
from .material import Material
from .mesh import Mesh, joined
from .noise import fbm2
from .solids import box, scraps, sheet

PAPER = Material((0.8, 0.79, 0.75), rough=0.7)
LEAF = Material((0.05, 0.13, 0.03), rough=0.5, thin=0.4)


def boxes(centres: Floats, sizes: Floats, material: Material) -> Mesh:
    """Return many blocks at once."""
    unit = box((0, 0, 0), (1, 1, 1), material)
    points = unit.points[None] * sizes[:, None] + centres[:, None]
    count, corners = len(centres), len(unit.points)
    faces = unit.faces[None] + (np.arange(count) * corners)[:, None, None]
    normals = np.tile(unit.normals, (count, 1))
    return Mesh(f32(points.reshape(-1, 3)), normals, faces.reshape(-1, 3), material)


def drape(width: float, height: float, at: Point, material: Material, folds: float = 9.0) -> Mesh:
    """Return hanging cloth with deep irregular folds, its foot at a point."""
    x, y = np.meshgrid(np.linspace(-width / 2, width / 2, int(width * 60) + 60), np.linspace(0, height, 16))
    sway = 1.2 * fbm2(f32(x * 0.8), f32(y * 0.15), 2, 5)
    depth = 1.4 / folds * np.sin(x * folds + 5 * sway) + 3 / folds * fbm2(f32(x * 1.7), f32(y * 0.12), 3, 6)
    slope = np.gradient(depth, x[0], axis=1)
    normals = np.stack([-slope, 0 * slope, np.ones_like(slope)], -1)
    return sheet(f32(np.stack([x + at[0], y + at[1], depth + at[2]], -1)), f32(normals), material)


def cluster(at: Point, reach: Point, count: int, size: float, seed: int, material: Material) -> Mesh:
    """Return a loose heap of petals or leaves."""
    rng = np.random.default_rng(seed)
    ways = rng.normal(size=(count, 3))
    ways *= (rng.random((count, 1)) ** 0.45) / np.linalg.norm(ways, axis=1, keepdims=True)
    lumps = 0.75 + 0.4 * np.sin(ways[:, :1] * 7 + seed) * np.sin(ways[:, 2:] * 6 + ways[:, 1:2] * 5)
    spots = f32(ways * lumps * f32(reach) * 0.8 + f32(at))
    return scraps(spots, f32(rng.uniform(0.6, 1.3, count) * size), seed, material)


def bouquet(at: Point, reach: Point, seed: int, colours: tuple[Point, ...]) -> list[Mesh]:
    """Return mixed flowers over leaves."""
    green = cluster((at[0], at[1] - reach[1] * 0.15, at[2]), reach, 500, 0.05, seed, LEAF)
    petals = [
        cluster(at, reach, 160, 0.034, seed + i + 1, Material(c, rough=0.6, thin=0.4))
        for i, c in enumerate(colours)
    ]
    return [green, *petals]


def chairs(spots: list[Point], material: Material) -> Mesh:
    """Return simple upholstered backs behind seated people (facing -z)."""
    return joined([box((x, y + 0.72, z + 0.24), (0.46, 0.5, 0.05), material) for x, y, z in spots], material)
