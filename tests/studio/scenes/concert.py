"""Strings on a dark stage, heard from the hall."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera, Point
from ..crowd import row, sitters
from ..figure import Look, Pose, person, seated
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..noise import fbm2
from ..picture import Picture
from ..props import drape
from ..scene import Scene, Shot
from ..shafts import shafts
from ..solids import box, floor, panel, rod

VARNISH = Material((0.3, 0.11, 0.03), rough=0.22, bump=0.02, grain=20)
EBONY = Material((0.02, 0.018, 0.016), rough=0.3)
HAIR = Material((0.75, 0.72, 0.62), rough=0.6)
DRESS = Material((0.018, 0.018, 0.022), rough=0.8)
TAN = Material((0.42, 0.27, 0.19), rough=0.7)
VELVET = Material((0.16, 0.016, 0.02), rough=0.9)
PLANKS = Material((0.28, 0.17, 0.085), rough=0.3, mirror=0.55, bump=0.03, grain=5)
WARM = [
    Light((x, 7.2, -4.5), (x * 0.55, 0, -9.6), (88, 70, 44), 44, soft=3, size=1200)
    for x in (-4.2, -1.4, 1.4, 4.2)
]
BACK = [Light((x, 6.8, -13.2), (x * 0.6, 0.6, -9.2), (60, 66, 84), 46, soft=3, size=1200) for x in (-3, 3)]


def body(long: float) -> list[Mesh]:
    """Return an instrument of the violin family, neck upwards, belly towards +z, foot at the origin."""
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    y = long * (0.5 - 0.5 * np.cos(t))
    half = (
        long
        * (0.23 + 0.05 * np.cos(t))
        * np.clip(np.sin(t / 1.0) ** 2, 0, 1) ** 0.28
        * (1 - 0.34 * np.exp(-(((y / long - 0.55) / 0.11) ** 2)))
    )
    edge = np.stack([np.sign(np.sin(t)) * half, y], -1)
    parts: list[Mesh] = []
    for k in range(14):
        low = long * (k + 0.5) / 14
        near = np.abs(y - low) < long / 20
        wide = float(np.abs(edge[near, 0]).max()) if near.any() else 0.02
        parts.append(box((0, low, 0), (2 * wide, long / 13, long * 0.15), VARNISH))
    parts += [
        rod((0, long * 0.5, long * 0.1), (0, long * 1.62, long * 0.03), long * 0.03, long * 0.024, EBONY, 12),
        box((0, long * 1.68, 0.0), (long * 0.05, long * 0.16, long * 0.06), VARNISH),
    ]
    parts += [
        box((0, long * 0.36, long * 0.12), (long * 0.2, long * 0.03, long * 0.1), HAIR),
        rod((0, -long * 0.35, 0), (0, 0, 0), 0.006, 0.01, EBONY, 8),
    ]
    return parts


def cellist(at: Point, turn: float, k: int) -> list[Mesh]:
    """Return a seated player with the instrument between the knees, bow across it."""
    swing = (-0.2, 0.1, -0.05)[k % 3]
    play = Pose(
        ((0.35, -0.45, 0.6), (-0.25, 0.95, 0.15)),
        ((-0.5, -0.65, 0.5), (-0.1 + swing, -0.35, 0.9)),
        trunk=(0.03, 1, 0.12),
        nod=(0.12, 1, 0.3 + 0.06 * k),
    )
    look = Look(top=DRESS, skin=TAN, style=("long", "short", "tail")[k % 3], step=0.015)
    tool = [m.turned(-14, 0).turned(6, 2).moved(0.06, 0.32, 0.5) for m in body(0.74)]
    bow = [
        rod((-0.5, 0.62, 0.72), (0.28, 0.76, 0.66), 0.008, 0.006, EBONY, 8),
        rod((-0.48, 0.605, 0.73), (0.27, 0.745, 0.67), 0.006, 0.006, HAIR, 6),
    ]
    return placed(
        [*seated(play, look), *tool, *bow, box((0, 0.46, -0.05), (0.42, 0.04, 0.42), EBONY)], at, turn
    )


def fiddler(at: Point, turn: float, k: int) -> list[Mesh]:
    """Return a seated violinist, the bow at an angle of the whole section."""
    play = Pose(
        ((0.65, -0.42, 0.75), (-0.2, 0.75, 0.55)),
        ((-0.6, -0.3, 0.7), (0.35, 0.35, 0.85)),
        trunk=(0, 1, 0.06),
        nod=(0.35, 1, 0.22),
    )
    look = Look(top=DRESS, skin=TAN, style=("tail", "bun", "short", "long", "short")[k % 5], step=0.016)
    tool = [m.turned(70, 0).turned(38).moved(0.06, 1.02, 0.16) for m in body(0.36)]
    bow = [
        rod((-0.3, 1.02, 0.5), (0.38, 1.26, 0.3), 0.007, 0.005, EBONY, 8),
        rod((-0.3, 1.0, 0.51), (0.38, 1.24, 0.31), 0.005, 0.005, HAIR, 6),
    ]
    return placed(
        [*seated(play, look), *tool, *bow, box((0, 0.46, -0.05), (0.42, 0.04, 0.42), EBONY)], at, turn
    )


def stand(at: Point, turn: float) -> list[Mesh]:
    """Return a music stand with its sheets."""
    paper = Material((0.8, 0.78, 0.7), rough=0.9)
    parts = [
        rod((0, 0, 0), (0, 0.95, 0), 0.012, 0.012, EBONY, 8),
        box((0, 0, 0), (0.5, 0.34, 0.01), EBONY).turned(-24, 0).moved(0, 1.08, 0),
        box((0, 0, 0.012), (0.44, 0.3, 0.004), paper).turned(-24, 0).moved(0, 1.09, 0),
    ]
    return placed(parts, at, turn)


def percussion() -> list[Mesh]:
    """Return the rail hung from a frame, and the one who strikes it."""
    rust = Material((0.16, 0.09, 0.06), rough=0.6, bump=0.1, grain=20)
    parts = [rod((s * 0.6, 0, 0), (s * 0.6, 1.75, 0), 0.025, 0.025, EBONY) for s in (-1, 1)]
    parts += [
        rod((-0.65, 1.75, 0), (0.65, 1.75, 0), 0.025, 0.025, EBONY),
        box((0, 1.25, 0), (0.62, 0.09, 0.07), rust),
        box((0, 1.19, 0), (0.62, 0.03, 0.14), rust),
    ]
    parts += [rod((s * 0.25, 1.3, 0), (s * 0.25, 1.75, 0), 0.005, 0.005, HAIR, 5) for s in (-1, 1)]
    strike = Pose(
        right_arm=((-0.5, -0.2, 0.7), (0.1, 0.65, 0.75)),
        left_arm=((0.2, -0.9, 0.3), (-0.1, -0.6, 0.8)),
        trunk=(0.05, 1, 0.08),
        nod=(0, 1, 0.2),
    )
    player = placed(person(strike, Look(top=DRESS, skin=TAN, step=0.015)), (0.1, 0, -0.62), 0)
    return placed(
        [*parts, *player, rod((-0.14, 1.52, -0.02), (-0.05, 1.75, -0.1), 0.03, 0.015, rust)],
        (0.15, 0.85, -12.0),
    )


def ensemble() -> list[Mesh]:
    """Return the players in a half circle, on their stage."""
    parts: list[Mesh] = [
        box((0, 0.42, -11), (16, 0.84, 8), VELVET),
        panel((-8, 0.85, -15), (16, 0, 0), (0, 0, 8.1), PLANKS, 30),
    ]
    for k in range(6):
        angle = -78 + 20 * k
        far = 3.1
        parts += fiddler(
            (
                far * float(np.sin(np.radians(angle))) - 0.3,
                0.85,
                -8.4 - far * float(np.cos(np.radians(angle))) * 0.75,
            ),
            -angle,
            k,
        )
        parts += stand(
            (
                (far - 0.85) * float(np.sin(np.radians(angle))) - 0.3,
                0.85,
                -8.2 - (far - 0.85) * float(np.cos(np.radians(angle))) * 0.75,
            ),
            180 - angle,
        )
    for k, (x, z, turn) in enumerate(((1.55, -9.4, -32), (2.5, -8.5, -52), (2.75, -10.0, -40))):
        parts += cellist((x, 0.85, z), turn, k)
    return [*parts, *percussion(), drape(17, 6.5, (0, 0.85, -14.2), VELVET, 7)]


def gloom(ways: Floats) -> Floats:
    """Return the dark hall."""
    return f32(np.full(ways.shape, 0.02) * [1.1, 0.95, 0.9])


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-1.5, 2.05, -0.6), (0.25, 1.95, -9.6), 40, width, height), sky=gloom)
    scene.add(floor(20, -7, 2, 0, VELVET), ensemble())
    for i, z in enumerate((-2.9, -4.1)):
        spots = [(-3.6 + 0.62 * k + 0.3 * i, 0.12, z) for k in range(13)]
        scene.add(row(sitters(0.024), spots, 180, 33 + i))
    scene.lights = [*WARM, *BACK, *dome(lambda w: f32(np.full(w.shape, 0.02)), (0, 1, -9), 9, 6)]
    return scene


def smoky(scene: Scene, shot: Shot) -> Floats:
    """Add the lamps' cones."""
    glow = sum(
        (shafts(scene, shot, light, 0.0011, 16) for light in (*WARM[1:3], *BACK)), np.zeros_like(shot.light)
    )
    haze = 0.8 + 0.4 * fbm2(
        f32(np.linspace(0, 3, glow.shape[1])[None] + 0 * glow[..., 0]),
        f32(np.linspace(0, 2, glow.shape[0])[:, None] + 0 * glow[..., 0]),
        3,
        4,
    )
    return f32(shot.light + glow * haze[..., None] * ramp(0.0, 0.4, np.ones_like(haze))[..., None])


PICTURE = Picture(compose, Film(1.35, 0.2, 0.4, 0.9), (9.4, 5.0), smoky, 2100, 1400, 0.7, 460_000)
