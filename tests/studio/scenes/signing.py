"""A signing ceremony before a bright backdrop."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..crowd import dignitaries, row
from ..figure import Look, Pose, seated
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..noise import fbm2
from ..picture import Picture
from ..props import PAPER, bouquet, drape
from ..scene import Scene
from ..solids import box, floor, lathe, panel, rod

CLOTH = Material((0.03, 0.06, 0.14), rough=0.6, bump=0.05, grain=25)
CARPET = Material((0.28, 0.03, 0.035), bump=0.3, grain=60)
STEEL = Material((0.6, 0.6, 0.6), rough=0.3, metal=1.0)
SHADED = Material((0.13, 0.085, 0.065), rough=0.7)
SUITS = ((0.02, 0.025, 0.04), (0.05, 0.05, 0.06), (0.03, 0.035, 0.06), (0.07, 0.065, 0.06))


def wall(points: Floats) -> Floats:
    """Return the luminous backdrop: soft waves of blue light."""
    x, y = points[:, 0], points[:, 1]
    wave = 1.7 + 0.35 * np.sin(x * 0.6 + 0.8) + 0.12 * np.sin(x * 1.7)
    band = np.exp(-(((y - wave) * 1.1) ** 2)) + 0.5 * np.exp(-(((y - wave - 0.75) * 4) ** 2))
    cloud = 0.75 + 0.5 * fbm2(f32(x * 0.5), f32(y * 0.7), 4, 3)
    light = (0.2 + 0.95 * band) * cloud * (1 - 0.55 * ramp(2.0, 5.2, np.abs(x)))
    return f32(light[:, None] * np.array([0.42, 0.68, 1.0]) + 0.1 * (band**3)[:, None])


def signers() -> list[Mesh]:
    """Return the four at the table, writing."""
    meshes: list[Mesh] = []
    for i, x in enumerate((-1.75, -0.85, 0.85, 1.75)):
        pen = Pose(
            ((0.3, -0.8, 0.55), (-0.5, -0.12, 0.85)),
            ((-0.3, -0.8, 0.55), (0.45, -0.12, 0.9)),
            trunk=(0.03, 1, 0.1 + 0.07 * (i % 2)),
            nod=(0.05 * (i - 2), 1, 0.35 + 0.3 * (i % 2)),
        )
        look = Look(
            top=Material(SUITS[i], rough=0.7),
            style=("short", "bun", "short", "short")[i],
            suit=i != 1,
            skin=SHADED,
            step=0.016,
        )
        meshes += placed(seated(pen, look), (x, -0.02, -7.05), (8, 4, -5, -9)[i])
    return meshes


def microphone(x: float) -> list[Mesh]:
    """Return a small table microphone."""
    return [
        rod((x, 0.77, -6.4), (x + 0.03, 1.02, -6.62), 0.008, 0.008, STEEL),
        rod((x + 0.03, 1.02, -6.62), (x + 0.035, 1.05, -6.68), 0.02, 0.02, STEEL),
    ]


def glass(x: float, z: float) -> Mesh:
    """Return a white tea cup."""
    return lathe(
        [(0.025, 0), (0.045, 0.05), (0.045, 0.09), (0.01, 0.11), (0, 0.12)],
        Material((0.8, 0.8, 0.8), rough=0.25),
        20,
    ).moved(x, 0.77, z)


def table() -> list[Mesh]:
    """Return the table laid for the ceremony."""
    meshes = [drape(5.2, 0.76, (0, 0, -6.12), CLOTH, 16), box((0, 0.75, -6.5), (5.25, 0.03, 0.85), CLOTH)]
    for i, x in enumerate((-1.75, -0.85, 0.85, 1.75)):
        meshes.append(box((0, 0, 0), (0.44, 0.02, 0.3), PAPER).turned(4 - 5 * (i % 2)).moved(x, 0.78, -6.56))
        meshes += [*microphone(x + 0.32), glass(x - 0.34, -6.42)]
    reds = ((0.6, 0.03, 0.08), (0.75, 0.3, 0.35), (0.8, 0.7, 0.6), (0.7, 0.4, 0.05))
    meshes += bouquet((0, 0.9, -6.35), (0.36, 0.2, 0.2), 21, reds)
    for i, x in enumerate(np.arange(-2.6, 2.7, 0.52).tolist()):
        meshes += bouquet((x, 0.15, -5.7), (0.3, 0.22, 0.22), 40 + 7 * i, reds)
    return meshes


def witnesses() -> list[Mesh]:
    """Return the row standing behind."""
    spots = [(x, 0.25, -8.5 + 0.06 * (i % 2)) for i, x in enumerate(np.linspace(-3.3, 3.3, 9).tolist())]
    return [*row(dignitaries(0.02), spots, 0, 8), box((0, 0.12, -8.6), (9, 0.25, 1.2), CARPET)]


def glow(ways: Floats) -> Floats:
    """Return the bright hall around."""
    return f32(np.full(ways.shape, 0.16) * [1.0, 0.97, 0.95])


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-3.5, 1.5, -2.6), (-0.15, 1.1, -7.3), 31, width, height), sky=glow)
    back = Material((0.1, 0.12, 0.15), shine=wall, rough=0.9)
    scene.add(floor(16, -11, 1, 0, CARPET), panel((-11, 0, -10), (22, 0, 0), (0, 6, 0), back).silent())
    scene.add(table(), signers(), witnesses())
    scene.lights = [
        Light((x, 5.2, -5.0), (x, 0.7, -6.3), (15, 13.5, 12), 30, soft=3) for x in (-2.4, -0.8, 0.8, 2.4)
    ]
    scene.lights += [Light((x, 4.6, -9.6), (x * 0.5, 1.2, -7), (52, 58, 66), 70, soft=3) for x in (-2.5, 2.5)]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.05)), (0, 1, -7), 7, 8)
    return scene


PICTURE = Picture(compose, Film(1.0, 0.2, 0.45), (5.2, 11.0))
