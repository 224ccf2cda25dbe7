"""The campus from three hundred metres up (lengths in metres)."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..picture import Picture
from ..props import boxes, cluster
from ..scene import Scene
from ..solids import box, floor

ROOFS = ((0.46, 0.42, 0.38), (0.3, 0.16, 0.12), (0.55, 0.56, 0.57), (0.3, 0.33, 0.37), (0.27, 0.15, 0.11))
WALL = Material((0.55, 0.5, 0.44), rough=0.9)
TREES = (
    Material((0.05, 0.085, 0.03)),
    Material((0.075, 0.1, 0.03)),
    Material((0.2, 0.14, 0.03)),
    Material((0.16, 0.07, 0.025)),
)


def ring(x: Floats, z: Floats) -> Floats:
    """Return the distance from the middle line of the running track, an oblong."""
    along = np.maximum(np.abs(z + 10) - 42, 0)
    return f32(np.hypot(x + 128, along) - 42)


def lake(x: Floats, z: Floats) -> Floats:
    """Return the lake's signed distance: a comma."""
    wobble = 7 * (fbm2(f32(x * 0.03), f32(z * 0.03), 3, 9) - 0.5)
    head = np.hypot(x - 120, z - 58) - 48
    tail = np.hypot((x - 92 + 0.006 * (z - 116) ** 2) * 1.5, (z - 112) * 0.75) - 27
    return f32(np.minimum(head, tail) + wobble)


def line(gap: Floats, half: float) -> Floats:
    """Return a soft band of ground around a zero."""
    return ramp(half + 0.7, half - 0.7, np.abs(gap))


def ground(points: Floats) -> Floats:
    """Return lawns, roads, squares, the track and the lake."""
    x, z = points[:, 0], points[:, 2]
    patch = fbm2(f32(x * 0.05), f32(z * 0.05), 5, 4)
    fine = fbm2(f32(x * 0.9), f32(z * 0.9), 3, 5)
    colour = np.array([0.07, 0.095, 0.03]) * (0.5 + patch)[:, None] * (0.7 + 0.6 * fine)[:, None]
    bend = 16 * np.sin(z * 0.011)
    walks = np.maximum.reduce(
        [
            line(x + 62 + 0 * z, 5),
            line(z - 2 - 0.05 * x, 4.5),
            line(x - 40 - bend, 3.5),
            line(z + 104, 4),
            line(z - 150 + 0.1 * x, 5),
            line(x - 178, 6),
            line(np.abs(lake(x, z) - 9), 1.4),
            line(x - 0.62 * z + 30, 2.2),
        ]
    )
    paved = np.maximum(walks, ((np.abs(x - 2) < 34) & (np.abs(z + 42) < 22)).astype(np.float32))
    grey = np.array([0.32, 0.31, 0.3]) * (0.8 + 0.4 * fine)[:, None]
    colour = colour * (1 - paved[:, None]) + grey * paved[:, None]
    gap = ring(x, z)
    red = ramp(6, 5.4, np.abs(gap))[:, None]
    colour = colour * (1 - red) + np.array([0.3, 0.07, 0.045]) * (0.85 + 0.3 * fine)[:, None] * red
    turf = ((gap < -7) & (np.abs(z + 10) < 50))[:, None]
    stripe = np.where(np.floor(z / 9) % 2 == 0, 1.0, 0.78)[:, None]
    mark = (np.abs(np.hypot(x + 128, z + 10) - 9) < 0.5) | ((np.abs(z + 10) < 0.4) & (np.abs(x + 128) < 33))
    field = np.where(mark[:, None], 0.6, np.array([0.1, 0.21, 0.05]) * stripe)
    colour = np.where(turf, field, colour)
    wet = ramp(0.6, -0.6, lake(x, z))[:, None]
    water = np.array([0.03, 0.065, 0.07]) * (0.7 + 0.5 * fbm2(f32(x * 0.03), f32(z * 0.1), 4, 2))[:, None]
    return f32(colour * (1 - wet) + water * wet)


def house(
    x: float, z: float, wide: float, deep: float, high: float, kind: int, turn: float = 0
) -> list[Mesh]:
    """Return one building with its flat roof, parapet and plant on top."""
    rng = np.random.default_rng(int(abs(x * 7 + z * 13)))
    roof = Material(ROOFS[kind], rough=0.9, bump=0.1, grain=0.8)
    parts = [
        box((0, high / 2, 0), (wide, high, deep), WALL),
        box((0, high + 0.3, 0), (wide + 0.8, 0.6, deep + 0.8), roof),
    ]
    parts += [box((0, high + 1, s * deep / 2), (wide, 1.2, 0.5), WALL) for s in (-1, 1)]
    parts += [box((s * wide / 2, high + 1, 0), (0.5, 1.2, deep), WALL) for s in (-1, 1)]
    rows = np.arange(2.4, high - 1, 3.6)
    glass = Material((0.05, 0.07, 0.09), rough=0.2)
    parts += [box((0, float(y), 0), (wide + 0.15, 1.5, deep + 0.15), glass) for y in rows]
    for _ in range(int(wide * deep / 130) + 1):
        spot = (float(rng.uniform(-0.4, 0.4)) * wide, high + 1.3, float(rng.uniform(-0.35, 0.35)) * deep)
        parts.append(
            box(spot, (float(rng.uniform(2, 5)), 2.2, float(rng.uniform(2, 4))), Material((0.5, 0.5, 0.5)))
        )
    return [m.turned(turn).moved(x, 0, z) for m in parts]


def houses() -> list[Mesh]:
    """Return the college: main building with tower, halls, workshops, dormitories."""
    parts = [*house(2, -84, 92, 16, 14, 1), *house(2, -86, 20, 20, 19, 1), *house(2, -84, 8, 8, 34, 4)]
    for k in range(3):
        parts += house(-8 + 25 * k, 40, 17, 62, 10, 2) + house(-30 + 30 * k, -140, 22, 44, 18, (0, 3, 0)[k])
    parts += house(2, 102, 74, 30, 16, 0) + house(-32, 112, 18, 30, 22, 3) + house(88, -36, 40, 34, 12, 3, 12)
    for k in range(5):
        parts += house(-180 + 27 * k, 112 + 3 * (k % 2), 15, 58, 21, (1, 4)[k % 2], 4)
    for k in range(4):
        parts += house(110 + 24 * k, -112, 15, 52, 19, (4, 1)[k % 2], -3)
    for k in range(8):
        parts += house(230 + 22 * (k % 3), -150 + 40 * k, 17, 30, 26 + 9 * (k % 3), (0, 2, 3)[k % 3])
    return parts


def saws() -> list[Mesh]:
    """Return the saw-tooth skylights of the workshops."""
    pane = Material((0.2, 0.26, 0.32), rough=0.15)
    return [
        box((-8 + 25 * k, 11.4, 14 + 5.4 * j), (15, 1.8, 1.3), pane).turned(0)
        for k in range(3)
        for j in range(11)
    ]


def woods() -> list[Mesh]:
    """Return the trees: rows along the roads, groves by the lake."""
    rng = np.random.default_rng(9)
    parts: list[Mesh] = []
    spots = [(s * 7.5 - 62, z) for z in range(-236, 175, 7) for s in (-1, 1)]
    spots += [(x, 2 + 0.05 * x + s * 8) for x in range(-52, 230, 7) for s in (-1, 1)]
    spots += [(rng.normal(150, 46), rng.normal(70, 52)) for _ in range(420)]
    spots += [(rng.uniform(-260, 260), rng.uniform(-240, 190)) for _ in range(620)]
    built = [
        (2, -84, 96, 24),
        (17, 40, 74, 68),
        (0, -140, 90, 50),
        (0, 104, 98, 36),
        (88, -36, 48, 42),
        (-126, 113, 130, 66),
        (146, -112, 96, 60),
        (-128, -10, 102, 194),
        (2, -42, 70, 46),
        (250, 0, 80, 400),
    ]
    for k, (x, z) in enumerate(spots):
        blocked = any(abs(x - a) < w / 2 + 3 and abs(z - b) < d / 2 + 3 for a, b, w, d in built)
        if blocked or float(lake(f32([x]), f32([z]))[0]) < 3:
            continue
        size = float(rng.uniform(2.8, 6.4))
        kind = TREES[(0, 1, 1, 2, 0, 3)[int(rng.integers(6))]]
        parts.append(
            cluster((float(x), size * 0.95, float(z)), (size, size * 0.9, size), 240, 1.15, 300 + k, kind)
        )
    return parts


def cars() -> list[Mesh]:
    """Return parked and driven cars."""
    rng = np.random.default_rng(4)
    paints = ((0.7, 0.7, 0.7), (0.05, 0.05, 0.06), (0.4, 0.05, 0.04), (0.1, 0.16, 0.3))
    spots = [(-58.0 - 8 * (k % 2), 0.8, -165 + 33.0 * k) for k in range(10)] + [
        (60.0 + 3.1 * k, 0.8, -70.0) for k in range(16)
    ]
    picks = rng.integers(0, 4, len(spots))
    return [
        boxes(
            f32([s for s, p in zip(spots, picks, strict=True) if p == k]),
            f32([[1.9, 1.5, 4.4]] * int((picks == k).sum())),
            Material(c, rough=0.3),
        )
        for k, c in enumerate(paints)
    ]


def sky(ways: Floats) -> Floats:
    """Return a clear October sky."""
    return f32(np.array([0.5, 0.68, 1.0]) * (0.7 + 0.3 * np.maximum(ways[..., 1:2], 0)))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-52, 345, 232), (8, 0, -6), 36, width, height), sky=sky)
    scene.add(floor(900, -420, 420, 0, Material(paint=ground, rough=0.9)), houses(), saws(), woods(), cars())
    scene.lights = [
        Light((-260, 210, -120), (0, 0, 0), (6.0, 4.9, 3.5), 330, True, soft=1.0, size=3600, bias=0.5)
    ]
    scene.lights += dome(lambda w: sky(w) * 0.62, (0, 0, 0), 330, 8, 900)
    scene.haze, scene.haze_colour = 0.0003, lambda w: f32(np.full(w.shape, 0.75) * [0.9, 0.97, 1.1])
    return scene


PICTURE = Picture(compose, Film(0.62, 0.06, 0.25, 0.88, warmth=0.03), None, None, 2400, 1600, 0.75, 640_000)
