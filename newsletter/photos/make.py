"""Making one picture: opened, developed, sharpened, converted, encoded."""

from PIL import Image, ImageChops

from newsletter.issue import Pixels
from newsletter.photos.blocks import hold_ink
from newsletter.photos.colour import conversion
from newsletter.photos.develop import develop, sharpened
from newsletter.photos.encode import jpeg
from newsletter.photos.ink import FULL, limited
from newsletter.photos.original import open_original
from newsletter.photos.target import Target
from newsletter.photos.work import Placement

FOUR_INKS = 400.0


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
    if developed.cut_out is not None and placement.ground is not None:
        image = _on_ground(image, developed.cut_out, placement.ground, target)
    if target.ink_limit is not None:
        image = hold_ink(image, target.quality, target.ink_limit)
    return jpeg(image, target.quality), Pixels(width=image.width, height=image.height)


def _on_ground(
    image: Image.Image, cut_out: Image.Image, ground: tuple[float, float, float, float], target: Target
) -> Image.Image:
    """Return a cut-out on the ground that it stands on in print, so that nothing need be transparent there.

    Where it is half transparent the white that it was developed on has no ink to take away.
    """
    if target.mode != "CMYK":
        return image
    inks = tuple(round(part * FULL) for part in ground)
    clear = ImageChops.invert(cut_out)
    plates = [
        ImageChops.add(plate, ImageChops.multiply(clear, Image.new("L", image.size, ink)))
        for plate, ink in zip(image.split(), inks, strict=True)
    ]
    return limited(Image.merge("CMYK", plates), target.most_ink or FOUR_INKS)
