"""Pictures of a PDF turned into drawings of three plates, decoded no finer than they are shown."""

import io
from collections.abc import Callable

import numpy as np
import pikepdf
from numpy.typing import NDArray
from PIL import Image

from newsletter.press.plates.groups import Group, on_group
from newsletter.press.plates.inking import Convert, Space, Unknown, space_of

MOST_PIXELS = 40_000_000
"""The largest picture that is decoded."""

Levels = NDArray[np.uint8]
_KEPT = ("/SMask", "/Mask", "/Interpolate", "/Intent")


class Undecodable(Exception):
    """A picture whose pixels cannot be had: too large, damaged, or packed in a way not read here."""


def separated(
    image: pikepdf.Stream, pdf: pikepdf.Pdf, group: Group, convert: Convert, space: object, wanted: int
) -> pikepdf.Stream:
    """Return a picture as a drawing of a group's plates, about ``wanted`` pixels wide.

    Raises ``Undecodable``.
    """
    try:
        inks = space_of(space, convert)
    except Unknown as fault:
        raise Undecodable from fault
    if inks.components == 1:
        return _looked_up(image, pdf, group, inks)
    levels = _levels(image, inks, wanted)
    drawing = _drawing(levels, inks, group, _decode(image, inks))
    return _stream(image, pdf, drawing)


def _looked_up(image: pikepdf.Stream, pdf: pikepdf.Pdf, group: Group, inks: Space) -> pikepdf.Stream:
    """Return a picture of one component with its packed pixels as they are and a table of colours."""
    bits = int(image.get("/BitsPerComponent", 8 if "/ImageMask" not in image else 1))
    if bits > 8:
        raise Undecodable
    levels = 2**bits
    low, high = _decode(image, inks)[0] if inks.family != "Indexed" else _index_decode(image, levels)
    values = low + np.arange(levels) / (levels - 1) * (high - low)
    table = _table(inks, values[:, None], group)
    found = pikepdf.Stream(pdf, image.read_raw_bytes())
    for key in ("/Width", "/Height", "/Filter", "/DecodeParms", *_KEPT):
        if key in image:
            found[key] = image[key]
    found["/Type"], found["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Image
    found["/BitsPerComponent"] = bits
    found["/ColorSpace"] = pikepdf.Array(
        [pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, levels - 1, pikepdf.String(table.tobytes())]
    )
    return found


def _index_decode(image: pikepdf.Stream, levels: int) -> tuple[float, float]:
    stated = image.get("/Decode")
    if isinstance(stated, pikepdf.Array) and len(stated) == 2:
        return float(stated[0]), float(stated[1])
    return 0.0, float(levels - 1)


def _table(inks: Space, values: NDArray[np.float64], group: Group) -> Levels:
    """Return the drawing's colour for each of the values."""
    found = inks.inks(values)
    rows = (on_group(dict(zip(inks.plates, row, strict=True)), group) for row in found)
    levels: Levels = np.rint(np.asarray(list(rows)) * 255).astype(np.uint8)
    return levels


def _decode(image: pikepdf.Stream, inks: Space) -> list[tuple[float, float]]:
    """Return the bounds that the levels of each component stand for."""
    stated = image.get("/Decode")
    if isinstance(stated, pikepdf.Array) and len(stated) == 2 * inks.components:
        numbers = [float(each) for each in stated]
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    return list(inks.ranges) or [(0.0, 1.0)] * inks.components


def _levels(image: pikepdf.Stream, inks: Space, wanted: int) -> Levels:
    """Return the levels of a picture's components: rows, columns, components.

    Raises ``Undecodable``.
    """
    width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
    filters = image.get("/Filter")
    last = filters[-1] if isinstance(filters, pikepdf.Array) and len(filters) else filters
    packed = last in (pikepdf.Name.DCTDecode, pikepdf.Name.JPXDecode)
    if width < 1 or height < 1 or (width * height > MOST_PIXELS and last != pikepdf.Name.DCTDecode):
        raise Undecodable
    if packed:
        return _unpacked(image, filters, inks, wanted)
    return _plain(image, width, height, inks, wanted)


def _unpacked(image: pikepdf.Stream, filters: object, inks: Space, wanted: int) -> Levels:
    """Return the levels of a JPEG, decoded at a fraction of its size where that is fine enough."""
    if isinstance(filters, pikepdf.Array) and len(filters) > 1:
        raise Undecodable
    try:
        picture = Image.open(io.BytesIO(image.read_raw_bytes()), formats=("JPEG", "JPEG2000"))
        if picture.format == "JPEG":
            picture.draft(picture.mode, _fraction(picture.size, wanted))
        if picture.size[0] * picture.size[1] > MOST_PIXELS:
            raise Undecodable
        levels = np.asarray(_shrunk(picture, wanted))
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError) as fault:
        raise Undecodable from fault
    levels = levels[..., None] if levels.ndim == 2 else levels
    if levels.shape[-1] != inks.components:
        raise Undecodable
    # The library gives CMYK as ink where the file holds it the other way round, as Adobe's programs do.
    return 255 - levels if picture.mode == "CMYK" and "adobe" in picture.info else levels


def _fraction(size: tuple[int, int], wanted: int) -> tuple[int, int]:
    """Return the least size worth decoding."""
    width, height = size
    return max(1, min(width, wanted)), max(1, round(height * min(width, wanted) / width))


def _shrunk(picture: Image.Image, wanted: int) -> Image.Image:
    """Return a picture averaged down to no more than twice the pixels wanted."""
    factor = max(1, picture.size[0] // max(1, wanted))
    return picture.reduce(factor) if factor > 1 else picture


def _plain(image: pikepdf.Stream, width: int, height: int, inks: Space, wanted: int) -> Levels:
    """Return the levels of pixels that lie open or flate-packed, of 8 or 16 bits."""
    bits = int(image.get("/BitsPerComponent", 8))
    if bits not in (8, 16):
        raise Undecodable
    size = width * height * inks.components * (bits // 8)
    try:
        data = image.read_bytes(pikepdf.StreamDecodeLevel.specialized)
    except pikepdf.PdfError as fault:
        raise Undecodable from fault
    levels = np.frombuffer(data[:size].ljust(size, b"\0"), np.uint8)
    levels = levels[:: bits // 8].reshape(height, width, inks.components)
    step = max(1, width // max(1, wanted))
    return levels[::step, ::step]


def _drawing(levels: Levels, inks: Space, group: Group, decode: list[tuple[float, float]]) -> Levels:
    """Return the picture as the paper left on each plate of a group."""
    if inks.direct and set(decode) <= {(0.0, 1.0), (1.0, 0.0)}:
        return _of_inks(levels, inks, group, decode)
    low = np.asarray([each[0] for each in decode])
    high = np.asarray([each[1] for each in decode])
    values = low + levels.reshape(-1, inks.components) / 255.0 * (high - low)
    found = inks.inks(values).reshape(*levels.shape[:2], len(inks.plates))
    ink = np.rint(found * 255).astype(np.uint8)
    return _paper(inks.plates, group, lambda index: 255 - ink[..., index], ink.shape[:2])


def _of_inks(levels: Levels, inks: Space, group: Group, decode: list[tuple[float, float]]) -> Levels:
    """Return the drawing of a picture whose components are inks: levels as they are."""

    def paper(index: int) -> Levels:
        return levels[..., index] if decode[index] == (1.0, 0.0) else 255 - levels[..., index]

    return _paper(inks.plates, group, paper, levels.shape[:2])


def _paper(
    plates: tuple[str, ...], group: Group, paper: Callable[[int], Levels], shape: tuple[int, ...]
) -> Levels:
    """Return the three channels of a group, paper where a plate is none of the picture's."""
    drawing = np.full((*shape, 3), 255, np.uint8)
    for channel, plate in enumerate(group):
        if plate in plates:
            drawing[..., channel] = paper(plates.index(plate))
    return drawing


def _stream(image: pikepdf.Stream, pdf: pikepdf.Pdf, drawing: Levels) -> pikepdf.Stream:
    """Return a drawing as an image; the soft mask goes on."""
    found = pikepdf.Stream(pdf, np.ascontiguousarray(drawing).tobytes())
    found["/Type"], found["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Image
    found["/Height"], found["/Width"] = drawing.shape[:2]
    found["/BitsPerComponent"], found["/ColorSpace"] = 8, pikepdf.Name.DeviceRGB
    for key in ("/SMask", "/Mask"):
        if isinstance(image.get(key), pikepdf.Stream):
            found[key] = image[key]
    return found
