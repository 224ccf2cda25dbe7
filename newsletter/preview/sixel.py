"""Sixel graphics: bands of six pixel rows, drawn colour by colour from a palette of our choosing."""

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PIL import Image

COLOURS = 128
BAND = 6
BITS = np.array([1, 2, 4, 8, 16, 32], dtype=np.uint8)
SIXELS = bytes((sixel + 63) % 256 for sixel in range(256))
RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)


def encode(picture: Image.Image, colours: int = COLOURS) -> str:
    """Return the escape that shows a picture pixel by pixel."""
    reduced = picture.convert("RGB").quantize(colours, method=Image.Quantize.MEDIANCUT)
    raster = f'"1;1;{reduced.width};{reduced.height}'
    return f"\x1bP0;1;0q{raster}{''.join(_palette(reduced))}{'-'.join(_bands(reduced))}\x1b\\\n"


def _palette(reduced: Image.Image) -> Iterator[str]:
    """Yield the colours in per cent, as sixel wants them."""
    values = reduced.getpalette() or []
    for number in range(len(values) // 3):
        red, green, blue = (round(value * 100 / 255) for value in values[3 * number : 3 * number + 3])
        yield f"#{number};2;{red};{green};{blue}"


def _bands(reduced: Image.Image) -> Iterator[str]:
    pixels = np.asarray(reduced, dtype=np.uint8)
    for top in range(0, len(pixels), BAND):
        yield "$".join(_layers(pixels[top : top + BAND]))


def _layers(band: npt.NDArray[np.uint8]) -> Iterator[str]:
    """Yield each colour of a band with its columns: a bit for every pixel that has it."""
    bits = BITS[: len(band), None]
    for colour in np.unique(band):
        sixels = np.bitwise_or.reduce(np.where(band == colour, bits, np.uint8(0)), axis=0)
        yield f"#{colour}{_packed(sixels.tobytes())}"


def _packed(sixels: bytes) -> str:
    """Return the columns as characters, runs of four and more as a count; white at the end is left out."""
    return RUN.sub(_counted, sixels.rstrip(b"\0").translate(SIXELS)).decode("ascii")


def _counted(run: re.Match[bytes]) -> bytes:
    return b"!%d%s" % (len(run[0]), run[1])
