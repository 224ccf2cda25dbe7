"""Orientation: how a camera held its picture, and the same place upright and as stored."""

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsletter.dummy import Crop

ORIENTATION_TAG = 0x0112
UPRIGHT = 1
SIDEWAYS = frozenset({5, 6, 7, 8})
ENTRY = 12


def orientation(exif: bytes) -> int:
    """Return the orientation 1 to 8 that an EXIF block states, 1 where it states none.

    Source: CIPA DC-008 (EXIF 2.32), 4.6.4 A, tag 274; the block is a TIFF header with its first directory.
    """
    tiff = exif.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2], "")
    try:
        stated = _tag(tiff, order) if order else UPRIGHT
    except struct.error:
        stated = UPRIGHT
    return stated if 1 <= stated <= 8 else UPRIGHT


def _tag(tiff: bytes, order: str) -> int:
    """Return the value of the orientation tag in the first directory, 1 where there is none.

    Raises struct.error where the block is cut short.
    """
    (directory,) = struct.unpack_from(order + "I", tiff, 4)
    (count,) = struct.unpack_from(order + "H", tiff, directory)
    for entry in range(directory + 2, directory + 2 + count * ENTRY, ENTRY):
        tag, _kind, _count, value = struct.unpack_from(order + "HHIH", tiff, entry)
        if tag == ORIENTATION_TAG:
            return int(value)
    return UPRIGHT


def as_stored(crop: "Crop", stated: int) -> "Crop":
    """Return the crop of the upright picture in fractions of the picture as it is stored."""
    left, top = _stored_point(crop.left, crop.top, stated)
    right, bottom = _stored_point(crop.right, crop.bottom, stated)
    return type(crop)(min(left, right), min(top, bottom), max(left, right), max(top, bottom))


def _stored_point(x: float, y: float, stated: int) -> tuple[float, float]:
    """Return where a point of the upright picture lies in the stored one, both as fractions."""
    points = {
        1: (x, y),
        2: (1 - x, y),
        3: (1 - x, 1 - y),
        4: (x, 1 - y),
        5: (y, x),
        6: (y, 1 - x),
        7: (1 - y, 1 - x),
        8: (1 - y, x),
    }
    return points[stated]
