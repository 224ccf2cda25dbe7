"""A welder, the arc and its sparks."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, f32
from ..camera import Camera
from ..figure import Look, Pose, egg, person, skin_over
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..noise import field
from ..picture import Picture
from ..scene import Scene, Shot
from ..solids import ball, box, floor, panel, rod, tube

ARC = f32([0.5, 1.02, -5.0])
HEAVY = Material((0.05, 0.04, 0.033), rough=0.8, bump=0.12, grain=18)
MASK = Material((0.03, 0.03, 0.035), rough=0.3)
STEEL = Material((0.3, 0.28, 0.27), rough=0.5, metal=0.7, bump=0.06, grain=12)
WALL = Material((0.14, 0.14, 0.15), bump=0.1, grain=4)


def sparks() -> list[Mesh]:
    """Return the flight paths of glowing drops."""
    rng, trails = np.random.default_rng(6), []
    for _ in range(300):
        speed, life = (
            f32(rng.normal(0, 1, 3) * [1.1, 1.1, 1.1] + [0.5, 1.0, 0.2]),
            float(rng.uniform(0.12, 0.75)),
        )
        start, span = float(rng.uniform(0.02, 0.3)), float(rng.uniform(0.03, 0.12))
        t = f32(np.linspace(start, start + span * (1 + life), 12))[:, None]
        path = ARC + speed * t + np.array([0, -4.9, 0]) * t**2
        if path[:, 1].min() < 0.03:
            continue
        heat = float(np.clip(1.3 - start * 2.2, 0.25, 1.2))
        glow = Material((0, 0, 0), glow=(13 * heat, 7.5 * heat**1.6, 3.2 * heat**2.6))
        trails.append(tube(f32(path), f32(np.linspace(0.0012, 0.0021, 12)), glow, 4).silent())
    return trails


def helmet() -> list[Mesh]:
    """Return the welding mask, around the head of the stooping figure."""
    shell = skin_over(
        lambda p: f32(np.maximum(egg(p, f32([0, 0, 0]), (0.125, 0.175, 0.16)), -p[..., 2] - 0.03)),
        f32([-0.2, -0.25, -0.2]),
        f32([0.2, 0.25, 0.25]),
        0.012,
        MASK,
    )
    return [shell, box((0, 0.04, 0.148), (0.11, 0.06, 0.03), Material((0.01, 0.012, 0.01), rough=0.08))]


def welder() -> list[Mesh]:
    """Return the worker, bent over the joint."""
    pose = Pose(
        ((0.2, -0.75, 0.6), (-0.15, -0.22, 0.95)),
        ((-0.2, -0.8, 0.55), (0.3, -0.2, 0.95)),
        ((0.1, -1, 0.15), (0.05, -1, -0.15)),
        ((-0.1, -0.95, 0.3), (-0.03, -1, -0.25)),
        (0, 1, 0.42),
        (0, 0.75, 0.6),
    )
    look = Look(
        top=HEAVY, legs=HEAVY, skin=Material((0.16, 0.12, 0.08), bump=0.2, grain=20), girth=1.2, step=0.014
    )
    mask = [m.turned(34, 0).moved(0, 1.53, 0.345) for m in helmet()]
    return placed([*person(pose, look), *mask], (-0.42, 0, -5.35), 72, 1.03)


def bench() -> list[Mesh]:
    """Return the work table with the frame being welded."""
    parts = [
        box((0.75, 0.88, -5.0), (1.5, 0.06, 0.9), STEEL),
        box((0.52, 0.95, -5.05), (0.12, 0.1, 0.7), STEEL),
        box((0.85, 0.95, -5.0), (0.7, 0.1, 0.1), STEEL),
    ]
    parts += [box((x, 0.44, z), (0.08, 0.88, 0.08), STEEL) for x in (0.1, 1.4) for z in (-5.35, -4.65)]
    parts += [
        rod((0.5, 1.03, -5.0), (0.28, 1.2, -4.98), 0.006, 0.01, STEEL),
        box((1.3, 0.99, -4.8), (0.2, 0.16, 0.2), STEEL),
    ]
    cable = f32(
        [
            [0.26, 1.2, -4.98],
            [0.0, 0.9, -4.8],
            [-0.2, 0.35, -4.6],
            [-0.5, 0.03, -4.3],
            [-1.2, 0.03, -3.9],
            [-2, 0.03, -4.2],
        ]
    )
    t = np.linspace(0, 5, 60)
    smooth = np.stack([np.interp(t, np.arange(6), cable[:, k]) for k in range(3)], -1)
    return [*parts, tube(f32(smooth), f32(np.full(60, 0.018)), MASK, 8)]


def hall() -> list[Mesh]:
    """Return the workshop behind."""
    rng = np.random.default_rng(1)
    parts = [
        panel((-7, 0, -12), (14, 0, 0), (0, 7, 0), WALL),
        floor(16, -12, 0, 0, Material((0.09, 0.09, 0.09), rough=0.35, mirror=0.5, bump=0.1)),
    ]
    parts += [
        box(
            (float(rng.uniform(-4, 4)), 0.6, float(rng.uniform(-11, -8))),
            (float(rng.uniform(0.5, 1.6)), float(rng.uniform(0.8, 2.6)), 0.8),
            STEEL,
        )
        for _ in range(10)
    ]
    parts += [box((x, 3.5, -11.5), (0.25, 7, 0.25), STEEL) for x in (-3, -0.2, 2.6)]
    parts += [
        panel(
            (x + 0.42 * i, 3.3 + 0.5 * j, -11.9),
            (0.36, 0, 0),
            (0, 0.44, 0),
            Material(glow=(0.03, 0.042, 0.065)),
        )
        for x in (-2.6, 0.1)
        for i in range(4)
        for j in range(4)
    ]
    return [
        *parts,
        rod((1.9, 0, -6.4), (1.9, 1.5, -6.4), 0.13, 0.13, Material((0.25, 0.05, 0.04), rough=0.4)),
        rod((2.25, 0, -6.3), (2.25, 1.4, -6.3), 0.12, 0.12, STEEL),
    ]


def murk(ways: Floats) -> Floats:
    """Return the dark hall around."""
    return f32(np.full(ways.shape, 0.025) * [0.8, 1.0, 1.3])


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((0.5, 1.3, -1.0), (0.12, 1.12, -5.1), 38, width, height), sky=murk, level=0.0)
    scene.polish = (10.0, 30.0)
    white = Material((1, 1, 1), glow=(160, 190, 230))
    scene.add(hall(), bench(), welder(), sparks(), ball((0.5, 1.03, -5.0), 0.016, white).silent())
    for target, size in (
        ((-0.6, 1.3, -5.5), 130.0),
        ((0.6, 2.5, -12), 150.0),
        ((1.5, 0.2, -4.2), 130.0),
        ((-0.3, 0.3, -4.4), 130.0),
    ):
        scene.lights.append(Light((0.5, 1.08, -4.98), target, (1.1, 1.3, 1.6), size, soft=1.5, bias=0.01))
    scene.lights += [Light((-3, 4.5, -9), (-0.4, 1.2, -5.3), (14, 16, 21), 60, soft=3)]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.035) * [0.9, 1, 1.2]), (0, 1, -5), 6, 6)
    return scene


def smoky(scene: Scene, shot: Shot) -> Floats:
    """Add smoke rising from the arc, lit by it."""
    height, width = shot.depth.shape
    x0, y0, _ = scene.camera.project(ARC[None])
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    lift, side = (float(y0[0]) - y) / height, (x - float(x0[0])) / height
    curl = field(width, height, height / 4, 7, 9)
    drift = side + 0.25 * np.maximum(lift, 0) * (curl - 0.5) * 2 - 0.12 * np.maximum(lift, 0)
    plume = (
        np.exp(-((drift / (0.035 + 0.28 * np.maximum(lift, 0))) ** 2))
        * (lift > -0.02)
        * np.clip(curl * 2.6 - 0.8, 0, 1)
    )
    halo = 1 / (0.02 + 9 * (lift**2 + side**2))
    smoke = plume * (0.016 * halo + 0.03) + 0.0016 * halo * (0.5 + curl)
    return f32(shot.light + smoke[..., None] * np.array([0.62, 0.78, 1.0]))


PICTURE = Picture(compose, Film(1.05, 0.3, 0.4, 0.9), (4.6, 10.0), smoky, 2400, 3600)
