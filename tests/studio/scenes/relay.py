"""A leap under the hoop in the sports hall."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera, Point
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
from ..solids import ball, box, floor, panel, rod, tube

WALL = Material((0.2, 0.19, 0.175))
STEEL = Material((0.12, 0.12, 0.13), rough=0.4)
RIM = Material((0.6, 0.14, 0.03), rough=0.4)
NET = Material((0.75, 0.75, 0.72), thin=0.5)
SUN = Light((6, 17, -26), (-0.4, 0.5, -6.5), (8.5, 7.8, 6.4), 11, True, soft=1.5, size=2400, bias=0.05)


def boards(points: Floats) -> Floats:
    """Return varnished maple with court lines."""
    x, z = points[:, 0], points[:, 2]
    plank = np.floor(x / 0.11)
    tone = 0.75 + 0.3 * ((plank * 0.618) % 1.0) + 0.3 * fbm2(f32(x * 9), f32(z * 0.8), 3, 5)
    base = np.array([0.42, 0.25, 0.12]) * (tone * np.where(x % 0.11 < 0.004, 0.6, 1))[:, None]
    key = ramp(0.035, 0.025, np.abs(np.abs(x) - 2.45)) * (z < -6.2) + ramp(
        0.035, 0.025, np.abs(np.hypot(x, z + 6.2) - 1.8)
    )
    arc = ramp(0.035, 0.025, np.abs(np.hypot(x, z + 10.4) - 6.75))
    return f32(base * (1 - np.clip(key + arc, 0, 1)[:, None]) + 0.75 * np.clip(key + arc, 0, 1)[:, None])


def hoop() -> list[Mesh]:
    """Return backboard, ring and net on their stand."""
    glass = Material((0.5, 0.55, 0.58), rough=0.15)
    parts = [
        box((0, 3.5, -10.9), (1.8, 1.05, 0.04), glass),
        box((0, 3.3, -10.86), (0.6, 0.03, 0.02), RIM),
        box((0, 3.75, -10.86), (0.6, 0.03, 0.02), RIM),
    ]
    parts += [box((s * 0.3, 3.52, -10.86), (0.03, 0.46, 0.02), RIM) for s in (-1, 1)] + [
        box((s * 0.9, 3.5, -10.88), (0.05, 1.1, 0.06), STEEL) for s in (-1, 1)
    ]
    angle = np.linspace(0, 2 * np.pi, 60)
    ring = np.stack([0.23 * np.cos(angle), 0 * angle + 3.05, -10.55 + 0.23 * np.sin(angle)], -1)
    parts += [
        tube(f32(ring), f32(np.full(60, 0.012)), RIM, 8),
        rod((0, 3.3, -11), (0, 3.2, -12.6), 0.09, 0.12, STEEL),
        rod((0, 0, -12.7), (0, 3.3, -12.5), 0.16, 0.12, STEEL),
        box((0, 0.4, -12.7), (1.1, 0.8, 1.6), STEEL),
    ]
    for k in range(12):
        for way in (-1, 1):
            t = np.linspace(0, 1, 8)
            turn, reach = k * 0.5236 + way * 0.55 * t, 0.23 - 0.1 * np.sqrt(t)
            cord = np.stack([reach * np.cos(turn), 3.04 - 0.42 * t, -10.55 + reach * np.sin(turn)], -1)
            parts.append(tube(f32(cord), f32(np.full(8, 0.006)), NET, 4))
    return parts


def leap() -> Pose:
    """Return the shooter at the top of the jump."""
    return Pose(
        ((0.25, 0.9, 0.25), (-0.1, 1.0, 0.12)),
        ((-0.5, 0.35, 0.5), (0.15, 0.9, 0.3)),
        ((0.12, -0.7, 0.65), (0, -0.8, -0.6)),
        ((-0.1, -1, -0.15), (0, -0.85, -0.55)),
        (0.05, 1, -0.08),
        (0.05, 1, 0.2),
    )


def block() -> Pose:
    """Return the defender, arm stretched high."""
    return Pose(
        ((0.2, 1.0, 0.3), (0.05, 1.0, 0.2)),
        ((-0.85, -0.15, 0.3), (-0.7, 0.35, 0.4)),
        ((0.2, -1, 0.1), (0.05, -0.85, -0.5)),
        ((-0.25, -1, -0.1), (-0.1, -0.8, -0.6)),
        (-0.06, 1, 0.1),
        (0, 1, 0.25),
    )


def guard() -> Pose:
    """Return a player on the floor, knees bent, arms out."""
    return Pose(
        ((0.8, -0.5, 0.3), (0.6, 0.25, 0.5)),
        ((-0.8, -0.45, 0.3), (-0.6, 0.3, 0.5)),
        ((0.3, -0.85, 0.5), (0.1, -0.9, -0.35)),
        ((-0.35, -0.85, 0.45), (-0.1, -0.9, -0.4)),
        (0, 1, 0.25),
        (0, 1, 0.2),
    )


def players() -> list[Mesh]:
    """Return the players; a height below zero stands on the floor."""
    plan: tuple[tuple[Pose, Point, float, int], ...] = (
        (leap(), (-0.35, 0.55, -8.0), 150, 0),
        (block(), (0.35, 0.42, -8.5), -20, 1),
        (guard(), (-2.6, -1, -8.9), 60, 1),
        (guard(), (2.5, -1, -7.6), -120, 0),
        (guard(), (1.7, -1, -10.2), -30, 1),
        (stand(), (-3.9, -1, -7.0), 110, 0),
    )
    kits = (Material((0.3, 0.3, 0.29)), Material((0.16, 0.02, 0.025)))
    meshes: list[Mesh] = []
    for k, (pose, at, turn, kit) in enumerate(plan):
        look = Look(
            top=kits[kit],
            legs=Material((0.12, 0.08, 0.06)),
            skin=Material((0.5, 0.33, 0.24)),
            style=("short", "short", "tail")[k % 3],
            girth=0.95,
            step=0.015,
        )
        body = person(pose, look)
        low = min(float(m.points[:, 1].min()) for m in body)
        meshes += placed(body, (at[0], at[1] if at[1] > 0 else -low, at[2]), turn, 1.08)
    return [
        *meshes,
        ball((-0.28, 2.98, -8.25), 0.12, Material((0.5, 0.17, 0.04), rough=0.6, bump=0.1, grain=60)),
    ]


def stand() -> Pose:
    """Return a player calling for the ball."""
    return Pose(
        ((0.3, -0.9, 0.2), (0, 0.1, 1)),
        ((-0.5, 0.75, 0.3), (-0.1, 1, 0.2)),
        ((0.15, -1, 0.1), (0.05, -1, -0.1)),
        ((-0.2, -1, -0.1), (-0.05, -1, -0.2)),
    )


def hall() -> list[Mesh]:
    """Return walls with high windows, roof girders and benches."""
    light = Material((0, 0, 0), glow=(4.2, 4.3, 4.4))
    parts = [
        panel((-14, 0, -17), (28, 0, 0), (0, 5.4, 0), WALL),
        panel((-14, 7.9, -17), (28, 0, 0), (0, 1.8, 0), WALL),
        panel((-14, 5.2, -17.6), (28, 0, 0), (0, 3, 0), light).silent(),
    ]
    parts += [box((x, 6.6, -17), (0.35, 2.8, 0.3), WALL) for x in np.arange(-14, 14.1, 3.5).tolist()] + [
        box((x, 6.6, -17), (0.06, 2.6, 0.08), STEEL) for x in np.arange(-14, 14, 0.875).tolist()
    ]
    parts += [
        box((0, 6.6, -17), (28, 0.06, 0.08), STEEL),
        box((0, 1.0, -16.8), (28, 2.0, 0.2), Material((0.1, 0.17, 0.2))),
    ]
    parts += [panel((s * 12, 0, -17), (0, 0, 22), (0, 10, 0), WALL).silent() for s in (-1, 1)]
    for z in (-15.0, -11.5, -8.0, -4.5):
        parts += [rod((-12, y, z), (12, y, z), 0.09, 0.09, STEEL, 8) for y in (8.3, 9.2)] + [
            rod((x, 8.3, z), (x + 0.9, 9.2, z), 0.04, 0.04, STEEL, 6)
            for x in np.arange(-12, 12, 0.9).tolist()
        ]
    parts += [
        box((0, 0.25, -15.9), (17, 0.5, 0.4), STEEL),
        panel((-14, 9.6, -18), (28, 0, 0), (0, 0, 22), WALL).silent(),
    ]
    return parts + row(sitters(0.03), [(x, 0, -15.7) for x in np.arange(-7.5, 7.6, 0.85).tolist()], 0, 9)


def air(ways: Floats) -> Floats:
    """Return the dim hall, bright where the windows are."""
    band = ramp(0.2, 0.3, ways[..., 1]) * ramp(0.55, 0.4, ways[..., 1]) * ramp(0.2, -0.4, ways[..., 2])
    return f32(0.12 + band[..., None] * np.array([1.4, 1.4, 1.45]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-1.3, 0.62, -3.1), (0.05, 2.35, -9), 50, width, height), sky=air, level=0.0)
    scene.polish = (4.0, 20.0)
    scene.add(hall(), hoop(), players(), floor(28, -17, 2, 0, Material(paint=boards, rough=0.3, mirror=0.75)))
    scene.lights = [
        SUN,
        *(
            Light((x, 6.5, -16.8), (x * 0.3, 0.5, -7), (26, 26, 27), 110, soft=4, matte=True)
            for x in (-8, 0, 8)
        ),
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.16)), (0, 1, -9), 12, 8)
    return scene


def dusty(scene: Scene, shot: Shot) -> Floats:
    """Add the shafts from the high windows."""
    return f32(shot.light + shafts(scene, shot, SUN, 0.0012, 18))


PICTURE = Picture(compose, Film(1.35, 0.16, 0.4, 0.85), (5.6, 5.0), dusty)
