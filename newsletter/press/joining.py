"""The engine's parts joined into one PDF, page after page."""

import io
from collections.abc import Sequence

import pikepdf


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
