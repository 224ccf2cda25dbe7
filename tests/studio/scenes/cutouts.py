"""Things on plain white, to be set without a frame (lengths in decimetres)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..arrays import Floats, f32, ramp
from ..blur import soft
from ..camera import Camera
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..picture import Picture
from ..scene import Scene, Shot
from ..solids import box, floor, lathe, rod, tube

SHEET = Material((0.85, 0.85, 0.85), rough=0.95)
GOLD = Material((0.86, 0.62, 0.27), rough=0.28, metal=1.0, bump=0.015, grain=14)
STEEL = Material((0.62, 0.61, 0.59), rough=0.3, metal=1.0)
JACKET = Material((0.75, 0.5, 0.04), rough=0.35)


def lid(points: Floats) -> Floats:
    """Return the brushed lid with engraved lines."""
    x, z = points[:, 0], points[:, 2]
    brushed = 0.7 + 0.5 * fbm2(f32(x * 3), f32(z * 60), 3, 5)
    rows = (
        (np.abs(z * 5 % 1 - 0.5) < 0.13)
        & (np.abs(x) < 0.62)
        & (z > -0.1)
        & (z < 0.35)
        & (fbm2(f32(x * 26), f32(np.floor(z * 5)), 1, 3) > 0.42)
    )
    return f32(np.array([0.66, 0.65, 0.63]) * brushed[:, None] * np.where(rows, 0.35, 1.0)[:, None])


def butterfly() -> list[Mesh]:
    """Return a butterfly package: flange, body, lid, fourteen leads, snout and a coil of fibre."""
    parts = [
        box((0, 0.09, 0), (2.6, 0.1, 1.25), GOLD),
        box((0, 0.36, 0), (1.85, 0.5, 1.25), GOLD),
        box((0, 0.625, 0), (1.75, 0.04, 1.15), Material(paint=lid, rough=0.3, metal=1.0)),
    ]
    parts += [
        lathe([(0.1, 0), (0.16, 0), (0.16, 0.03)], STEEL, 30).moved(s * 1.12, 0.125, t * 0.42)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    for k in range(7):
        x = -0.75 + 0.25 * k
        parts += [box((x, 0.4, s * 1.05), (0.09, 0.03, 0.9), GOLD) for s in (-1, 1)]
    parts += [
        rod((0.92, 0.4, 0), (1.5, 0.4, 0), 0.17, 0.17, GOLD, 40),
        rod((1.5, 0.4, 0), (2.3, 0.4, 0), 0.15, 0.07, Material((0.05, 0.05, 0.055), rough=0.5), 40),
    ]
    t = np.linspace(0, 1, 900)
    turn = 2 * np.pi * 4.25 * t
    radius = 1.55 + 0.05 * np.sin(9 * turn) * t
    coil = np.stack(
        [
            1.15 + radius * np.sin(turn) * 1.05,
            0.07 + 0.33 * np.exp(-t * 12) + 0.035 * (t * 4 % 1),
            -2.05 + 2.05 * np.exp(-t * 26) + 1.35 * np.cos(turn) * (1 - np.exp(-t * 26)),
        ],
        -1,
    )
    start = np.stack([np.linspace(2.25, 3.15, 40), np.linspace(0.4, 0.16, 40), np.linspace(0, -0.35, 40)], -1)
    first = np.argmin(np.linalg.norm(coil[:240] - start[-1], axis=1))
    way = np.concatenate([start, coil[first + 12 :]])
    smooth = np.stack(
        [np.convolve(np.pad(way[:, k], 20, mode="edge"), np.ones(41) / 41, mode="valid") for k in range(3)],
        -1,
    )
    return [*parts, tube(f32(smooth), f32(np.full(len(smooth), 0.045)), JACKET, 10)]


def buckram(points: Floats) -> Floats:
    """Return bookcloth, rubbed at corners and edges, with a blind-stamped frame and title."""
    x, z = points[:, 0], points[:, 2]
    weave = 0.82 + 0.2 * np.sin(x * 190) * np.sin(z * 190) + 0.25 * fbm2(f32(x * 2), f32(z * 2), 4, 2)
    edge = np.minimum(0.93 - np.abs(x), 1.32 - np.abs(z))
    rubbed = ramp(0.09, 0.0, edge + 0.12 * (fbm2(f32(x * 6), f32(z * 6), 4, 7) - 0.5))[:, None]
    frame = (np.abs(edge - 0.17) < 0.012) | (np.abs(edge - 0.21) < 0.005)
    title = (np.abs(x) < 0.5) & (np.abs(z + 0.62) < 0.1) & (fbm2(f32(x * 24), f32(z * 20), 1, 9) > 0.46)
    stain = ramp(0.55, 0.7, fbm2(f32(x * 1.4 + 5), f32(z * 1.4), 4, 12))[:, None]
    base = np.array([0.075, 0.13, 0.15]) * weave[:, None] * (1 - 0.4 * stain)
    base = np.where((frame | title)[:, None], np.array([0.55, 0.4, 0.14]), base)
    return f32(base * (1 - 0.8 * rubbed) + np.array([0.4, 0.34, 0.25]) * 0.8 * rubbed)


def leaves(points: Floats) -> Floats:
    """Return the edges of many leaves, brown outside, a thumb's darkness in the middle."""
    y, z = points[:, 1], points[:, 2] + points[:, 0]
    line = 0.62 + 0.5 * fbm2(f32(z * 0.6), f32(y * 70), 3, 4)
    thumb = 0.45 * np.exp(-(((z - 0.5) / 0.5) ** 2))
    return f32(np.array([0.68, 0.57, 0.4]) * (line * (1 - thumb))[:, None])


def volume() -> list[Mesh]:
    """Return a thick handbook lying down, new cords at its spine, a slip between its leaves."""
    cloth = Material(paint=buckram, rough=0.8, bump=0.05, grain=30)
    block = Material(paint=leaves, rough=0.9, bump=0.15, grain=22)
    parts = [
        box((0, 0.03, 0), (1.9, 0.055, 2.7), cloth),
        box((0.02, 0.37, 0), (1.76, 0.62, 2.56), block),
        box((0, 0.71, 0), (1.9, 0.055, 2.7), cloth),
    ]
    spine = (
        lathe([(0, 0), (0.37, 0), (0.37, 2.7), (0, 2.7)], cloth, 60)
        .turned(90, 0)
        .sized(0.62, 1, 1)
        .moved(-0.93, 0.37, -1.35)
    )
    parts += [spine] + [
        lathe([(0.37, 0), (0.4, 0.04), (0.37, 0.08)], cloth, 60)
        .turned(90, 0)
        .sized(0.64, 1, 1)
        .moved(-0.93, 0.37, z)
        for z in (-0.8, -0.3, 0.25, 0.75)
    ]
    slip = Material((0.75, 0.72, 0.62), rough=0.9)
    parts += [
        box((0.5, 0.47, 1.42), (0.3, 0.012, 0.42), slip),
        box((0.2, 0.3, 1.38), (0.16, 0.012, 0.3), Material((0.5, 0.08, 0.06), rough=0.8)),
    ]
    return parts


def bright(ways: Floats) -> Floats:
    """Return a white tent with dark edges, for metal to mirror."""
    dark = ramp(0.1, 0.0, np.abs(ways[..., 1] - 0.2)) * 0.6
    return f32((1.05 - 0.7 * ramp(0.1, 0.8, ways[..., 2]) - dark)[..., None] * np.ones(3))


def on_white(
    things: Callable[[], list[Mesh]],
    eye: tuple[float, float, float],
    target: tuple[float, float, float],
    fov: float,
) -> Callable[[int, int], Scene]:
    """Return how to set things on the white sheet."""

    def compose(width: int, height: int) -> Scene:
        scene = Scene(Camera(eye, target, fov, width, height), sky=bright)
        scene.add(floor(60, -30, 30, 0, SHEET), things())
        scene.lights = [
            Light((-3.2, 6.5, 2.6), (0, 0, 0), (30, 29.5, 28.5), 70, soft=9, taps=8, bias=0.03),
            Light((4.5, 5, -3.5), (0, 0, 0), (11, 11.5, 12), 70, soft=9, taps=8, bias=0.03),
        ]
        scene.lights += dome(lambda w: f32(np.full(w.shape, 0.75)), (0, 0, 0), 4.5, 24, 700)
        return scene

    return compose


def freed(scene: Scene, shot: Shot) -> Floats:
    """Whiten the sheet around the thing but for its shadow."""
    height, width = shot.depth.shape
    rows, columns = np.mgrid[0:height, 0:width]
    way = scene.camera.rays(f32(rows.ravel() + 0.5), f32(columns.ravel() + 0.5)).reshape(height, width, 3)
    level = scene.camera.eye[1] + way[..., 1] * shot.depth
    sheet = soft(f32(level < 0.012), height * 0.0012)
    grey = soft(f32(shot.light.mean(-1)), height * 0.004)
    lit = float(np.percentile(grey[sheet > 0.9], 80))
    near = np.clip(4 * soft(f32(1 - sheet), height * 0.07), 0, 1)
    share = 1 - near * (1 - np.clip(grey / lit, 0, 1.0))
    white = 9.0 * np.where(share > 0.93, 1.0, (share / 0.93) ** 2.4)
    return f32(shot.light + (white[..., None] * np.ones(3) - shot.light) * np.clip(sheet, 0, 1)[..., None])


PICTURES = {
    "package": Picture(
        on_white(butterfly, (-2.2, 4.4, 6.0), (0.75, 0.05, -0.55), 34),
        Film(1.0, 0.0, 0.0, 0.95, 0.006),
        None,
        freed,
        2000,
        1500,
        0.9,
        300_000,
    ),
    "old-book": Picture(
        on_white(volume, (-2.6, 3.9, 4.6), (-0.05, 0.26, 0.05), 36),
        Film(0.95, 0.0, 0.0, 0.92, 0.006),
        None,
        freed,
        1700,
        1700,
        0.9,
        380_000,
    ),
}
