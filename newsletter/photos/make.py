"""Making one picture: opened, developed, sharpened, converted, encoded."""

from newsletter.issue import Pixels
from newsletter.photos.blocks import hold_ink
from newsletter.photos.colour import conversion
from newsletter.photos.develop import develop, sharpened
from newsletter.photos.encode import jpeg
from newsletter.photos.original import open_original
from newsletter.photos.target import Target
from newsletter.photos.work import Placement


def make(placement: Placement, target: Target) -> tuple[bytes, Pixels]:
    """Return the JPEG of a placement and its size.

    Raises Refused for an original that cannot be used. To be called under `original.settings`.
    """
    with open_original(placement.source) as original:
        developed = develop(original, placement, target)
    image = developed.image
    if developed.resampled:
        image = sharpened(image, target.sharpen)
    image = conversion(image.mode, developed.profile, target)(image)
    if target.ink_limit is not None:
        image = hold_ink(image, target.quality, target.ink_limit)
    return jpeg(image, target.quality), Pixels(width=image.width, height=image.height)
