"""Blurs of float pictures: soft ones and the round one of an open lens."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .arrays import Floats, f32


def resize(picture: Floats, width: int, height: int) -> Floats:
    """Return the picture at another size, each channel kept in float."""
    if picture.ndim == 2:
        method = Image.Resampling.BICUBIC if width > picture.shape[1] else Image.Resampling.BOX
        return f32(np.asarray(Image.fromarray(f32(picture)).resize((width, height), method)))
    layers = [resize(f32(picture[..., i]), width, height) for i in range(picture.shape[2])]
    return f32(np.stack(layers, axis=-1))


def box(picture: Floats, radius: int, axis: int) -> Floats:
    """Return a running mean along one axis, edges repeated."""
    pad = [(0, 0)] * picture.ndim
    pad[axis] = (radius + 1, radius)
    total = np.cumsum(np.pad(picture, pad, mode="edge"), axis=axis, dtype=np.float64)
    count, width = picture.shape[axis], 2 * radius + 1
    ends = np.take(total, np.arange(width, width + count), axis=axis)
    return f32((ends - np.take(total, np.arange(count), axis=axis)) / width)


def smear(picture: Floats, radius_x: float, radius_y: float) -> Floats:
    """Blur softly, with its own reach across and down."""
    for axis, radius in ((1, radius_x), (0, radius_y)):
        for _ in range(3):
            if round(radius * 0.6) >= 1:
                picture = box(picture, round(radius * 0.6), axis)
    return picture


def soft(picture: Floats, radius: float) -> Floats:
    """Blur softly; wide blurs are done on a smaller copy."""
    height, width = picture.shape[:2]
    shrink = max(1, int(radius / 6))
    if shrink == 1:
        return smear(picture, radius, radius)
    small = resize(picture, max(width // shrink, 2), max(height // shrink, 2))
    return resize(smear(small, radius / shrink, radius / shrink), width, height)


def disc(radius: float) -> Floats:
    """Return a round kernel with a soft edge."""
    reach = int(np.ceil(radius)) + 1
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    kernel = np.clip(radius + 0.5 - np.hypot(x, y), 0.0, 1.0)
    return f32(kernel / kernel.sum())


def convolve(plane: Floats, kernel: Floats) -> Floats:
    """Convolve one plane by Fourier transform, edges mirrored."""
    reach = kernel.shape[0] // 2
    padded = np.pad(plane, reach, mode="reflect")
    shape = (padded.shape[0] + 2 * reach, padded.shape[1] + 2 * reach)
    spectrum = np.fft.rfft2(padded, shape) * np.fft.rfft2(kernel, shape)
    whole = np.fft.irfft2(spectrum, shape)
    return f32(whole[2 * reach : -2 * reach, 2 * reach : -2 * reach])


def lens_blur(picture: Floats, radius: float) -> Floats:
    """Blur each channel with a disc, as an open aperture does."""
    if radius < 0.7:
        return picture
    height, width = picture.shape[:2]
    shrink = max(1, int(radius / 5))
    small = resize(picture, width // shrink, height // shrink) if shrink > 1 else picture
    kernel = disc(radius / shrink)
    done = [convolve(f32(small[..., i]), kernel) for i in range(picture.shape[2])]
    return resize(f32(np.stack(done, axis=-1)), width, height)
