"""Headers of JPEG and PNG files, read without the image library: the upright size in pixels.

The library costs 60 ms to import, a sixth of what a check may take; most issues hold nothing else.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from newsletter.issue import Pixels
from newsletter.photos.fault import PhotoFault, Refused
from newsletter.photos.orientation import SIDEWAYS, UPRIGHT, orientation

MOST_PIXELS = 200_000_000
"""More than any camera takes; a file that claims more is an accident or an attack."""

JPEG = b"\xff\xd8\xff"
PNG = b"\x89PNG\r\n\x1a\n"

FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})
EXIF_MARKER = 0xE1
END_MARKERS = frozenset({0xD9, 0xDA})
WITH_ALPHA = frozenset({4, 6})
"""The colour types of PNG that have a channel of transparency."""
MOST_STRAY = 4096
MOST_EXIF = 65_536


def upright(width: int, height: int, stated: int) -> Pixels:
    """Return the size of a picture as it is looked at.

    Raises Refused for an empty picture and for more than `MOST_PIXELS`.
    """
    if width < 1 or height < 1:
        raise Refused(PhotoFault.UNREADABLE)
    if width * height > MOST_PIXELS:
        raise Refused(PhotoFault.TOO_LARGE)
    if stated in SIDEWAYS:
        width, height = height, width
    return Pixels(width=width, height=height, stated=stated)


def jpeg_pixels(stream: BinaryIO) -> Pixels:
    """Return the upright size of the JPEG file at its start.

    Raises Refused. Source: ITU-T T.81, annex B.
    """
    stated, size = UPRIGHT, (0, 0)
    for marker, length in _segments(stream):
        if marker in FRAME_MARKERS:
            size = _frame(_read(stream, length))
        elif marker == EXIF_MARKER and stated == UPRIGHT:
            block = _read(stream, length)
            stated = orientation(block) if block.startswith(b"Exif\0\0") else UPRIGHT
    return upright(*size, stated)


def _segments(stream: BinaryIO) -> Iterator[tuple[int, int]]:
    """Yield each marker before the scan with the length of its segment, at which the stream then stands.

    Raises Refused where the file ends before the scan begins.
    """
    stream.seek(2)
    while (marker := _marker(stream)) not in END_MARKERS:
        if marker in BARE_MARKERS:
            continue
        length = int.from_bytes(_read(stream, 2)) - 2
        following = stream.tell() + length
        yield marker, length
        stream.seek(following)


def _marker(stream: BinaryIO) -> int:
    """Return the next marker's code; a little padding and a few stray bytes before it are passed over.

    Raises Refused.
    """
    before = 0
    for _stray in range(MOST_STRAY):
        byte = _read(stream, 1)[0]
        if before == 0xFF and byte not in {0x00, 0xFF}:
            return byte
        before = byte
    raise Refused(PhotoFault.UNREADABLE)


def _frame(segment: bytes) -> tuple[int, int]:
    """Return width and height from a frame header of 8 bits and one, three or four components.

    Raises Refused.
    """
    if len(segment) < 6:
        raise Refused(PhotoFault.UNREADABLE)
    bits, height, width, components = struct.unpack_from(">BHHB", segment)
    if bits != 8 or components not in {1, 3, 4}:
        raise Refused(PhotoFault.UNSUPPORTED)
    return width, height


def png_pixels(stream: BinaryIO) -> Pixels:
    """Return the upright size of the PNG file at its start.

    Raises Refused. Source: W3C PNG, clause 5.
    """
    stream.seek(len(PNG))
    stated, size, cut_out = UPRIGHT, (0, 0), False
    while (chunk := _read(stream, 8))[4:] != b"IDAT":
        length = int.from_bytes(chunk[:4])
        following = stream.tell() + length + 4
        if chunk[4:] == b"IHDR":
            size = int.from_bytes(_read(stream, 4)), int.from_bytes(_read(stream, 4))
            cut_out = _read(stream, 2)[1] in WITH_ALPHA
        elif chunk[4:] == b"eXIf":
            stated = orientation(stream.read(min(length, MOST_EXIF)))
        stream.seek(following)
    return upright(*size, stated).model_copy(update={"cut_out": cut_out})


def _read(stream: BinaryIO, length: int) -> bytes:
    """Return so many bytes.

    Raises Refused where the file is shorter.
    """
    found = stream.read(length) if length >= 0 else b""
    if len(found) != length:
        raise Refused(PhotoFault.UNREADABLE)
    return found
