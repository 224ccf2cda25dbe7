"""Library stacks with lamps and a reader."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32
from ..camera import Camera
from ..figure import Look, Pose, person
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..picture import Picture
from ..props import PAPER, boxes
from ..scene import Scene
from ..solids import ball, box, floor, panel, rod

OAK = Material((0.2, 0.11, 0.055), rough=0.45, bump=0.03, grain=7)
PARQUET = Material((0.24, 0.13, 0.06), rough=0.3, mirror=0.8, bump=0.03, grain=5)
BRASS = Material((0.7, 0.5, 0.25), rough=0.3, metal=1.0)
SPINES = (
    (0.3, 0.05, 0.04),
    (0.06, 0.09, 0.16),
    (0.1, 0.16, 0.08),
    (0.42, 0.33, 0.2),
    (0.12, 0.07, 0.05),
    (0.55, 0.5, 0.42),
    (0.05, 0.05, 0.05),
    (0.25, 0.17, 0.07),
    (0.16, 0.05, 0.1),
    (0.32, 0.3, 0.3),
)


def books(side: float) -> list[Mesh]:
    """Return thousands of books on one side of the aisle."""
    rng, spots, sizes = np.random.default_rng(int(side * 10) + 50), [], []
    for level in range(7):
        z = -0.5
        while z > -24:
            thick, tall = float(rng.uniform(0.02, 0.055)), float(rng.uniform(0.21, 0.31))
            if rng.random() > 0.045:
                spots.append((side * (1.36 + float(rng.uniform(0, 0.035))), 0.2 + level * 0.4 + tall / 2, z))
                sizes.append((0.2, tall, thick * 0.94))
            z -= thick if rng.random() > 0.01 else 0.18
    kinds = (np.cumsum(rng.random(len(spots)) < 0.25) * 7 + rng.integers(0, 3, len(spots))) % len(SPINES)
    paints = [Material(colour, rough=0.5) for colour in SPINES]
    return [boxes(f32(spots)[kinds == k], f32(sizes)[kinds == k], paints[k]) for k in range(len(SPINES))]


def shelves(side: float) -> list[Mesh]:
    """Return the woodwork that carries the books."""
    boards = [box((side * 1.44, 0.18 + 0.4 * k, -12), (0.34, 0.03, 25), OAK) for k in range(8)]
    posts = [box((side * 1.44, 1.55, z), (0.36, 3.1, 0.05), OAK) for z in np.arange(-24, 0.5, 1.2).tolist()]
    return [
        *boards,
        *posts,
        box((side * 1.62, 1.5, -12.3), (0.03, 3.1, 24.4), OAK),
        box((side * 1.44, 3.12, -12), (0.42, 0.12, 25), OAK),
    ]


def lamp(z: float) -> list[Mesh]:
    """Return one hanging lamp."""
    bulb = Material((1, 1, 1), glow=(14, 9.5, 5.2))
    shade = rod((0, 3.03, z), (0, 2.86, z), 0.05, 0.2, BRASS)
    return [
        ball((0, 2.86, z), 0.08, bulb).silent(),
        shade.silent(),
        rod((0, 3.0, z), (0, 4.2, z), 0.01, 0.01, BRASS).silent(),
    ]


def reader() -> list[Mesh]:
    """Return a reader with an open book."""
    hold = Pose(
        ((0.25, -0.9, 0.3), (-0.25, 0.25, 0.9)), ((-0.25, -0.9, 0.3), (0.25, 0.25, 0.9)), nod=(0, 0.9, 0.45)
    )
    look = Look(top=Material((0.12, 0.1, 0.09)), style="long", step=0.016)
    book = [
        box((s * 0.1, 0, 0), (0.2, 0.02, 0.26), PAPER).turned(-s * 14, 2).turned(35, 0).moved(0, 1.2, 0.47)
        for s in (-1, 1)
    ]
    return placed([*person(hold, look), *book], (0.36, 0, -7.4), -62)


def warm(ways: Floats) -> Floats:
    """Return brown darkness."""
    return f32(np.full(ways.shape, 0.07) * [1.0, 0.75, 0.5])


def window() -> list[Mesh]:
    """Return the tall bright window at the end and the ceiling."""
    sun, bar = Material((0, 0, 0), glow=(3.2, 3.5, 3.9)), Material((0.05, 0.05, 0.05))
    meshes = [
        panel((-3, 0, -25), (6, 0, 0), (0, 5, 0), OAK),
        panel((-0.8, 0.9, -24.9), (1.6, 0, 0), (0, 2.6, 0), sun),
    ]
    meshes += [box((x, 2.2, -24.85), (0.05, 2.6, 0.05), bar) for x in (-0.8, -0.27, 0.27, 0.8)]
    meshes += [box((0, y, -24.85), (1.6, 0.05, 0.05), bar) for y in (0.9, 1.75, 2.6, 3.5)]
    ceiling = Material((0.3, 0.26, 0.2), glow=(0.04, 0.032, 0.022))
    return [*meshes, panel((-3, 4.2, -25), (6, 0, 0), (0, 0, 27), ceiling).silent()]


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-0.42, 1.5, 0.6), (0.06, 1.5, -8), 46, width, height), sky=warm, level=0.0)
    scene.polish = (3.0, 16.0)
    scene.add(books(-1), books(1), shelves(-1), shelves(1), window(), reader(), floor(6, -25, 2, 0, PARQUET))
    spots = np.arange(-2.0, -24, -3.6).tolist()
    for z in spots:
        scene.add(lamp(z))
        scene.lights.append(
            Light((0, 2.8, z), (0.001, 0, z), (3.4, 2.3, 1.25), 150, soft=4, taps=2, size=700)
        )
    scene.lights.append(Light((0, 2.4, -24.6), (0, 0.8, -8), (9, 10, 11), 80, soft=4))
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.22) * [1, 0.8, 0.6]), (0, 1, -12), 14, 6)
    return scene


PICTURE = Picture(compose, Film(1.45, 0.16, 0.35), (7.5, 3.5), fine=0.52)
