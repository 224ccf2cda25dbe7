"""Crops: the part of an original that fills a frame, around its focus, inside its shape limits."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsletter.dummy import Box, Crop
from newsletter.issue import Photo, Pixels
from newsletter.lengths import MM_PER_INCH, Mm

Sizes = npt.NDArray[np.float64]
Allowed = npt.NDArray[np.bool_]
UNREAD = Pixels(width=3000, height=2000)
"""The shape supposed of a photo that cannot be read, so that the page can still be judged."""
WHOLE_TOLERANCE = 0.04
WHOLE_SLACK, WHOLE_MOST = 2.6, 0.12
"""The mm, about half a line, by which a frame may miss a whole photo's shape, and the most share of it."""
HEAD = 3 / 4
"""The shape of a head in a row of portraits."""
CLOSEST = 0.35
"""The least share of an original's width or height that a head is cropped to."""
SHAPE_TOLERANCE = 0.06


@dataclass(frozen=True, slots=True)
class CropNeed:
    """What a frame of a shape takes from a photo: the lost fraction and whether limits allow it."""

    lost: float
    allowed: bool


def aspect(photo: Photo) -> float:
    """Return width over height of the upright original."""
    pixels = photo.pixels or UNREAD
    return pixels.width / pixels.height


def is_whole(photo: Photo) -> bool:
    """Return whether a photo is never cropped: one that is to be kept whole, or a cut-out."""
    cut_out = bool(photo.pixels and photo.pixels.cut_out)
    return photo.keep == "whole" or (cut_out and not photo.keep)


def kept_shape(photo: Photo) -> float | None:
    """Return the shape the photo must keep (width over height), none where any will do."""
    if is_whole(photo):
        return aspect(photo)
    across, colon, down = photo.keep.partition(":")
    try:
        return float(across) / float(down) if colon else None
    except (ValueError, ZeroDivisionError):
        return None


def crop_need(photo: Photo, width: float, height: float, limit: float) -> CropNeed:
    """Return what a frame of ``width`` x ``height`` mm takes from the photo."""
    lost, allowed = crop_needs(photo, width, np.array([height]), limit)
    return CropNeed(float(lost[0]), bool(allowed[0]))


def crop_needs(photo: Photo, width: float, heights: Sizes, limit: float) -> tuple[Sizes, Allowed]:
    """Return what frames of a width and each height in mm lose of the photo, and whether limits allow it."""
    wanted, natural = width / heights, aspect(photo)
    lost = 1 - np.minimum(wanted / natural, natural / wanted)
    shape = kept_shape(photo)
    if shape is None:
        return lost, lost <= limit
    if is_whole(photo):
        near = (lost <= WHOLE_MOST) & (np.abs(heights - width / natural) <= WHOLE_SLACK)
        return lost, near | (lost <= WHOLE_TOLERANCE)
    return lost, 1 - np.minimum(wanted / shape, shape / wanted) <= SHAPE_TOLERANCE


def crop_around_focus(photo: Photo, width: Mm, height: Mm) -> Crop:
    """Return the largest part of the frame's shape, its middle as near the focus as the edges allow."""
    wanted, natural = width / height, aspect(photo)
    across = min(1.0, wanted / natural)
    down = min(1.0, natural / wanted)
    left = _clamp(photo.focus[0] - across / 2, 1 - across)
    top = _clamp(photo.focus[1] - down / 2, 1 - down)
    return Crop(round(left, 6), round(top, 6), round(left + across, 6), round(top + down, 6))


def crop_with_eyes(photo: Photo, width: Mm, height: Mm, eyes: float) -> Crop:
    """Return the largest part of the frame's shape with the focus at ``eyes`` of its height.

    Where that would show less than a third of the original, the focus stands as near to it as may be.
    """
    wanted, natural = width / height, aspect(photo)
    most = min(1.0, natural / wanted)
    down = max(min(most, photo.focus[1] / eyes, (1 - photo.focus[1]) / (1 - eyes)), CLOSEST * most)
    across = down * wanted / natural
    left = _clamp(photo.focus[0] - across / 2, 1 - across)
    top = _clamp(photo.focus[1] - eyes * down, 1 - down)
    return Crop(round(left, 6), round(top, 6), round(left + across, 6), round(top + down, 6))


def whole_box(photo: Photo, box: Box) -> Box:
    """Return the largest box of the photo's own shape in a frame, in its middle, on its foot."""
    width, height = min(box.width, box.height * aspect(photo)), min(box.height, box.width / aspect(photo))
    left, top = box.x + (box.width - width) / 2, box.bottom - height
    return Box(Mm(left), Mm(top), Mm(width), Mm(height))


def _clamp(value: float, most: float) -> float:
    return min(max(value, 0.0), max(most, 0.0))


def shown_ppi(pixels: Pixels, crop: Crop, width: Mm) -> float:
    """Return the pixels per inch of the part of a photo that fills a frame ``width`` mm wide."""
    return pixels.width * (crop.right - crop.left) / (width / MM_PER_INCH)


def placed_ppi(photo: Photo, width: float, height: float) -> float:
    """Return the resolution in pixels per inch of the photo filling a frame in mm."""
    return float(placed_ppis(photo, width, np.array([height]))[0])


def placed_ppis(photo: Photo, width: float, heights: Sizes) -> Sizes:
    """Return the resolution of the photo filling frames of a width and of each height in mm."""
    pixels = photo.pixels or UNREAD
    across = np.minimum(1.0, width / heights / aspect(photo))
    return pixels.width * across / (width / MM_PER_INCH)
