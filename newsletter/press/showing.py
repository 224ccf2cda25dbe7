"""Whether words of a page are seen on it: drawn with the page's type and without, what differs is seen.

Type that is white on white, lies under a photo, is clipped or wholly transparent is in a page's text, but
makes no difference to how the page looks.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2.raw as pypdfium_raw
from numpy.typing import NDArray

from newsletter.diagnostics import Spot
from newsletter.lengths import Pt
from newsletter.press.reading import ink_of, opened, page_of, size_of, source, spot_of

DPI = 150.0
LEAST = 40
"""Steps of 255 in one colour that make a difference: a grey of 16 per cent on white."""
MOST_PLACES = 6
"""Places of one pattern on a page that are looked at."""

_raw: Any = pypdfium_raw
_Edges = tuple[float, float, float, float]
_Picture = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Showing:
    """Words found on a page: their place, their smallest size, the share of their characters that is seen."""

    at: Spot
    size: Pt
    seen: float


def showings(
    path_or_bytes: Path | str | bytes, patterns: Sequence[re.Pattern[str]], fold: Callable[[str], str]
) -> tuple[tuple[Showing, ...], ...]:
    """Return for each pattern where its words stand; ``fold`` makes of a character one to compare, or none.

    Raises ``UnreadablePdf`` for a file that cannot be opened.
    """
    document = opened(source(path_or_bytes))
    try:
        found: list[list[Showing]] = [[] for _each in patterns]
        for number in range(1, len(document) + 1):
            for index, showing in _on_page(page_of(document, number), number, patterns, fold):
                found[index].append(showing)
        return tuple(map(tuple, found))
    finally:
        document.close()


def _on_page(
    page: Any, number: int, patterns: Sequence[re.Pattern[str]], fold: Callable[[str], str]
) -> Iterator[tuple[int, Showing]]:
    """Return what a page shows, with the index of the pattern."""
    textpage = page.get_textpage()
    text, places = _folded(textpage, fold)
    runs = [
        (index, [places[at] for at in range(*match.span())])
        for index, pattern in enumerate(patterns)
        for match in islice(pattern.finditer(text), MOST_PLACES)
    ]
    if not runs:
        return
    trim = page.get_trimbox(fallback_ok=True)
    boxes = {at: ink_of(textpage.raw, at) for _index, run in runs for at in run}
    differs = _differing(page, boxes.values())
    for index, run in runs:
        inked = [boxes[at] for at in run if boxes[at][0] < boxes[at][2]]
        if not any(_touches(box, trim) for box in inked):
            continue
        seen = [differs(box) and _within(box, trim) for box in inked]
        share = sum(seen) / len(seen)
        sizes = [size_of(textpage.raw, at) for at in run]
        yield index, Showing(spot_of(number, trim[0], trim[3], *_around(inked)), min(sizes), share)


def _folded(textpage: Any, fold: Callable[[str], str]) -> tuple[str, list[int]]:
    """Return a page's text for comparing and the index of each of its characters in the page."""
    kept = []
    units = textpage.get_text_range().encode("utf-16-le", "surrogatepass")
    for at in range(min(len(units) // 2, textpage.count_chars())):
        code = int.from_bytes(units[2 * at : 2 * at + 2], "little")
        if not 0xD800 <= code < 0xE000 and (character := fold(chr(code))):
            kept.append((character, at))
    return "".join(each for each, _at in kept), [at for _each, at in kept]


def _touches(box: _Edges, trim: _Edges) -> bool:
    """Return whether any of a character lies inside the trim; the slug line is nobody's text."""
    return box[0] < trim[2] and trim[0] < box[2] and box[1] < trim[3] and trim[1] < box[3]


def _within(box: _Edges, trim: _Edges) -> bool:
    return trim[0] <= box[0] and trim[1] <= box[1] and box[2] <= trim[2] and box[3] <= trim[3]


def _around(boxes: Sequence[_Edges]) -> _Edges:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _differing(page: Any, boxes: Any) -> Callable[[_Edges], bool]:
    """Return what says of a rectangle whether type makes a difference in it."""
    width, height = page.get_size()
    inked = [box for box in boxes if box[0] < box[2]] or [(0.0, 0.0, 1.0, 1.0)]
    left, bottom, right, top = _around(inked)
    area = (max(0.0, left - 1), max(0.0, bottom - 1), min(width, right + 1), min(height, top + 1))
    if area[0] >= area[2] or area[1] >= area[3]:
        return lambda _box: False
    crop = (area[0], area[1], width - area[2], height - area[3])
    with_type = _picture(page, crop)
    for thing in _with_type(page):
        _raw.FPDFPageObj_SetIsActive(thing, False)
    change = np.abs(with_type - _picture(page, crop)).max(axis=2)
    scale = DPI / 72

    def differs(box: _Edges) -> bool:
        x0, x1 = (int((x - area[0]) * scale) for x in (box[0], box[2]))
        y0, y1 = (int((area[3] - y) * scale) for y in (box[3], box[1]))
        part = change[max(0, y0) : y1 + 1, max(0, x0) : x1 + 1]
        return bool(part.size and part.max() >= LEAST)

    return differs


def _picture(page: Any, crop: _Edges) -> _Picture:
    drawn = page.render(scale=DPI / 72, crop=crop, rev_byteorder=True)
    return np.asarray(drawn.to_numpy(), dtype=np.int16)[:, :, :3]


def _with_type(page: Any) -> Iterator[Any]:
    """Return the page's type, and the groups that hold some: what they have besides is let go as well."""
    for index in range(_raw.FPDFPage_CountObjects(page)):
        thing = _raw.FPDFPage_GetObject(page, index)
        if _holds_type(thing, deep=4):
            yield thing


def _holds_type(thing: Any, deep: int) -> bool:
    kind = _raw.FPDFPageObj_GetType(thing)
    if kind == _raw.FPDF_PAGEOBJ_TEXT:
        return True
    if kind != _raw.FPDF_PAGEOBJ_FORM or not deep:
        return False
    parts = range(_raw.FPDFFormObj_CountObjects(thing))
    return any(_holds_type(_raw.FPDFFormObj_GetObject(thing, part), deep - 1) for part in parts)
