"""A drawing sheet with compasses and pencil, close by (lengths in decimetres)."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..picture import Picture
from ..scene import Scene
from ..solids import ball, box, floor, lathe, rod, scraps

NICKEL = Material((0.66, 0.64, 0.6), rough=0.22, metal=1.0)
BRASS = Material((0.7, 0.5, 0.22), rough=0.28, metal=1.0)
LEAD = Material((0.05, 0.05, 0.055), rough=0.4)
LACQUER = Material((0.03, 0.12, 0.08), rough=0.25)
WOOD = Material((0.6, 0.4, 0.22), rough=0.7, bump=0.1, grain=20)
RUBBER = Material((0.62, 0.6, 0.57), rough=0.9, bump=0.05, grain=20)


def sheet(points: Floats) -> Floats:
    """Return paper with the section of a bearing block: outlines, hatching, centre lines, a dimension."""
    x, z = points[:, 0], points[:, 2]
    ink = np.zeros(len(x), np.float32)

    def stroke(gap: Floats, within: object = True, width: float = 0.014, dark: float = 1.0) -> None:
        grain = 0.72 + 0.5 * fbm2(f32(x * 40), f32(z * 40), 2, 3)
        np.maximum(ink, dark * ramp(width, width * 0.45, np.abs(gap)) * np.asarray(within) * grain, out=ink)

    r = np.hypot(x, z)
    for radius in (0.62, 0.95):
        stroke(f32(r - radius))
    stroke(f32(np.maximum(np.abs(x) - 2.1, np.abs(z - 0.95) - 0.32)), True)
    for s in (-1, 1):
        stroke(f32(x - s * (0.95 + 0.35 * (z - 0.1))), (z > 0.1) & (z < 0.63))
        stroke(f32(np.abs(x - s * 1.6) - 0.16), np.abs(z - 0.95) < 0.32, 0.01)
        stroke(f32(x - s * 1.6), (np.abs(z - 0.95) < 0.5) & (z * 7 % 1 < 0.72), 0.005, 0.8)
    hatch = ((r > 0.62) & (r < 0.95)) | (
        (np.abs(x) < 2.1) & (np.abs(z - 0.95) < 0.32) & (np.abs(np.abs(x) - 1.6) > 0.16)
    )
    stroke(f32(((x + z) * 7.5 % 1 - 0.5) / 7.5), hatch, 0.006, 0.75)
    stroke(x, (np.abs(z) < 1.6) & (z * 5 % 1 < 0.74), 0.005, 0.8)
    stroke(z, (np.abs(x) < 1.4) & (x * 5 % 1 < 0.74), 0.005, 0.8)
    stroke(f32(z - 1.7), np.abs(x) < 2.1, 0.005, 0.8)
    for s in (-1, 1):
        stroke(f32(x - s * 2.1), (z > 1.3) & (z < 1.78), 0.005, 0.8)
        stroke(f32((z - 1.7) - 0.22 * (s * x - 2.1)), (s * x > 1.88) & (s * x < 2.1), 0.012)
        stroke(f32((z - 1.7) + 0.22 * (s * x - 2.1)), (s * x > 1.88) & (s * x < 2.1), 0.012)
    stroke(f32(np.hypot(x - 0.2, z + 0.1) - 1.62), (x > 0.6) & (z < 0), 0.006, 0.45)
    smudge = 0.12 * ramp(0.5, 0.75, fbm2(f32(x * 1.2), f32(z * 1.2), 4, 9))
    tooth = 0.94 + 0.08 * fbm2(f32(x * 30), f32(z * 30), 2, 5)
    paper = np.array([0.84, 0.82, 0.76]) * (tooth * (1 - smudge))[:, None]
    return f32(paper * (1 - 0.82 * ink[:, None]))


def compasses() -> list[Mesh]:
    """Return compasses standing on the centre and on the outer circle."""
    top = (0.42, 2.35, -0.42)
    a, b = (0.0, 0.0, 0.0), (0.78, 0.02, -0.54)
    parts: list[Mesh] = []
    for foot, tip in ((a, NICKEL), (b, LEAD)):
        mid = tuple(f + 0.28 * (t - f) for f, t in zip(foot, top, strict=True))
        parts += [
            rod(mid, top, 0.05, 0.085, NICKEL, 24),
            rod(foot, mid, 0.008, 0.035, tip, 16),
            ball(mid, 0.062, BRASS, 20),
        ]
    parts += [
        ball(top, 0.17, NICKEL, 36),
        rod((0.42, 2.4, -0.42), (0.44, 2.95, -0.44), 0.06, 0.05, BRASS, 30),
    ]
    parts += [
        rod((0.12, 1.25, -0.06), (0.72, 1.25, -0.58), 0.03, 0.03, NICKEL, 16),
        rod((0.36, 1.25, -0.27), (0.48, 1.25, -0.37), 0.15, 0.15, BRASS, 30),
    ]
    return parts


def things() -> list[Mesh]:
    """Return pencil, eraser, set square and crumbs."""
    parts = [
        rod((-2.4, 0.1, 1.35), (-0.55, 0.1, 2.05), 0.1, 0.1, LACQUER, 6),
        rod((-0.55, 0.1, 2.05), (-0.22, 0.06, 2.17), 0.1, 0.025, WOOD, 20),
        rod((-0.22, 0.06, 2.17), (-0.12, 0.045, 2.21), 0.025, 0.006, LEAD, 12),
    ]
    parts += [box((0, 0.16, 0), (0.8, 0.3, 0.45), RUBBER).turned(28).moved(2.35, 0, 1.7)]
    parts += [
        box((0, 0.03, 0), (5.5, 0.05, 0.5), Material((0.42, 0.27, 0.13), rough=0.35, bump=0.03, grain=6))
        .turned(-9)
        .moved(-0.4, 0, -2.35)
    ]
    rng = np.random.default_rng(5)
    spots = np.stack([rng.normal(1.5, 0.7, 120), rng.uniform(0.01, 0.03, 120), rng.normal(1.5, 0.5, 120)], -1)
    parts.append(
        scraps(f32(spots), f32(rng.uniform(0.012, 0.04, 120)), 6, Material((0.3, 0.3, 0.3), rough=0.9))
    )
    return [
        *parts,
        lathe([(0, 0), (0.3, 0), (0.3, 0.22), (0.24, 0.22), (0.22, 0.05)], BRASS, 40).moved(3.1, 0, -1.1),
    ]


def lamp(ways: Floats) -> Floats:
    """Return a window for metal to mirror."""
    pane = ramp(0.25, 0.35, -ways[..., 0]) * ramp(0.1, 0.2, ways[..., 1])
    return f32(0.08 + pane[..., None] * np.array([1.7, 1.8, 1.9]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-1.5, 3.1, 5.2), (0.15, 0.62, 0.0), 38, width, height), sky=lamp)
    scene.add(floor(30, -14, 8, 0, Material(paint=sheet, rough=0.9)), compasses(), things())
    scene.lights = [
        Light((-6.5, 5.5, -1.5), (0, 0.2, 0.3), (58, 60, 62), 60, soft=5, taps=6, bias=0.02),
        Light((5, 6, 4), (0, 0, 0), (7, 6.6, 6), 60, soft=6),
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.34)), (0, 0, 0), 5, 9)
    return scene


PICTURE = Picture(compose, Film(1.5, 0.08, 0.4, 0.85), (6.1, 26.0), None, 1700, 1700, 0.85, 430_000)
