"""Developing: an original decoded, cropped, brought down to size, turned upright, set on white."""

import math
import threading
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFile, ImageFilter

from newsletter.dummy import Crop
from newsletter.lengths import Mm
from newsletter.photos.fault import PhotoFault, Refused
from newsletter.photos.orientation import SIDEWAYS, as_stored
from newsletter.photos.original import refusing, stated
from newsletter.photos.resolution import made_pixels
from newsletter.photos.target import Target
from newsletter.photos.work import Placement

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
DEEP_GREY = frozenset({"I;16", "I;16B", "I;16L", "I;16N"})
AS_THEY_ARE = frozenset({"L", "RGB", "CMYK", "LAB", "LA", "RGBA"})
CLEAR = frozenset({"LA", "RGBA"})
IN_OTHER_WORDS = {"1": "L", "RGBX": "RGB", "YCbCr": "RGB", "PA": "RGBA", "La": "LA", "RGBa": "RGBA"}

HEAVY_PIXELS = 40_000_000
"""Decoded pixels above which originals wait for one another: each takes four bytes a pixel, or eight."""
_one_heavy = threading.Lock()

REDUCING_GAP = 3.0
"""Box reduction down to three times the size, Lanczos from there: the library calls it indistinguishable."""


@dataclass(frozen=True, slots=True)
class Developed:
    """A picture in L, RGB, LAB or CMYK at the size it is made with, and the original's ICC profile.

    ``cut_out`` says where a picture with transparent parts shows; those are white in ``image``.
    """

    image: Image.Image
    profile: bytes
    resampled: bool
    cut_out: Image.Image | None = None


def develop(original: ImageFile.ImageFile, placement: Placement, target: Target) -> Developed:
    """Return the placement's part of the original at the target's ``ceiling`` or less, never enlarged.

    Raises Refused for a picture that is damaged or in a mode that is not taken.
    """
    turn = stated(original)
    crop = as_stored(placement.crop, turn)
    frame = (placement.height, placement.width) if turn in SIDEWAYS else (placement.width, placement.height)
    profile = original.info.get("icc_profile") or b""
    with refusing(PhotoFault.DAMAGED):
        image, resampled = _part(original, crop, frame, target)
        image = image.transpose(TURNS[turn]) if turn in TURNS else image
    cut_out = image.getchannel("A") if image.mode in CLEAR else None
    return Developed(_on_white(image), profile, resampled, cut_out)


def _part(
    original: ImageFile.ImageFile, crop: Crop, frame: tuple[Mm, Mm], target: Target
) -> tuple[Image.Image, bool]:
    """Return the part in stored orientation and whether it has fewer pixels than the original."""
    whole = original.size
    drafted = _draft(original, crop, made_pixels(whole, crop, frame, target.enough))
    size = made_pixels(drafted, crop, frame, target.ceiling)
    box = _box(crop, drafted)
    with _room(original.size):
        image = _workable(original)
        if box[2] - box[0] >= size[0] + 1 or box[3] - box[1] >= size[1] + 1:
            return image.resize(size, Image.Resampling.LANCZOS, box, REDUCING_GAP), True
        left, top = _first(box[0], size[0], image.width), _first(box[1], size[1], image.height)
        return image.crop((left, top, left + size[0], top + size[1])), drafted != whole


def _draft(original: ImageFile.ImageFile, crop: Crop, size: tuple[int, int]) -> tuple[float, float]:
    """Ask for the smallest decoding with more than ``size`` pixels in the crop; return what that has.

    More than, for what is cut to whole pixels later must not fall short of enough. Only JPEG decodes to a
    half, a quarter or an eighth, not always a whole number of pixels.
    """
    if original.format != "JPEG":
        return original.size
    shares = (crop.right - crop.left, crop.bottom - crop.top)
    wanted = (math.ceil((size[0] + 1) / shares[0]), math.ceil((size[1] + 1) / shares[1]))
    drafted = original.draft(None, wanted)
    return drafted[1][2:] if drafted else original.size


def _box(crop: Crop, whole: tuple[float, float]) -> tuple[float, float, float, float]:
    """Return the crop in pixels; what rounding put outside the picture is taken back."""
    left, top = max(0.0, crop.left) * whole[0], max(0.0, crop.top) * whole[1]
    return left, top, min(1.0, crop.right) * whole[0], min(1.0, crop.bottom) * whole[1]


def _first(edge: float, length: int, whole: int) -> int:
    """Return the first pixel of a crop that is taken as it is, so that it stays inside the picture."""
    return max(0, min(round(edge), whole - length))


def _room(size: tuple[int, int]) -> AbstractContextManager[object]:
    """Return the turn to decode: very large originals go one at a time."""
    return _one_heavy if size[0] * size[1] > HEAVY_PIXELS else nullcontext()


def _workable(original: ImageFile.ImageFile) -> Image.Image:
    """Return the decoded picture in L, LA, RGB, RGBA, LAB or CMYK.

    Raises Refused for other modes (floating point), and what the library raises for broken files.
    """
    original.load()
    if original.mode in DEEP_GREY:
        return _eight_bits(original)
    if "transparency" in original.info and original.mode in {"1", "L", "P", "RGB"}:
        return original.convert("RGBA")
    if original.mode == "CMYK":
        return _straight(original)
    if original.mode in AS_THEY_ARE:
        return original
    mode = IN_OTHER_WORDS.get(original.mode, "RGB" if original.mode == "P" else "")
    if not mode:
        raise Refused(PhotoFault.UNSUPPORTED)
    return original.convert(mode)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return a grey picture of 16 bits in 8; a plain conversion would clip everything above 255."""
    return picture.convert("I").point(lambda value: value * (255 / 65535) + 0.5).convert("L")


def _straight(original: ImageFile.ImageFile) -> Image.Image:
    """Return a CMYK picture with 255 for full ink.

    The library takes every CMYK JPEG for inverted, as Adobe writes them; only those that carry Adobe's
    marker are.
    """
    plain = original.format == "JPEG" and "adobe" not in original.info
    return ImageChops.invert(original) if plain else original


def _on_white(image: Image.Image) -> Image.Image:
    """Return the picture on white paper where it is transparent."""
    if image.mode not in CLEAR:
        return image
    mode = image.mode.removesuffix("A")
    paper = Image.new(mode, image.size, "white")
    paper.paste(image.convert(mode), mask=image.getchannel("A"))
    return paper


def sharpened(image: Image.Image, per_cent: int) -> Image.Image:
    """Return the picture less its 3x3 binomial blur: an unsharp mask of 0.7 pixel radius, no threshold.

    It gives back what resampling and the halftone screen take, a quarter of a screen's cell wide. In
    colour only lightness is sharpened, which leaves no coloured seams.
    """
    if not per_cent:
        return image
    if image.mode == "LAB":
        light, *colour = image.split()
        return Image.merge("LAB", (_crisp(light, per_cent), *colour))
    if image.mode == "RGB":
        light, *colour = image.convert("YCbCr").split()
        return Image.merge("YCbCr", (_crisp(light, per_cent), *colour)).convert("RGB")
    return _crisp(image, per_cent)


def _crisp(image: Image.Image, per_cent: int) -> Image.Image:
    """Return every channel of a picture sharpened."""
    amount = per_cent / 100
    corner, side, middle = -amount, -2 * amount, 16 + 12 * amount
    kernel = (corner, side, corner, side, middle, side, corner, side, corner)
    return image.filter(ImageFilter.Kernel((3, 3), kernel, 16))
