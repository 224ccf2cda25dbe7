"""A scene and its exposure: from meshes and lights to linear light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from .arrays import Floats, Ints, dot, f32, mix
from .blur import resize, smear
from .camera import Camera
from .light import Light
from .material import Material, Paint
from .mesh import Mesh
from .noise import noise2
from .raster import Visible, see, shares
from .shade import Surface

CHUNK = 1 << 16
FAR = 9000.0


def grey(ways: Floats) -> Floats:
    """Return dim surroundings without features."""
    return f32(np.full(ways.shape, 0.15))


@dataclass
class Scene:
    """Everything in front of the camera.

    ``haze`` thickens by distance in 1/metre; ``level`` is the height of the
    reflecting ground, whose ripples and smear are set by ``ripple``/``polish``.
    """

    camera: Camera
    meshes: list[Mesh] = field(default_factory=list)
    lights: list[Light] = field(default_factory=list)
    sky: Paint = grey
    haze: float = 0.0
    haze_colour: Paint | None = None
    level: float | None = None
    ripple: float = 0.0
    pitch: tuple[float, float] = (2.0, 6.0)
    polish: tuple[float, float] = (1.0, 3.0)
    seed: int = 1

    def add(self, *parts: Mesh | Sequence[Mesh]) -> None:
        """Put meshes, or groups of them, into the scene."""
        for part in parts:
            self.meshes.extend([part] if isinstance(part, Mesh) else part)


@dataclass
class Shot:
    """Linear light and distance per pixel."""

    light: Floats
    depth: Floats


class Pool:
    """All triangles of a list of meshes, with their materials numbered."""

    def __init__(self, meshes: Sequence[Mesh]) -> None:
        """Gather the corners; materials are told apart by identity."""
        starts = np.cumsum([0] + [len(m.points) for m in meshes[:-1]])
        self.points = np.concatenate([m.points for m in meshes])
        self.normals = np.concatenate([m.normals for m in meshes])
        self.faces = np.concatenate([m.faces + s for m, s in zip(meshes, starts, strict=True)])
        order: dict[int, int] = {}
        self.materials: list[Material] = []
        kinds = [self.number(m.material, order) for m in meshes]
        self.kinds = np.repeat(kinds, [len(m.faces) for m in meshes])

    def number(self, material: Material, order: dict[int, int]) -> int:
        """Return the number of a material, new or known."""
        if id(material) not in order:
            order[id(material)] = len(self.materials)
            self.materials.append(material)
        return order[id(material)]


def expose(scene: Scene) -> Shot:
    """Return the picture of a scene, planar reflection included."""
    casters = [m for m in scene.meshes if m.casts]
    for light in scene.lights:
        light.expose(casters)
    shot, shine = look(scene, scene.camera, scene.meshes)
    if scene.level is not None:
        reflect(scene, shot, shine)
    return shot


def look(scene: Scene, camera: Camera, meshes: Sequence[Mesh]) -> tuple[Shot, Floats]:
    """Return what a camera sees, and how strongly each pixel mirrors."""
    pool = Pool(meshes)
    view = see(pool.points, pool.faces, camera)
    count = camera.width * camera.height
    shot = Shot(np.zeros((count, 3), np.float32), np.full(count, FAR, np.float32))
    shine, rng = np.zeros(count, np.float32), np.random.default_rng(scene.seed)
    for start in range(0, count, CHUNK):
        pixels = np.arange(start, min(start + CHUNK, count))
        backdrop(scene, camera, shot, pixels[view.ids[pixels] < 0])
        solid(scene, camera, pool, view, shot, shine, pixels[view.ids[pixels] >= 0], rng)
    shape = (camera.height, camera.width)
    return Shot(shot.light.reshape(*shape, 3), shot.depth.reshape(shape)), shine.reshape(shape)


def ways(camera: Camera, pixels: Ints) -> Floats:
    """Return view directions through numbered pixels."""
    return camera.rays(f32(pixels // camera.width + 0.5), f32(pixels % camera.width + 0.5))


def backdrop(scene: Scene, camera: Camera, shot: Shot, pixels: Ints) -> None:
    """Show the surroundings where nothing stands."""
    if len(pixels):
        shot.light[pixels] = scene.sky(ways(camera, pixels))


def solid(
    scene: Scene,
    camera: Camera,
    pool: Pool,
    view: Visible,
    shot: Shot,
    shine: Floats,
    pixels: Ints,
    rng: np.random.Generator,
) -> None:
    """Light the surfaces seen through some pixels."""
    if not len(pixels):
        return
    share, faces = shares(view, pixels, camera.width), pool.faces[view.owners(pixels)]
    points = f32(np.einsum("ni,nij->nj", share, pool.points[faces]))
    normals = f32(np.einsum("ni,nij->nj", share, pool.normals[faces]))
    surface = Surface(points, normals, camera.place())
    surface.wear(pool.kinds[view.owners(pixels)], pool.materials)
    gap = points - camera.place()
    shot.depth[pixels] = np.sqrt(dot(gap, gap))
    colour = surface.lit(scene.lights, scene.sky, rng)
    shot.light[pixels] = hazed(scene, camera, pixels, colour, shot.depth[pixels])
    shine[pixels] = surface.mirror * fresnel(surface)


def fresnel(surface: Surface) -> Floats:
    """Return how strongly ground mirrors at its viewing angle."""
    slant = 1 - np.clip(dot(surface.normals, surface.view), 0, 1)
    return f32(0.06 + 0.94 * slant**4)


def hazed(scene: Scene, camera: Camera, pixels: Ints, colour: Floats, depth: Floats) -> Floats:
    """Veil colours by their distance."""
    if not scene.haze:
        return colour
    veil = (scene.haze_colour or scene.sky)(ways(camera, pixels))
    return mix(colour, veil, f32(1 - np.exp(-depth * scene.haze)))


def reflect(scene: Scene, shot: Shot, shine: Floats) -> None:
    """Add the world mirrored in the level ground, rippled and smeared."""
    camera = replace(scene.camera.sized(0.5), flip=scene.level)
    level = scene.level or 0.0
    above = [m for m in scene.meshes if m.points[:, 1].max() > level + 0.02]
    mirrored, _ = look(scene, camera, above)
    size = shot.depth.shape
    scale = size[0] / 1000
    blurred = smear(mirrored.light, scene.polish[0] * scale / 2, scene.polish[1] * scale / 2)
    image = resize(blurred, size[1], size[0])
    shot.light += rippled(scene, image, shot.depth) * shine[..., None]


def rippled(scene: Scene, image: Floats, depth: Floats) -> Floats:
    """Return the reflection displaced by waves of the ground."""
    if not scene.ripple:
        return image
    height, width = depth.shape
    rows, columns = np.mgrid[0:height, 0:width]
    way = scene.camera.rays(f32(rows.ravel()), f32(columns.ravel())).reshape(height, width, 3)
    spot = way * depth[..., None]
    a, b = scene.pitch
    wave = noise2(f32(spot[..., 0] * a), f32(spot[..., 2] * b), 31) - 0.5
    wave += 0.5 * (noise2(f32(spot[..., 0] * a * 2.7), f32(spot[..., 2] * b * 2.7), 32) - 0.5)
    shift = wave * scene.ripple * height
    row = np.clip(rows + shift, 0, height - 1).astype(np.int64)
    column = np.clip(columns + shift * 0.25, 0, width - 1).astype(np.int64)
    return f32(image[row, column])
