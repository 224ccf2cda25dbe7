"""PDFs page by page: the engine's parts joined into one, the pages of a file counted."""

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf

from newsletter.press.reading import source


def join(parts: Sequence[bytes]) -> bytes:
    """Return one PDF with the pages of all parts in order; a single part is returned as it is."""
    if len(parts) == 1:
        return parts[0]
    with pikepdf.open(io.BytesIO(parts[0])) as whole:
        for part in parts[1:]:
            with pikepdf.open(io.BytesIO(part)) as pages:
                whole.pages.extend(pages.pages)
        joined = io.BytesIO()
        whole.save(joined, static_id=True)
    return joined.getvalue()


def page_count(path_or_bytes: Path | bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(source(path_or_bytes))) as pdf:
        return len(pdf.pages)
