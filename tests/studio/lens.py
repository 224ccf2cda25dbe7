"""What the lens adds: depth of field, bloom, falling light at the corners."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from .arrays import Floats, f32, ramp
from .blur import lens_blur, soft
from .scene import Shot


def confusion(depth: Floats, focus: float, aperture: float, limit: float) -> Floats:
    """Return the blur radius, in thousandths of picture height, negative in front."""
    circle = aperture * (1 - focus / np.maximum(depth, 1e-3))
    return f32(np.clip(circle, -limit, limit))


def focus(shot: Shot, distance: float, aperture: float, limit: float = 14.0) -> Floats:
    """Return the picture focused at a distance."""
    circle = confusion(shot.depth, distance, aperture, limit) * shot.depth.shape[0] / 1000
    front = f32(ramp(0.6, 2.0, -circle))
    back = layered(shot.light, f32(np.maximum(circle, 0)), f32(1 - front))
    if front.max() < 0.5:
        return f32(back[..., :3])
    return over(shot.light, front, circle, back)


def over(light: Floats, front: Floats, circle: Floats, back: Floats) -> Floats:
    """Lay the blurred foreground over the rest."""
    inside = -circle[front > 0.5]
    veil = np.concatenate([light * front[..., None], front[..., None]], axis=-1)
    veil = lens_blur(f32(veil), float(np.median(inside)))
    return f32(back * (1 - np.clip(veil[..., 3:], 0, 1)) + veil[..., :3])


def layered(light: Floats, circle: Floats, weight: Floats) -> Floats:
    """Blur by depth: blend a few strengths of blur, the foreground left out."""
    top = float(circle.max())
    stops = [0.0] + [top * share for share in (0.3, 0.6, 1.0) if top * share > 0.7]
    packed = np.concatenate([light * weight[..., None], weight[..., None]], axis=-1)
    result = light
    for low, high in pairwise(stops):
        wide = lens_blur(f32(packed), high)
        plain = wide[..., :3] / np.maximum(wide[..., 3:], 1e-3)
        share = np.clip((circle - low) / (high - low), 0, 1)[..., None]
        result = f32(result * (1 - share) + plain * share)
    return f32(np.maximum(result, 0))


def bloom(light: Floats, amount: float) -> Floats:
    """Spill bright light around itself."""
    height = light.shape[0]
    bright = f32(np.minimum(light, 12.0))
    near, wide = soft(bright, height * 0.006), soft(bright, height * 0.05)
    return f32(light * (1 - amount) + np.maximum(0.5 * near + 0.5 * wide, 0) * amount)


def vignette(light: Floats, amount: float) -> Floats:
    """Darken towards the corners."""
    height, width = light.shape[:2]
    y, x = np.ogrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return f32(light * (1 - amount * ((x * x + y * y) / 2) ** 1.3)[..., None])
