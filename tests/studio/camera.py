"""A viewpoint: perspective (or parallel, for the sun's shadows)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .arrays import Floats, f32, unit, vec

Point = tuple[float, float, float]


@dataclass(frozen=True)
class Camera:
    """Where we look from and to; ``fov`` is the vertical angle in degrees.

    A parallel camera takes ``fov`` as its half height in metres.  A camera
    with ``flip`` sees the world mirrored in the water level of that height.
    """

    eye: Point
    target: Point
    fov: float
    width: int
    height: int
    parallel: bool = False
    flip: float | None = None
    near: float = 0.15

    def basis(self) -> Floats:
        """Return right, up and forward as rows."""
        forward = unit(vec(*self.target) - vec(*self.eye))
        pole = vec(0, 1, 0) if abs(forward[1]) < 0.99 else vec(1, 0, 0)
        right = unit(f32(np.cross(forward, pole)))
        return f32(np.stack([right, np.cross(right, forward), forward]))

    def focal(self) -> float:
        """Return pixels per metre at distance one (or at all distances)."""
        half = self.fov if self.parallel else float(np.tan(np.radians(self.fov / 2)))
        return self.height / 2 / half

    def mirrored(self, points: Floats) -> Floats:
        """Return points reflected in the water level, where there is one."""
        if self.flip is None:
            return points
        flipped = points.copy()
        flipped[..., 1] = 2 * self.flip - flipped[..., 1]
        return flipped

    def project(self, points: Floats) -> tuple[Floats, Floats, Floats]:
        """Return screen x, screen y and depth of points in the world."""
        basis, seen = self.basis(), self.mirrored(points)
        right, up, depth = (f32(seen @ axis - axis @ vec(*self.eye)) for axis in basis)
        focal = np.float32(self.focal())
        scale = focal if self.parallel else focal / np.maximum(depth, np.float32(1e-4))
        x = f32(right * scale + np.float32(self.width / 2))
        return x, f32(np.float32(self.height / 2) - up * scale), depth

    def rays(self, rows: Floats, columns: Floats) -> Floats:
        """Return unit view directions through pixels (unmirrored world)."""
        right, up, forward = self.basis()
        x = (columns - self.width / 2) / self.focal()
        y = (self.height / 2 - rows) / self.focal()
        ways = unit(f32(x[..., None] * right + y[..., None] * up + forward))
        if self.flip is not None:
            ways[..., 1] *= -1
        return ways

    def place(self) -> Floats:
        """Return the eye as seen by the unmirrored world."""
        return self.mirrored(vec(*self.eye))

    def sized(self, scale: float) -> Camera:
        """Return the same view at another resolution."""
        return replace(self, width=round(self.width * scale), height=round(self.height * scale))
