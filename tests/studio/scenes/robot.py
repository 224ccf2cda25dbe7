"""An industrial robot in its cell."""

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
from ..solids import ball, box, floor, lathe, panel, rod, tube

ORANGE = Material((0.72, 0.2, 0.02), rough=0.32, bump=0.015, grain=20)
GREY = Material((0.22, 0.225, 0.23), rough=0.4)
BLACK = Material((0.025, 0.025, 0.028), rough=0.3)
STEEL = Material((0.42, 0.43, 0.45), rough=0.3, metal=0.4)
FENCE = Material((0.55, 0.42, 0.03), rough=0.5)
MESHED = Material((0.05, 0.05, 0.055), rough=0.5)


def concrete(points: Floats) -> Floats:
    """Return a worn painted floor with hazard stripes round the cell."""
    x, z = points[:, 0], points[:, 2] + 5
    wear = fbm2(f32(x * 1.3), f32(z * 1.3), 5, 4)
    edge = np.maximum(np.abs(x), np.abs(z))
    stripe = (np.abs(edge - 2.1) < 0.07) & (np.sin((x + z) * 22) > 0)
    base = np.array([0.24, 0.25, 0.26]) * (0.55 + 0.8 * wear)[:, None]
    return np.where((stripe & (wear > 0.33))[:, None], f32([0.6, 0.42, 0.04]), f32(base))


def joint(at: Point, axis: Point, radius: float, half: float) -> list[Mesh]:
    """Return a chunky joint drum with its covers and bolts."""
    a, d = np.array(at), np.array(axis)
    ends = [tuple((a + s * d * half).tolist()) for s in (-1, 1)]
    caps = [tuple((a + s * d * (half + 0.035)).tolist()) for s in (-1, 1)]
    drum = [
        rod(ends[0], ends[1], radius, radius, ORANGE, 44),
        rod(caps[0], caps[1], radius * 0.8, radius * 0.8, GREY, 40),
    ]
    side, up = np.cross(d, [0.1, 0.9, 0.3]), np.cross(d, np.cross(d, [0.1, 0.9, 0.3]))
    for k in range(10):
        spot = (
            a
            + d * half
            + radius * 0.9 * (np.cos(k * 0.628) * side + np.sin(k * 0.628) * up) / np.linalg.norm(side)
        )
        drum.append(rod(tuple(spot.tolist()), tuple((spot + d * 0.02).tolist()), 0.014, 0.014, STEEL, 6))
    return drum


def arm(a: Point, b: Point, thick: float, taper: float) -> list[Mesh]:
    """Return a cast arm between two joints: a tapering body with ribs."""
    p, q = np.array(a), np.array(b)
    inner, outer = tuple((p + (q - p) * 0.1).tolist()), tuple((p + (q - p) * 0.92).tolist())
    parts = [rod(inner, outer, thick, taper, ORANGE, 28)]
    for share in (0.22, 0.5, 0.8):
        spot = p + (q - p) * share
        width = thick + (taper - thick) * share + 0.012
        parts.append(
            rod(tuple(spot.tolist()), tuple((spot + (q - p) * 0.025).tolist()), width, width, GREY, 28)
        )
    return parts


def hose(points: list[Point], radius: float) -> Mesh:
    """Return a cable loom hanging through points."""
    t, n = np.linspace(0, len(points) - 1, 80), np.arange(len(points))
    path = np.stack([np.interp(t, n, [p[k] for p in points]) for k in range(3)], -1)
    for _ in range(14):
        path[1:-1] = (path[:-2] + path[1:-1] + path[2:]) / 3
    ripple = radius * (1 + 0.12 * np.sin(np.arange(80) * 2.6))
    return tube(f32(path), f32(ripple), BLACK, 10)


SHOULDER, ELBOW = (0.08, 0.95, -5.0), (-0.5, 2.1, -5.0)
WRIST, TOOL = (0.85, 2.32, -4.62), (1.02, 1.92, -4.55)
FOOT = [(0.62, 0), (0.62, 0.06), (0.46, 0.1), (0.44, 0.36), (0.5, 0.4), (0.5, 0.5), (0.4, 0.54), (0.36, 0.62)]
LOOM: list[Point] = [(0.2, 0.7, -4.7), (0.42, 1.2, -4.66), (0.1, 1.7, -4.68), (-0.32, 2.3, -4.74)]
LOOM += [(-0.2, 2.55, -4.78), (0.3, 2.5, -4.66), (0.8, 2.5, -4.5), (1.0, 2.0, -4.42)]


def pedestal() -> list[Mesh]:
    """Return the foot the robot turns on."""
    base = lathe([*FOOT, (0, 0.62)], GREY, 60).moved(-0.05, 0, -5)
    motor = rod((-0.34, 0.55, -5), (-0.34, 0.95, -5), 0.13, 0.12, BLACK, 24)
    return [base, box((0.0, 0.8, -5.0), (0.46, 0.52, 0.3), ORANGE), motor]


def limbs() -> list[Mesh]:
    """Return joints and arms, with the motor behind the elbow."""
    parts = [*joint(SHOULDER, (0, 0, 1), 0.27, 0.24), *joint(ELBOW, (0, 0, 1), 0.215, 0.2)]
    parts += [*joint(WRIST, (0.28, 0, 0.96), 0.115, 0.1), *arm(SHOULDER, ELBOW, 0.17, 0.14)]
    parts += arm((ELBOW[0] + 0.1, ELBOW[1] + 0.06, ELBOW[2] + 0.05), WRIST, 0.16, 0.085)
    parts.append(rod((-0.86, 2.08, -5.12), (-0.5, 2.14, -5.02), 0.12, 0.14, GREY, 26))
    return [*parts, rod((-1.02, 2.05, -5.16), (-0.86, 2.08, -5.12), 0.075, 0.085, BLACK, 20)]


def gripper() -> list[Mesh]:
    """Return the hand and its two fingers."""
    parts = [rod(WRIST, TOOL, 0.08, 0.07, ORANGE, 24), rod(TOOL, (1.045, 1.86, -4.54), 0.1, 0.1, STEEL, 30)]
    parts.append(box((1.07, 1.8, -4.53), (0.34, 0.09, 0.14), GREY))
    return parts + [box((1.07 + s * 0.12, 1.67, -4.53), (0.045, 0.2, 0.09), STEEL) for s in (-1, 1)]


def robot() -> list[Mesh]:
    """Return the robot, reaching to the right and down."""
    return [*pedestal(), *limbs(), *gripper(), hose(LOOM, 0.035)]


def cell() -> list[Mesh]:
    """Return the work table, a part and the fencing."""
    parts = [
        box((1.25, 0.62, -4.5), (1.1, 0.08, 0.9), STEEL),
        box((1.25, 0.3, -4.5), (0.8, 0.6, 0.6), GREY),
        rod((1.07, 0.66, -4.53), (1.07, 0.98, -4.53), 0.13, 0.11, STEEL, 40),
    ]
    parts += [
        rod((1.4 + 0.17 * k, 0.66, -4.3), (1.4 + 0.17 * k, 0.86, -4.3), 0.07, 0.06, STEEL, 24)
        for k in range(2)
    ]
    for x in np.arange(-4.5, 5, 1.5).tolist():
        parts += [box((x, 1.1, -7.4), (0.08, 2.2, 0.08), FENCE)]
    for y in (0.2, 1.1, 2.15):
        parts.append(box((0, y, -7.4), (9.6, 0.05, 0.05), FENCE))
    parts += [box((x, 1.15, -7.4), (0.012, 2.0, 0.012), MESHED) for x in np.arange(-4.5, 4.6, 0.1).tolist()]
    return parts + [box((0, y, -7.4), (9, 0.012, 0.012), MESHED) for y in np.arange(0.3, 2.1, 0.1).tolist()]


def behind() -> list[Mesh]:
    """Return the factory in the background."""
    rng, parts = np.random.default_rng(9), []
    for k in range(16):
        x, z, high = float(rng.uniform(-9, 9)), float(rng.uniform(-19, -10)), float(rng.uniform(1, 3.2))
        tone = (Material((0.3, 0.33, 0.36)), ORANGE, GREY, Material((0.1, 0.2, 0.33)))[k % 4]
        parts.append(box((x, high / 2, z), (float(rng.uniform(0.6, 2)), high, 1.2), tone))
    parts += [
        ball(
            (float(rng.uniform(-8, 8)), float(rng.uniform(1.5, 4.5)), -17),
            0.09,
            Material(glow=((6, 5, 3), (1, 6, 2), (7, 3, 0.6))[k % 3]),
        )
        for k in range(14)
    ]
    lamps = Material(glow=(4.5, 4.7, 5.0))
    parts += [
        box((x, 5.6, z), (0.3, 0.06, 2.4), lamps).silent() for x in (-5, -1.7, 1.7, 5) for z in (-18, -13)
    ]
    return [*parts, panel((-14, 0, -20), (28, 0, 0), (0, 8, 0), Material((0.3, 0.31, 0.32)))]


def shed(ways: Floats) -> Floats:
    """Return the ceiling with light strips that paint and metal mirror."""
    up = ramp(0.1, 0.5, ways[..., 1])
    strip = up * (np.sin(ways[..., 0] / np.maximum(ways[..., 1], 0.2) * 4) > 0.55)
    return f32(0.12 + 0.1 * up[..., None] + strip[..., None] * np.array([1.3, 1.35, 1.45]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((1.7, 1.35, -0.6), (0.12, 1.36, -5), 38, width, height), sky=shed, level=0.0)
    scene.polish = (8.0, 24.0)
    scene.add(
        robot(), cell(), behind(), floor(30, -20, 0, 0, Material(paint=concrete, rough=0.4, mirror=0.6))
    )
    scene.lights = [
        Light((-3.5, 5.2, -2.2), (0, 1.2, -5), (52, 50, 46), 95, soft=4, bias=0.04),
        Light((3.6, 4.6, -8.5), (0.2, 1.3, -5), (36, 40, 46), 70, soft=3, bias=0.04),
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.5)), (0, 1, -6), 9, 12)
    return scene


PICTURE = Picture(compose, Film(0.95, 0.12, 0.35), (4.7, 13.0), None, 3600, 2700)
