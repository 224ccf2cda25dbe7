"""Gloved hands that measure a steel plate (lengths in decimetres)."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp, unit, vec
from ..camera import Camera, Point
from ..figure import blended, rounded, skin_over
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2, fbm3
from ..picture import Picture
from ..scene import Scene
from ..solids import box, floor, lathe, rod

COTTON = Material((0.66, 0.65, 0.61), rough=0.95, bump=0.07, grain=70)
SLEEVE = Material((0.05, 0.085, 0.15), rough=0.9, bump=0.12, grain=22)
FELT = Material((0.05, 0.1, 0.075), rough=0.95, bump=0.2, grain=50)


def brushed(points: Floats) -> Floats:
    """Return satin steel."""
    x, z = points[:, 0], points[:, 2]
    return f32(np.array([0.6, 0.6, 0.61]) * (0.72 + 0.4 * fbm2(f32(x * 3), f32(z * 70), 3, 4))[:, None])


def ruled(points: Floats) -> Floats:
    """Return a caliper's beam with millimetre lines."""
    x, y = points[:, 0], points[:, 1]
    fine = (np.abs(x * 10 % 0.1 - 0.05) < 0.012) & (y > 1.02)
    tens = (np.abs(x % 0.1 - 0.05) < 0.004) & (y > 0.98)
    tone = 0.75 + 0.3 * fbm2(f32(x * 40), f32(y * 3), 3, 5)
    return f32(
        np.array([0.62, 0.62, 0.6])
        * (tone * np.where(fine & (np.floor(x * 100) % 2 == 0) | tens, 0.2, 1.0))[:, None]
    )


STEEL = Material(paint=brushed, rough=0.34, metal=1.0, bump=0.05, grain=5)
SCALE = Material(paint=ruled, rough=0.4, metal=0.85, bump=0.04, grain=5)


def blade(x: float, side: int, thick: float, root: float, tip: float, wide: float) -> list[Mesh]:
    """Return one jaw: straight where it measures, its back tapering to the tip."""
    parts, count = [], 40
    for k in range(count):
        t = (k + 0.5) / count
        span = wide * (1 - t) ** 0.8 + 0.035
        middle = (x + side * span / 2, root + (tip - root) * t, 0)
        parts.append(box(middle, (span, 1.1 * abs(tip - root) / count, thick * (1 - 0.5 * t)), STEEL))
    return parts


def caliper(gap: float) -> list[Mesh]:
    """Return a vernier caliper, its beam along x at height 1, jaws down, open by a gap at x = 0."""
    parts = [box((0.75, 1.0, 0), (2.7, 0.17, 0.035), SCALE)]
    for x, side, thick in ((-gap / 2, -1, 0.05), (gap / 2, 1, 0.055)):
        parts += blade(x, side, thick, 1.05, 0.36, 0.21) + blade(x, side, thick * 0.7, 1.1, 1.34, 0.1)
    parts += [
        box((gap / 2 + 0.34, 1.0, 0.02), (0.62, 0.27, 0.05), STEEL),
        box((gap / 2 + 0.34, 0.93, 0.05), (0.56, 0.07, 0.01), SCALE),
    ]
    parts += [
        rod((gap / 2 + 0.3, 1.13, 0), (gap / 2 + 0.3, 1.24, 0), 0.035, 0.035, STEEL, 20),
        lathe([(0, 0), (0.07, 0), (0.07, 0.07), (0, 0.07)], STEEL, 30)
        .turned(90, 0)
        .moved(gap / 2 + 0.5, 0.87, 0.0),
    ]
    return parts


def finger(p: Floats, joints: tuple[Point, ...], radius: float) -> Floats:
    """Return a finger along its joints, slimmer to the tip."""
    sizes = np.linspace(radius, radius * 0.78, len(joints)).tolist()
    bones = [
        rounded(p, vec(*a), vec(*b), r, s)
        for a, b, r, s in zip(joints, joints[1:], sizes, sizes[1:], strict=False)
    ]
    return blended(bones, 0.02)


def right(p: Floats) -> Floats:
    """Return the hand that slides the jaw: thumb on its wheel, fingers round the beam from behind."""
    parts = [
        rounded(p, vec(1.42, 0.72, 0.2), vec(1.22, 0.86, -0.18), 0.22, 0.2),
        rounded(p, vec(1.5, 0.66, 0.28), vec(1.95, 0.34, 0.75), 0.19, 0.2),
    ]
    parts.append(finger(p, ((1.32, 0.72, 0.3), (0.98, 0.74, 0.26), (0.7, 0.84, 0.13)), 0.105))
    for k in range(4):
        y, reach = 1.03 - 0.17 * k, 0.06 * (k in (0, 3))
        parts.append(
            finger(
                p,
                (
                    (1.24 + 0.03 * k, y, -0.26),
                    (0.9 + 0.05 * k + reach, y + 0.04, -0.3),
                    (0.62 + 0.07 * k + reach, y + 0.02, -0.13),
                ),
                0.098,
            )
        )
    return folded(p, parts)


def left(p: Floats) -> Floats:
    """Return the hand that holds the plate: thumb on this side, fingers beyond."""
    parts = [
        rounded(p, vec(-1.12, 0.1, 0.28), vec(-0.95, 0.18, -0.2), 0.21, 0.19),
        rounded(p, vec(-1.2, 0.06, 0.36), vec(-1.75, -0.02, 0.9), 0.19, 0.2),
    ]
    parts.append(finger(p, ((-1.0, 0.16, 0.36), (-0.68, 0.3, 0.28), (-0.36, 0.34, 0.09)), 0.105))
    for k in range(4):
        parts.append(
            finger(
                p,
                (
                    (-0.96, 0.32 - 0.14 * k, -0.26),
                    (-0.66, 0.38 - 0.14 * k, -0.31),
                    (-0.34 - 0.05 * k, 0.37 - 0.13 * k, -0.1),
                ),
                0.096,
            )
        )
    return folded(p, parts)


def folded(p: Floats, parts: list[Floats]) -> Floats:
    """Return a glove: parts joined, wrinkled a little."""
    return f32(blended(parts, 0.055) - 0.028 * (fbm3(f32(p * np.float32(9)), 3, 71) - 0.5))


def sleeve(a: Point, b: Point) -> list[Mesh]:
    """Return a cuff and the sleeve of overalls."""
    way = unit(vec(*b) - vec(*a))
    far = vec(*a) + way * np.float32(2.6)
    return [rod(a, (float(far[0]), float(far[1]), float(far[2])), 0.25, 0.36, SLEEVE, 40)]


def plates() -> list[Mesh]:
    """Return ten steel plates set out in a row on felt, one missing."""
    rng = np.random.default_rng(9)
    return [
        box((0, 0.02 + 0.006 * k, 0), (0.5, 0.03 + 0.012 * k, 0.78), STEEL)
        .turned(float(rng.normal(0, 5)))
        .moved(-2.55 + 0.66 * k, 0, -1.5 + 0.05 * (k % 2))
        for k in range(10)
        if k != 4
    ]


def hall(ways: Floats) -> Floats:
    """Return windows for steel to mirror."""
    pane = (
        ramp(0.15, 0.3, -ways[..., 0])
        * ramp(0.0, 0.15, ways[..., 1])
        * ramp(0.02, 0.05, np.abs(ways[..., 2]))
    )
    front = (
        0.55
        * ramp(0.2, 0.9, ways[..., 2])[..., None]
        * (1 - 0.6 * ramp(0.1, 0.5, np.abs(ways[..., 0] + 0.15)))[..., None]
    )
    return f32(0.16 + front + pane[..., None] * np.array([1.8, 1.85, 1.9]))


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-0.25, 1.95, 4.3), (0.12, 0.62, -0.1), 30, width, height), sky=hall)
    plate = box((0, 0.36, 0), (0.09, 0.5, 0.74), STEEL)
    scene.add(floor(24, -12, 4, 0, FELT), caliper(0.09), plate, plates())
    scene.add(
        skin_over(right, f32([0.4, 0.1, -0.6]), f32([2.3, 1.35, 1.1]), 0.016, COTTON),
        skin_over(left, f32([-2.1, -0.35, -0.6]), f32([-0.1, 0.75, 1.2]), 0.016, COTTON).moved(0.3, 0, 0),
    )
    scene.add(sleeve((1.75, 0.48, 0.58), (2.3, 0.1, 1.15)), sleeve((-1.25, 0.02, 0.72), (-1.8, -0.02, 1.25)))
    scene.lights = [
        Light((-5.5, 5.5, 1.5), (0, 0.4, 0), (52, 52, 50), 60, soft=5, taps=6),
        Light((4.5, 4, -4), (0, 0.6, 0), (24, 26, 29), 60, soft=5),
    ]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.26)), (0, 0.3, 0), 4, 10)
    return scene


PICTURE = Picture(compose, Film(1.15, 0.1, 0.4, 0.88), (4.35, 9.0), None, 2100, 1400, 0.7, 480_000)
