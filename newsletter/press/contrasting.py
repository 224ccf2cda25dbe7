"""Two PDF files page by page: where they look different."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from newsletter.press.reading import opened, page_of, source

DPI = 80.0
LEAST = 40
"""Steps of 255 in one colour that make a pixel different: less is the smoothing of edges."""
CELL = 6
"""Pixels of a cell; changed cells that touch, or have one cell between them, are one area."""

Cells = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ChangedArea:
    """A rectangle of a page in shares of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PagePair:
    """One page in both files: its pictures (WEBP), none where a file has no such page, and what changed."""

    page: int
    old: bytes | None
    new: bytes | None
    areas: tuple[ChangedArea, ...]


def contrast(old: Path, new: Path, dpi: float = DPI) -> Iterator[PagePair]:
    """Yield every page that looks different.

    Raises ``UnreadablePdf`` for a file that cannot be opened.
    """
    before, after = opened(source(old)), opened(source(new))
    try:
        for number in range(1, max(len(before), len(after)) + 1):
            left, right = (_picture(each, number, dpi) for each in (before, after))
            areas = changed_areas(left, right)
            if areas:
                yield PagePair(number, _encoded(left), _encoded(right), areas)
    finally:
        before.close()
        after.close()


def _picture(document: Any, number: int, dpi: float) -> Image.Image | None:
    """Return a page's picture, none where there is no such page."""
    if number > len(document):
        return None
    picture: Image.Image = page_of(document, number).render(scale=dpi / 72).to_pil()
    return picture.convert("RGB")


def _encoded(picture: Image.Image | None) -> bytes | None:
    if picture is None:
        return None
    target = io.BytesIO()
    picture.save(target, "WEBP", quality=60, method=2)
    return target.getvalue()


def changed_areas(old: Image.Image | None, new: Image.Image | None) -> tuple[ChangedArea, ...]:
    """Return where two pictures differ, from the top; all of the page where one lacks or has another size."""
    if old is None or new is None or old.size != new.size:
        return (ChangedArea(0.0, 0.0, 1.0, 1.0),)
    pixels = np.abs(np.asarray(old, dtype=np.int16) - np.asarray(new, dtype=np.int16)).max(axis=2) > LEAST
    height, width = pixels.shape
    boxes = _areas(_cells(pixels))
    return tuple(
        ChangedArea(
            left * CELL / width,
            top * CELL / height,
            min(1.0, right * CELL / width),
            min(1.0, bottom * CELL / height),
        )
        for top, left, bottom, right in sorted(boxes)
    )


def _cells(pixels: Cells) -> Cells:
    """Return which cells have a different pixel."""
    down, across = (-side % CELL for side in pixels.shape)
    whole = np.pad(pixels, ((0, down), (0, across)))
    rows, columns = whole.shape[0] // CELL, whole.shape[1] // CELL
    return np.asarray(whole.reshape(rows, CELL, columns, CELL).any(axis=(1, 3)))


def _areas(cells: Cells) -> list[tuple[int, int, int, int]]:
    """Return the rectangles around cells that are near one another: top, left, bottom, right."""
    left_over = {(int(row), int(column)) for row, column in np.argwhere(cells)}
    boxes = []
    while left_over:
        heap, found = [left_over.pop()], []
        while heap:
            row, column = heap.pop()
            found.append((row, column))
            near = {(row + i, column + j) for i in range(-2, 3) for j in range(-2, 3)} & left_over
            left_over -= near
            heap += near
        rows, columns = zip(*found, strict=True)
        boxes.append((min(rows), min(columns), max(rows) + 1, max(columns) + 1))
    return boxes
