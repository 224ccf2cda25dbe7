"""Triangles with normals and one material."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from .arrays import Floats, Ints, f32, vec
from .camera import Point
from .material import Material


@dataclass(frozen=True)
class Mesh:
    """Corner points, their normals, triangles of corner indices, a material."""

    points: Floats
    normals: Floats
    faces: Ints
    material: Material
    casts: bool = True

    def moved(self, x: float, y: float, z: float) -> Mesh:
        """Return the mesh shifted."""
        return replace(self, points=f32(self.points + vec(x, y, z)))

    def turned(self, degrees: float, axis: int = 1) -> Mesh:
        """Return the mesh rotated about a coordinate axis through the origin."""
        turn = rotation(degrees, axis)
        return replace(self, points=f32(self.points @ turn), normals=f32(self.normals @ turn))

    def sized(self, x: float, y: float, z: float) -> Mesh:
        """Return the mesh stretched along the axes."""
        return replace(self, points=f32(self.points * vec(x, y, z)))

    def dressed(self, material: Material) -> Mesh:
        """Return the same shape in another material."""
        return replace(self, material=material)

    def silent(self) -> Mesh:
        """Return the mesh throwing no shadow."""
        return replace(self, casts=False)


def rotation(degrees: float, axis: int) -> Floats:
    """Return the matrix that turns row vectors about a coordinate axis."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    turn = np.eye(3, dtype=np.float32)
    i, j = (axis + 1) % 3, (axis + 2) % 3
    turn[i, i], turn[i, j], turn[j, i], turn[j, j] = c, s, -s, c
    return turn


def joined(meshes: Iterable[Mesh], material: Material) -> Mesh:
    """Return several meshes as one of one material."""
    parts = list(meshes)
    starts = np.cumsum([0] + [len(p.points) for p in parts[:-1]])
    faces = np.concatenate([p.faces + s for p, s in zip(parts, starts, strict=True)])
    points = np.concatenate([p.points for p in parts])
    return Mesh(points, np.concatenate([p.normals for p in parts]), faces, material)


def placed(meshes: Iterable[Mesh], at: Point, turn: float = 0.0, size: float = 1.0) -> list[Mesh]:
    """Return a group sized, turned about the vertical and set down."""
    return [m.sized(size, size, size).turned(turn).moved(*at) for m in meshes]
