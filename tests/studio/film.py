"""From linear light to a finished picture: tone, grain, size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from .arrays import Floats, f32
from .blur import resize, smear
from .lens import bloom, vignette

TILE = 1423


@dataclass(frozen=True)
class Film:
    """How a picture is developed."""

    exposure: float = 1.0
    bloom: float = 0.12
    vignette: float = 0.35
    colour: float = 0.85
    grain: float = 0.012
    warmth: float = 0.0
    black: float = 0.0


def tone(light: Floats) -> Floats:
    """Return display values: a filmic shoulder and toe, gamma included."""
    x = np.maximum(light, 0) * 0.8
    curve = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)
    return f32(np.clip(curve, 0, 1) ** (1 / 2.2))


def grain(width: int, height: int, seed: int) -> Floats:
    """Return soft film grain around zero."""
    noise = np.random.default_rng(seed).standard_normal((TILE, TILE), dtype=np.float32)
    noise = f32(0.35 * noise + 1.2 * smear(noise, 2.0, 2.0))
    whole = np.tile(noise, (height // TILE + 1, width // TILE + 1))
    return f32(whole[:height, :width, None])


def develop(light: Floats, film: Film, width: int, height: int, seed: int) -> Image.Image:
    """Return the finished picture at camera size."""
    light = vignette(bloom(f32(light * film.exposure), film.bloom), film.vignette)
    light = light * f32([1 + film.warmth, 1.0, 1 - film.warmth])
    grey = light.mean(axis=-1, keepdims=True)
    shown = tone(f32(grey + (light - grey) * film.colour))
    shown = np.clip(resize(shown, width, height), 0, 1)
    shown = film.black + shown * (1 - film.black)
    speck = grain(width, height, seed) * film.grain * (1.15 - shown.mean(-1, keepdims=True))
    return Image.fromarray(np.clip((shown + speck) * 255 + 0.5, 0, 255).astype(np.uint8))
