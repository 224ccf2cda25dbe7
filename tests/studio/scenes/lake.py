"""A stone arch bridge on a lake at dusk."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32, ramp, unit
from ..camera import Camera
from ..crowd import row, standers
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh
from ..noise import fbm2
from ..outdoors import evening, strands
from ..picture import Picture
from ..props import cluster
from ..scene import Scene
from ..solids import box, floor, rod, sheet

BARK = Material((0.05, 0.045, 0.035), bump=0.2, grain=10)
WILLOW = Material((0.07, 0.1, 0.025), rough=0.6, thin=0.5)
TREES = Material((0.03, 0.045, 0.02), thin=0.2)
REED = Material((0.05, 0.065, 0.025), thin=0.3)
WATER = Material((0.008, 0.013, 0.016), rough=0.5, mirror=1.35)
BANK = Material((0.06, 0.07, 0.03), bump=0.4, grain=8)
MOON = f32([-0.17, 0.2, -0.96])
DUSK = evening((0.5, 0.3, 0.26), (0.045, 0.1, 0.26), (0.62, -0.05, -0.8), (0.9, 0.38, 0.13), 21)


def sky(ways: Floats) -> Floats:
    """Return the dusk with its moon."""
    gap = 1 - ways @ unit(MOON)
    disc = ramp(0.00007, 0.000055, gap)[..., None]
    halo = (0.3 * np.exp(-gap * 260))[..., None]
    seas = 0.8 + 0.4 * fbm2(f32(ways[..., 0] * 160), f32(ways[..., 1] * 160), 3, 2)[..., None]
    return f32(DUSK(ways) + np.array([1.0, 0.95, 0.85]) * halo + np.array([4.2, 4.0, 3.5]) * disc * seas)


def masonry(points: Floats) -> Floats:
    """Return old weathered stone blocks, damp near the water."""
    x, y = points[:, 0], points[:, 1]
    course = np.floor(y / 0.32)
    joint = (np.abs(y / 0.32 - course - 0.5) < 0.46) & (np.abs((x + 0.37 * course) / 0.8 % 1 - 0.5) < 0.475)
    block = np.sin(course * 12.9 + np.floor((x + 0.37 * course) / 0.8) * 78.2) * 0.5 + 0.5
    stain = fbm2(f32(x * 0.7), f32(y * 0.9), 5, 4)
    tone = (0.45 + 0.35 * block + 0.7 * stain) * np.where(joint, 1, 0.5) * (0.45 + 0.55 * ramp(0, 1.1, y))
    return f32(np.array([0.3, 0.275, 0.24]) * tone[:, None])


STONE = Material(paint=masonry, bump=0.15, grain=9)


def deck(x: Floats) -> Floats:
    """Return the height of the bridge's back."""
    return f32(0.9 + 4.3 * np.exp(-((x / 7.2) ** 2)))


def spandrel(z: float) -> list[Mesh]:
    """Return one face of the bridge: stone between three arches and the deck."""
    x = f32(np.linspace(-16, 16, 640))
    under = np.full_like(x, -0.4)
    for middle, half, rise in ((0.0, 3.3, 3.9), (-7.0, 1.9, 2.1), (7.0, 1.9, 2.1)):
        inside = np.clip(1 - ((x - middle) / half) ** 2, 0, 1)
        under = np.maximum(under, np.where(inside > 0, rise * np.sqrt(inside), -0.4))
    share = np.linspace(0, 1, 8)[:, None]
    y = under + (deck(x) - under) * share
    grid = np.stack([np.broadcast_to(x, y.shape), y, np.full_like(y, z)], -1)
    barrel = np.stack(
        [np.stack([x, under, np.full_like(x, z)], -1), np.stack([x, under, np.full_like(x, z - 3.4)], -1)]
    )
    return [
        sheet(f32(grid), f32(np.broadcast_to([0.0, 0, 1], grid.shape)), STONE),
        sheet(f32(barrel), f32(np.broadcast_to([0.0, -1, 0], barrel.shape)), STONE),
    ]


def railing(z: float) -> list[Mesh]:
    """Return the balustrade along the bridge's back."""
    x = np.linspace(-15.5, 15.5, 63)
    tops = deck(f32(x))
    parts = [
        box((a, float(h) + 0.5, z), (0.2, 1.15, 0.22), STONE)
        for a, h in zip(x[::2].tolist(), tops[::2], strict=True)
    ]
    for i in range(len(x) - 1):
        a, b = (float(x[i]), float(tops[i]) + 0.8, z), (float(x[i + 1]), float(tops[i + 1]) + 0.8, z)
        parts += [
            rod(a, b, 0.085, 0.085, STONE, 8),
            rod((a[0], a[1] - 0.4, z), (b[0], b[1] - 0.4, z), 0.2, 0.2, STONE, 6),
        ]
    return parts


def bridge() -> list[Mesh]:
    """Return the bridge in place, a little aslant."""
    x = f32(np.linspace(-16, 16, 200))
    top = np.stack([np.stack([x, deck(x), np.full_like(x, z)], -1) for z in (0.0, -3.4)])
    parts = [
        *spandrel(0),
        *spandrel(-3.4)[:1],
        *railing(-0.1),
        *railing(-3.3),
        sheet(f32(top), f32(np.broadcast_to([0.0, 1, 0], top.shape)), STONE),
    ]
    walkers = row(
        standers(0.04),
        [
            (-1.2, float(deck(f32(-1.2))), -1.2),
            (-0.6, float(deck(f32(-0.6))), -1.4),
            (4.2, float(deck(f32(4.2))), -1.2),
        ],
        80,
        3,
    )
    return [m.turned(-9).moved(1.5, 0, -38) for m in (*parts, *walkers)]


def banks() -> list[Mesh]:
    """Return far trees, islands of shore and the willows."""
    rng, meshes = np.random.default_rng(2), [floor(300, -150, -62, 0.25, BANK)]
    for k in range(46):
        x, high = -92 + 4.1 * k, float(rng.uniform(3, 8))
        meshes.append(
            cluster((x, high * 0.5, -66 - 5 * (k % 3)), (4.6, high * 0.6, 3), 3200, 0.24, 500 + k, TREES)
        )
    meshes += [
        box((-22, 0.1, -40), (18, 0.9, 16), BANK),
        box((25, 0.1, -42), (20, 0.9, 14), BANK),
        box((-9.6, -0.05, -12), (8, 0.7, 9), BANK),
    ]
    meshes += strands((-7.4, 0.2, -13.5), 8.6, 5, BARK, WILLOW, 420) + strands(
        (-17.5, 0.5, -34), 9.5, 6, BARK, WILLOW, 360
    )
    meshes += strands((18.6, 0.5, -38), 10.5, 7, BARK, WILLOW, 480) + strands(
        (24.5, 0.5, -40), 9.0, 8, BARK, WILLOW, 380
    )
    meshes += [
        cluster((-13.2 + 1.05 * k, 0.35, -8.4 - 0.5 * (k % 3)), (1.0, 0.55, 0.9), 700, 0.09, 90 + k, REED)
        for k in range(8)
    ]
    lamp = Material((1, 1, 1), glow=(8, 5.4, 2.6))
    return meshes + [box((x, 2.4, -60.5), (0.3, 0.34, 0.3), lamp).silent() for x in (-31, -20, 19, 27, 36)]


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(
        Camera((-0.8, 2.5, 0), (0.7, 3.1, -38), 33, width, height), sky=sky, level=0.0, ripple=0.009
    )
    scene.polish, scene.pitch, scene.haze = (0.8, 2.5), (0.9, 3.4), 0.0016
    scene.haze_colour = DUSK
    scene.add(floor(400, -62, -0.5, 0, WATER), bridge(), banks())
    scene.lights = [Light((60, 16, -90), (0, 0, -32), (1.5, 0.75, 0.35), 42, True, size=2400, bias=0.08)]
    scene.lights += dome(lambda w: DUSK(w) * 1.15, (0, 2, -32), 40, 8)
    scene.lights += [Light((x, 3.0, -38), (0, 0, 0), (5, 3.2, 1.5), bare=True, matte=True) for x in (-9.0,)]
    return scene


PICTURE = Picture(compose, Film(1.0, 0.12, 0.4, 0.85))
