"""Old books on a shelf, close by (lengths in decimetres)."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32
from ..camera import Camera
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..picture import Picture
from ..scene import Scene
from ..solids import box, lathe, panel
from .library import SPINES

OAK = Material((0.17, 0.095, 0.05), rough=0.5, bump=0.06, grain=4)
PAGE = Material((0.6, 0.52, 0.38), rough=0.9, bump=0.4, grain=25)
SLIP = Material((0.72, 0.68, 0.58), rough=0.9)


def cloth(colour: tuple[float, float, float], seed: int, bands: tuple[float, ...], tall: float) -> Material:
    """Return a worn spine: faded edges, raised bands, a lettered label."""

    def paint(points: Floats) -> Floats:
        x, y = points[:, 0], points[:, 1]
        weave = 0.85 + 0.3 * fbm2(f32(x * 22), f32(y * 22), 2, seed)
        fade = 0.5 + 0.9 * fbm2(f32(x * 1.2), f32(y * 0.9), 5, seed + 1)
        worn = fbm2(f32(x * 5), f32(y * 5), 5, seed + 2) > 0.66 + 0.06 * np.sin(seed)
        base = f32(colour) * (weave * fade)[:, None]
        base = np.where(worn[:, None], np.array([0.42, 0.36, 0.27]) * weave[:, None], base)
        for band in bands:
            gold = np.abs(y - band * tall) < 0.018
            base = np.where((gold & ~worn)[:, None], np.array([0.62, 0.45, 0.16]), base)
        row = y / 0.15
        ink = (
            (np.abs(y - 0.76 * tall) < 0.26)
            & (np.abs(row % 1 - 0.5) < 0.3)
            & (fbm2(f32(x * 30), f32(np.floor(row) * 3.1), 1, seed) > 0.45)
        )
        return f32(np.where((ink & (seed % 3 == 0))[:, None], np.array([0.6, 0.46, 0.2]), base))

    return Material(paint=paint, rough=0.6, bump=0.12, grain=14)


def book(x: float, thick: float, tall: float, deep: float, seed: int, lean: float) -> list[Mesh]:
    """Return one standing book: rounded spine, boards, block of leaves, sometimes a slip."""
    rng = np.random.default_rng(seed)
    material = cloth(
        SPINES[seed % len(SPINES)], seed, ((0.12, 0.16, 0.88), (0.1, 0.3, 0.62, 0.9), ())[seed % 3], tall
    )
    spine = lathe([(0, 0), (thick / 2, 0), (thick / 2, tall), (0, tall)], material, 40).sized(1, 1, 0.55)
    parts = [
        spine,
        box((0, tall / 2, -deep / 2), (thick, tall, deep), material),
        box((0, tall / 2 + 0.01, -deep / 2 - 0.04), (thick * 0.8, tall - 0.02, deep), PAGE),
    ]
    parts += [
        lathe([(thick / 2, y), (thick / 2 + 0.022, y + 0.03), (thick / 2, y + 0.06)], material, 40).sized(
            1, 1, 0.6
        )
        for y in (tall * 0.2, tall * 0.4, tall * 0.6)
        if seed % 4 == 1
    ]
    if rng.random() < 0.4:
        parts.append(box((float(rng.normal(0, 0.04)), tall + 0.12, -deep * 0.4), (0.012, 0.5, 0.3), SLIP))
    return [m.turned(lean, 2).moved(x, 0, 0) for m in parts]


def row(level: float, seed: int) -> list[Mesh]:
    """Return a shelf board and the books upon it."""
    rng = np.random.default_rng(seed)
    parts = [box((0, -0.12, -0.7), (40, 0.24, 2.6), OAK)]
    x, k = -7.0, 0
    while x < 9:
        thick, tall = float(rng.uniform(0.2, 0.62)), float(rng.uniform(1.75, 2.65))
        lean = float(rng.choice([0, 0, 0, 0, -5, 6]))
        push = float(rng.uniform(-0.16, 0.12))
        parts += [m.moved(0, 0, push) for m in book(x + thick / 2, thick, tall, 1.5, seed * 50 + k, lean)]
        x, k = x + thick + 0.015 + (0.2 if lean else 0), k + 1
    return [m.moved(0, level, 0) for m in parts]


def warm(ways: Floats) -> Floats:
    """Return the dim stack."""
    return f32(np.full(ways.shape, 0.09) * [1.0, 0.8, 0.58])


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-3.9, 1.5, 4.1), (0.45, 1.18, 0.0), 29, width, height), sky=warm)
    scene.add(row(0, 3), row(3.1, 5), row(-3.1, 7), panel((-20, -8, -2), (40, 0, 0), (0, 16, 0), OAK))
    scene.lights = [
        Light((-6.5, 6.0, 5.5), (0.3, 1.0, 0), (62, 50, 33), 60, soft=4, bias=0.03, size=2200),
        Light((7.0, 2.5, 6.0), (1.0, 1.0, 0), (15, 17, 20), 60, soft=5, bias=0.03),
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.22) * [1.0, 0.86, 0.68]), (0, 1, 0), 6, 8)
    return scene


PICTURE = Picture(compose, Film(1.3, 0.1, 0.4, 0.9), (5.35, 30.0), None, 2100, 1400, 0.7, 520_000)
