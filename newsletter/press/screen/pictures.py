"""The press's pictures in CMYK replaced by small ones in sRGB."""

import hashlib
import io
from collections.abc import Iterator, Mapping

import pikepdf

from newsletter.language import _
from newsletter.press.colour import space_name
from newsletter.press.faults import UnfitProof


def streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Return the streams of a file."""
    return (thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream))


def replace_pictures(pdf: pikepdf.Pdf, pictures: Mapping[str, bytes]) -> None:
    """Put the screen's pictures in place of the press's, known by their content.

    Raises ``UnfitProof`` unless every picture of the press has its own for the screen and none is left.
    """
    left = set(pictures)
    for stream in streams(pdf):
        if stream.get("/Subtype") == pikepdf.Name.Image and _is_ink(stream):
            key = hashlib.sha256(stream.read_raw_bytes()).hexdigest()
            if key not in pictures:
                raise UnfitProof(_("A picture of the print file has none for the screen."))
            _replace(stream, pictures[key])
            left.discard(key)
    if left:
        raise UnfitProof(_("A picture for the screen is not in the print file."))


def _is_ink(image: pikepdf.Stream) -> bool:
    """Return whether an image is in CMYK, of whatever kind."""
    space = space_name(image.get("/ColorSpace"))
    return "DeviceCMYK" in space or space.endswith("ICCBased 4")


def _replace(image: pikepdf.Stream, jpeg: bytes) -> None:
    """Make an image show an sRGB JPEG.

    Raises ``UnfitProof`` where it is of another shape: it would come out squeezed.
    """
    width, height = _size(jpeg)
    across, down = int(image["/Width"]), int(image["/Height"])
    if abs(across * height - width * down) > across + down + width + height:
        raise UnfitProof(_("A picture for the screen has another shape than the one in the print file."))
    image.write(jpeg, filter=pikepdf.Name.DCTDecode)
    image["/Width"], image["/Height"], image["/BitsPerComponent"] = width, height, 8
    image["/ColorSpace"] = pikepdf.Name.DeviceRGB
    if "/Decode" in image:
        del image["/Decode"]


def _size(jpeg: bytes) -> tuple[int, int]:
    """Return width and height of an RGB JPEG; raises ``UnfitProof`` for any other picture."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as picture:
            size, mode = picture.size, picture.mode
    except UnidentifiedImageError:
        size, mode = (0, 0), ""
    if mode != "RGB":
        raise UnfitProof(_("A picture for the screen is no JPEG in RGB."))
    return size
