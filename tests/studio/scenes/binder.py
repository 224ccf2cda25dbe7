"""A bookbinder at his table, sun through a window level with the grass."""

from __future__ import annotations

import itertools

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..figure import Look, Pose, person
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..noise import fbm2
from ..picture import Picture
from ..props import PAPER, boxes
from ..scene import Scene, Shot
from ..shafts import shafts
from ..solids import box, floor, lathe, panel, rod, scraps
from .library import SPINES

OAK = Material((0.22, 0.125, 0.065), rough=0.4, bump=0.05, grain=7)
DARK = Material((0.1, 0.06, 0.035), rough=0.6, bump=0.06, grain=9)
LIME = Material((0.42, 0.385, 0.33), rough=0.9, bump=0.06, grain=4)
IRON = Material((0.07, 0.075, 0.075), rough=0.35, metal=0.6, bump=0.03, grain=20)
TIN = Material((0.6, 0.6, 0.58), rough=0.35, metal=0.9)
BONE = Material((0.72, 0.66, 0.52), rough=0.35)
GRASS = Material((0.12, 0.24, 0.04), thin=0.8)
SUN = Light((-6.4, 7.4, -6.2), (0.15, 0.9, -2.7), (13.0, 10.6, 7.0), 3.6, True, soft=2.5, size=2200)


def outside(points: Floats) -> Floats:
    """Return the bright lawn and sky beyond the pane."""
    leaf = fbm2(f32(points[:, 0] * 5), f32(points[:, 1] * 5), 4, 5)
    return f32((1.4 + 2.4 * leaf)[:, None] * np.array([0.95, 1.05, 0.75]))


def window() -> list[Mesh]:
    """Return the left wall with its high window, grass against the pane."""
    x, near, far, low, top = -1.7, -1.6, -4.4, 2.05, 2.7
    parts = [
        panel((x, 0, 1), (0, 0, -8), (0, low, 0), LIME),
        panel((x, top, 1), (0, 0, -8), (0, 0.6, 0), LIME),
    ]
    parts += [
        panel((x, low, 1), (0, 0, near - 1), (0, top - low, 0), LIME),
        panel((x, low, far), (0, 0, -3), (0, top - low, 0), LIME),
    ]
    parts += [panel((x - 0.7, 1.8, 0), (0, 0, -6), (0, 1.4, 0), Material(shine=outside)).silent()]
    parts += [
        box((x, (low + top) / 2, z), (0.06, top - low, 0.05), DARK)
        for z in np.linspace(near, far, 5).tolist()
    ]
    rng = np.random.default_rng(4)
    spots = np.stack(
        [
            np.full(700, x - 0.22) + rng.normal(0, 0.06, 700),
            low + np.abs(rng.normal(0, 0.09, 700)),
            rng.uniform(far, near, 700),
        ],
        -1,
    )
    return [*parts, scraps(f32(spots), f32(rng.uniform(0.02, 0.06, 700)), 6, GRASS)]


def press() -> list[Mesh]:
    """Return a standing press with its wheel and a pile of books beneath the platen."""
    parts = [box((s * 0.34, 0.75, 0), (0.08, 1.5, 0.1), IRON) for s in (-1, 1)]
    parts += [
        box((0, 1.5, 0), (0.84, 0.16, 0.16), IRON),
        box((0, 0.06, 0), (0.9, 0.14, 0.5), IRON),
        box((0, 0.72, 0), (0.56, 0.06, 0.42), IRON),
        rod((0, 0.74, 0), (0, 1.95, 0), 0.04, 0.04, TIN, 20),
    ]
    t = np.linspace(0, 2 * np.pi, 25)
    parts += [
        rod(
            (0.42 * float(np.cos(a)), 1.95, 0.42 * float(np.sin(a))),
            (0.42 * float(np.cos(b)), 1.95, 0.42 * float(np.sin(b))),
            0.022,
            0.022,
            IRON,
            8,
        )
        for a, b in itertools.pairwise(t)
    ]
    parts += [
        rod((0, 1.95, 0), (0.42 * float(np.cos(a)), 1.95, 0.42 * float(np.sin(a))), 0.016, 0.016, IRON, 8)
        for a in (0.3, 2.4, 4.5)
    ]
    rng = np.random.default_rng(2)
    y = 0.13
    for k in range(7):
        thick = float(rng.uniform(0.04, 0.1))
        parts.append(
            box(
                (float(rng.normal(0, 0.015)), y + thick / 2, 0),
                (0.4, thick * 0.94, 0.3),
                Material(SPINES[k], rough=0.6),
            )
        )
        y += thick
    return placed(parts, (0.98, 0.0, -4.0), -20)


def bench() -> list[Mesh]:
    """Return the long table: leaves drying, open book, paste pot, brushes, iron weight."""
    rng = np.random.default_rng(8)
    parts = [
        box((-0.1, 0.78, -2.55), (2.9, 0.07, 1.0), OAK),
        *(box((x, 0.38, z), (0.09, 0.75, 0.09), OAK) for x in (-1.45, 1.25) for z in (-2.15, -2.95)),
    ]
    parts += [
        box((0, 0, 0), (0.22, 0.003, 0.3), PAPER)
        .turned(float(rng.normal(0, 7)))
        .moved(-1.2 + 0.3 * (k % 3), 0.82 + 0.002 * k, -2.35 - 0.36 * (k // 3))
        for k in range(5)
    ]
    leaf = Material((0.68, 0.6, 0.44), rough=0.9, bump=0.05, grain=20)
    parts += [
        box((0, 0, 0), (0.19, 0.03, 0.27), leaf).turned(-s * 7, 2).moved(0.02 + s * 0.1, 0.84, -2.42)
        for s in (-1, 1)
    ]
    pot = lathe(
        [(0, 0), (0.1, 0), (0.115, 0.02), (0.115, 0.13), (0.12, 0.14), (0.105, 0.135), (0.1, 0.1), (0, 0.1)],
        TIN,
        40,
    )
    parts += [
        pot.moved(0.62, 0.815, -2.45),
        rod((0.6, 0.9, -2.45), (0.78, 1.16, -2.55), 0.014, 0.01, OAK),
        rod((0.66, 0.9, -2.42), (0.55, 1.14, -2.6), 0.014, 0.01, OAK),
    ]
    parts += [
        box((0.95, 0.86, -2.3), (0.18, 0.09, 0.12), IRON),
        rod((0.32, 0.83, -2.2), (0.5, 0.83, -2.28), 0.012, 0.018, BONE),
        box((-0.28, 0.85, -2.85), (0.5, 0.07, 0.3), DARK),
    ]
    for k in range(9):
        thick = float(rng.uniform(0.03, 0.07))
        parts.append(
            box((0, 0, 0), (0.2, thick, 0.27), Material(SPINES[k], rough=0.6))
            .turned(float(rng.normal(0, 6)))
            .moved(-1.1, 0.85 + 0.055 * k, -2.86)
        )
    return parts


def man() -> list[Mesh]:
    """Return the binder bent over a leaf."""
    pose = Pose(
        ((0.2, -0.8, 0.5), (-0.3, -0.42, 0.85)),
        ((-0.2, -0.8, 0.5), (0.3, -0.45, 0.85)),
        trunk=(0, 1, 0.34),
        nod=(0, 0.85, 0.62),
    )
    look = Look(
        top=Material((0.13, 0.14, 0.15), rough=0.9, bump=0.12, grain=18),
        skin=Material((0.45, 0.3, 0.22), rough=0.75),
        hair=Material((0.3, 0.3, 0.3), rough=0.8),
        girth=1.04,
        step=0.009,
    )
    return placed(person(pose, look), (-0.02, -0.1, -3.36), 14)


def shelves() -> list[Mesh]:
    """Return shelves of waiting books along the back wall."""
    rng = np.random.default_rng(12)
    parts = [
        panel((-2, 0, -4.9), (5, 0, 0), (0, 3.2, 0), LIME),
        *(box((0.1, y, -4.75), (3.2, 0.035, 0.28), OAK) for y in (1.0, 1.42, 1.84, 2.26)),
    ]
    for level in (1.02, 1.44, 1.86, 2.28):
        x, spots, sizes = -1.45, [], []
        while x < 1.65:
            thick, tall = float(rng.uniform(0.02, 0.06)), float(rng.uniform(0.22, 0.34))
            if rng.random() > 0.12:
                spots.append((x + thick / 2, level + tall / 2, -4.72))
                sizes.append((thick * 0.93, tall, 0.2))
            x += thick
        kinds = rng.integers(0, len(SPINES), len(spots))
        parts += [
            boxes(f32(spots)[kinds == k], f32(sizes)[kinds == k], Material(SPINES[k], rough=0.6))
            for k in set(kinds.tolist())
        ]
    return parts


def dim(ways: Floats) -> Floats:
    """Return the basement, brighter towards the window."""
    return f32(
        (0.05 + 0.8 * ramp(0.5, 0.95, -ways[..., 0]) * ramp(0.0, 0.3, ways[..., 1]))[..., None]
        * np.array([1.0, 0.96, 0.85])
    )


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((0.72, 1.62, -0.45), (-0.12, 1.16, -3.1), 50, width, height), sky=dim)
    scene.add(
        floor(8, -5, 2, 0, Material((0.13, 0.12, 0.11), rough=0.8)),
        window(),
        press(),
        bench(),
        man(),
        shelves(),
    )
    scene.add(
        panel((-2, 3.1, -5), (6, 0, 0), (0, 0, 7), LIME).silent(),
        panel((2.2, 0, -5), (0, 0, 7), (0, 3.2, 0), LIME),
    )
    scene.lights = [
        SUN,
        *(
            Light((-2.0, 2.5, z), (0.3, 0.8, z + 0.3), (3.2, 3.3, 3.0), 130, matte=True, soft=5)
            for z in (-2.1, -3.6)
        ),
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.085) * [1, 0.92, 0.8]), (0, 1, -3), 3, 7)
    return scene


def dusty(scene: Scene, shot: Shot) -> Floats:
    """Add the slanting shafts."""
    return f32(shot.light + shafts(scene, shot, SUN, 0.0022, 6))


PICTURE = Picture(
    compose, Film(1.6, 0.16, 0.4, 0.85, warmth=0.04), (2.6, 5.0), dusty, 1600, 2133, 0.7, 520_000
)
