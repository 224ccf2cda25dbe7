"""Runners on the track against a low sun."""

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
from ..outdoors import evening
from ..picture import Picture
from ..props import cluster
from ..scene import Scene
from ..solids import box, floor, rod

GRASS = Material((0.08, 0.13, 0.03), bump=0.5, grain=30, thin=0.3)
TREES = Material((0.05, 0.07, 0.025), thin=0.3)
STEEL = Material((0.2, 0.2, 0.21), rough=0.5)
TOWARD = (0.34, 0.17, -1.0)
SKY = evening((1.15, 0.78, 0.5), (0.3, 0.42, 0.62), TOWARD, (3.2, 1.9, 0.9), 5)


def lanes(points: Floats) -> Floats:
    """Return the red track with its white lane lines."""
    x, z = points[:, 0], points[:, 2]
    grit = 0.75 + 0.5 * fbm2(f32(x * 18), f32(z * 18), 3, 2)
    wear = 0.75 + 0.5 * fbm2(f32(x * 0.8), f32(z * 0.25), 4, 3)
    line = ramp(0.034, 0.026, np.abs((x + 0.61) % 1.22 - 0.61)) * (np.abs(x) < 4.95)
    base = np.array([0.27, 0.075, 0.05]) * (grit * wear)[:, None]
    return f32(base * (1 - line[:, None]) + 0.7 * wear[:, None] * line[:, None])


def stride(phase: float) -> Pose:
    """Return a running posture; phase -1..1 swings arms and legs."""
    s = phase
    left = ((0.05, -0.75, 0.75 * s + 0.2), (0.0, -0.75 - 0.1 * s, -0.75 if s < 0.2 else -0.25))
    right = ((-0.05, -0.8, -0.72 * s + 0.2), (0.0, -0.5, -0.95 if s > -0.2 else -0.2))
    arm = ((0.22, -0.75, -0.75 * s), (-0.2, 0.12, 0.9))
    other = ((-0.22, -0.75, 0.75 * s), (0.2, 0.3, 0.85))
    return Pose(arm, other, left, right, (0.02 * s, 1, 0.14), (0, 1, 0.22))


def runners() -> list[Mesh]:
    """Return the field of runners, coming towards us."""
    plan = (
        (-1.83, -8.2, 0.95, "short", 0),
        (0.61, -9.0, -0.9, "tail", 1),
        (-0.61, -11.6, -1.0, "short", 2),
        (1.83, -12.8, 0.85, "bun", 3),
        (3.05, -10.8, 0.7, "short", 0),
        (-3.05, -15.5, -0.8, "short", 1),
        (0.61, -18.5, 0.9, "tail", 3),
    )
    tops = ((0.35, 0.04, 0.04), (0.06, 0.09, 0.2), (0.5, 0.5, 0.47), (0.05, 0.18, 0.1))
    meshes: list[Mesh] = []
    for x, z, phase, style, tint in plan:
        look = Look(
            top=Material(tops[tint]), legs=Material((0.03, 0.03, 0.05)), style=style, girth=0.9, step=0.015
        )
        body = person(stride(phase), look)
        low = min(float(m.points[:, 1].min()) for m in body)
        meshes += placed(body, (x + 0.1, 0.05 - low, z), 4 * phase, 1.02)
    return meshes


def surroundings() -> list[Mesh]:
    """Return ground, hedge, floodlights and stand."""
    meshes = [
        floor(9.9, -120, -3.9, 0.0, Material(paint=lanes, rough=0.6)),
        floor(200, -120, 0, -0.02, GRASS),
    ]
    rng = np.random.default_rng(4)
    for k in range(30):
        x, high = -60 + 4.3 * k, float(rng.uniform(3, 8))
        meshes.append(
            cluster((x, high * 0.55, -75 - 6 * (k % 3)), (4.5, high * 0.7, 3), 1500, 0.34, 60 + k, TREES)
        )
    for x in (-13.0, 14.5):
        meshes += [
            rod((x, 0, -42), (x, 15, -42), 0.2, 0.12, STEEL),
            *(
                box((x + 0.7 * a, 15 + 0.6 * b, -42), (0.55, 0.45, 0.2), STEEL)
                for a in (-1, 0, 1)
                for b in (0, 1)
            ),
        ]
    meshes += [box((-19 - 0.9 * k, 0.5 + 0.5 * k, -32), (0.9, 0.5, 40), STEEL) for k in range(7)]
    return meshes


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(Camera((-0.95, 0.72, -2.6), (0.15, 0.98, -10), 37, width, height), sky=SKY)
    scene.add(surroundings(), runners())
    scene.lights = [
        Light((17, 9.0, -58), (0, 0.8, -10), (8.5, 5.8, 3.3), 9, True, size=2400, bias=0.05, soft=1.5)
    ]
    scene.lights += dome(lambda w: SKY(w) * 0.65, (0, 1, -11), 10, 9)
    scene.haze = 0.006
    return scene


PICTURE = Picture(compose, Film(0.62, 0.18, 0.4, 0.85), (8.0, 11.0))
