"""Colour: from an original's own profile to the target's by LittleCMS, black point compensated.

LittleCMS computes a table of 52 steps a channel once for each pair of profiles, with the ink limit already
in it, and the image library looks pixels up in it: a third faster than a LittleCMS transform of every
pixel, closer to the unabridged computation than that transform's own table (4 levels at most, 0.2 on
average), and safe to share between threads. 52 steps of 5 fall on whole values, white and the greys
between included.
"""

import io
import threading
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageFilter

from newsletter.photos.ink import FULL, Values, held, limited
from newsletter.photos.target import Target

STEPS = 52
SPACES = {"L": b"GRAY", "RGB": b"RGB ", "CMYK": b"CMYK", "LAB": b"none"}
"""How profiles name the colours of a mode; Lab needs none."""
INTENTS = {
    "relative": ImageCms.Intent.RELATIVE_COLORIMETRIC,
    "perceptual": ImageCms.Intent.PERCEPTUAL,
}
Conversion = Callable[[Image.Image], Image.Image]

_building = threading.Lock()


def conversion(mode: str, profile: bytes, target: Target) -> Conversion:
    """Return what turns pictures of a mode and profile into the target's colours, ink limit kept.

    Without a profile, or with one of another colour space or broken, RGB and grey are sRGB and CMYK is
    meant for the target's inks.
    """
    own = profile if profile[16:20] == SPACES[mode] else b""
    with _building:
        try:
            return _conversion(mode, own, target)
        except (ImageCms.PyCMSError, OSError):
            return _conversion(mode, b"", target)


@lru_cache(maxsize=32)
def _conversion(mode: str, profile: bytes, target: Target) -> Conversion:
    if mode == "RGB":
        table = _table(profile, target)
        return lambda image: image.filter(table)
    if mode == "L":
        curves = _curves(profile, target)
        return lambda image: Image.merge(target.mode, [image.point(curve) for curve in curves])
    return _from_lab(target) if mode == "LAB" else _from_inks(profile, target)


def _from_lab(target: Target) -> Conversion:
    """Return the conversion of CIELAB originals, D50 as in TIFF (TIFF 6.0, section 23)."""
    transform = _transform("LAB", b"", target)
    most = target.most_ink
    if most is None:
        return lambda image: _applied(transform, image)
    return lambda image: limited(_applied(transform, image), most)


def _table(profile: bytes, target: Target) -> ImageFilter.Color3DLUT:
    """Return the table from RGB to the target."""
    step = np.linspace(0, FULL, STEPS).round().astype(np.uint8)
    blue, green, red = np.meshgrid(step, step, step, indexing="ij")
    grid = np.stack([red, green, blue], axis=-1).reshape(STEPS * STEPS, STEPS, 3)
    values = _limited(np.asarray(_transformed(Image.fromarray(grid), profile, target)), target)
    channels = len(target.mode)
    return ImageFilter.Color3DLUT(
        STEPS, values.astype(np.float32).ravel(), channels=channels, target_mode=target.mode
    )


def _curves(profile: bytes, target: Target) -> list[list[int]]:
    """Return a curve for each of the target's channels from grey."""
    ramp = Image.frombytes("L", (FULL + 1, 1), bytes(range(FULL + 1)))
    ramp = ramp if profile else ramp.convert("RGB")
    values = _limited(np.asarray(_transformed(ramp, profile, target)), target) * FULL
    return [[int(level) for level in channel] for channel in np.rint(values[0]).T]


def _limited(levels: NDArray[np.uint8], target: Target) -> Values:
    """Return levels as values from 0 to 1 within the ink limit."""
    values = levels.astype(np.float32) / np.float32(FULL)
    return values if target.most_ink is None else held(values, target.most_ink / 100)


def _from_inks(profile: bytes, target: Target) -> Conversion:
    """Return the conversion of CMYK originals; those made for the target's inks keep their values."""
    inks = target.inks.read_bytes()
    if target.most_ink is None:
        transform = _transform("CMYK", profile or inks, target)
        return lambda image: _applied(transform, image)
    most = target.most_ink
    if profile in {b"", inks}:
        return lambda image: limited(image, most)
    transform = _transform("CMYK", profile, target)
    return lambda image: limited(_applied(transform, image), most)


def _transformed(image: Image.Image, profile: bytes, target: Target) -> Image.Image:
    """Return a small picture in the target's colours, computed without short cuts."""
    return _applied(_transform(image.mode, profile, target, ImageCms.Flags.NOOPTIMIZE), image)


def _transform(
    mode: str, profile: bytes, target: Target, flags: ImageCms.Flags = ImageCms.Flags.NONE
) -> ImageCms.ImageCmsTransform:
    """Return the transform from a profile, sRGB where there is none, to the target.

    Raises PyCMSError and OSError for profiles that will not do.
    """
    plain = _lab() if mode == "LAB" else _srgb()
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile)) if profile else plain
    goal = _srgb() if target.mode == "RGB" else ImageCms.ImageCmsProfile(str(target.inks))
    return ImageCms.buildTransform(
        source,
        goal,
        mode,
        target.mode,
        INTENTS[target.intent],
        ImageCms.Flags.BLACKPOINTCOMPENSATION | flags,
    )


def _srgb() -> ImageCms.ImageCmsProfile:
    """Return sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _lab() -> ImageCms.ImageCmsProfile:
    """Return CIELAB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))


def _applied(transform: ImageCms.ImageCmsTransform, image: Image.Image) -> Image.Image:
    """Return the picture transformed."""
    return transform.apply(image)
