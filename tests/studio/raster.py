"""Which triangle is seen through each pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints, f32
from .camera import Camera

BATCH = 1 << 21


@dataclass
class Visible:
    """Nearness and triangle number per pixel, and the triangles' equations."""

    near: Floats
    ids: Ints
    plane: Floats
    weight: Floats
    chosen: Ints

    def owners(self, pixel: Ints) -> Ints:
        """Return triangle numbers, in the caller's count, at covered pixels."""
        return np.asarray(self.chosen[self.ids[pixel]])


@dataclass
class Setup:
    """Triangles ready for the screen: equations, nearness and pixel bounds."""

    plane: Floats
    near: Floats
    low: Ints
    high: Ints


def equations(x: Floats, y: Floats) -> Floats:
    """Return per triangle the three barycentric functions a*x + b*y + c."""
    xs, ys = x.astype(np.float64), y.astype(np.float64)
    rows = []
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        a, b = ys[:, j] - ys[:, k], xs[:, k] - xs[:, j]
        rows.append(np.stack([a, b, -a * xs[:, j] - b * ys[:, j]], -1))
    area = rows[0][:, 0] * xs[:, 0] + rows[0][:, 1] * ys[:, 0] + rows[0][:, 2]
    safe = np.where(np.abs(area) < 1e-9, np.inf, area)
    return f32(np.stack(rows, 1) / safe[:, None, None])


def bounds(x: Floats, y: Floats, camera: Camera) -> tuple[Ints, Ints]:
    """Return first and one past last pixel centre inside, clipped to the picture."""
    limit = np.array([camera.width, camera.height])
    low = np.stack([np.ceil(least(x) - 0.5), np.ceil(least(y) - 0.5)], -1)
    high = np.stack([np.floor(most(x) - 0.5), np.floor(most(y) - 0.5)], -1) + 1
    return np.clip(low, 0, limit).astype(np.int32), np.clip(high, 0, limit).astype(np.int32)


def least(x: Floats) -> Floats:
    """Return the least of three columns."""
    return f32(np.minimum(np.minimum(x[:, 0], x[:, 1]), x[:, 2]))


def most(x: Floats) -> Floats:
    """Return the greatest of three columns."""
    return f32(np.maximum(np.maximum(x[:, 0], x[:, 1]), x[:, 2]))


def candidates(points: Floats, faces: Ints, camera: Camera) -> tuple[Ints, Setup]:
    """Return the triangles that cover pixels, ready for the screen."""
    x, y, z = camera.project(points)
    low, high = bounds(x[faces], y[faces], camera)
    depth = z[faces]
    keep = (high[:, 0] > low[:, 0]) & (high[:, 1] > low[:, 1]) & (least(depth) > camera.near)
    chosen = np.flatnonzero(keep)
    near = -depth[chosen] if camera.parallel else 1 / depth[chosen]
    plane = equations(x[faces[chosen]], y[faces[chosen]])
    return chosen, Setup(plane, f32(near), low[chosen], high[chosen])


def see(points: Floats, faces: Ints, camera: Camera) -> Visible:
    """Return what the camera sees of the triangles."""
    chosen, setup = candidates(points, faces, camera)
    pixels = camera.width * camera.height
    weight = np.ones_like(setup.near) if camera.parallel else setup.near
    view = Visible(np.full(pixels, -1e30, np.float32), np.full(pixels, -1), setup.plane, weight, chosen)
    span = np.maximum(setup.high - setup.low, 1)
    power = np.ceil(np.log2(span)).astype(np.int64)
    code = np.where(power.sum(1) > 13, 9999, power[:, 0] * 100 + power[:, 1])
    for kind in np.unique(code).tolist():
        draw_kind(view, setup, np.flatnonzero(code == kind), kind, camera.width)
    return view


def draw_kind(view: Visible, setup: Setup, chosen: Ints, kind: int, width: int) -> None:
    """Draw triangles of one size class: small ones together, big ones singly."""
    if kind == 9999:
        for one in chosen:
            stripes(view, setup, int(one), width)
        return
    size = np.array([2 ** (kind // 100), 2 ** (kind % 100)])
    step = max(1, BATCH // int(size[0] * size[1]))
    for start in range(0, len(chosen), step):
        draw(view, setup, chosen[start : start + step], setup.low, size, width)


def stripes(view: Visible, setup: Setup, one: int, width: int) -> None:
    """Draw one big triangle in horizontal stripes."""
    size = setup.high[one] - setup.low[one]
    rows = max(1, (BATCH >> 3) // int(size[0]))
    for start in range(0, int(size[1]), rows):
        low = setup.low[one : one + 1] + np.array([0, start])
        part = np.array([size[0], min(rows, int(size[1]) - start)])
        draw(view, setup, np.array([one]), low, part, width)


def draw(view: Visible, setup: Setup, chosen: Ints, lows: Ints, size: Ints, width: int) -> None:
    """Draw triangles over equal windows of pixels, nearest winning."""
    low = lows if len(lows) == 1 else lows[chosen]
    x = low[:, 0, None, None] + np.arange(size[0])[None, None, :]
    y = low[:, 1, None, None] + np.arange(size[1])[None, :, None]
    b = [barycentric(setup.plane[chosen, i], x, y) for i in range(3)]
    high = setup.high[chosen]
    inside = (b[0] >= -1e-4) & (b[1] >= -1e-4) & (b[2] >= -1e-4)
    inside &= (x < high[:, 0, None, None]) & (y < high[:, 1, None, None])
    n = setup.near[chosen]
    near = b[0] * n[:, 0, None, None] + b[1] * n[:, 1, None, None] + b[2] * n[:, 2, None, None]
    owner = np.broadcast_to(chosen[:, None, None], inside.shape)[inside]
    settle(view, (y * width + x)[inside], f32(near[inside]), owner)


def barycentric(plane: Floats, x: Ints, y: Ints) -> Floats:
    """Return one barycentric function over windows of pixel centres."""
    a, b, c = (plane[:, i, None, None] for i in range(3))
    return f32(a * (x + np.float32(0.5)) + (b * (y + np.float32(0.5)) + c))


def settle(view: Visible, pixel: Ints, near: Floats, owner: Ints) -> None:
    """Keep the nearest fragment of each pixel."""
    better = near > view.near[pixel]
    pixel, near, owner = pixel[better], near[better], owner[better]
    np.maximum.at(view.near, pixel, near)
    best = near == view.near[pixel]
    view.ids[pixel[best]] = owner[best]


def shares(view: Visible, pixel: Ints, width: int) -> Floats:
    """Return perspective-true corner weights at covered pixels."""
    x, y, tri = pixel % width + 0.5, pixel // width + 0.5, view.ids[pixel]
    plane = view.plane[tri]
    b = plane[..., 0] * f32(x)[:, None] + plane[..., 1] * f32(y)[:, None] + plane[..., 2]
    b = np.clip(b, 0, 1) * view.weight[tri]
    return f32(b / np.maximum(b.sum(1, keepdims=True), 1e-12))
