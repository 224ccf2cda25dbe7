"""A page's picture as the terminal is sent it, by the means it has."""

import io

from PIL import Image

from newsletter.preview import blocks, iterm, kitty, sixel
from newsletter.preview.means import Means
from newsletter.preview.room import Room


def picture(png: bytes, means: Means, room: Room, *, many_colours: bool = True) -> str:
    """Return what a terminal is sent to show a page that was rendered ``room.pixels`` wide."""
    if means is Means.KITTY:
        return kitty.encode(png, room.columns)
    if means is Means.ITERM:
        return iterm.encode(png, room.columns)
    with Image.open(io.BytesIO(png)) as opened:
        if means is Means.SIXEL:
            return sixel.encode(opened)
        return blocks.encode(opened, room.columns, many_colours=many_colours) + "\n"
