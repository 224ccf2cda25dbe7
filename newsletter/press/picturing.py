"""The look of a print file's pages as hashes: of what lies inside the trim, pixel by pixel."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from PIL import ImageDraw

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


def _look(page: object, hidden: Area | None) -> str:
    left, bottom, right, top = page.get_trimbox()  # type: ignore[attr-defined]
    width, height = page.get_size()  # type: ignore[attr-defined]
    crop = (left, bottom, width - right, height - top)
    picture = page.render(scale=DPI / 72, crop=crop).to_pil().convert("RGB")  # type: ignore[attr-defined]
    if hidden is not None:
        ImageDraw.Draw(picture).rectangle(_pixels(hidden), fill="white")
    size = f"{picture.width}x{picture.height}\n".encode()
    return hashlib.sha256(size + picture.tobytes()).hexdigest()


def _pixels(area: Area) -> tuple[float, float, float, float]:
    corners = (area.x, area.y, area.x + area.width, area.y + area.height)
    left, top, right, bottom = (to_pt(Mm(each)) * DPI / 72 for each in corners)
    return left, top, right, bottom
