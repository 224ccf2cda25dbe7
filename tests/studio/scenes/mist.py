"""The lake in the morning mist."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import Floats, f32, ramp
from ..camera import Camera
from ..film import Film
from ..light import Light, dome
from ..noise import fbm2
from ..outdoors import tree
from ..picture import Picture
from ..scene import Scene, Shot
from ..solids import box, floor, rod
from .lake import BANK, BARK, REED, WATER, banks, bridge

SUNWARD = f32([0.35, 0.12, -0.93])


def dawn(ways: Floats) -> Floats:
    """Return a milky sky, a pale sun low in it."""
    up = ramp(-0.05, 0.5, ways[..., 1])[..., None]
    sun = np.maximum(ways @ (SUNWARD / np.linalg.norm(SUNWARD)), 0)[..., None]
    disc = ramp(0.99955, 0.9997, sun)
    base = np.array([0.78, 0.7, 0.62]) * (1 - up) + np.array([0.5, 0.62, 0.75]) * up
    return f32(base + np.array([0.62, 0.42, 0.22]) * sun**14 + np.array([2.4, 1.9, 1.2]) * disc)


def compose(width: int, height: int) -> Scene:
    """Set the scene."""
    scene = Scene(
        Camera((3.2, 1.7, 0), (-2.6, 2.4, -38), 38, width, height), sky=dawn, level=0.0, ripple=0.003
    )
    scene.polish, scene.pitch, scene.haze, scene.haze_colour = (0.8, 3.5), (0.9, 3.4), 0.022, dawn
    scene.add(floor(400, -62, -0.5, 0, WATER), bridge(), banks())
    scene.add(tree((8.6, 0.2, -15), 8.5, 44, BARK, REED, 5200, 0.1))
    wood = BANK
    scene.add([box((4.6, 0.42, -6.4 - 0.36 * k), (1.7, 0.05, 0.3), wood) for k in range(12)])
    scene.add(
        [
            rod(
                (4.6 + s * 0.75, -0.6, -6.6 - 1.9 * k),
                (4.6 + s * 0.75, 1.05, -6.6 - 1.9 * k),
                0.06,
                0.055,
                BARK,
            )
            for s in (-1, 1)
            for k in range(3)
        ]
    )
    scene.lights = [Light((36, 13, -96), (0, 0, -32), (2.4, 1.7, 1.05), 42, True, size=2400, bias=0.08)]
    scene.lights += dome(lambda w: dawn(w) * 0.85, (0, 2, -32), 40, 8)
    return scene


def foggy(scene: Scene, shot: Shot) -> Floats:
    """Lay bands of fog low over the water."""
    height, width = shot.depth.shape
    rows, columns = np.mgrid[0:height, 0:width]
    way = scene.camera.rays(f32(rows.ravel()), f32(columns.ravel())).reshape(height, width, 3)
    far = np.minimum(shot.depth, 90.0)
    rise = scene.camera.eye[1] + way[..., 1] * far
    drift = fbm2(f32(columns / height * 3.0), f32(rows / height * 16), 5, 8)
    veil = np.exp(-np.maximum(rise, 0) / 1.6) * ramp(9, 48, far) * (0.35 + 0.9 * drift)
    return f32(shot.light + (np.array([0.95, 0.88, 0.8]) - shot.light) * np.clip(veil, 0, 0.92)[..., None])


PICTURE = replace(
    Picture(compose, Film(0.92, 0.16, 0.3, 0.85), None, foggy),
    width=2100,
    height=1400,
    fine=0.7,
    limit=460_000,
)
