"""Groups of different people built from a few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from .camera import Point
from .figure import Look, Pose, person, seated
from .material import Material
from .mesh import Mesh, placed

TAN = Material((0.22, 0.14, 0.105), rough=0.7)
STYLES = ("short", "long", "short", "bun", "short", "tail")
TOPS = (
    (0.04, 0.05, 0.08),
    (0.25, 0.24, 0.23),
    (0.1, 0.03, 0.03),
    (0.05, 0.08, 0.13),
    (0.5, 0.48, 0.45),
    (0.03, 0.03, 0.035),
)


@lru_cache(maxsize=4)
def sitters(step: float, style: str = "") -> tuple[tuple[Mesh, ...], ...]:
    """Return six different seated people."""
    return tuple(tuple(seated(bearing(i), attire(i, step, style))) for i in range(6))


@lru_cache(maxsize=4)
def standers(step: float, style: str = "") -> tuple[tuple[Mesh, ...], ...]:
    """Return six different standing people."""
    return tuple(tuple(person(bearing(i), attire(i, step, style))) for i in range(6))


@lru_cache(maxsize=2)
def dignitaries(step: float) -> tuple[tuple[Mesh, ...], ...]:
    """Return six standing people in dark suits."""
    suits = ((0.02, 0.025, 0.04), (0.04, 0.04, 0.045), (0.025, 0.03, 0.05), (0.05, 0.048, 0.046))
    looks = [
        replace(
            attire(i, step, ("short", "bun")[i == 3], i != 3), top=Material(suits[i % 4], rough=0.7), skin=TAN
        )
        for i in range(6)
    ]
    return tuple(tuple(person(bearing(i), look)) for i, look in enumerate(looks))


def bearing(i: int) -> Pose:
    """Return a quiet posture, a little different for each number."""
    rng = np.random.default_rng(40 + i)
    a, b, c, d, e, f = rng.uniform(-0.14, 0.14, 6).tolist()
    arm = ((0.16, -1.0, 0.05 + a), (-0.12, -0.9, 0.35 + b))
    other = ((-0.16, -1.0, 0.05 + c), (0.12, -0.9, 0.35 + d))
    return Pose(arm, other, trunk=(e * 0.5, 1.0, f * 0.6), nod=(f, 1.0, 0.15 + e))


def attire(i: int, step: float, style: str, suit: bool = False) -> Look:
    """Return different clothes and hair for each number."""
    top = Material(TOPS[i % len(TOPS)], rough=0.75)
    return Look(top=top, style=style or STYLES[i], suit=suit, girth=0.92 + 0.06 * (i % 4), step=step)


def row(people: Sequence[Sequence[Mesh]], spots: Sequence[Point], turn: float, seed: int) -> list[Mesh]:
    """Return people at spots, each a little turned and of own height."""
    rng = np.random.default_rng(seed)
    meshes: list[Mesh] = []
    for spot in spots:
        one = people[int(rng.integers(len(people)))]
        size, yaw = float(rng.normal(1.0, 0.04)), float(rng.normal(turn, 9.0))
        meshes += placed(one, spot, yaw, size)
    return meshes
