"""Pages as pictures, for previews and reports: pdfium's RGB, no proof of colour."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from newsletter.press.reading import opened, page_of, source

Kind = Literal["PNG", "JPEG", "WEBP"]
OPTIONS: Mapping[Kind, Mapping[str, int]] = {
    "PNG": {"compress_level": 1},
    "JPEG": {"quality": 85},
    "WEBP": {"quality": 50, "method": 0},  # half the size of a JPEG that looks the same, for 50 ms more
}
MOST_PIXELS = 60_000_000
"""The largest picture made; a page that would need more is shown smaller."""


def render(
    path_or_bytes: Path | str | bytes,
    page: int,
    dpi: float = 96.0,
    kind: Kind = "PNG",
    grey: bool = False,
) -> bytes:
    """Return a page (numbered from 1) as a picture file.

    Raises ``UnreadablePdf`` for a file that cannot be opened or has no such page.
    """
    document = opened(source(path_or_bytes))
    try:
        opened_page = page_of(document, page)
        width, height = opened_page.get_size()
        scale = min(dpi / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        picture = opened_page.render(scale=scale, grayscale=grey).to_pil()
        target = io.BytesIO()
        picture.save(target, kind, dpi=(scale * 72, scale * 72), **OPTIONS[kind])
        return target.getvalue()
    finally:
        document.close()
