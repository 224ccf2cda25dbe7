"""An optical bench in the dark (lengths in decimetres)."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera, Point
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..picture import Picture
from ..scene import Scene
from ..solids import ball, box, floor, lathe, rod

BLACK = Material((0.055, 0.056, 0.06), rough=0.35, bump=0.02, grain=40)
STEEL = Material((0.62, 0.62, 0.64), rough=0.25, metal=1.0)
BRASS = Material((0.7, 0.52, 0.28), rough=0.3, metal=1.0)
GREEN: Point = (0.5, 9.0, 1.2)
RED: Point = (9.0, 0.5, 0.35)


def holes(points: Floats) -> Floats:
    """Return the brushed table top with threaded holes."""
    x, z = points[:, 0], points[:, 2]
    gap = np.hypot((x + 0.125) % 0.25 - 0.125, (z + 0.125) % 0.25 - 0.125)
    ring = ramp(0.035, 0.042, gap) * (1 + 1.2 * ramp(0.062, 0.048, gap))
    brushed = 0.7 + 0.6 * fbm2(f32(x * 2), f32(z * 40), 3, 5)
    return f32(np.array([0.2, 0.205, 0.215]) * (ring * brushed)[:, None])


TOP = Material(paint=holes, rough=0.38, metal=0.55, mirror=0.25)


def post(x: float, z: float, high: float) -> list[Mesh]:
    """Return a post in its holder with a clamping fork."""
    parts = [
        lathe(
            [(0.0, 0.0), (0.26, 0), (0.26, 0.07), (0.15, 0.09), (0.15, high * 0.55), (0.06, high * 0.56)],
            BLACK,
            30,
        ).moved(x, 0, z)
    ]
    parts += [
        rod((x, 0, z), (x, high, z), 0.063, 0.063, STEEL, 20),
        rod((x + 0.12, high * 0.5, z), (x + 0.28, high * 0.5, z), 0.045, 0.045, BRASS, 12),
    ]
    return [
        *parts,
        box((x - 0.3, 0.04, z), (0.5, 0.06, 0.22), BLACK),
        rod((x - 0.42, 0.05, z), (x - 0.42, 0.14, z), 0.06, 0.06, STEEL, 6),
    ]


def lens(x: float, z: float, high: float, turn: float, tint: Point) -> list[Mesh]:
    """Return a mounted lens, its glass catching the beam."""
    ring = lathe([(0.27, -0.07), (0.36, -0.07), (0.36, 0.07), (0.27, 0.07), (0.27, -0.07)], BLACK, 40)
    glass = lathe(
        [(0.27, -0.01), (0.2, 0.04), (0.1, 0.06), (0, 0.065)],
        Material((0.05, 0.06, 0.07), rough=0.06, glow=tint),
        36,
    )
    knob = rod((0, 0, 0.36), (0, 0, 0.52), 0.05, 0.05, STEEL, 12)
    return [
        *post(x, z, high - 0.34),
        *(m.turned(90, 2).turned(turn).moved(x, high, z) for m in (ring, glass, knob)),
    ]


def mirror(x: float, z: float, high: float, turn: float, tint: Point) -> list[Mesh]:
    """Return a kinematic mirror mount."""
    plates = [box((0, 0, 0), (0.1, 0.66, 0.66), BLACK), box((-0.2, 0, 0), (0.1, 0.66, 0.66), BLACK)]
    screws = [
        rod((-0.5, y, z2), (-0.14, y, z2), 0.05, 0.05, BRASS, 14)
        for y, z2 in ((0.25, 0.25), (-0.25, 0.25), (0.25, -0.25))
    ]
    face = [
        rod((0.0, 0, 0), (0.09, 0, 0), 0.25, 0.25, STEEL, 40),
        ball((0.1, 0, 0), 0.035, Material(glow=tint)),
    ]
    return [*post(x, z, high - 0.32), *(m.turned(turn).moved(x, high, z) for m in (*plates, *screws, *face))]


def beam(a: Point, b: Point, colour: Point, width: float = 0.011) -> Mesh:
    """Return one visible stretch of laser light."""
    return rod(a, b, width, width, Material((0, 0, 0), glow=colour), 6).silent()


def optics() -> list[Mesh]:
    """Return the set-up with its two beams."""
    y = 1.3
    parts = [
        *mirror(-2.4, -8.6, y, -40, GREEN),
        *mirror(2.3, -7.0, y, 200, GREEN),
        *lens(0.0, -7.75, y, 22, (0.05, 0.5, 0.1)),
        *lens(1.2, -7.38, y, 22, (0.03, 0.35, 0.07)),
    ]
    parts += [
        *lens(-1.1, -5.3, y, 0, (0.5, 0.03, 0.02)),
        *lens(0.45, -5.3, y, 0, (0.35, 0.02, 0.02)),
        *mirror(2.5, -5.3, y, 140, RED),
        *mirror(-0.7, -11.4, y, -60, RED),
    ]
    parts += [
        beam((-2.3, y, -8.55), (2.2, y, -7.05), GREEN),
        beam((2.2, y, -7.05), (-12.0, y, -2.72), GREEN),
        beam((-2.3, y, -8.55), (8.2, y, -21.3), GREEN),
    ]
    parts += [
        beam((-12, y, -5.3), (2.4, y, -5.3), RED),
        beam((2.4, y, -5.3), (-0.65, y, -11.35), RED),
        beam((-0.65, y, -11.35), (14, y, -15.9), RED),
    ]
    parts += [
        box((4.6, 0.9, -10.4), (2.2, 1.2, 3.2), BLACK),
        box((-4.9, 0.8, -11.5), (3.2, 1.0, 1.6), BLACK),
        rod((-3.2, y, -5.3), (-5.2, y, -5.3), 0.3, 0.3, STEEL, 36),
    ]
    return parts


def lights() -> list[Mesh]:
    """Return instruments far behind: blurred points of light."""
    rng, parts = np.random.default_rng(4), []
    for i in range(46):
        spot = (float(rng.uniform(-16, 16)), float(rng.uniform(0.2, 7.0)), float(rng.uniform(-34, -24)))
        tint = ((0.3, 2.2, 0.8), (2.6, 1.3, 0.3), (0.5, 1.0, 2.6), (2.2, 0.2, 0.15))[i % 4]
        parts.append(ball(spot, 0.1, Material(glow=(tint[0] * 5, tint[1] * 5, tint[2] * 5)), 10))
    rack = Material((0.03, 0.035, 0.045))
    parts += [box((x, 3, -34.5), (5, 9, 1.5), rack) for x in (-13, -6.5, 0, 6.5, 13)]
    return [
        *parts,
        box((-7, 4.2, -33), (2.4, 1.5, 0.1), Material(glow=(0.25, 0.5, 0.8))),
        box((7.2, 4.6, -32), (2.6, 1.6, 0.1), Material(glow=(0.2, 0.45, 0.4))),
    ]


def night(ways: Floats) -> Floats:
    """Return near darkness with a cool panel to the left, for the metal to mirror."""
    panel = ramp(0.72, 0.8, -ways[..., 0]) * ramp(0.1, 0.3, ways[..., 1])
    return f32(0.012 + panel[..., None] * np.array([1.1, 1.4, 1.8]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-2.1, 2.75, 0.2), (0.05, 1.0, -7.1), 40, width, height), sky=night, level=0.0)
    scene.polish = (8.0, 26.0)
    scene.add(floor(30, -20, 0, 0, TOP), optics(), lights())
    scene.lights = [Light((-7, 7, -10), (0, 0.6, -7), (30.0, 37.0, 48.0), 70, soft=4, bias=0.03)]
    for spot, tint in (
        ((-2.3, 1.4, -8.4), GREEN),
        ((2.1, 1.4, -7.0), GREEN),
        ((2.3, 1.4, -5.4), RED),
        ((-0.6, 1.4, -11.2), RED),
        ((0, 1.5, -7.6), GREEN),
        ((-1.1, 1.5, -5.2), RED),
    ):
        scene.lights.append(
            Light(spot, (0, 0, 0), (tint[0] * 0.055, tint[1] * 0.055, tint[2] * 0.055), bare=True)
        )
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.15) * [0.8, 0.95, 1.25]), (0, 0, -7), 9, 7)
    return scene


PICTURE = Picture(compose, Film(1.35, 0.28, 0.4, 0.95), (7.6, 26.0))
