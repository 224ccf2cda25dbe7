"""The pages of a PDF as hashes of what they are drawn from: pages of one hash look alike, undrawn."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

ELSEWHERE = ("/Parent", "/StructParents", "/StructParent", "/Metadata", "/LastModified")
"""Keys that lead to other pages, or say nothing of the look."""
DRAWN = ("/Contents", "/Resources", "/MediaBox", "/CropBox", "/TrimBox", "/Rotate", "/Annots")

Reference = tuple[int, int]
DIRECT: Reference = (0, 0)
Within = tuple[Reference, ...]


def sheet_hashes(pdf: Path) -> tuple[str, ...]:
    """Return a hash for each page, none at all for a file that cannot be read."""
    try:
        with pikepdf.open(pdf) as file:
            known: dict[Reference, bytes] = {}
            return tuple(_page(page.obj, known).hex() for page in file.pages)
    except (OSError, pikepdf.PdfError):
        return ()


def _page(page: Any, known: dict[Reference, bytes]) -> bytes:
    digest = hashlib.sha256()
    for key in DRAWN:
        digest.update(key.encode() + _object(page.get(key), known, ()))
    return digest.digest()


def _object(value: Any, known: dict[Reference, bytes], within: Within) -> bytes:
    """Return the hash of an object; what stands in itself is left out there."""
    at = _reference(value)
    if at in within:
        return b"."
    if at in known:
        return known[at]
    digest = hashlib.sha256()
    for part in _parts(value, known, (*within, at) if at != DIRECT else within):
        digest.update(part)
    if at != DIRECT:
        known[at] = digest.digest()
    return digest.digest()


def _reference(value: Any) -> Reference:
    """Return by what an object is referred to."""
    if isinstance(value, pikepdf.Object) and value.is_indirect:
        return value.objgen[0], value.objgen[1]
    return DIRECT


def _parts(value: Any, known: dict[Reference, bytes], within: Within) -> Iterator[bytes]:
    if isinstance(value, pikepdf.Array):
        yield b"["
        yield from (_object(each, known, within) for each in value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        yield b"<"
        for key, each in sorted(value.items()):
            if key not in ELSEWHERE:
                yield key.encode()
                yield _object(each, known, within)
        if isinstance(value, pikepdf.Stream):
            yield value.read_raw_bytes()
    else:
        yield repr(value).encode()
