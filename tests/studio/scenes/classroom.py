"""A lecture seen from the last row."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..crowd import row, sitters
from ..figure import Look, Pose, person
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..noise import fbm2
from ..picture import Picture
from ..scene import Scene, Shot
from ..shafts import shafts
from ..solids import box, floor, panel, rod

WOOD = Material((0.32, 0.2, 0.11), rough=0.4, bump=0.03, grain=6)
PLASTER = Material((0.42, 0.4, 0.37), rough=0.9)
FLOOR = Material((0.2, 0.19, 0.18), rough=0.4, mirror=0.6)
FRAME = Material((0.2, 0.2, 0.21), rough=0.4)
SUN = Light((-14, 9.5, -3.0), (0.5, 0.6, -6.2), (7.5, 6.6, 5.2), 9, True, soft=2.5, size=2200)


def diagram(points: Floats) -> Floats:
    """Return a projected drawing: a wave packet, its envelope, rings and nodes."""
    x, y = points[:, 0], points[:, 1] - 2.55
    ink = stroke(y - 0.1 - 0.45 * np.exp(-(((x + 0.9) / 0.75) ** 2)) * np.sin(11 * x), 0.028)
    ink = np.maximum(ink, 0.6 * stroke(y - 0.1 - 0.45 * np.exp(-(((x + 0.9) / 0.75) ** 2)), 0.014))
    ink = np.maximum(ink, 0.5 * stroke(y + 0.5, 0.012) * (x < 0.5))
    for radius in (0.16, 0.34, 0.55):
        ink = np.maximum(ink, stroke(np.hypot(x - 1.45, y - 0.1) - radius, 0.02))
    for angle, radius in ((0.4, 0.34), (2.6, 0.55), (4.4, 0.16), (5.6, 0.55)):
        spot = np.hypot(x - 1.45 - radius * np.cos(angle), y - 0.1 - radius * np.sin(angle))
        ink = np.maximum(ink, 1 - ramp(0.05, 0.075, spot))
    page = np.array([0.92, 0.97, 1.05]) * (1.5 - 0.2 * np.hypot(x, y)[:, None])
    return f32(page * (1 - ink[:, None] * np.array([0.85, 0.6, 0.35])))


def stroke(gap: Floats, width: float) -> Floats:
    """Return ink along the zeros of a function."""
    return f32(1 - ramp(width * 0.5, width * 1.4, np.abs(gap)))


def outside(points: Floats) -> Floats:
    """Return overexposed trees beyond the windows."""
    leaf = fbm2(f32(points[:, 2] * 1.6), f32(points[:, 1] * 1.6), 5, 7)
    tone = ramp(0.35, 0.65, leaf)[:, None]
    return f32(np.array([1.6, 1.75, 1.3]) * (1 - tone) + np.array([4.2, 4.1, 3.9]) * tone)


def windows() -> list[Mesh]:
    """Return the window wall on the left, open to the sun."""
    meshes = [
        panel((-5.2, 0, 4), (0, 0, -18), (0, 0.9, 0), PLASTER),
        panel((-5.2, 3.1, 4), (0, 0, -18), (0, 1, 0), PLASTER),
    ]
    view = Material((0, 0, 0), shine=outside)
    meshes.append(panel((-5.6, 0.5, 4), (0, 0, -18), (0, 3, 0), view).silent())
    for z in np.arange(-14, 4, 2.2).tolist():
        meshes.append(box((-5.2, 2.0, z), (0.25, 2.3, 0.55), PLASTER))
        meshes += [
            box((-5.2, 2.0, z + 1.1), (0.06, 2.3, 0.06), FRAME),
            box((-5.2, 2.45, z + 1.1), (0.06, 0.05, 1.8), FRAME),
        ]
    return meshes


def room() -> list[Mesh]:
    """Return walls, ceiling, screen and board."""
    meshes = [
        panel((-5.2, 0, -11), (10.4, 0, 0), (0, 4, 0), PLASTER),
        panel((5.2, 0, -11), (0, 0, 15), (0, 4, 0), PLASTER).silent(),
    ]
    meshes += [
        panel((-5.2, 3.7, -11), (10.4, 0, 0), (0, 0, 15), PLASTER).silent(),
        floor(10.4, -11, 4, 0, FLOOR),
    ]
    meshes.append(box((0, 2.5, -10.9), (4.9, 2.15, 0.06), FRAME))
    meshes.append(
        panel((-2.4, 1.5, -10.86), (4.8, 0, 0), (0, 2.0, 0), Material((0.1, 0.1, 0.1), shine=diagram))
    )
    lamps = Material((0.5, 0.5, 0.5), glow=(0.5, 0.5, 0.48))
    meshes += [
        box((x, 3.62, z), (0.25, 0.05, 1.3), lamps).silent() for x in (-2.4, 2.4) for z in (-8, -5, -2)
    ]
    return [*meshes, *windows(), box((-3.3, 0.6, -9.6), (0.9, 1.2, 0.6), WOOD)]


def desks(z: float) -> list[Mesh]:
    """Return one row of desks."""
    top = [box((x, 0.76, z - 0.5), (2.7, 0.04, 0.45), WOOD) for x in (-3.1, 0.0, 3.1)]
    legs = [
        rod((x + s, 0, z - 0.5), (x + s, 0.75, z - 0.5), 0.02, 0.02, FRAME, 6)
        for x in (-3.1, 0.0, 3.1)
        for s in (-1.2, 1.2)
    ]
    seats = [
        box((x + s, 0.72, z + 0.27), (0.42, 0.32, 0.03), WOOD) for x in (-3.1, 0, 3.1) for s in (-0.9, 0, 0.9)
    ]
    return top + legs + seats


def listeners() -> list[Mesh]:
    """Return the students, backs to us, and the teacher beside the screen."""
    rng, meshes = np.random.default_rng(12), []
    for i, z in enumerate(np.arange(-1.6, -9, -1.25).tolist()):
        spots = [
            (x + s + float(rng.normal(0, 0.07)), 0.0, z) for x in (-3.1, 0.0, 3.1) for s in (-0.9, 0.0, 0.9)
        ]
        meshes += row(sitters(0.03), [s for s in spots if rng.random() > 0.12], 180, 70 + i) + desks(z)
    point = Pose(right_arm=((-0.6, -0.2, 0.2), (-0.9, 0.35, -0.2)), trunk=(0.03, 1, 0), nod=(-0.1, 1, 0.1))
    return meshes + placed(person(point, Look(girth=1.05)), (3.25, 0, -9.9), -20)


def shade(ways: Floats) -> Floats:
    """Return the dim light of the room."""
    return f32(np.full(ways.shape, 0.2) + 0.35 * np.maximum(-ways[..., :1], 0))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((0.9, 1.78, 0.3), (-0.35, 1.45, -9), 44, width, height), sky=shade, level=0.0)
    scene.polish = (4.0, 14.0)
    scene.add(room(), listeners())
    screen = Light((0, 2.5, -10.6), (0, 1.2, -4), (7, 7.6, 8.2), 130, matte=True, soft=5)
    scene.lights = [SUN, screen, Light((-4.8, 2.2, -5), (0, 0, 0), (2.2, 2.3, 2.4), bare=True, matte=True)]
    scene.lights += dome(lambda w: f32(0.22 + 0.5 * np.maximum(-w[:, :1], 0) * np.ones(3)), (0, 1, -5), 9, 10)
    return scene


def dusty(scene: Scene, shot: Shot) -> Floats:
    """Add the shafts from the windows."""
    return f32(shot.light + shafts(scene, shot, SUN, 0.0022, 14))


PICTURE = Picture(compose, Film(0.72, 0.14, 0.45), (8.0, 3.0), dusty)
