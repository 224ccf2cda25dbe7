"""The machine hall at night: two lamps and one who keeps watch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import Floats, f32
from ..camera import Camera
from ..figure import Look, Pose, seated
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..picture import Picture
from ..scene import Scene, Shot
from ..shafts import shafts
from ..solids import box, floor, panel, rod
from .workshop import STEEL, WALL, ground, machine, truss

LAMP = Light((0.4, 5.6, -11.0), (0.2, 0, -11.4), (46, 36, 22), 74, soft=5, taps=8, size=1400)
DOOR = Light((-4.2, 4.6, -33), (-2, 0, -30), (26, 30, 34), 80, soft=3)


def hall() -> list[Mesh]:
    """Return walls and the closed roof."""
    parts = [panel((s * 8.2, 0, -46), (0, 0, 54), (0, 7, 0), WALL) for s in (-1, 1)]
    return [
        *parts,
        panel((-9, 0, -44), (18, 0, 0), (0, 9, 0), WALL),
        panel((-9, 8.4, -46), (18, 0, 0), (0, 0, 54), WALL).silent(),
    ]


def shade(x: float, y: float, z: float) -> list[Mesh]:
    """Return a hanging lamp with its shade."""
    bulb = Material((1, 1, 1), glow=(24, 18, 10))
    return [
        rod((x, y + 0.28, z), (x, y, z), 0.06, 0.34, STEEL).silent(),
        box((x, y - 0.01, z), (0.2, 0.05, 0.2), bulb).silent(),
        rod((x, y + 0.2, z), (x, 8.4, z), 0.02, 0.02, STEEL).silent(),
    ]


def watcher() -> list[Mesh]:
    """Return the student on a stool, elbows on knees."""
    rest = Pose(
        ((0.1, -0.75, 0.55), (-0.2, 0.1, 0.9)),
        ((-0.1, -0.75, 0.55), (0.2, 0.1, 0.9)),
        trunk=(0, 1, 0.28),
        nod=(-0.15, 1, 0.25),
    )
    look = Look(top=Material((0.05, 0.1, 0.2), rough=0.8), style="tail", step=0.013)
    stool = [
        rod((0, 0, 0), (0, 0.47, 0), 0.03, 0.03, STEEL),
        rod((0, 0.45, 0), (0, 0.5, 0), 0.18, 0.18, STEEL),
    ]
    return placed([*seated(rest, look), *stool], (-0.55, 0, -10.6), 48)


def black(ways: Floats) -> Floats:
    """Return the dark."""
    return f32(np.full(ways.shape, 0.02) * [0.8, 0.95, 1.2])


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((1.1, 1.55, -4.6), (-0.15, 1.62, -14), 44, width, height), sky=black, level=0.0)
    scene.polish = (5.0, 22.0)
    scene.add(
        floor(18, -46, 4, 0, Material(paint=ground, rough=0.35, mirror=0.6)),
        hall(),
        watcher(),
        shade(0.4, 5.7, -11),
        shade(-4.2, 4.7, -33),
    )
    for i in range(11):
        z = -3.4 - 3.6 * i
        scene.add(machine(-1, z, i), machine(1, z - 0.5, 50 + i))
        if i % 2 == 0:
            scene.add(truss(z))
    scene.lights = [
        LAMP,
        DOOR,
        *dome(lambda w: f32(np.full(w.shape, 0.045) * [0.75, 0.95, 1.3]), (0, 0, -20), 24, 8),
    ]
    return scene


def dusty(scene: Scene, shot: Shot) -> Floats:
    """Add the cone below the lamp."""
    return f32(shot.light + shafts(scene, shot, LAMP, 0.006, 22))


PICTURE = replace(
    Picture(compose, Film(1.6, 0.22, 0.4, 0.85), (6.3, 5.0), dusty),
    width=2100,
    height=1400,
    fine=0.7,
    limit=460_000,
)
