"""Originals opened by the image library: format by signature, faults by name, its settings held still."""

import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from PIL import Image, ImageFile

from newsletter.issue import Pixels
from newsletter.photos.fault import PhotoFault, Refused
from newsletter.photos.headers import JPEG, MOST_PIXELS, PNG, upright
from newsletter.photos.orientation import orientation

READERS = (
    (JPEG, "JpegImagePlugin", "JpegImageFile"),
    (PNG, "PngImagePlugin", "PngImageFile"),
    (b"RIFF", "WebPImagePlugin", "WebPImageFile"),
    (b"II*\0", "TiffImagePlugin", "TiffImageFile"),
    (b"MM\0*", "TiffImagePlugin", "TiffImageFile"),
    (b"BM", "BmpImagePlugin", "BmpImageFile"),
)
"""Signatures and their readers; no others are ever loaded, least of all those that run programs (EPS)."""

HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1")
"""What a telephone's HEIC says of itself after ``ftyp`` (ISO/IEC 23008-12, 10.2)."""

SIGNATURE = 12
"""Bytes by which every format is known."""

BROKEN = (
    *(OSError, EOFError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError),
    *(MemoryError, RuntimeError, struct.error, zlib.error),
)
"""What the library raises for broken files."""

_settings = threading.Lock()


@contextmanager
def settings() -> Iterator[None]:
    """Hold the library's process-wide settings: a file cut short is an error, the size limit is ours.

    WeasyPrint 70 sets LOAD_TRUNCATED_IMAGES when imported, and half a photo would pass for a whole one.
    One holder at a time; what was set before is restored.
    """
    with _settings:
        before = ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS
        ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = False, MOST_PIXELS
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = before


@contextmanager
def refusing(fault: PhotoFault) -> Iterator[None]:
    """Turn whatever the library raises for a broken file into Refused with that fault."""
    try:
        yield
    except Image.DecompressionBombError as error:
        raise Refused(PhotoFault.TOO_LARGE) from error
    except FileNotFoundError as error:
        raise Refused(PhotoFault.MISSING) from error
    except BROKEN as error:
        raise Refused(fault) from error


def open_original(path: Path) -> ImageFile.ImageFile:
    """Return the original with its header read and its size within bounds; nothing is decoded yet.

    Raises Refused.
    """
    with refusing(PhotoFault.UNREADABLE):
        picture = _reader(path)(path)
    try:
        upright(*picture.size, stated(picture))
    except Refused:
        picture.close()
        raise
    return picture


def _reader(path: Path) -> type[ImageFile.ImageFile]:
    """Return the reader for a file's signature.

    Raises Refused for an empty file and for a signature of no reader, OSError where it cannot be opened.
    """
    with path.open("rb") as stream:
        start = stream.read(SIGNATURE)
    if not start:
        raise Refused(PhotoFault.UNREADABLE)
    for signature, module, name in READERS:
        if start.startswith(signature):
            reader: type[ImageFile.ImageFile] = getattr(import_module(f"PIL.{module}"), name)
            return reader
    if start[4:8] == b"ftyp" and start[8:12] in HEIC_BRANDS:
        return _heic_reader()
    raise Refused(PhotoFault.UNSUPPORTED)


def _heic_reader() -> type[ImageFile.ImageFile]:
    """Return the reader of HEIC.

    Raises Refused where the library that reads it is not installed.
    """
    try:
        reader: type[ImageFile.ImageFile] = import_module("pillow_heif").HeifImageFile
    except ImportError as missing:
        raise Refused(PhotoFault.UNSUPPORTED) from missing
    return reader


def stated(picture: ImageFile.ImageFile) -> int:
    """Return the orientation that the header states; TIFF files are turned by the library itself."""
    return orientation(picture.info.get("exif") or b"")


def other_pixels(path: Path) -> Pixels:
    """Return the upright size of an original that is neither JPEG nor PNG.

    Raises Refused.
    """
    with open_original(path) as picture:
        return upright(*picture.size, stated(picture))
