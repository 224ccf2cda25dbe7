"""The light leaving visible surfaces."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .arrays import Floats, Ints, dot, f32, unit
from .light import Light
from .material import Material, Paint
from .noise import noise3


class Surface:
    """A run of surface points with everything needed to light them."""

    def __init__(self, points: Floats, normals: Floats, eye: Floats) -> None:
        """Face all normals towards the eye."""
        self.points = points
        self.view = unit(eye - points)
        self.normals = unit(normals)
        back = dot(self.normals, self.view) < 0
        self.normals[back] *= -1
        count = len(points)
        self.colour, self.glow = np.zeros((count, 3), np.float32), np.zeros((count, 3), np.float32)
        self.rough, self.metal = np.full(count, 0.8, np.float32), np.zeros(count, np.float32)
        self.thin, self.mirror = np.zeros(count, np.float32), np.zeros(count, np.float32)

    def wear(self, kinds: Ints, materials: Sequence[Material]) -> None:
        """Take on the materials, one group of points at a time."""
        for kind in np.unique(kinds):
            self.coat(np.flatnonzero(kinds == kind), materials[int(kind)])

    def coat(self, rows: Ints, material: Material) -> None:
        """Give some of the points one material."""
        points = self.points[rows]
        paint, shine = material.paint, material.shine
        self.colour[rows] = paint(points) if paint else f32(material.colour)
        self.glow[rows] = shine(points) if shine else f32(material.glow)
        self.rough[rows], self.metal[rows] = material.rough, material.metal
        self.thin[rows], self.mirror[rows] = material.thin, material.mirror
        if material.bump:
            self.normals[rows] = roughened(points, self.normals[rows], material)

    def lit(self, lights: Sequence[Light], sky: Paint, rng: np.random.Generator) -> Floats:
        """Return the colour sent to the eye."""
        total = self.glow + self.reflections(sky)
        for light in lights:
            total = total + self.under(light, rng)
        return f32(total)

    def under(self, light: Light, rng: np.random.Generator) -> Floats:
        """Return what one light adds."""
        way, strength = light.reach(self.points)
        facing = f32(self.normals @ way[0]) if light.sun else dot(self.normals, way)
        diffuse = np.maximum(facing, 0) + self.thin * np.maximum(-facing, 0)
        active = np.flatnonzero((diffuse > 0) & (strength > 0))
        result = np.zeros_like(self.points)
        if len(active):
            power = strength[active] * light.seen(self.lifted(active, light), rng)
            spread = self.colour[active] * ((np.float32(1) - self.metal[active]) * diffuse[active])[:, None]
            if not light.matte:
                spread = spread + self.highlight(active, way[active], facing[active])
            result[active] = spread * power[:, None] * f32(light.colour)
        return result

    def lifted(self, rows: Ints, light: Light) -> Floats:
        """Return points raised off their surface, so as not to shade themselves."""
        height = np.float32(max(0.005, 0.7 * light.bias))
        return f32(self.points[rows] + self.normals[rows] * height)

    def highlight(self, rows: Ints, way: Floats, facing: Floats) -> Floats:
        """Return the shine of a light on some of the points."""
        half = unit(way + self.view[rows])
        sharp = 2 / np.maximum(self.rough[rows] ** 4, 1e-3)
        lobe = (sharp + 2) / 8 * np.maximum(dot(self.normals[rows], half), 0) ** sharp
        lobe = lobe * np.maximum(facing, 0)
        return f32(self.base(rows) * lobe[:, None])

    def base(self, rows: Ints) -> Floats:
        """Return the reflectance straight on: grey, or a metal's own colour."""
        metal = self.metal[rows, None]
        return f32(0.04 * (1 - metal) + self.colour[rows] * metal)

    def reflections(self, sky: Paint) -> Floats:
        """Return the surroundings mirrored in smooth surfaces."""
        rows = np.flatnonzero((self.rough < 0.7) & (self.mirror == 0))
        result = np.zeros_like(self.points)
        if len(rows):
            n, v = self.normals[rows], self.view[rows]
            bounce = 2 * dot(n, v)[:, None] * n - v
            rim = (1 - np.clip(dot(n, v), 0, 1)) ** 5 * (1 - self.rough[rows])
            base = self.base(rows)
            result[rows] = (base + (1 - base) * rim[:, None]) * sky(f32(bounce)) * self.dull(rows)
        return result

    def dull(self, rows: Ints) -> Floats:
        """Return how much a rough surface dims mirrored surroundings."""
        return f32(1 - 0.8 * self.rough[rows, None])


def roughened(points: Floats, normals: Floats, material: Material) -> Floats:
    """Return normals tilted by noise."""
    spots = f32(points * material.grain)
    tilt = [noise3(f32(spots + 11.3 * axis), 900 + axis) - 0.5 for axis in range(3)]
    return unit(f32(normals + np.stack(tilt, -1) * 2 * material.bump))
