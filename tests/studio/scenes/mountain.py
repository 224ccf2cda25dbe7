"""A railing and steps on a ridge, high up, after the first snow."""

from __future__ import annotations

import itertools

import numpy as np

from ..arrays import Floats, f32, ramp, unit
from ..camera import Camera
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..outdoors import clouds
from ..picture import Picture
from ..scene import Scene
from ..solids import ball, box, rod, sheet

IRON = Material((0.3, 0.31, 0.32), rough=0.5)
RED = Material((0.6, 0.05, 0.05), rough=0.8)
WHITE = Material((0.75, 0.76, 0.77), rough=0.6)
STEP = Material((0.4, 0.39, 0.38), rough=0.9, bump=0.15, grain=8)
SUNWARD = unit(f32([0.72, 0.42, -0.2]))


def rugged(x: Floats, z: Floats, seed: int, pitch: float) -> Floats:
    """Return sharp ridges in 0..1."""
    total, weight = np.zeros_like(x), 0.0
    for k in range(6):
        gain, p = 0.5**k, pitch * 2.03**k
        total = (
            total + gain * (1 - np.abs(2 * fbm2(f32(x * p + 3.1 * k), f32(z * p), 1, seed + k) - 1)) ** 1.6
        )
        weight += gain
    return f32(total / weight)


def relief(
    x0: float,
    x1: float,
    z0: float,
    z1: float,
    rise: float,
    base: float,
    seed: int,
    pitch: float,
    count: int,
    material: Material,
) -> Mesh:
    """Return a piece of mountain land."""
    z, x = np.meshgrid(np.linspace(z0, z1, count), np.linspace(x0, x1, count), indexing="ij")
    y = base + rise * rugged(f32(x), f32(z), seed, pitch)
    dz, dx = np.gradient(y, z[:, 0], x[0])
    return sheet(
        f32(np.stack([x, y, z], -1)), unit(f32(np.stack([-dx, np.ones_like(dx), -dz], -1))), material
    )


def snowfield(low: float, high: float, scale: float) -> Material:
    """Return rock with snow where it lies: flatter and higher."""

    def paint(points: Floats) -> Floats:
        x, y, z = points[:, 0] * scale, points[:, 1], points[:, 2] * scale
        patch = fbm2(f32(x), f32(z), 5, 3)
        cover = ramp(0.42, 0.62, patch + 0.9 * (y - low) / (high - low) - 0.35)[:, None]
        rock = np.array([0.13, 0.115, 0.105]) * (0.5 + fbm2(f32(x * 6), f32(z * 6), 4, 5))[:, None]
        return f32(rock * (1 - cover) + np.array([0.84, 0.87, 0.92]) * cover)

    return Material(paint=paint, rough=0.95)


def path(z: float) -> tuple[float, float]:
    """Return where the steps are at a depth: across and height."""
    up = -z - 2.0
    return 0.55 + 0.9 * float(np.sin(up * 0.16)), -0.2 + 0.235 * up


def steps() -> list[Mesh]:
    """Return the steps up the ridge and the railing on the side of the drop."""
    parts: list[Mesh] = []
    for k in range(72):
        z = -1.6 - 0.36 * k
        x, y = path(z)
        parts += [
            box((x, y - 0.1, z), (1.5, 0.22, 0.4), STEP),
            box((x + 0.1, y + 0.02, z - 0.1), (1.1, 0.03, 0.2), Material((0.84, 0.87, 0.92), rough=0.95)),
        ]
    tops = []
    for k in range(26):
        z = -1.4 - 1.0 * k
        x, y = path(z)
        parts += [
            rod((x + 0.85, y - 0.25, z), (x + 0.85, y + 1.0, z), 0.032, 0.032, IRON, 12),
            ball((x + 0.85, y + 1.01, z), 0.045, IRON, 12),
        ]
        tops.append((x + 0.85, y, z))
    for a, b in itertools.pairwise(tops):
        parts += [
            rod((a[0], a[1] + h, a[2]), (b[0], b[1] + h, b[2]), 0.026, 0.026, IRON, 10)
            for h in (0.95, 0.55, 0.2)
        ]
    x, y, z = tops[3]
    parts += [rod((x, y + 0.78, z), (x + 0.02, y + 0.9, z), 0.05, 0.05, RED, 16)]
    parts += [
        rod(
            (x + 0.03, y + 0.82, z + 0.03),
            (x + 0.34 + 0.05 * k, y + 0.68 - 0.1 * k, z + 0.16),
            0.012,
            0.006,
            RED,
            8,
        )
        for k in range(2)
    ]
    return parts


def station() -> list[Mesh]:
    """Return the hut, the white screen and the mast at the top."""
    x, y = path(-28)
    parts = [
        box((x - 2.0, y + 1.1, -30), (4.2, 2.4, 3.2), WHITE),
        box((x - 2.0, y + 2.4, -30), (4.6, 0.16, 3.6), STEP),
        box(
            (x - 2.6, y + 1.2, -28.38),
            (0.9, 0.8, 0.05),
            Material((0.05, 0.06, 0.08), rough=0.2, glow=(0.5, 0.32, 0.12)),
        ),
    ]
    parts += [
        box((x + 1.6, y + 1.5, -28.6), (0.6, 0.6, 0.6), WHITE),
        *(
            rod((x + 1.6 + a, y, -28.6 + b), (x + 1.6 + a, y + 1.2, -28.6 + b), 0.03, 0.03, WHITE)
            for a in (-0.25, 0.25)
            for b in (-0.25, 0.25)
        ),
    ]
    parts += [
        rod((x + 0.2, y, -31), (x + 0.2, y + 7.0, -31), 0.06, 0.04, IRON),
        rod((x - 0.35, y + 6.8, -31), (x + 0.75, y + 6.9, -31), 0.03, 0.03, IRON),
        box((x + 0.7, y + 6.98, -31), (0.4, 0.2, 0.02), IRON),
        ball((x - 0.35, y + 6.95, -31), 0.12, IRON, 14),
    ]
    return parts


def high(ways: Floats) -> Floats:
    """Return a deep thin sky with streaks."""
    up = ramp(-0.05, 0.55, ways[..., 1])[..., None]
    cover = ramp(0.5, 0.78, clouds(ways, 0.35, 17))[..., None]
    base = np.array([0.72, 0.84, 1.0]) * (1 - up) + np.array([0.1, 0.22, 0.52]) * up
    return f32(base * (1 - 0.75 * cover) + np.array([1.15, 1.13, 1.1]) * 0.75 * cover)


def slope(points: Floats) -> Floats:
    """Return the near slope: stones, dry grass, thin snow."""
    x, z = points[:, 0], points[:, 2]
    patch = fbm2(f32(x * 0.7), f32(z * 0.7), 6, 8)
    snow = ramp(0.47, 0.56, patch)[:, None]
    grass = np.array([0.24, 0.19, 0.1]) * (0.4 + 1.1 * fbm2(f32(x * 9), f32(z * 9), 4, 2))[:, None]
    return f32(grass * (1 - snow) + np.array([0.82, 0.85, 0.9]) * snow)


def ground() -> Mesh:
    """Return the ridge we stand on, falling away to the right."""
    z, x = np.meshgrid(np.linspace(3, -46, 240), np.linspace(-26, 9, 220), indexing="ij")
    line = np.vectorize(lambda d: path(float(d))[1])(z)
    mid = np.vectorize(lambda d: path(float(d))[0])(z)
    aside = x - mid
    y = (
        line
        - 0.32
        - 0.05 * np.maximum(-aside - 1, 0)
        - np.maximum(aside - 1.0, 0) ** 1.45 * 1.7
        + 0.28 * (fbm2(f32(x * 0.8), f32(z * 0.8), 5, 6) - 0.5) * np.minimum(np.abs(aside), 2)
    )
    dz, dx = np.gradient(y, z[:, 0], x[0])
    material = Material(paint=slope, rough=0.95, bump=0.3, grain=7)
    return sheet(
        f32(np.stack([x, y, z], -1)), unit(f32(np.stack([-dx, np.ones_like(dx), -dz], -1))), material
    )


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-0.25, 1.5, 1.2), (2.1, 3.1, -14), 48, width, height), sky=high)
    scene.add(ground(), steps(), station())
    scene.add(relief(-260, 700, -950, -330, 300, -190, 4, 0.0042, 420, snowfield(-120, 110, 0.03)).silent())
    scene.add(
        relief(-700, 1500, -2400, -1100, 720, -330, 11, 0.0016, 420, snowfield(-100, 260, 0.012)).silent()
    )
    scene.add(relief(10, 260, -330, -25, 60, -95, 8, 0.02, 260, snowfield(-95, -10, 0.1)).silent())
    scene.lights = [
        Light((46, 27, -24), (0, 2, -14), (6.6, 5.9, 4.9), 26, True, soft=1.5, size=2800, bias=0.05)
    ]
    scene.lights += dome(lambda w: high(w) * 0.6, (0, 2, -14), 24, 9, 700)
    scene.haze, scene.haze_colour = 0.00042, lambda w: f32(np.full(w.shape, 0.9) * [0.66, 0.8, 1.0])
    return scene


PICTURE = Picture(compose, Film(0.62, 0.1, 0.3, 0.9), (9.0, 2.0), None, 2100, 1400, 0.7, 520_000)
