"""A drawing class at tilted boards beside north windows."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..crowd import TOPS
from ..figure import Look, Pose, person
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..noise import fbm2
from ..picture import Picture
from ..scene import Scene
from ..solids import box, floor, panel, rod

OAK = Material((0.36, 0.24, 0.13), rough=0.5, bump=0.04, grain=6)
IRON = Material((0.05, 0.055, 0.06), rough=0.45)
PLASTER = Material((0.5, 0.49, 0.46), rough=0.9)
BOARDS = Material((0.25, 0.16, 0.09), rough=0.4, mirror=0.35, bump=0.03, grain=4)
GREEN = Material((0.03, 0.07, 0.055), rough=0.7)


def bearing(points: Floats) -> Floats:
    """Return a sheet with three views of a bearing block, in its own plane (x across, z up the sheet)."""
    x, z = points[:, 0], points[:, 2]
    ink = np.zeros(len(x), np.float32)

    def stroke(gap: Floats, within: object, width: float = 0.004) -> None:
        np.maximum(ink, ramp(width, width * 0.5, np.abs(gap)) * np.asarray(within), out=ink)

    for cx, cz in ((-0.17, -0.09), (-0.17, 0.15), (0.2, -0.09)):
        a, b = x - cx, z - cz
        for r in (0.05, 0.034):
            stroke(f32(np.hypot(a, b + 0.02) - r), cz < 0)
        stroke(f32(np.maximum(np.abs(a) - 0.13, np.abs(b) - 0.075)), True)
        stroke(f32(b - 0.045), np.abs(a) < 0.13)
        stroke(f32(a), (np.abs(b) < 0.1) & (b * 24 % 1 < 0.7), 0.002)
    stroke(f32(np.maximum(np.abs(x) - 0.37, np.abs(z) - 0.255)), True, 0.003)
    paper = np.array([0.82, 0.81, 0.77]) * (0.93 + 0.1 * fbm2(f32(x * 7), f32(z * 7), 3, 4))[:, None]
    return f32(paper * (1 - 0.75 * ink[:, None]))


def station(x: float, z: float, sheet: int) -> list[Mesh]:
    """Return a board on its stand, tilted towards +z, with paper, rule and lamp arm."""
    paper = (
        Material((0.78, 0.77, 0.73), rough=0.85)
        if sheet == 0
        else Material(
            paint=lambda p, at=(x, z): bearing(f32((p - np.array([at[0], 1.05, at[1]])) * [1, 0, 1.22])),
            rough=0.85,
        )
    )
    tilted = [
        box((0, 0, 0), (1.05, 0.035, 0.78), OAK),
        box((0, 0.02, 0), (0.86, 0.006, 0.62), paper),
        box((0, 0.03, 0.16), (1.0, 0.012, 0.05), OAK),
    ]
    parts = [m.turned(35, 0) for m in tilted]
    parts += [rod((s * 0.4, -1.05, 0.15), (s * 0.4, -0.05, 0.0), 0.022, 0.022, IRON, 8) for s in (-1, 1)]
    parts += [rod((s * 0.4, -1.05, -0.4), (s * 0.4, 0.1, -0.15), 0.022, 0.022, IRON, 8) for s in (-1, 1)]
    return [m.moved(x, 1.05, z) for m in parts]


def drawer(k: int, x: float, z: float, step: float) -> list[Mesh]:
    """Return a student bent over the board, one hand drawing."""
    rng = np.random.default_rng(80 + k)
    a, b, c = rng.uniform(-0.12, 0.12, 3).tolist()
    pose = Pose(
        ((0.25, -0.55, 0.8), (-0.3 + a, -0.05, 1.0)),
        ((-0.28, -0.5, 0.85), (0.25 + b, 0.1, 1.0)),
        trunk=(c * 0.6, 1, 0.3 + a),
        nod=(c, 0.85, 0.62 + b),
    )
    look = Look(
        top=Material(TOPS[k % 6], rough=0.8),
        style=("short", "tail", "short", "bun", "long", "short")[k % 6],
        girth=0.9 + 0.05 * (k % 3),
        step=step,
    )
    return placed(person(pose, look), (x, 0, z + 0.66), 180 + 6 * c * 10)


def room() -> list[Mesh]:
    """Return the long room: windows left, drawings pinned to the far wall."""
    view = Material(
        shine=lambda p: f32(
            (2.0 + 1.2 * fbm2(f32(p[:, 2] * 0.5), f32(p[:, 1] * 0.8), 4, 6))[:, None]
            * np.array([0.92, 1.0, 1.06])
        )
    )
    parts = [
        panel((-5.0, 0, 3), (0, 0, -19), (0, 0.95, 0), PLASTER),
        panel((-5.0, 3.5, 3), (0, 0, -19), (0, 0.8, 0), PLASTER),
        panel((-5.4, 0.6, 3), (0, 0, -19), (0, 3.2, 0), view).silent(),
    ]
    for z in np.arange(-15, 3, 2.0).tolist():
        parts += [
            box((-5, 2.2, z), (0.2, 2.6, 0.22), PLASTER),
            box((-5, 2.2, z + 1), (0.06, 2.6, 0.05), IRON),
        ]
    parts += [box((-5, y, -6), (0.06, 0.05, 18), IRON) for y in (1.8, 2.65)]
    parts += [
        panel((-5, 0, -13), (10, 0, 0), (0, 4.3, 0), PLASTER),
        panel((5, 0, -16), (0, 0, 19), (0, 4.3, 0), PLASTER),
        panel((-5, 4.2, -16), (10, 0, 0), (0, 0, 19), PLASTER).silent(),
    ]
    parts += [box((0.4, 2.0, -12.95), (4.2, 1.3, 0.05), GREEN)]
    sheets = Material((0.7, 0.69, 0.65), rough=0.9)
    parts += [
        box((4.95, 1.6 + 0.62 * r, -12 + 0.85 * k), (0.02, 0.5, 0.7), sheets)
        for k in range(16)
        for r in range(2)
    ]
    return parts


def pale(ways: Floats) -> Floats:
    """Return the light of the room."""
    return f32(0.2 + 0.4 * np.maximum(-ways[..., :1], 0) * np.array([0.95, 1.0, 1.05]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((2.9, 1.95, 1.1), (-1.15, 1.12, -5.2), 42, width, height), sky=pale, level=0.0)
    scene.polish = (5.0, 18.0)
    scene.add(floor(10, -13, 3, 0, BOARDS), room())
    k = 0
    for z in (-1.9, -4.0, -6.1, -8.2, -10.3):
        for x in (-3.6, -1.7, 0.2, 2.1):
            scene.add(station(x, z, (k % 5 != 3) * 1))
            if k not in (3, 9, 14):
                scene.add(drawer(k, x, z, 0.012 if z > -5 else 0.022))
            k += 1
    teacher = Pose(
        ((0.2, -0.9, 0.4), (-0.3, 0.1, 0.9)),
        ((-0.2, -0.8, 0.5), (0.1, -0.6, 0.8)),
        trunk=(0, 1, 0.18),
        nod=(0.1, 0.9, 0.45),
    )
    scene.add(
        placed(
            person(teacher, Look(top=Material((0.2, 0.05, 0.06)), style="bun", step=0.012)),
            (1.2, 0, -3.6),
            -115,
        )
    )
    scene.lights = [
        Light((-6.5, 3.2, z), (0.5, 0.8, z - 0.3), (17, 18.5, 20), 110, soft=7, taps=4, size=1400, bias=0.03)
        for z in (-0.5, -4.2, -8.0, -11.5)
    ]
    scene.lights += dome(
        lambda w: f32(0.26 + 0.35 * np.maximum(-w[:, :1], 0) * np.ones(3)), (0, 1, -5), 9, 10
    )
    return scene


PICTURE = Picture(compose, Film(2.1, 0.14, 0.4, 0.88), (4.2, 5.0), None, 2100, 1400, 0.85, 520_000)
