"""Elementary shapes: panels, boxes, tubes and turned bodies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from .arrays import Floats, f32, unit, vec
from .camera import Point
from .material import Material
from .mesh import Mesh, joined


def sheet(grid: Floats, normals: Floats, material: Material) -> Mesh:
    """Return a mesh over a grid of points (rows, columns, 3)."""
    rows, columns = grid.shape[:2]
    index = np.arange(rows * columns).reshape(rows, columns)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    faces = np.concatenate([np.stack([a, b, c], -1), np.stack([a, c, d], -1)]).reshape(-1, 3)
    return Mesh(grid.reshape(-1, 3), normals.reshape(-1, 3), faces, material)


def panel(corner: Point, u: Point, v: Point, material: Material, cuts: int = 0) -> Mesh:
    """Return a flat parallelogram from a corner along two edges, big ones cut up."""
    cuts = cuts or int(np.clip(max(np.abs([*u, *v])), 1, 60))
    s, t = np.meshgrid(np.linspace(0, 1, cuts + 1), np.linspace(0, 1, cuts + 1))
    grid = f32(vec(*corner) + f32(s)[..., None] * vec(*u) + f32(t)[..., None] * vec(*v))
    normal = unit(f32(np.cross(vec(*u), vec(*v))))
    return sheet(grid, f32(np.broadcast_to(normal, grid.shape)), material)


def floor(width: float, near: float, far: float, level: float, material: Material) -> Mesh:
    """Return level ground between two depths, finely cut."""
    start, span = (-width / 2, level, near), (width, 0.0, 0.0)
    return panel(start, (0.0, 0.0, far - near), span, material, 48)


def box(centre: Point, size: Point, material: Material) -> Mesh:
    """Return a block with its six flat sides."""
    sides = []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            sides.append(side(axis, sign, material))
    return joined(sides, material).sized(*size).moved(*centre)


def side(axis: int, sign: float, material: Material) -> Mesh:
    """Return one side of the unit block."""
    corner, u, v = np.full(3, -0.5), np.zeros(3), np.zeros(3)
    corner[axis] = sign * 0.5
    u[(axis + 1) % 3], v[(axis + 2) % 3] = 1.0, 1.0
    mesh = panel(point(corner), point(u), point(v), material)
    return Mesh(mesh.points, f32(mesh.normals * sign), mesh.faces, material)


def point(values: object) -> Point:
    """Return three numbers as a point."""
    x, y, z = np.asarray(values, dtype=np.float64).tolist()
    return (float(x), float(y), float(z))


def lathe(profile: Sequence[tuple[float, float]], material: Material, sides: int = 48) -> Mesh:
    """Return a body turned about y; each (radius, height) step keeps its edge."""
    bands = pairwise(profile)
    return joined([band(a, b, material, sides) for a, b in bands], material)


def band(a: tuple[float, float], b: tuple[float, float], material: Material, sides: int) -> Mesh:
    """Return one conical ring of a turned body."""
    angle = np.linspace(0, 2 * np.pi, sides + 1)
    ring = np.stack([np.cos(angle), np.zeros_like(angle), np.sin(angle)], -1)
    rows = [ring * r + np.array([0, h, 0]) for r, h in (a, b)]
    slope = ring * (b[1] - a[1]) - np.array([0, b[0] - a[0], 0])
    return sheet(f32(np.stack(rows)), unit(f32(np.stack([slope, slope]))), material)


def rod(a: Point, b: Point, ra: float, rb: float, material: Material, sides: int = 14) -> Mesh:
    """Return a closed straight tube between two points."""
    length = float(np.linalg.norm(vec(*b) - vec(*a)))
    shape = [(0.0, 0.0), (ra, 0.0), (rb, length), (0.0, length)]
    return aimed(lathe(shape, material, sides), a, b)


def aimed(mesh: Mesh, a: Point, b: Point) -> Mesh:
    """Return an upright body laid from one point towards another."""
    axis = unit(vec(*b) - vec(*a))
    helper = vec(1, 0, 0) if abs(axis[0]) < 0.9 else vec(0, 0, 1)
    across = unit(f32(np.cross(axis, helper)))
    turn = f32(np.stack([across, axis, np.cross(across, axis)]))
    points = f32(mesh.points @ turn + vec(*a))
    return Mesh(points, f32(mesh.normals @ turn), mesh.faces, mesh.material, mesh.casts)


def tube(path: Floats, radius: Floats, material: Material, sides: int = 8) -> Mesh:
    """Return a round tube along a path of points."""
    along = unit(f32(np.gradient(path, axis=0)))
    across = unit(f32(np.cross(along, vec(0.31, 0.83, 0.46))))
    other = f32(np.cross(along, across))
    angle = f32(np.linspace(0, 2 * np.pi, sides + 1))[None, :, None]
    ring = f32(np.cos(angle) * across[:, None] + np.sin(angle) * other[:, None])
    return sheet(f32(path[:, None] + ring * radius[:, None, None]), ring, material)


def ball(centre: Point, radius: float, material: Material, sides: int = 24) -> Mesh:
    """Return a sphere."""
    a, b = np.meshgrid(np.linspace(0, 2 * np.pi, sides + 1), np.linspace(0, np.pi, sides // 2 + 1))
    ways = f32(np.stack([np.sin(b) * np.cos(a), np.cos(b), np.sin(b) * np.sin(a)], -1))
    return sheet(f32(vec(*centre) + radius * ways), ways, material)


def scraps(centres: Floats, sizes: Floats, seed: int, material: Material) -> Mesh:
    """Return many small randomly turned quadrilaterals (leaves, paper)."""
    rng, count = np.random.default_rng(seed), len(centres)
    u = unit(f32(rng.normal(size=(count, 3))))
    v = unit(f32(np.cross(u, unit(f32(rng.normal(size=(count, 3)))))))
    s = sizes[:, None]
    corners = np.stack([centres - u * s, centres + v * s * 0.6, centres + u * s, centres - v * s * 0.6], 1)
    normals = f32(np.repeat(np.cross(u, v)[:, None], 4, 1))
    base = np.arange(count)[:, None] * 4
    faces = np.concatenate([base + np.array([0, 1, 2]), base + np.array([0, 2, 3])])
    return Mesh(f32(corners.reshape(-1, 3)), normals.reshape(-1, 3), faces, material)
