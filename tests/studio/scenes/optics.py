"""The optical bench again: one lens, close by, in red and green (lengths in decimetres)."""

from __future__ import annotations

from dataclasses import replace

from ..camera import Camera
from ..film import Film
from ..scene import Scene
from . import bench


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = bench.compose(width, height)
    scene.camera = Camera((1.85, 2.05, -3.05), (0.18, 1.26, -5.6), 30, width, height)
    return scene


PICTURE = replace(
    bench.PICTURE,
    compose=compose,
    film=Film(1.25, 0.24, 0.4, 0.95),
    focus=(2.75, 24.0),
    width=1700,
    height=1700,
    fine=0.7,
    limit=430_000,
)
