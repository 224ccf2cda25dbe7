"""A lathe at work, close by (lengths in decimetres)."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp, vec
from ..blur import smear
from ..camera import Camera
from ..figure import blended, rounded, skin_over
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2, noise2
from ..picture import Picture
from ..scene import Scene, Shot
from ..solids import box, lathe, panel, rod, tube

CAST = Material((0.055, 0.068, 0.066), rough=0.5, bump=0.08, grain=6)
GLOVE = Material((0.13, 0.1, 0.065), rough=0.75, bump=0.3, grain=14)
BLUE = Material((0.4, 0.36, 0.28), rough=0.18, metal=1.0)


def turned(points: Floats) -> Floats:
    """Return steel with the fine rings a tool leaves, and smears of oil."""
    x = points[:, 0]
    rings = noise2(f32(x * 60), f32(x * 0 + 3), 1) * 0.5 + noise2(f32(x * 230), f32(x * 0), 2) * 0.5
    oil = fbm2(f32(x * 1.5), f32(np.arctan2(points[:, 2] + 5, points[:, 1]) * 1.3), 4, 6)
    base = np.array([0.62, 0.62, 0.63]) * (0.45 + 0.75 * rings)[:, None]
    return f32(base * (1 - 0.35 * ramp(0.5, 0.7, oil)[:, None] * np.array([0.2, 0.5, 1.0])))


STEEL = Material(paint=turned, rough=0.24, metal=1.0)
DULL = Material((0.4, 0.4, 0.41), rough=0.35, metal=0.4, bump=0.02, grain=20)


def chuck() -> list[Mesh]:
    """Return the three-jaw chuck, its axis along x."""
    body = lathe(
        [
            (0, 0.0),
            (0.5, 0.0),
            (1.22, 0.0),
            (1.3, -0.08),
            (1.3, -0.75),
            (1.24, -0.8),
            (1.24, -1.1),
            (1.5, -1.1),
            (1.5, -1.6),
        ],
        STEEL,
        90,
    )
    rings = [lathe([(r, 0.005), (r + 0.03, 0.012), (r + 0.06, 0.005)], DULL, 80) for r in (0.68, 0.98)]
    parts = [m.turned(90, 2).sized(-1, 1, 1) for m in (body, *rings)]
    for k in range(3):
        angle = 25 + 120 * k
        for reach, out in ((0.62, 0.62), (0.9, 0.36), (1.12, 0.18)):
            parts.append(box((out / 2, reach - 0.12, 0), (out, 0.3, 0.36), DULL).turned(angle, 0))
        parts.append(box((-0.3, 1.27, 0.4), (0.3, 0.1, 0.3), CAST).turned(angle + 40, 0))
    return [p.moved(-1.0, 0, -5) for p in parts]


def work() -> list[Mesh]:
    """Return the bright workpiece with its steps."""
    profile = [
        (0.5, -0.3),
        (0.5, 1.9),
        (0.47, 1.95),
        (0.4, 1.97),
        (0.4, 3.1),
        (0.36, 3.15),
        (0.22, 3.17),
        (0.22, 4.2),
        (0, 4.2),
    ]
    parts = [lathe(profile, STEEL, 90).turned(90, 2).sized(-1, 1, 1)]
    centre = (
        lathe([(0.02, 0), (0.25, 0.45), (0.34, 0.5), (0.34, 2.6)], DULL, 40)
        .turned(90, 2)
        .sized(-1, 1, 1)
        .moved(4.15, 0, 0)
    )
    return [p.moved(-1.0, 0, -5) for p in (*parts, centre)]


def tools() -> list[Mesh]:
    """Return the tool post, the tool and the carriage."""
    parts = [
        box((1.6, -0.35, -3.55), (0.95, 0.75, 0.95), DULL),
        box((1.6, 0.06, -3.55), (1.0, 0.08, 1.0), CAST),
    ]
    parts += [
        rod((1.6 + a, 0.06, -3.55 + b), (1.6 + a, 0.4, -3.55 + b), 0.09, 0.09, DULL, 6)
        for a in (-0.32, 0.32)
        for b in (-0.32, 0.32)
    ]
    parts += [
        box((1.25, -0.12, -4.25), (0.24, 0.22, 1.0), CAST),
        box((1.16, -0.02, -4.68), (0.2, 0.08, 0.22), Material((0.7, 0.5, 0.15), rough=0.2, metal=1.0)),
    ]
    parts += [
        rod((1.6, 0.1, -3.55), (1.6, 0.62, -3.55), 0.13, 0.1, DULL, 20),
        rod((1.6, 0.6, -3.55), (2.3, 0.78, -3.2), 0.05, 0.05, STEEL, 12),
    ]
    return [
        *parts,
        box((1.6, -1.1, -3.7), (2.2, 0.7, 1.8), CAST),
        box((2, -1.9, -4.4), (9, 0.9, 3.4), CAST),
        rod((-3, -1.05, -2.4), (6, -1.05, -2.4), 0.1, 0.1, STEEL, 20),
    ]


def chip(start: tuple[float, float, float], seed: int) -> Mesh:
    """Return one curled chip springing from the cut."""
    rng = np.random.default_rng(seed)
    t = np.linspace(0, 1, 260)
    turns, size = float(rng.uniform(2.5, 9)), float(rng.uniform(0.06, 0.13))
    drift = f32(rng.normal(0, 1, 3) * [0.7, 0.12, 0.6])
    coil = (
        size
        * (0.6 + 0.6 * t)[:, None]
        * np.stack([np.cos(t * turns * 6.28), np.sin(t * turns * 6.28), 0.2 * np.sin(t * 9)], -1)
    )
    path = f32(start) + t[:, None] * drift + coil + np.array([0, -0.12, 0.1]) * (t**2)[:, None]
    return tube(f32(path), f32(np.full(260, 0.018)), BLUE, 5)


def swarf() -> list[Mesh]:
    """Return fresh chips at the tool and a tangle below."""
    rng = np.random.default_rng(2)
    fresh = [chip((1.15, 0.02, -4.6), k) for k in range(6)]
    fallen = [
        chip(
            (float(rng.uniform(-0.7, 2.4)), float(rng.uniform(-0.8, -0.62)), float(rng.uniform(-4.7, -3.0))),
            30 + k,
        )
        for k in range(44)
    ]
    return fresh + fallen


def hand(p: Floats) -> Floats:
    """Return the distance to a gloved hand that holds the feed lever."""
    parts = [
        rounded(p, vec(2.72, 0.42, -2.9), vec(3.15, 0.2, -2.5), 0.3, 0.32),
        rounded(p, vec(3.2, 0.1, -2.5), vec(4.6, -1.0, -1.7), 0.3, 0.42),
    ]
    for k in range(4):
        knuckle = vec(2.5 + 0.03 * k, 0.66 - 0.17 * k, -2.98 + 0.03 * k)
        parts.append(rounded(p, vec(2.8, 0.6 - 0.14 * k, -2.75), knuckle, 0.13, 0.115))
        parts.append(rounded(p, knuckle, knuckle + vec(-0.04, -0.05, -0.3), 0.115, 0.1))
    parts.append(rounded(p, vec(2.85, 0.6, -2.75), vec(2.38, 0.85, -3.02), 0.14, 0.1))
    return f32(blended(parts, 0.09))


def shop(ways: Floats) -> Floats:
    """Return the surroundings polished metal mirrors: bright strips in the dark."""
    strip = ramp(0.05, 0.12, ways[..., 1]) * ramp(0.45, 0.3, ways[..., 1]) + 0.8 * ramp(
        0.7, 0.78, ways[..., 1]
    )
    side = 0.5 + 0.5 * fbm2(f32(ways[..., 0] * 4), f32(ways[..., 2] * 4), 2, 3)
    return f32(0.05 + (strip * side)[..., None] * np.array([2.4, 2.5, 2.6]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((2.1, 1.35, 0.2), (0.62, -0.12, -4.7), 38, width, height), sky=shop)
    rng = np.random.default_rng(3)
    back = [
        box((float(x), float(rng.uniform(-1, 2)), -14), (1.6, float(rng.uniform(3, 7)), 2), CAST)
        for x in np.arange(-9, 10, 2.3)
    ]
    lamps = [
        box(
            (float(rng.uniform(-8, 8)), float(rng.uniform(1, 5)), -12.8),
            (0.5, 0.16, 0.1),
            Material(glow=(3.5, 3.0, 2.2)),
        )
        for _ in range(12)
    ]
    scene.add(
        panel((-12, -6, -16), (24, 0, 0), (0, 14, 0), CAST), back, lamps, chuck(), work(), tools(), swarf()
    )
    scene.add(skin_over(hand, f32([2.0, -1.6, -3.6]), f32([5.2, 1.3, -1.0]), 0.035, GLOVE))
    scene.lights = [
        Light((-2.5, 5.5, -2.0), (0.6, -0.2, -4.8), (150, 140, 126), 60, soft=3),
        Light((5, 3, -8), (1, 0, -5), (60, 68, 80), 60, soft=3),
        Light((4.5, 4.0, 0.5), (1, -0.3, -4.2), (15, 14.5, 14), 60, soft=4),
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.4)), (0.5, -0.5, -4.5), 5, 9)
    return scene


def spun(_: Scene, shot: Shot) -> Floats:
    """Blur the turning parts along their motion."""
    height, width = shot.depth.shape
    moved = smear(shot.light, 0.5, height * 0.006)
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    spin = np.exp(-(((x - 0.24) / 0.2) ** 2) - ((y - 0.42) / 0.4) ** 2)
    return f32(shot.light + (moved - shot.light) * np.clip(spin * 1.5, 0, 1)[..., None])


PICTURE = Picture(compose, Film(1.1, 0.12, 0.4, 0.8), (4.45, 20.0), spun)
