"""Pages drawn: what lies inside the trim, pixel by pixel, and hashes of it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from newsletter.lengths import Mm, to_pt
from newsletter.press.order import Area
from newsletter.press.reading import opened, source

DPI = 96


def look_of_pages(path_or_bytes: Path | bytes, hidden: Mapping[int, Area]) -> tuple[str, ...]:
    """Return the hash of every page's look; ``hidden`` areas (mm from the trim's top left) do not count.

    Raises ``UnreadablePdf`` for a file that cannot be opened.
    """
    document = opened(source(path_or_bytes))
    try:
        return tuple(_look(page, hidden.get(number)) for number, page in enumerate(document, start=1))
    finally:
        document.close()


def drawn(page: Any, hidden: Area | None, dpi: float) -> Image.Image:
    """Return the picture of an opened page inside its trim; what is ``hidden`` is white."""
    left, bottom, right, top = page.get_trimbox()
    width, height = page.get_size()
    crop = (left, bottom, width - right, height - top)
    picture: Image.Image = page.render(scale=dpi / 72, crop=crop).to_pil().convert("RGB")
    if hidden is not None:
        ImageDraw.Draw(picture).rectangle(_pixels(hidden, dpi), fill="white")
    return picture


def _look(page: Any, hidden: Area | None) -> str:
    picture = drawn(page, hidden, DPI)
    size = f"{picture.width}x{picture.height}\n".encode()
    return hashlib.sha256(size + picture.tobytes()).hexdigest()


def _pixels(area: Area, dpi: float) -> tuple[float, float, float, float]:
    corners = (area.x, area.y, area.x + area.width, area.y + area.height)
    left, top, right, bottom = (to_pt(Mm(each)) * dpi / 72 for each in corners)
    return left, top, right, bottom
