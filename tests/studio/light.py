"""Lamps and suns with their shadows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from .arrays import Floats, dot, f32, ramp, unit, vec
from .camera import Camera, Point
from .mesh import Mesh
from .raster import see


@dataclass
class Light:
    """A lamp at ``eye`` (or a sun from there, when ``sun``) aimed at ``target``.

    ``spread`` is the full cone in degrees, or the half width of a sun's field;
    a lamp's colour is its brightness at one metre.  ``bare`` lamps shine all
    around and cast no shadow; ``matte`` ones leave no highlight.
    """

    eye: Point
    target: Point
    colour: Point
    spread: float = 60.0
    sun: bool = False
    bare: bool = False
    matte: bool = False
    soft: float = 2.0
    taps: int = 4
    size: int = 1400
    bias: float = 0.02
    depth: Floats | None = field(default=None, repr=False)

    def camera(self) -> Camera:
        """Return the light's own viewpoint."""
        return Camera(self.eye, self.target, self.spread, self.size, self.size, self.sun)

    def expose(self, meshes: Sequence[Mesh]) -> None:
        """Draw the shadow map of everything that casts shadows."""
        if self.bare or not meshes:
            return
        starts = np.cumsum([0] + [len(m.points) for m in meshes[:-1]])
        faces = np.concatenate([m.faces + s for m, s in zip(meshes, starts, strict=True)])
        near = see(np.concatenate([m.points for m in meshes]), faces, self.camera()).near
        depth = np.where(near < -1e29, 1e9, -near if self.sun else 1 / np.maximum(near, 1e-9))
        self.depth = f32(depth)

    def reach(self, points: Floats) -> tuple[Floats, Floats]:
        """Return the way to the light and the unshadowed strength."""
        if self.sun:
            way = unit(vec(*self.eye) - vec(*self.target))
            return f32(np.broadcast_to(way, points.shape)), np.ones(len(points), np.float32)
        gap = vec(*self.eye) - points
        square = dot(gap, gap)
        way = f32(gap / np.sqrt(square)[:, None])
        return way, f32(self.cone(way) / np.maximum(square, 0.05))

    def cone(self, way: Floats) -> Floats:
        """Return how far inside the beam points lie, soft at its edge."""
        if self.bare:
            return np.ones(len(way), np.float32)
        axis = unit(vec(*self.eye) - vec(*self.target))
        edge = float(np.cos(np.radians(self.spread / 2)))
        return ramp(edge, edge + (1 - edge) * 0.5, way @ axis)

    def seen(self, points: Floats, rng: np.random.Generator) -> Floats:
        """Return the lit share of each point, with soft shadow edges."""
        if self.depth is None:
            return np.ones(len(points), np.float32)
        x, y, depth = self.camera().project(points)
        total = np.zeros(len(points), np.float32)
        for _ in range(self.taps):
            shift = rng.standard_normal((2, len(points)), dtype=np.float32) * np.float32(self.soft)
            total += self.tap(f32(x + shift[0]), f32(y + shift[1]), depth)
        return total / np.float32(self.taps)

    def tap(self, x: Floats, y: Floats, depth: Floats) -> Floats:
        """Compare with one shadow map sample."""
        assert self.depth is not None
        column = np.clip(x, 0, self.size - 1).astype(np.int32)
        row = np.clip(y, 0, self.size - 1).astype(np.int32)
        slack = self.bias * (1 + self.soft / 2)
        return f32(depth < self.depth[row * self.size + column] + slack)


def dome(
    colour: Callable[[Floats], Floats], centre: Point, reach: float, count: int, size: int = 500
) -> list[Light]:
    """Return the light of a whole sky as ``count`` weak suns."""
    steps = np.arange(count) + 0.5
    height, turn = np.sqrt(steps / count) * 0.97 + 0.02, steps * 2.39996
    flat = np.sqrt(np.maximum(1 - height**2, 0))
    ways = f32(np.stack([flat * np.cos(turn), height, flat * np.sin(turn)], -1))
    return [weak(way, rgb / count, centre, reach, size) for way, rgb in zip(ways, colour(ways), strict=True)]


def weak(way: Floats, colour: Floats, centre: Point, reach: float, size: int) -> Light:
    """Return one of the suns of a dome."""
    eye = vec(*centre) + way * np.float32(reach * 3)
    x, y, z = (float(value) for value in eye)
    r, g, b = (float(value) for value in colour)
    bias = 7.0 * reach / size
    return Light((x, y, z), centre, (r, g, b), reach, True, False, True, 1.5, 1, size, bias)
