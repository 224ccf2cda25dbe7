"""A planned photograph: scene, focus and development."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from .arrays import Floats
from .film import Film, develop
from .lens import focus
from .scene import Scene, Shot, expose

Finish = Callable[[Scene, Shot], Floats]


@dataclass(frozen=True)
class Picture:
    """How to take one photograph.

    ``fine`` is computed pixels per pixel, ``limit`` the most bytes of its file.
    """

    compose: Callable[[int, int], Scene]
    film: Film
    focus: tuple[float, float] | None = None
    finish: Finish | None = None
    width: int = 3600
    height: int = 2400
    fine: float = 0.6
    limit: int = 960_000


def take(picture: Picture, seed: int, share: float = 1.0) -> Image.Image:
    """Return the photograph; ``share`` makes a smaller proof."""
    fine = picture.fine * share
    scene = picture.compose(round(picture.width * fine), round(picture.height * fine))
    shot = expose(scene)
    if picture.finish:
        shot.light = picture.finish(scene, shot)
    light = focus(shot, *picture.focus) if picture.focus else shot.light
    size = round(picture.width * share), round(picture.height * share)
    return develop(light, picture.film, *size, seed)
