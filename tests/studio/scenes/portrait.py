"""An old craftsman at his window."""

from __future__ import annotations

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
from ..scene import Scene, Shot
from ..shafts import shafts
from ..solids import ball, box, lathe, panel, rod

WOOD = Material((0.24, 0.14, 0.07), rough=0.5, bump=0.06, grain=9)
OLD = Material((0.12, 0.075, 0.045), rough=0.6, bump=0.08, grain=12)
IRON = Material((0.2, 0.2, 0.21), rough=0.35, metal=0.9, bump=0.03, grain=30)
BRASS = Material((0.6, 0.43, 0.2), rough=0.35, metal=1.0)
PLASTER = Material((0.2, 0.17, 0.14), bump=0.1, grain=4)
SUN = Light((-6.2, 5.2, -6.2), (0.1, 1.2, -3.3), (5.2, 4.4, 3.2), 2.6, True, soft=2.5, size=1800)


def garden(points: Floats) -> Floats:
    """Return the bright garden beyond the panes."""
    leaf = fbm2(f32(points[:, 2] * 3.1), f32(points[:, 1] * 3.1), 5, 3)
    tone = ramp(0.34, 0.62, leaf)[:, None]
    return f32(np.array([0.75, 0.95, 0.55]) * (1 - tone) + np.array([3.4, 3.3, 3.0]) * tone)


def window() -> list[Mesh]:
    """Return the left wall with its paned window."""
    x, low, high, near, far = -1.25, 0.95, 2.5, -2.3, -4.6
    parts = [
        panel((x, 0, 0), (0, 0, near), (0, 3.2, 0), PLASTER),
        panel((x, 0, far), (0, 0, -3), (0, 3.2, 0), PLASTER),
    ]
    parts += [
        panel((x, 0, near), (0, 0, far - near), (0, low, 0), PLASTER),
        panel((x, high, near), (0, 0, far - near), (0, 0.7, 0), PLASTER),
    ]
    parts.append(panel((x - 0.5, 0.3, 0), (0, 0, -7), (0, 3, 0), Material((0, 0, 0), shine=garden)).silent())
    parts += [
        box((x, (low + high) / 2, z), (0.07, high - low, 0.045), OLD)
        for z in np.linspace(near, far, 6).tolist()
    ]
    parts += [
        box((x, y, (near + far) / 2), (0.07, 0.04, near - far), OLD)
        for y in np.linspace(low, high, 4).tolist()
    ]
    return [*parts, box((x + 0.1, low - 0.03, (near + far) / 2), (0.3, 0.05, near - far + 0.2), WOOD)]


def hammer(x: float, z: float, turn: float) -> list[Mesh]:
    """Return a hammer lying on the bench."""
    parts = [
        rod((0, 0.02, 0), (0.27, 0.02, 0), 0.014, 0.011, WOOD),
        rod((0, 0.025, -0.05), (0, 0.025, 0.055), 0.02, 0.024, IRON),
        box((0, 0.025, 0), (0.036, 0.036, 0.04), IRON),
    ]
    return placed(parts, (x, 0.92, z), turn)


def chisel(x: float, z: float, turn: float, long: float) -> list[Mesh]:
    """Return a chisel with a turned handle."""
    grip = lathe([(0, 0), (0.012, 0), (0.018, 0.03), (0.014, 0.08), (0.017, 0.11), (0.009, 0.12)], WOOD, 20)
    blade = box((0, 0.12 + long / 2, 0), (0.018, long, 0.005), IRON)
    return [m.turned(90, 0).turned(turn).moved(x, 0.94, z) for m in (grip, blade)]


def vise() -> list[Mesh]:
    """Return the vise with a piece of work in it."""
    parts = [
        box((0.5, 0.99, -2.45), (0.16, 0.14, 0.3), IRON),
        box((0.5, 1.1, -2.36), (0.24, 0.1, 0.05), IRON),
        box((0.5, 1.1, -2.48), (0.24, 0.1, 0.05), IRON),
    ]
    parts += [
        rod((0.5, 1.0, -2.3), (0.5, 1.0, -2.05), 0.018, 0.018, IRON),
        rod((0.4, 1.0, -2.07), (0.6, 1.0, -2.07), 0.009, 0.009, IRON),
    ]
    return [
        *parts,
        rod((0.5, 1.12, -2.42), (0.5, 1.3, -2.42), 0.05, 0.035, BRASS, 30),
        ball((0.5, 1.33, -2.42), 0.048, BRASS),
    ]


def vessel() -> list[Mesh]:
    """Return the brass pot in his hands, on its block."""
    shape = [
        (0, 0),
        (0.05, 0),
        (0.085, 0.05),
        (0.09, 0.09),
        (0.06, 0.15),
        (0.04, 0.17),
        (0.055, 0.2),
        (0.045, 0.195),
    ]
    return [
        lathe(shape, BRASS, 40).moved(-0.21, 0.965, -2.83),
        box((-0.21, 0.945, -2.83), (0.2, 0.04, 0.2), OLD),
    ]


def plane() -> list[Mesh]:
    """Return a wood plane."""
    body, iron = box((0, 0.045, 0), (0.075, 0.07, 0.27), OLD), box((0, 0.11, -0.03), (0.05, 0.1, 0.02), IRON)
    return placed([body, iron, ball((0, 0.11, 0.09), 0.024, WOOD)], (-0.28, 0.92, -2.42), 62)


def pot(k: int, rng: np.random.Generator) -> list[Mesh]:
    """Return one pot of sticks and brushes."""
    x, shape = -0.9 + 0.16 * k, [(0, 0), (0.05, 0), (0.055, 0.12), (0.05, 0.13), (0.045, 0.02)]
    parts = [lathe(shape, BRASS if k % 2 else IRON, 30).moved(x, 0.925, -2.62)]
    for _ in range(5):
        lean, rise = float(rng.normal(0, 0.04)), 1.16 + 0.06 * float(rng.random())
        tip = (x + lean, rise, -2.62 + float(rng.normal(0, 0.03)))
        parts.append(rod((x, 0.95, -2.62), tip, 0.007, 0.005, WOOD, 8))
    return parts


def straw(rng: np.random.Generator) -> Mesh:
    """Return a thin offcut lying about."""
    x, z, u, w = (float(rng.uniform(*span)) for span in ((-0.6, 0.5), (-2.6, -2.0)) * 2)
    return rod((x, 0.93, z), (u, 0.932, w), 0.002, 0.002, WOOD, 5)


def bench() -> list[Mesh]:
    """Return the workbench crowded with tools."""
    rng = np.random.default_rng(5)
    parts = [box((0.05, 0.89, -2.45), (2.4, 0.07, 1.1), WOOD), *vessel(), *vise(), *plane()]
    parts += [*hammer(-0.35, -2.12, 25), *hammer(0.05, -2.35, 140)]
    for k in range(6):
        parts += chisel(-0.75 + 0.085 * k, -2.15 - 0.02 * (k % 3), 160 + 7 * k, 0.1 + 0.03 * (k % 3))
    for k in range(4):
        parts += pot(k, rng)
    return parts + [straw(rng) for _ in range(10)]


def craftsman() -> list[Mesh]:
    """Return the old man bent over his work, facing the window."""
    pose = Pose(
        ((0.14, -0.85, 0.45), (-0.2, -0.28, 0.9)),
        ((-0.12, -0.85, 0.5), (0.35, -0.3, 0.85)),
        trunk=(0, 1, 0.16),
        nod=(0, 1, 0.22),
    )
    shirt = Material((0.1, 0.11, 0.14), rough=0.85, bump=0.12, grain=16)
    look = Look(
        top=shirt,
        skin=Material((0.5, 0.33, 0.24), rough=0.6, bump=0.05, grain=60),
        hair=Material((0.1, 0.1, 0.11), rough=0.8),
        style="cap",
        girth=1.06,
        step=0.011,
    )
    return placed(person(pose, look), (0.28, 0.0, -3.15), -56, 1.0)


def wall() -> list[Mesh]:
    """Return the back wall with hanging tools and shelves."""
    rng = np.random.default_rng(7)
    parts = [
        panel((-1.3, 0, -5.4), (4, 0, 0), (0, 3.4, 0), PLASTER),
        box((0.5, 1.95, -5.3), (2.6, 0.04, 0.2), OLD),
        box((0.5, 2.5, -5.3), (2.6, 0.04, 0.2), OLD),
    ]
    for k in range(26):
        x, high = -0.7 + 0.1 * k, float(rng.uniform(0.1, 0.34))
        parts.append(
            lathe(
                [(0, 0), (0.035, 0), (0.045, high * 0.6), (0.02, high * 0.8), (0.02, high)],
                (OLD, BRASS, IRON)[k % 3],
                16,
            ).moved(x, 1.97 + 0.55 * (k % 2), -5.28)
        )
    parts += [
        rod(
            (-0.6 + 0.16 * k, 1.85, -5.33),
            (-0.6 + 0.16 * k, 1.85 - float(rng.uniform(0.2, 0.5)), -5.33),
            0.012,
            0.02,
            (IRON, WOOD)[k % 2],
        )
        for k in range(14)
    ]
    return parts


def gloom(ways: Floats) -> Floats:
    """Return the dim room, brighter towards the window."""
    return f32((0.035 + 0.9 * ramp(0.4, 0.95, -ways[..., 0]))[..., None] * np.array([1.0, 0.97, 0.9]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((0.5, 1.5, -0.55), (-0.05, 1.3, -3.2), 42, width, height), sky=gloom)
    scene.add(window(), bench(), craftsman(), wall())
    scene.lights = [
        SUN,
        *(
            Light((-1.6, y, z), (0.3, 1.1, -3.0), (2.6, 2.7, 2.7), 120, matte=True, soft=5)
            for y, z in ((1.4, -2.8), (2.1, -3.4), (1.6, -4.2))
        ),
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.05) * [1, 0.95, 0.85]), (0, 1, -3), 3, 6)
    return scene


def dusty(scene: Scene, shot: Shot) -> Floats:
    """Add the shaft of sun in the dust."""
    return f32(shot.light + shafts(scene, shot, SUN, 0.005, 6))


PICTURE = Picture(compose, Film(1.3, 0.12, 0.4, 0.8, warmth=0.05), (2.2, 5.0), dusty, 2400, 3600)
