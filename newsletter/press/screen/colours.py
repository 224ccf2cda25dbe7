"""Ink in the light of a screen."""

from newsletter.condition import Condition
from newsletter.press.overprint import Ink

Colour = tuple[float, float, float]
_FULL = 255


def screen_colour(ink: Ink, condition: Condition) -> Colour:
    """Return an ink in sRGB, by the condition's profile and intent as the photos.

    Black alone is grey by plain tone value, 1 - K: type is black on the screen, and the gamma of sRGB
    darkens a tint about as much as the press's tone value increase does.
    """
    *colours, black = ink
    if not any(colours):
        level = round(1 - black, 4)
        return level, level, level
    from PIL import Image

    from newsletter.photos.colour import conversion
    from newsletter.photos.target import screen_target

    dot = Image.new("CMYK", (1, 1), tuple(round(part * _FULL) for part in ink))
    red, green, blue = conversion("CMYK", b"", screen_target(condition))(dot).tobytes()
    return red / _FULL, green / _FULL, blue / _FULL
