"""Amber bottles of adhesive in a row under a violet lamp (lengths in decimetres)."""

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
from ..solids import ball, box, floor, lathe, panel, rod

CAP = Material((0.025, 0.025, 0.028), rough=0.4)
BENCH = Material((0.12, 0.125, 0.13), rough=0.3, mirror=0.8, bump=0.02, grain=20)
STEEL = Material((0.6, 0.6, 0.61), rough=0.28, metal=1.0)
PLASTIC = Material((0.68, 0.68, 0.66), rough=0.4)


def amber(x: float, z: float, level: float) -> Material:
    """Return brown glass: light gathered through it on the far side, darker above the liquid."""

    def shine(points: Floats) -> Floats:
        across, y = (points[:, 0] - x) / 0.3, points[:, 1]
        through = np.exp(-(((across - 0.45) / 0.3) ** 2)) + 0.25 * np.exp(-(((across + 0.7) / 0.12) ** 2))
        full = np.where(y < level, 1.0, 0.4)
        return f32(np.array([0.52, 0.17, 0.018]) * (0.05 + through * full)[:, None])

    return Material((0.05, 0.018, 0.004), shine=shine, rough=0.07)


def label(x: float, z: float, k: int) -> Material:
    """Return a paper label: a band, a number in strokes, a few lines of writing."""

    def paint(points: Floats) -> Floats:
        turn = np.arctan2(points[:, 0] - x, points[:, 2] - z) * 0.31
        y = points[:, 1]
        line = (
            (np.abs(y * 14 % 1 - 0.5) < 0.12)
            & (y < 0.42)
            & (y > 0.24)
            & (np.abs(turn) < 0.2)
            & (fbm2(f32(turn * 60), f32(np.floor(y * 14)), 1, k) > 0.4)
        )
        stroke = (turn + 0.17) * 11
        bars = (y > 0.47) & (y < 0.6) & (stroke > 0) & (stroke < k + 1) & (np.abs(stroke % 1 - 0.5) < 0.2)
        band = (y > 0.64) & (y < 0.69)
        tint = ((0.5, 0.07, 0.05), (0.05, 0.16, 0.4))[k // 2 % 2]
        base = np.where(band[:, None], np.array(tint), np.array([0.72, 0.7, 0.63]))
        return f32(np.where((line | bars)[:, None], np.array([0.06, 0.06, 0.08]), base))

    return Material(paint=paint, rough=0.85)


def bottle(x: float, z: float, k: int) -> list[Mesh]:
    """Return one bottle with cap and label."""
    glass = amber(x, z, 0.72 - 0.05 * k)
    outline = [
        (0, 0),
        (0.27, 0),
        (0.3, 0.03),
        (0.3, 0.78),
        (0.27, 0.87),
        (0.2, 0.94),
        (0.14, 0.98),
        (0.14, 1.05),
    ]
    lid = lathe([(0.16, 1.03), (0.17, 1.04), (0.17, 1.23), (0.15, 1.25), (0, 1.25)], CAP, 60)
    ribs = [
        rod(
            (0.17 * float(np.cos(a)), 1.05, 0.17 * float(np.sin(a))),
            (0.17 * float(np.cos(a)), 1.22, 0.17 * float(np.sin(a))),
            0.006,
            0.006,
            CAP,
            5,
        )
        for a in np.linspace(0, 6.28, 36)
    ]
    paper = lathe([(0.303, 0.2), (0.303, 0.72)], label(x, z, k), 80)
    return [m.moved(x, 0, z) for m in (lathe(outline, glass, 80), lid, *ribs, paper)]


def syringe(x: float, z: float, turn: float) -> list[Mesh]:
    """Return a dispensing syringe lying down, its needle to the left."""
    barrel = Material((0.5, 0.42, 0.3), rough=0.15)
    parts = [
        rod((0, 0.12, 0), (1.15, 0.12, 0), 0.12, 0.12, barrel, 40),
        rod((-0.12, 0.12, 0), (0, 0.12, 0), 0.05, 0.11, Material((0.1, 0.2, 0.5), rough=0.4), 30),
    ]
    parts += [
        rod((-0.62, 0.12, 0), (-0.12, 0.12, 0), 0.012, 0.014, STEEL, 12),
        rod((1.15, 0.12, 0), (1.75, 0.12, 0), 0.05, 0.05, PLASTIC, 20),
        rod((1.14, 0.12, 0), (1.18, 0.12, 0), 0.2, 0.2, PLASTIC, 30),
        rod((1.73, 0.12, 0), (1.78, 0.12, 0), 0.15, 0.15, PLASTIC, 30),
    ]
    return [m.turned(turn).moved(x, 0, z) for m in parts]


def behind() -> list[Mesh]:
    """Return the violet lamp on its arm, an instrument and shelves out of focus."""
    violet = Material(glow=(3.4, 1.0, 13.0))
    parts = [
        rod((2.2, 0, -3.0), (2.2, 2.6, -3.0), 0.06, 0.06, STEEL),
        rod((2.2, 2.5, -3.0), (1.2, 2.3, -2.2), 0.05, 0.05, STEEL),
        rod((1.2, 2.4, -2.2), (1.1, 1.75, -2.1), 0.2, 0.14, CAP, 40),
        ball((1.09, 1.72, -2.09), 0.12, violet, 20).silent(),
    ]
    parts += [
        box((-2.8, 1.0, -4.4), (2.6, 2.0, 1.4), PLASTIC),
        panel((-3.9, 0.9, -3.68), (1.5, 0, 0), (0, 0.8, 0), Material(shine=trace)),
    ]
    parts += [
        box((0, 3.1, -6.4), (14, 0.12, 1.2), PLASTIC),
        box((0, 1.7, -7.2), (16, 6, 0.2), Material((0.16, 0.18, 0.2))),
    ]
    rng = np.random.default_rng(6)
    for k in range(14):
        tint = ((0.3, 0.12, 0.02), (0.5, 0.5, 0.48), (0.06, 0.14, 0.3))[k % 3]
        parts.append(
            rod(
                (-5.5 + 0.85 * k, 3.16, -6.3),
                (-5.5 + 0.85 * k, 3.16 + float(rng.uniform(0.6, 1.2)), -6.3),
                0.26,
                0.24,
                Material(tint, rough=0.2),
                24,
            )
        )
    return parts


def trace(points: Floats) -> Floats:
    """Return a lit screen with four rising curves."""
    x, y = points[:, 0] + 3.9, points[:, 1] - 0.9
    ink = np.zeros(len(x), np.float32)
    for k in range(4):
        ink = np.maximum(ink, ramp(0.022, 0.01, np.abs(y - 0.12 - (0.13 + 0.13 * k) * np.log1p(3 * x) / 1.3)))
    return f32(np.array([0.1, 0.22, 0.3]) + ink[:, None] * np.array([1.4, 1.6, 0.7]))


def laboratory(ways: Floats) -> Floats:
    """Return windows and lamps for glass to mirror."""
    pane = (
        ramp(0.4, 0.48, -ways[..., 0])
        * ramp(0.02, 0.08, ways[..., 1])
        * ramp(0.62, 0.55, ways[..., 1])
        * ramp(0.02, 0.05, np.abs(ways[..., 2] - 0.2))
    )
    return f32(0.05 + pane[..., None] * np.array([2.6, 2.8, 3.0]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-1.9, 1.55, 4.3), (0.1, 0.66, -0.3), 29, width, height), sky=laboratory, level=0.0)
    scene.polish = (2.5, 9.0)
    scene.add(floor(24, -8, 5, 0, BENCH), behind(), syringe(-0.85, 0.75, -16))
    for k in range(4):
        scene.add(bottle(-1.05 + 0.82 * k, -0.1 - 0.34 * k, k))
    scene.lights = [
        Light((-5, 5, 2.5), (0, 0.5, 0), (40, 42, 44), 60, soft=5, taps=6, bias=0.05),
        Light((1.1, 1.7, -2.0), (0.3, 0, -0.6), (2.2, 0.8, 8.0), 110, soft=4, bias=0.05),
        Light((4, 4, -4), (0, 0.5, 0), (16, 14, 11), 60, soft=5),
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.16)), (0, 0.3, 0), 4, 8)
    return scene


PICTURE = Picture(compose, Film(1.25, 0.18, 0.4, 0.95), (4.9, 26.0), None, 2100, 1400, 0.7, 460_000)
