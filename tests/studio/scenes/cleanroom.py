"""A clean room under yellow light, seen through the glass of the corridor."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp, vec
from ..camera import Camera, Point
from ..figure import Look, Pose, bones, person, seated
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..picture import Picture
from ..scene import Scene
from ..solids import ball, box, floor, lathe, panel, rod

SUIT = Material((0.3, 0.44, 0.62), rough=0.8, bump=0.06, grain=9)
CAP = Material((0.5, 0.62, 0.74), rough=0.85, bump=0.05, grain=12)
GOGGLES = Material((0.02, 0.025, 0.03), rough=0.08)
LATEX = Material((0.62, 0.5, 0.42), rough=0.5)
WALL = Material((0.6, 0.6, 0.58), rough=0.5)
FRAME = Material((0.33, 0.34, 0.35), rough=0.4, metal=0.4)
STEEL = Material((0.55, 0.55, 0.56), rough=0.3, metal=0.9)
GRANITE = Material((0.06, 0.062, 0.068), rough=0.22, bump=0.02, grain=60)
BODY = Material((0.5, 0.51, 0.5), rough=0.35)
BLACK = Material((0.03, 0.03, 0.033), rough=0.3)


def tiles(points: Floats) -> Floats:
    """Return raised flooring: square plates with rows of air holes."""
    x, z = points[:, 0], points[:, 2]
    edge = np.minimum(np.abs(x % 0.6 - 0.3), np.abs(z % 0.6 - 0.3))
    joint = np.maximum(np.abs(x % 0.6 - 0.3), np.abs(z % 0.6 - 0.3)) > 0.294
    hole = np.hypot(x % 0.05 - 0.025, z % 0.05 - 0.025) < 0.011
    aisle = (np.floor(x / 0.6) % 2 == 0) & (edge < 0.27)
    tone = np.where(joint, 0.35, np.where(hole & aisle, 0.25, 1.0))
    return f32(np.array([0.42, 0.42, 0.41]) * tone[:, None])


def curve(points: Floats) -> Floats:
    """Return a measuring screen: grid, and a peak that climbs."""
    x, y = points[:, 0] + points[:, 2], points[:, 1]
    grid = (np.abs(x % 0.06 - 0.03) < 0.0015) | (np.abs(y % 0.06 - 0.03) < 0.0015)
    wave = np.abs(y % 0.36 - 0.12 - 0.12 * np.exp(-(((x % 0.5 - 0.25) / 0.07) ** 2))) < 0.006
    light = np.array([0.08, 0.16, 0.24]) + grid[:, None] * np.array([0.05, 0.12, 0.14])
    return f32(light + wave[:, None] * np.array([0.9, 2.2, 0.8]))


SCREEN = Material((0.02, 0.02, 0.02), shine=curve, rough=0.3)
PLATES = Material(paint=tiles, rough=0.35, mirror=0.45)


def ceiling() -> list[Mesh]:
    """Return filters and yellow lamps between the bars of the ceiling."""
    filters = Material((0.55, 0.54, 0.48), glow=(0.24, 0.18, 0.06))
    lamp = Material((1, 1, 1), glow=(4.6, 3.3, 0.95))
    parts = [panel((-4, 2.9, -22), (8, 0, 0), (0, 0, 26), filters).silent()]
    parts += [
        box((x, 2.88, -9), (0.06, 0.05, 26), FRAME).silent() for x in np.arange(-3.6, 3.7, 1.2).tolist()
    ]
    for z in np.arange(-21, 4, 1.2).tolist():
        parts.append(box((0, 2.88, z), (8, 0.05, 0.06), FRAME).silent())
        parts += [box((x, 2.87, z + 0.6), (0.16, 0.03, 1.0), lamp).silent() for x in (-2.4, 0.0, 2.4)]
    return parts


def walls() -> list[Mesh]:
    """Return the side walls with their windows, and the far end with its door."""
    glass = Material((0.05, 0.05, 0.04), glow=(0.32, 0.3, 0.2), rough=0.15)
    parts = [panel((s * 3.7, 0, 4), (0, 0, -26), (0, 3, 0), WALL) for s in (-1, 1)]
    parts.append(panel((-3.7, 0, -16), (7.4, 0, 0), (0, 3, 0), WALL))
    for z in np.arange(-15, 2, 2.4).tolist():
        parts += [box((s * 3.68, 1.6, z), (0.03, 1.1, 1.9), glass) for s in (-1, 1)]
        parts += [box((s * 3.66, 1.6, z + 1.2), (0.06, 3.0, 0.05), FRAME) for s in (-1, 1)]
    door = [
        box((0.6, 1.05, -15.95), (1.0, 2.1, 0.05), FRAME),
        box((0.6, 1.5, -15.9), (0.6, 0.8, 0.03), glass),
    ]
    return [*parts, *door]


def microscope() -> list[Mesh]:
    """Return a stereo microscope that faces +z, at table height 0."""
    parts = [
        box((0, 0.015, -0.05), (0.26, 0.03, 0.3), BODY),
        rod((0, 0, -0.15), (0, 0.42, -0.15), 0.018, 0.018, STEEL),
    ]
    parts += [
        box((0, 0.3, -0.06), (0.1, 0.12, 0.2), BODY),
        rod((0, 0.26, 0), (0, 0.16, 0), 0.05, 0.035, BLACK, 24),
    ]
    parts += [rod((s * 0.03, 0.34, 0.03), (s * 0.034, 0.43, 0.13), 0.02, 0.018, BLACK, 18) for s in (-1, 1)]
    parts += [rod((s * 0.05, 0.3, -0.06), (s * 0.1, 0.3, -0.06), 0.022, 0.022, STEEL, 18) for s in (-1, 1)]
    ring = Material((1, 1, 1), glow=(6, 6, 5.5))
    return [*parts, lathe([(0.04, 0.152), (0.052, 0.15)], ring, 24).silent()]


def aligner() -> list[Mesh]:
    """Return the six-axis machine: granite block, portal, two stages, a cable, at table height 0."""
    parts = [box((0, 0.09, 0), (0.9, 0.18, 0.6), GRANITE), box((0, 0.62, -0.2), (0.9, 0.14, 0.16), GRANITE)]
    parts += [box((s * 0.38, 0.4, -0.2), (0.14, 0.46, 0.16), GRANITE) for s in (-1, 1)]
    for s in (-1, 1):
        parts += [
            box((s * 0.2, 0.22, 0.06), (0.2, 0.08, 0.2), STEEL),
            box((s * 0.17, 0.29, 0.06), (0.14, 0.06, 0.14), BLACK),
        ]
        parts += [
            box((s * 0.13, 0.34, 0.06), (0.09, 0.05, 0.08), STEEL),
            rod((s * 0.3, 0.22, 0.06), (s * 0.38, 0.22, 0.06), 0.03, 0.025, STEEL, 18),
        ]
        parts.append(rod((s * 0.09, 0.36, 0.06), (s * 0.02, 0.36, 0.06), 0.012, 0.008, STEEL, 12))
    parts += [
        rod((0, 0.56, -0.12), (0, 0.43, -0.02), 0.045, 0.035, BLACK, 24),
        box((0, 0.66, -0.1), (0.2, 0.2, 0.1), BODY),
    ]
    return [*parts, ball((0, 0.37, 0.06), 0.012, Material(glow=(9, 1.2, 0.8)), 10).silent()]


def monitor() -> list[Mesh]:
    """Return a screen on its arm, at table height 0."""
    parts = [
        rod((0, 0, -0.1), (0, 0.35, -0.1), 0.02, 0.02, STEEL),
        box((0, 0.42, -0.06), (0.58, 0.36, 0.03), BLACK),
    ]
    return [*parts, panel((-0.27, 0.25, -0.04), (0.54, 0, 0), (0, 0.33, 0), SCREEN)]


def table(x: float, z: float, turn: float, things: list[Mesh]) -> list[Mesh]:
    """Return a steel table set down with what stands on it."""
    legs = [rod((a, 0, b), (a, 0.74, b), 0.022, 0.022, STEEL, 10) for a in (-0.8, 0.8) for b in (-0.32, 0.32)]
    top = [box((0, 0.755, 0), (1.75, 0.04, 0.8), STEEL), box((0, 0.3, 0), (1.65, 0.03, 0.7), STEEL)]
    return placed([*legs, *top, *(m.moved(0, 0.775, 0) for m in things)], (x, 0, z), turn)


def worker(pose: Pose, at: Point, turn: float, sits: bool, step: float = 0.014) -> list[Mesh]:
    """Return somebody in a clean suit, with cap, mask and goggles."""
    look = Look(SUIT, SUIT, LATEX, CAP, "hood", 1.16, loose=1.42, step=step)
    head = bones(pose).head + vec(0, 0.012 - 0.4 * sits, 0.085)
    glasses = ball((0, 0, 0), 1.0, GOGGLES, 28).sized(0.058, 0.021, 0.022).moved(*head.tolist())
    return placed([*(seated if sits else person)(pose, look), glasses], at, turn)


LEAN = Pose(
    ((0.2, -0.75, 0.5), (-0.22, -0.05, 1.0)),
    ((-0.2, -0.75, 0.5), (0.22, -0.1, 1.0)),
    trunk=(0, 1, 0.26),
    nod=(0, 0.85, 0.5),
)
WATCH = Pose(((0.16, -1, 0.0), (-0.6, -0.1, 0.6)), ((-0.16, -1, 0.0), (0.6, -0.2, 0.6)), nod=(0.1, 1, 0.25))
POINT = Pose(right_arm=((-0.3, -0.6, 0.7), (-0.05, 0.05, 1.0)), trunk=(0, 1, 0.1), nod=(0.05, 1, 0.3))


def stations() -> list[Mesh]:
    """Return two rows of tables with instruments and their people further back."""
    parts: list[Mesh] = []
    for k, z in enumerate((-6.4, -9.4, -12.4)):
        parts += table(-2.5, z, 90, [*aligner(), *(m.moved(0.62, 0, 0.1) for m in monitor())])
        parts += table(2.6, z - 0.8, -90, [*microscope(), *(m.moved(-0.6, 0, 0) for m in monitor())])
        parts += worker(LEAN, (1.95, 0, z - 0.8), 90, True, 0.022)
        if k != 1:
            parts += worker(WATCH, (-1.55, 0, z + 0.2), -75, False, 0.022)
    return parts


def haze(ways: Floats) -> Floats:
    """Return the bright yellow room that surfaces mirror."""
    up = ramp(0.2, 0.9, ways[..., 1])[..., None]
    return f32((0.28 + 0.9 * up) * np.array([1.0, 0.82, 0.42]))


def lit(scene: Scene) -> Scene:
    """Light the room from its ceiling."""
    for z in (-0.5, -4.0, -7.5, -11.0):
        for x in (-1.6, 1.6):
            scene.lights.append(
                Light((x, 2.8, z), (x * 0.9, 0, z - 0.2), (2.5, 2.1, 1.2), 150, soft=6, taps=3, size=900)
            )
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.2) * [1.0, 0.88, 0.6]), (0, 1, -5), 9, 9)
    scene.haze, scene.haze_colour = 0.006, lambda w: f32(np.full(w.shape, 0.8) * [1.0, 0.82, 0.42])
    return scene


def room(camera: Camera) -> Scene:
    """Return the empty room before a camera."""
    scene = Scene(camera, sky=haze, level=0.0)
    scene.polish = (4.0, 14.0)
    scene.add(floor(8, -16, 4, 0, PLATES), ceiling(), walls(), stations())
    return lit(scene)


def compose(width: int, height: int) -> Scene:
    """Set the scene from the corridor: three about the machine, beyond a pane's frame."""
    scene = room(Camera((-2.3, 1.62, 1.2), (0.35, 1.15, -4.6), 38, width, height))
    scene.add(table(0.45, -4.1, 8, [*aligner(), *(m.moved(0.64, 0, 0.0) for m in monitor())]))
    scene.add(worker(POINT, (-0.62, 0, -4.0), 78, False, 0.012))
    scene.add(
        worker(LEAN, (0.3, 0.0, -3.35), 184, True, 0.012), worker(WATCH, (1.45, 0, -3.7), -120, False, 0.012)
    )
    scene.add([box((x, 1.5, -0.4), (0.07, 3, 0.1), FRAME).silent() for x in (-2.75, -0.62)])
    return scene


PICTURE = Picture(compose, Film(1.05, 0.16, 0.35, 0.9), (4.9, 10.0), None, 2100, 1400, 0.85, 520_000)
