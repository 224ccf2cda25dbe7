"""Portraits against one window: seven heads of one size in profile, and one at his own desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..arrays import Floats, f32, ramp, vec
from ..camera import Camera, Point
from ..figure import Bones, Look, Pose, bones, egg, person, rounded, skin_over
from ..film import Film
from ..light import Light, dome
from ..material import Material
from ..mesh import Mesh, placed
from ..noise import fbm2, noise3
from ..picture import Picture
from ..scene import Scene
from ..solids import box, lathe, panel, rod, tube

WALL = Material((0.2, 0.195, 0.185), rough=0.9, bump=0.04, grain=3)
WIRE = Material((0.04, 0.04, 0.045), rough=0.3)


@dataclass(frozen=True)
class Sitter:
    """What tells one portrait from the next."""

    top: Point
    skin: Point
    hair: Point
    style: str = "short"
    girth: float = 1.0
    turn: float = 0.0
    tilt: float = 0.0
    size: float = 1.0
    glasses: bool = False
    beard: bool = False
    smile: float = 0.0


SITTERS = {
    "head-gong": Sitter(
        (0.05, 0.09, 0.17),
        (0.46, 0.29, 0.205),
        (0.03, 0.028, 0.027),
        girth=1.12,
        turn=80,
        tilt=0.02,
        size=1.04,
    ),
    "head-song": Sitter(
        (0.1, 0.03, 0.045), (0.58, 0.4, 0.31), (0.025, 0.018, 0.015), "bun", 0.92, 80, -0.04, 0.97, smile=0.5
    ),
    "head-ge": Sitter(
        (0.09, 0.1, 0.075),
        (0.42, 0.27, 0.19),
        (0.016, 0.015, 0.015),
        girth=0.96,
        turn=80,
        tilt=0.03,
        size=1.0,
    ),
    "head-lind": Sitter(
        (0.02, 0.025, 0.035),
        (0.66, 0.46, 0.37),
        (0.3, 0.25, 0.19),
        girth=1.06,
        turn=82,
        tilt=-0.03,
        size=1.05,
        beard=True,
        smile=1.0,
    ),
    "head-lin": Sitter(
        (0.36, 0.35, 0.33), (0.6, 0.42, 0.32), (0.018, 0.014, 0.013), "long", 0.88, 82, 0.05, 0.95, smile=0.7
    ),
    "head-yuchi": Sitter(
        (0.1, 0.1, 0.11),
        (0.55, 0.37, 0.28),
        (0.014, 0.013, 0.013),
        girth=1.0,
        turn=85,
        tilt=-0.05,
        size=1.0,
        glasses=True,
    ),
    "head-sheng": Sitter(
        (0.12, 0.105, 0.09),
        (0.5, 0.33, 0.25),
        (0.36, 0.36, 0.36),
        girth=1.04,
        turn=76,
        tilt=0.04,
        size=1.02,
        glasses=True,
        smile=0.3,
    ),
}


def complexion(sitter: Sitter, head: Floats) -> Callable[[Floats], Floats]:
    """Return skin with lips, brows, warmer cheeks, and a beard's shadow, painted on a head at the origin's frame."""

    def paint(points: Floats) -> Floats:
        at = f32(points - head)
        x, y = np.abs(at[:, 0]), at[:, 1]
        fine = 0.9 + 0.2 * noise3(f32(points * 130), 5) * (0.8 + 0.4 * noise3(f32(points * 22), 6))
        colour = f32(sitter.skin) * fine[:, None]
        front = ramp(0.05, 0.075, at[:, 2])
        lip = np.exp(-((x / 0.021) ** 4) - (((y + 0.064 - 0.12 * sitter.smile * x) / 0.0058) ** 2)) * front
        brow = (
            np.exp(-(((x - 0.033) / 0.019) ** 4) - (((y - 0.034 + 0.1 * np.abs(x - 0.028)) / 0.0046) ** 2))
            * front
        )
        cheek = np.exp(-(((x - 0.045) / 0.02) ** 2) - (((y + 0.03) / 0.02) ** 2)) * front
        colour = colour * (1 - 0.16 * cheek[:, None] * np.array([0.0, 1.0, 1.0]))
        colour = colour * (1 - lip[:, None] * np.array([0.3, 0.6, 0.55]))
        dark = f32(sitter.hair) * 0.8 + 0.02
        stubble = 0.0 if sitter.style != "short" else (0.75 if sitter.beard else 0.16)
        jaw = (
            stubble
            * ramp(-0.04, -0.06, y - 0.4 * np.maximum(x - 0.03, 0))
            * ramp(0.0, 0.03, at[:, 2])
            * ramp(-0.16, -0.13, y)
            * (1 - lip)
        )
        cover = np.maximum(0.85 * brow, jaw * (0.6 + 0.6 * noise3(f32(points * 260), 9)))[:, None]
        return f32(colour * (1 - cover) + dark * cover)

    return paint


def face(b: Bones, sitter: Sitter) -> Callable[[Floats], Floats]:
    """Return the shape of a face finer than a crowd needs: brow, sockets, nose, lips, chin, ears, neck."""
    h = b.head

    def shape(p: Floats) -> Floats:
        parts = [
            egg(p, h + vec(0, 0.02, -0.012), (0.075, 0.1, 0.092)),
            egg(p, h + vec(0, -0.058, 0.034), (0.053, 0.06, 0.058)),
        ]
        parts += [
            egg(p, h + vec(0, -0.1, 0.062), (0.024, 0.018, 0.02)),
            egg(p, h + vec(0, 0.032, 0.074), (0.05, 0.013, 0.016)),
        ]
        parts += [
            rounded(p, h + vec(0, 0.016, 0.086), h + vec(0, -0.024, 0.104), 0.0075, 0.0115),
            egg(p, h + vec(0, -0.066, 0.085), (0.024, 0.011, 0.013)),
        ]
        parts += [egg(p, h + vec(s * 0.012, -0.027, 0.09), (0.009, 0.008, 0.011)) for s in (-1, 1)]
        parts += [egg(p, h + vec(s * 0.045, -0.02, 0.056), (0.024, 0.022, 0.022)) for s in (-1, 1)]
        parts += [egg(p, h + vec(s * 0.076, -0.002, -0.006), (0.009, 0.032, 0.02)) for s in (-1, 1)]
        parts.append(rounded(p, b.neck - vec(0, 0.06, 0.005), h - vec(0, 0.045, 0.012), 0.06, 0.052))
        body = parts[0]
        for other in parts[1:]:
            k = 0.018
            gap = np.maximum(k - np.abs(body - other), 0) / k
            body = f32(np.minimum(body, other) - gap * gap * k / 4)
        for s in (-1, 1):
            hole = egg(p, h + vec(s * 0.033, 0.01, 0.104), (0.021, 0.012, 0.022))
            k = 0.008
            gap = np.maximum(k - np.abs(body + hole), 0) / k
            body = f32(np.maximum(body, -hole) + gap * gap * k / 4)
        mouth = egg(p, h + vec(0, -0.0655, 0.1), (0.019, 0.0012, 0.012))
        return f32(np.maximum(body, -mouth))

    return shape


def frames(b: Bones) -> list[Mesh]:
    """Return wire spectacles."""
    parts: list[Mesh] = []
    t = np.linspace(0, 2 * np.pi, 40)
    for s in (-1, 1):
        path = (
            np.stack([0.025 * np.cos(t), 0.019 * np.sin(t), 0 * t], -1)
            + b.head
            + np.array([s * 0.033, 0.004, 0.099])
        )
        parts.append(tube(f32(path), f32(np.full(40, 0.0014)), WIRE, 6))
        a, c = b.head + vec(s * 0.058, 0.008, 0.097), b.head + vec(s * 0.078, 0.01, 0.0)
        parts.append(rod(tuple(a.tolist()), tuple(c.tolist()), 0.0014, 0.0014, WIRE, 6))
    a, c = b.head + vec(-0.009, 0.008, 0.1), b.head + vec(0.009, 0.008, 0.1)
    return [*parts, rod(tuple(a.tolist()), tuple(c.tolist()), 0.0014, 0.0014, WIRE, 6)]


def sitting(sitter: Sitter) -> list[Mesh]:
    """Return a sitter with a portrait's head on a crowd's body."""
    pose = Pose(trunk=(sitter.tilt * 0.4, 1, 0.03), nod=(sitter.tilt * 2, 1, 0.12))
    top, hair = (
        Material(sitter.top, rough=0.85, bump=0.1, grain=40),
        Material(sitter.hair, rough=0.9, bump=0.1, grain=90),
    )
    look = Look(
        top, skin=Material(sitter.skin), hair=hair, style=sitter.style, girth=sitter.girth, step=0.011
    )
    b = bones(pose)
    body = person(pose, look)
    skin = Material(paint=complexion(sitter, b.head), rough=0.78, bump=0.02, grain=240)
    low, high = f32(b.head - vec(0.13, 0.24, 0.14)), f32(b.head + vec(0.13, 0.15, 0.15))
    head = skin_over(face(b, sitter), low, high, 0.0042, skin)
    kept = [m for m in body if m.material is not look.skin]
    collar = skin_over(
        lambda p: f32(
            np.maximum(
                rounded(p, b.neck - vec(0, 0.075, 0.0), b.neck + vec(0, 0.012, -0.006), 0.078, 0.068),
                -rounded(p, b.neck - vec(0, 0.1, 0), b.neck + vec(0, 0.08, 0.012), 0.06, 0.064),
            )
        ),
        f32(b.neck - 0.2),
        f32(b.neck + 0.15),
        0.006,
        top,
    )
    return [*kept, head, collar, *(frames(b) if sitter.glasses else [])]


def painted(meshes: list[Mesh], at: Point, turn: float, size: float) -> list[Mesh]:
    """Return meshes placed, their paint taken along."""
    found: list[Mesh] = []
    for mesh in meshes:
        paint = mesh.material.paint
        (moved,) = placed([mesh], at, turn, size)
        found.append(moved if paint is None else moved.dressed(carried(mesh.material, at, turn, size)))
    return found


def carried(material: Material, at: Point, turn: float, size: float) -> Material:
    """Return a material whose paint is asked where the points were before they were placed."""
    paint = material.paint
    assert paint is not None
    angle = np.radians(turn)
    c, s = float(np.cos(angle)), float(np.sin(angle))

    def back(points: Floats) -> Floats:
        p = (points - vec(*at)) / np.float32(size)
        return paint(f32(np.stack([c * p[:, 0] - s * p[:, 2], p[:, 1], s * p[:, 0] + c * p[:, 2]], -1)))

    return Material(paint=back, rough=material.rough, bump=material.bump, grain=material.grain)


def window(ways: Floats) -> Floats:
    """Return the room an eye mirrors: a bright window to the left, dark elsewhere."""
    pane = ramp(0.55, 0.62, -ways[..., 0]) * ramp(-0.35, -0.25, ways[..., 1]) * ramp(0.75, 0.6, ways[..., 1])
    bars = ramp(0.015, 0.03, np.abs(ways[..., 2] - 0.35))
    return f32(0.03 + (pane * bars)[..., None] * np.array([2.6, 2.8, 3.0]))


def lit(scene: Scene) -> None:
    """Light a head from behind the window's edge, and hardly at all from the room."""
    scene.lights += [
        Light((-1.5, y, z), (0.0, 1.5, 0), (1.9, 1.85, 1.7), 80, soft=6, taps=5, bias=0.012)
        for y, z in ((1.55, -1.15), (2.2, -1.0))
    ]
    scene.lights += [Light((1.4, 1.9, -1.0), (0, 1.5, 0), (1.5, 1.55, 1.6), 60, soft=5, bias=0.012)]
    scene.lights += dome(lambda w: f32(np.full(w.shape, 0.055)), (0, 1.4, 0), 1.2, 8)


def pane(points: Floats) -> Floats:
    """Return the frosted window behind all seven, brightest at the left."""
    x, y = points[:, 0], points[:, 1]
    cloud = 0.9 + 0.2 * fbm2(f32(x * 1.7), f32(y * 1.7), 4, 7)
    return f32(np.array([0.98, 1.0, 0.98]) * ((0.95 - 0.5 * ramp(-0.6, 0.9, x)) * cloud)[:, None])


def portrait(name: str) -> Callable[[int, int], Scene]:
    """Return how to set one of the seven."""
    sitter = SITTERS[name]

    def compose(width: int, height: int) -> Scene:
        high = 1.72 * sitter.size - 0.1
        scene = Scene(Camera((0.0, high - 0.04, 1.9), (0.0, high - 0.08, 0), 19, width, height), sky=window)
        scene.add(panel((-3, 0, -1.3), (6, 0, 0), (0, 3.4, 0), Material(shine=pane)).silent())
        scene.add(painted(sitting(sitter), (0.02, 0, 0), -sitter.turn, sitter.size))
        lit(scene)
        return scene

    return compose


def glass(x: float, y: float, radius: float) -> Material:
    """Return a lens that shows the window upside down, dark at its rim."""

    def inside(points: Floats) -> Floats:
        a, b = (points[:, 0] - x) / radius, (points[:, 1] - y) / radius
        bright = ramp(0.35, -0.25, b + 0.25 * a * a) * ramp(0.97, 0.84, np.hypot(a, b))
        bar = 1 - 0.8 * ramp(0.09, 0.05, np.abs(a - 0.2 - 0.25 * b))
        return f32((0.05 + 1.15 * bright * bar)[:, None] * np.array([0.86, 1.0, 0.9]))

    return Material((0.02, 0.025, 0.025), shine=inside, rough=0.05)


def lenses() -> list[Mesh]:
    """Return the sill with its row of lenses, large to small."""
    parts = [box((0, 1.0, -0.55), (2.4, 0.05, 0.34), Material((0.3, 0.22, 0.14), rough=0.4))]
    for k in range(8):
        r = 0.085 * 0.78**k
        x = -0.62 + sum(0.19 * 0.86**i for i in range(k))
        shell = [(0, 0), (r, 0), (r, r * 0.2), (r * 0.7, r * 0.45), (r * 0.35, r * 0.56), (0, r * 0.6)]
        parts.append(lathe(shell, glass(x, 1.025 + r, r), 48).turned(78, 0).moved(x, 1.025 + r, -0.47))
        parts.append(box((x, 1.035, -0.48), (r * 1.1, 0.02, 0.05), WIRE))
    return parts


def desk(width: int, height: int) -> Scene:
    """Set Lind at his window, lenses on the sill."""
    sitter = SITTERS["head-lind"]
    scene = Scene(Camera((0.35, 1.5, 1.75), (-0.02, 1.34, -0.1), 34, width, height), sky=window)
    garden = Material(
        shine=lambda p: f32(
            (0.7 + 1.9 * ramp(0.36, 0.64, fbm2(f32(p[:, 0] * 1.6), f32(p[:, 1] * 1.6), 4, 3)))[:, None]
            * np.array([0.82, 1.0, 0.8])
        )
    )
    scene.add(panel((-4, 0.4, -2.6), (8, 0, 0), (0, 3.4, 0), garden).silent())
    scene.add(
        [box((x, 1.9, -0.75), (0.07, 1.8, 0.07), WALL) for x in (-1.15, -0.3, 0.72)],
        [box((0, y, -0.75), (3.4, 0.06, 0.07), WALL) for y in (1.03, 1.95)],
    )
    scene.add(
        panel((-3, 0, -0.72), (6, 0, 0), (0, 1.0, 0), WALL),
        panel((0.9, 0, -0.7), (3, 0, 0), (0, 3, 0), WALL),
        lenses(),
    )
    scene.add(painted(sitting(sitter), (0.26, -0.06, -0.12), -72, 1.02))
    lit(scene)
    scene.lights.append(Light((-1.4, 2.1, -1.6), (0.3, 1.4, -0.1), (4.5, 4.8, 4.6), 70, soft=5, bias=0.012))
    return scene


PICTURES = {
    name: Picture(
        portrait(name), Film(1.15, 0.1, 0.35, 0.85, 0.011), (1.84, 16.0), None, 1200, 1600, 0.8, 260_000
    )
    for name in SITTERS
}
PICTURES["lind-lab"] = Picture(desk, Film(1.1, 0.14, 0.35, 0.85), (2.2, 9.0), None, 1600, 2133, 0.7, 480_000)
