"""People: soft bodies grown around a posed skeleton."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints, f32, unit, vec
from .camera import Point
from .material import Material
from .mesh import Mesh, placed
from .noise import fbm3

Distance = Callable[[Floats], Floats]
Limb = tuple[Point, Point]


WOOL, CLOTH = Material((0.08, 0.09, 0.12)), Material((0.05, 0.05, 0.06))
SKIN, HAIR = Material((0.62, 0.42, 0.32)), Material((0.02, 0.018, 0.016), rough=0.68)
SHIRT = Material((0.7, 0.7, 0.7))
TIE = Material((0.12, 0.02, 0.03), rough=0.5)


@dataclass(frozen=True)
class Pose:
    """Directions of upper and lower limbs (left is +x), and the trunk's."""

    left_arm: Limb = ((0.22, -1, 0.0), (0.05, -1, 0.18))
    right_arm: Limb = ((-0.22, -1, 0.0), (-0.05, -1, 0.18))
    left_leg: Limb = ((0.06, -1, 0.0), (0.02, -1, -0.02))
    right_leg: Limb = ((-0.06, -1, 0.0), (-0.02, -1, -0.02))
    trunk: Point = (0.0, 1.0, 0.0)
    nod: Point = (0.0, 1.0, 0.1)


@dataclass(frozen=True)
class Look:
    """Dress and hair."""

    top: Material = WOOL
    legs: Material = CLOTH
    skin: Material = SKIN
    hair: Material = HAIR
    style: str = "short"
    girth: float = 1.0
    coat: bool = False
    suit: bool = False
    loose: float = 1.0
    step: float = 0.022


def rounded(p: Floats, a: Floats, b: Floats, ra: float, rb: float) -> Floats:
    """Return the distance to a tapering limb."""
    axis = b - a
    t = np.clip((p - a) @ axis / max(float(axis @ axis), 1e-9), 0, 1)
    gap = p - a - t[..., None] * axis
    return f32(np.sqrt((gap * gap).sum(-1)) - (ra + (rb - ra) * t))


def egg(p: Floats, centre: Floats, radii: Point) -> Floats:
    """Return the approximate distance to an ellipsoid."""
    scaled = (p - centre) / vec(*radii)
    return f32((np.sqrt((scaled * scaled).sum(-1)) - 1) * min(radii))


def blended(distances: Sequence[Floats], k: float) -> Floats:
    """Return a union whose seams are filled smoothly."""
    result = distances[0]
    for other in distances[1:]:
        h = np.maximum(k - np.abs(result - other), 0) / k
        result = f32(np.minimum(result, other) - h * h * k / 4)
    return result


def hollowed(body: Floats, holes: Sequence[Floats]) -> Floats:
    """Return a body with shapes pressed into it."""
    for hole in holes:
        body = f32(np.maximum(body, -hole))
    return body


@dataclass(frozen=True)
class Bones:
    """Joint positions of a posed skeleton, about 1.72 m tall."""

    pelvis: Floats
    chest: Floats
    neck: Floats
    head: Floats
    arms: list[list[Floats]]
    legs: list[list[Floats]]


def chain(start: Floats, limb: Limb, lengths: tuple[float, float]) -> list[Floats]:
    """Return the three joints of a limb."""
    middle = start + unit(vec(*limb[0])) * np.float32(lengths[0])
    return [start, middle, middle + unit(vec(*limb[1])) * np.float32(lengths[1])]


def bones(pose: Pose) -> Bones:
    """Return the skeleton in a pose, pelvis at 0.92 m."""
    pelvis, up = vec(0, 0.93, 0), unit(vec(*pose.trunk))
    chest, neck = pelvis + up * np.float32(0.34), pelvis + up * np.float32(0.56)
    head = neck + unit(vec(*pose.nod)) * np.float32(0.155)
    girdle = pelvis + up * np.float32(0.475)
    arms = [
        chain(girdle + vec(s * 0.172, 0, 0), limb, (0.29, 0.28))
        for s, limb in ((1, pose.left_arm), (-1, pose.right_arm))
    ]
    legs = [
        chain(pelvis + vec(s * 0.09, -0.03, 0), limb, (0.43, 0.43))
        for s, limb in ((1, pose.left_leg), (-1, pose.right_leg))
    ]
    return Bones(f32(pelvis), f32(chest), f32(neck), f32(head), arms, legs)


def clothing(b: Bones, look: Look) -> Distance:
    """Return the shape of the upper garment with its folds."""
    g = look.girth

    def shape(p: Floats) -> Floats:
        parts = [
            egg(p, b.chest, (0.158 * g, 0.25, 0.115 * g)),
            egg(p, b.pelvis + vec(0, 0.06, 0), (0.16 * g, 0.17, 0.125 * g)),
        ]
        for arm in b.arms:
            parts.append(rounded(p, b.neck - vec(0, 0.035, 0.01), arm[0], 0.06, 0.056))
            parts.append(rounded(p, arm[0], arm[1], 0.062, 0.052))
            parts.append(rounded(p, arm[1], arm[2], 0.056, 0.043))
        if look.suit:
            parts.append(
                rounded(p, b.pelvis + vec(0, 0.05, 0), b.pelvis - vec(0, 0.12, 0), 0.145 * g, 0.155 * g)
            )
        if look.coat:
            parts.append(rounded(p, b.pelvis, b.pelvis - vec(0, 0.35, 0), 0.16 * g, 0.2 * g))
        return f32(blended(parts, 0.07) - 0.016 * (fbm3(p * vec(14, 7, 14), 2, 77) - 0.5))

    return shape


def front(b: Bones, look: Look, rise: float, narrow: float, spread: float) -> Distance:
    """Return a strip down the chest, just above the cloth: shirt or tie."""
    body = clothing(b, look)

    def shape(p: Floats) -> Floats:
        low = p[..., 1] - (b.chest[1] - 0.1)
        side = np.abs(p[..., 0] - b.chest[0] - low * 0.1 * b.chest[0]) - narrow - spread * low
        limits = np.maximum(np.maximum(-low, p[..., 1] - b.neck[1] + 0.02), b.chest[2] + 0.02 - p[..., 2])
        return f32(np.maximum(np.maximum(body(p) - rise, side), limits))

    return shape


def trousers(b: Bones, look: Look) -> Distance:
    """Return the shape of hips, legs and shoes."""

    def shape(p: Floats) -> Floats:
        parts, wide = [egg(p, b.pelvis, (0.165 * look.girth, 0.14, 0.125))], look.loose
        for leg in b.legs:
            parts.append(rounded(p, leg[0], leg[1], 0.092 * wide, 0.068 * wide))
            parts.append(rounded(p, leg[1], leg[2], 0.068 * wide, 0.052 * wide))
            parts.append(rounded(p, leg[2], leg[2] + vec(0, -0.02, 0.16), 0.05, 0.04))
        return f32(blended(parts, 0.05) - 0.02 * (fbm3(p * np.float32(8), 2, 78) - 0.5))

    return shape


def flesh(b: Bones) -> Distance:
    """Return the shape of head, neck and hands."""

    def shape(p: Floats) -> Floats:
        face = [
            egg(p, b.head, (0.075, 0.108, 0.092)),
            egg(p, b.head + vec(0, -0.055, 0.035), (0.05, 0.055, 0.055)),
        ]
        face.append(egg(p, b.head + vec(0, -0.012, 0.098), (0.014, 0.022, 0.02)))
        face.append(rounded(p, b.neck - vec(0, 0.05, 0), b.head - vec(0, 0.04, 0.01), 0.058, 0.05))
        for s in (-1, 1):
            face.append(egg(p, b.head + vec(s * 0.078, -0.005, 0), (0.012, 0.03, 0.02)))
        sockets = [egg(p, b.head + vec(s * 0.033, 0.008, 0.1), (0.022, 0.016, 0.022)) for s in (-1, 1)]
        hands = [rounded(p, a[2], a[2] + unit(a[2] - a[1]) * np.float32(0.13), 0.036, 0.024) for a in b.arms]
        return f32(np.minimum(hollowed(blended(face, 0.03), sockets), np.minimum(hands[0], hands[1])))

    return shape


def locks(b: Bones, style: str) -> Distance:
    """Return the shape of the hair, a cap or a hood."""

    def shape(p: Floats) -> Floats:
        if style == "hood":
            return hood(p, b)
        cap = egg(p, b.head + vec(0, 0.03, -0.02), (0.088, 0.11, 0.1))
        face = egg(p, b.head + vec(0, -0.07, 0.09), (0.1, 0.135, 0.1))
        rough = 0.02 * (fbm3(p * np.float32(28), 3, 79) - 0.5)
        body = np.maximum(cap, -face) - rough
        return f32(np.minimum(body, extra(p, b, style) - rough))

    return shape


def extra(p: Floats, b: Bones, style: str) -> Floats:
    """Return what a hair style adds to short hair."""
    h = b.head
    if style == "long":
        fall = [
            rounded(p, h + vec(s, 0.0, -0.05), h + vec(s * 1.2, -0.24, -0.07), 0.05, 0.03)
            for s in (-0.05, 0, 0.05)
        ]
        return blended(fall, 0.04)
    if style == "bun":
        return egg(p, h + vec(0, 0.07, -0.11), (0.045, 0.045, 0.045))
    if style == "tail":
        return rounded(p, h + vec(0, 0.04, -0.1), h + vec(0.01, -0.16, -0.14), 0.035, 0.015)
    if style == "cap":
        visor = egg(p, h + vec(0, 0.055, 0.1), (0.075, 0.012, 0.07))
        return f32(np.minimum(visor, egg(p, h + vec(0, 0.04, -0.01), (0.094, 0.09, 0.112))))
    return egg(p, h + vec(0.015, 0.075, 0.0), (0.075, 0.05, 0.08))


def hood(p: Floats, b: Bones) -> Floats:
    """Return the cap and the mask of somebody in a clean room."""
    h = b.head
    cap = np.maximum(
        egg(p, h + vec(0, 0.035, -0.016), (0.094, 0.1, 0.108)),
        -egg(p, h + vec(0, -0.03, 0.1), (0.085, 0.075, 0.08)),
    )
    folds = 0.01 * (fbm3(p * vec(22, 14, 22), 2, 81) - 0.5)
    mask = egg(p, h + vec(0, -0.062, 0.055), (0.062, 0.056, 0.068))
    collar = rounded(p, b.neck - vec(0, 0.05, 0), b.neck + vec(0, 0.045, 0), 0.085, 0.068)
    return f32(np.minimum(np.minimum(cap - folds, mask), collar))


def skin_over(shape: Distance, low: Floats, high: Floats, step: float, material: Material) -> Mesh:
    """Return the surface of a distance function as a mesh (surface nets)."""
    axes = [np.arange(a, b + step, step, dtype=np.float32) for a, b in zip(low, high, strict=True)]
    grid = f32(np.stack(np.meshgrid(*axes, indexing="ij"), -1))
    field = sampled(shape, grid, step)
    cells, spots = crossings(field)
    number = np.full(np.array(field.shape) - 1, -1)
    number[tuple(cells.T)] = np.arange(len(cells))
    points = f32(low + (cells + spots) * step)
    return Mesh(points, slopes(shape, points, step), quads(field, number), material)


def sampled(shape: Distance, grid: Floats, step: float) -> Floats:
    """Return the distances on a grid, exact only near the surface."""
    coarse = shape(grid[::4, ::4, ::4])
    nearest = [
        np.minimum((np.arange(n) + 2) // 4, m - 1) for n, m in zip(grid.shape[:3], coarse.shape, strict=True)
    ]
    field = f32(coarse[np.ix_(*nearest)])
    close = np.abs(field) < 5.5 * step
    field[close] = shape(grid[close])
    return field


def crossings(field: Floats) -> tuple[Ints, Floats]:
    """Return cells the surface passes, and where inside each."""
    inside = field < 0
    corner = [np.array([i & 1, i >> 1 & 1, i >> 2 & 1]) for i in range(8)]
    n = np.array(field.shape) - 1
    stack = np.stack([inside[tuple(slice(c[k], c[k] + n[k]) for k in range(3))] for c in corner])
    cells = np.argwhere(stack.any(0) & ~stack.all(0))
    total, count = np.zeros((len(cells), 3)), np.zeros((len(cells), 1))
    for a, b in [(i, i | 1 << k) for i in range(8) for k in range(3) if not i >> k & 1]:
        fa, fb = (field[tuple((cells + corner[i]).T)] for i in (a, b))
        cut = ((fa < 0) != (fb < 0))[:, None]
        t = (fa / np.where(fa == fb, 1, fa - fb))[:, None]
        total += np.where(cut, corner[a] + t * (corner[b] - corner[a]), 0)
        count += cut
    return cells, f32(total / count)


def quads(field: Floats, number: Ints) -> Ints:
    """Return two triangles across every grid edge the surface cuts."""
    faces = []
    for k in range(3):
        i, j = (k + 1) % 3, (k + 2) % 3
        a = np.argwhere(np.diff((field < 0).astype(np.int8), axis=k) != 0)
        a = a[(a[:, i] > 0) & (a[:, j] > 0) & (a < np.array(number.shape)).all(1)]
        steps = np.eye(3, dtype=np.int64)
        p, q, r, s = (
            number[tuple((a - d).T)] for d in (0 * steps[0], steps[i], steps[i] + steps[j], steps[j])
        )
        faces += [np.stack([p, q, r], -1), np.stack([p, r, s], -1)]
    return np.concatenate(faces)


def slopes(shape: Distance, points: Floats, step: float) -> Floats:
    """Return surface normals from the distance function."""
    d = np.float32(step * 0.4)
    steps = np.eye(3, dtype=np.float32) * d
    return unit(f32(np.stack([shape(points + s) - shape(points - s) for s in steps], -1)))


def person(pose: Pose = Pose(), look: Look = Look()) -> list[Mesh]:
    """Return a person facing +z, standing (or hovering) over the origin."""
    b = bones(pose)
    limbs = f32([b.pelvis, b.chest, b.head, *(j for limb in b.arms + b.legs for j in limb)])
    low, high = f32(limbs.min(0) - 0.28), f32(limbs.max(0) + 0.28)
    fine, head = look.step * 0.6, (f32(b.head - 0.32), f32(b.head + 0.2))
    upper = skin_over(clothing(b, look), low, high, look.step, look.top)
    lower = skin_over(trousers(b, look), low, high, look.step, look.legs)
    bare = skin_over(flesh(b), low, high, look.step * 0.75, look.skin)
    return [*dress(b, look), upper, lower, bare, skin_over(locks(b, look.style), *head, fine, look.hair)]


def dress(b: Bones, look: Look) -> list[Mesh]:
    """Return shirt and tie, where a suit is worn."""
    if not look.suit:
        return []
    low, high = f32(b.chest - 0.25), f32(b.neck + 0.25)
    shirt = skin_over(front(b, look, 0.006, 0.0, 0.19), low, high, 0.007, SHIRT)
    return [shirt, skin_over(front(b, look, 0.013, 0.017, 0.0), low, high, 0.007, TIE)]


def seated(pose: Pose = Pose(), look: Look = Look()) -> list[Mesh]:
    """Return a person on a chair: thighs forward, seat at 0.5 m."""
    legs: Limb = ((0.1, -0.1, 1.0), (0.0, -1.0, 0.05))
    other: Limb = ((-0.1, -0.1, 1.0), (0.0, -1.0, 0.05))
    sitting = Pose(pose.left_arm, pose.right_arm, legs, other, pose.trunk, pose.nod)
    return placed(person(sitting, look), (0.0, -0.4, 0.0))
