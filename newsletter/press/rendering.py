"""Pages as pictures, for previews and reports: pdfium's RGB, no proof of colour."""

import io
from pathlib import Path
from typing import Literal

from newsletter.press.reading import opened, page_of, source

MOST_PIXELS = 60_000_000
"""The largest picture made; a page that would need more is shown smaller."""


def render(
    path_or_bytes: Path | str | bytes,
    page: int,
    dpi: float = 96.0,
    kind: Literal["PNG", "JPEG"] = "PNG",
    grey: bool = False,
) -> bytes:
    """Return a page (numbered from 1) as a PNG or JPEG file.

    Raises ``UnreadablePdf`` for a file that cannot be opened or has no such page.
    """
    document = opened(source(path_or_bytes))
    try:
        opened_page = page_of(document, page)
        width, height = opened_page.get_size()
        scale = min(dpi / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        picture = opened_page.render(scale=scale, grayscale=grey).to_pil()
        target = io.BytesIO()
        options = {"compress_level": 1} if kind == "PNG" else {"quality": 85}
        picture.save(target, kind, dpi=(scale * 72, scale * 72), **options)
        return target.getvalue()
    finally:
        document.close()
