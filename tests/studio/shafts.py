"""Light made visible by dust and mist."""

from __future__ import annotations

import numpy as np

from .arrays import Floats, f32
from .blur import resize, soft
from .light import Light
from .scene import Scene, Shot, ways

STEPS = 28


def shafts(scene: Scene, shot: Shot, light: Light, strength: float, reach: float) -> Floats:
    """Return the glow a light leaves in the air on the way to the camera."""
    camera = scene.camera.sized(0.2)
    pixels = np.arange(camera.width * camera.height)
    way = ways(camera, pixels)
    far = np.minimum(resize(shot.depth, camera.width, camera.height).ravel(), reach)
    rng, total = np.random.default_rng(5), np.zeros(len(pixels), np.float32)
    for step in range(STEPS):
        travel = far * (step + rng.random(len(pixels), dtype=np.float32)) / STEPS
        points = f32(camera.place() + way * travel[:, None])
        total += light.reach(points)[1] * light.seen(points, rng) * far / STEPS
    glow = soft(total.reshape(camera.height, camera.width), camera.height * 0.006)
    return whole(glow, shot, light, strength)


def whole(glow: Floats, shot: Shot, light: Light, strength: float) -> Floats:
    """Return the small glow at picture size and in the light's colour."""
    height, width = shot.depth.shape
    large = np.maximum(resize(glow, width, height), 0)
    return f32(large[..., None] * f32(light.colour) * strength)
