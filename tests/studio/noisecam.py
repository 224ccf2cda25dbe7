"""A quick believable out-of-doors picture, for big test inputs."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .arrays import Floats, f32
from .noise import field

HORIZON = 0.55
SKY, HAZE = f32([96, 128, 168]), f32([214, 210, 200])


def ridge(width: int, seed: int, base: float, rise: float) -> Floats:
    """Return one skyline, as heights from 0 (top) to 1."""
    noise = field(width, 4, width / 5, 6, seed)[1]
    return f32(base - rise * (noise - 0.3))


def sky(width: int, height: int, seed: int) -> Floats:
    """Return a hazy sky with clouds."""
    down = f32(np.linspace(0, 1.6, height))[:, None, None]
    cloud = np.clip(field(width, height, width / 6, 6, seed) * 3 - 1.3, 0, 1)[..., None]
    return f32((SKY + (HAZE - SKY) * np.minimum(down, 1)) * (0.75 + 0.35 * cloud))


def land(picture: Floats, width: int, height: int, seed: int) -> None:
    """Lay ever darker and nearer hills over the lower half."""
    texture = field(width, height, 40, 5, seed + 9)
    rows = f32(np.linspace(0, 1, height))[:, None]
    for step in range(4):
        line = ridge(width, seed + step, HORIZON + 0.1 * step, 0.25 - 0.03 * step)
        cover = np.clip((rows - line[None]) * height, 0, 1)[..., None]
        near = (step + 1) / 4
        tint = HAZE * (1 - near) + f32([44, 52, 34]) * near
        picture += (tint * (1 - near * 1.2 * (texture[..., None] - 0.35)) - picture) * f32(cover)


def camera_noise(width: int, height: int, seed: int) -> Image.Image:
    """Return a photo-like landscape, the same for the same seed."""
    half = (max(width // 3, 8), max(height // 3, 8))
    picture = sky(*half, seed)
    land(picture, *half, seed)
    small = Image.fromarray(np.clip(picture - 6, 0, 242).astype(np.uint8))
    large = np.asarray(small.resize((width, height), Image.Resampling.BILINEAR))
    tile = np.random.default_rng(seed).integers(0, 13, (509, 509, 1), dtype=np.uint8)
    speck = np.tile(tile, (height // 509 + 1, width // 509 + 1, 1))[:height, :width]
    return Image.fromarray(large + speck)
