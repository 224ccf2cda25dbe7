"""The text of a PDF with its places, by pdfium."""

from collections.abc import Callable, Iterable, Iterator
from ctypes import c_double, c_int, create_string_buffer
from itertools import groupby
from math import hypot
from operator import itemgetter
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw

from newsletter.diagnostics import Spot
from newsletter.language import _
from newsletter.lengths import Mm, Pt, to_mm, to_pt
from newsletter.press.facts import Character
from newsletter.press.faults import UnreadablePdf

# The binding carries no types.
_pdfium: Any = pypdfium2
_raw: Any = pypdfium2.raw

MOST_CHARACTERS = 200_000
"""Characters read of one page; a newspaper page holds some 6 000."""

_MOST_LINES = 5000


def source(path_or_bytes: Path | str | bytes) -> bytes:
    """Return a file's bytes.

    Raises ``UnreadablePdf`` where there is no such file, or it may not be read.
    """
    if isinstance(path_or_bytes, bytes):
        return path_or_bytes
    try:
        return Path(path_or_bytes).read_bytes()
    except OSError as error:
        sentence = _("{file} cannot be read: {reason}.").format(file=path_or_bytes, reason=error.strerror)
        raise UnreadablePdf(sentence) from error


def opened(data: bytes) -> Any:
    """Return the document.

    Raises ``UnreadablePdf`` where pdfium cannot open it.
    """
    try:
        return _pdfium.PdfDocument(data)
    except _pdfium.PdfiumError as error:
        raise UnreadablePdf(_("The PDF cannot be opened: {reason}.").format(reason=error)) from error


def page_of(document: Any, page: int) -> Any:
    """Return a page by its number from 1.

    Raises ``UnreadablePdf`` where there is none.
    """
    if not 1 <= page <= len(document):
        raise UnreadablePdf(_("The PDF has no page {page}.").format(page=page))
    try:
        return document[page - 1]
    except _pdfium.PdfiumError as error:
        raise UnreadablePdf(_("Page {page} cannot be opened.").format(page=page)) from error


def text_and_lines(document: Any, page: int) -> tuple[str, tuple[Spot, ...]]:
    """Return the text inside the trim in the order of the file, and the rectangle of each run of type.

    The slug line is not the reader's text; a page with more characters than any newspaper gives none.
    """
    opened_page = page_of(document, page)
    textpage = opened_page.get_textpage()
    left, top = _corner(opened_page)
    count = min(textpage.count_chars(), MOST_CHARACTERS)
    if count <= 0:
        return "", ()
    text = textpage.get_text_bounded(*_trim(opened_page)) if textpage.count_chars() == count else ""
    rectangles = (textpage.get_rect(each) for each in range(min(textpage.count_rects(0, count), _MOST_LINES)))
    return text, tuple(spot_of(page, left, top, *each) for each in rectangles)


def texts_within(path_or_bytes: Path | str | bytes, areas: Iterable[tuple[int, Mm, Mm, Mm, Mm]]) -> list[str]:
    """Return the text in areas of pages: page from 1, then left, top, right, bottom in mm from the trim.

    Opening a page's text takes longest; areas of one page had best follow each other.

    Raises ``UnreadablePdf`` for a file that cannot be opened or has no such page.
    """
    document = opened(source(path_or_bytes))
    try:
        by_page = groupby(areas, itemgetter(0))
        return [text for page, group in by_page for text in _texts_within(page_of(document, page), group)]
    finally:
        document.close()


def _texts_within(page: Any, areas: Iterable[tuple[int, Mm, Mm, Mm, Mm]]) -> Iterator[str]:
    """Yield the text in each area of one page."""
    textpage, (left, top) = page.get_textpage(), _corner(page)
    for _page, *edges in areas:
        x0, y0, x1, y1 = (to_pt(edge) for edge in edges)
        yield textpage.get_text_bounded(left + x0, top - y1, left + x1, top - y0)


def spot_of(page: int, left: float, top: float, x0: float, y0: float, x1: float, y1: float) -> Spot:
    """Return a rectangle in points as a place on the page."""
    edges = (to_mm(x0 - left), to_mm(top - y1), to_mm(x1 - x0), to_mm(y1 - y0))
    return Spot(page, *(Mm(round(each, 2)) for each in edges))


def characters(path_or_bytes: Path | str | bytes, page: int, ink: bool = False) -> tuple[Character, ...]:
    """Return the characters of a page (numbered from 1) with size and box, in the order of the file.

    A box is the character's cell, from its origin by its advance; with ``ink`` only what is black of it.
    Raises ``UnreadablePdf`` for a file that cannot be opened or has no such page.
    """
    document = opened(source(path_or_bytes))
    try:
        return tuple(_characters(page_of(document, page), ink_of if ink else _cell))
    finally:
        document.close()


def characters_of_pages(path_or_bytes: Path | str | bytes) -> Iterator[tuple[Character, ...]]:
    """Return the characters of one page after the other, each with its cell; the file is opened once.

    Raises ``UnreadablePdf`` for a file that cannot be opened or read, and for a page with more characters
    than can be judged.
    """
    document = opened(source(path_or_bytes))
    try:
        for page in range(1, len(document) + 1):
            yield _all_characters(page_of(document, page), page)
    finally:
        document.close()


def characters_of(document: Any, page: int) -> Iterator[Character]:
    """Return the characters of a page of an open document, each with its cell."""
    return _characters(page_of(document, page), _cell)


def _all_characters(page: Any, number: int) -> tuple[Character, ...]:
    """Return the characters of an open page, none of them left out."""
    try:
        count = page.get_textpage().count_chars()
    except _pdfium.PdfiumError as error:
        raise UnreadablePdf(_("The text of page {page} cannot be read.").format(page=number)) from error
    if count > MOST_CHARACTERS:
        sentence = _("Page {page} holds {count} characters; no more than {most} are read.")
        raise UnreadablePdf(sentence.format(page=number, count=count, most=MOST_CHARACTERS))
    return tuple(_characters(page, _cell))


_Edges = tuple[float, float, float, float]
_LONGEST_NAME = 128


def _characters(page: Any, box: Callable[[Any, int], _Edges]) -> Iterator[Character]:
    """Return the characters of an open page; the blanks that pdfium makes up are left out."""
    kept_open = page.get_textpage()
    textpage = kept_open.raw
    left, top = _corner(page)
    for index, code in _codes(textpage, min(kept_open.count_chars(), MOST_CHARACTERS)):
        x0, y0, x1, y1 = box(textpage, index)
        yield Character(
            char=chr(code),
            size=size_of(textpage, index),
            x0=to_mm(x0 - left),
            y0=to_mm(top - y1),
            x1=to_mm(x1 - left),
            y1=to_mm(top - y0),
            base=to_mm(top - _baseline(textpage, index)),
            font=_font(textpage, index),
        )


def _codes(textpage: Any, count: int) -> Iterator[tuple[int, int]]:
    """Return index and code point of each character; pdfium gives rare Han in two halves (UTF-16)."""
    high = 0
    for index in range(count):
        if _raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        code = _raw.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        yield index, code


def _baseline(textpage: Any, index: int) -> float:
    """Return the height of a character's origin in points."""
    x, y = c_double(), c_double()
    _raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    return y.value


def _font(textpage: Any, index: int) -> str:
    """Return the name of a character's font, without the mark of a subset."""
    name = create_string_buffer(_LONGEST_NAME)
    _raw.FPDFText_GetFontInfo(textpage, index, name, _LONGEST_NAME, c_int())
    return name.value.decode("utf-8", "replace").rpartition("+")[2]


def size_of(textpage: Any, index: int) -> Pt:
    """Return a character's size as printed: the font's size as the page scales it."""
    matrix = _raw.FS_MATRIX()
    _raw.FPDFText_GetMatrix(textpage, index, matrix)
    return Pt(round(_raw.FPDFText_GetFontSize(textpage, index) * hypot(matrix.c, matrix.d), 4))


def _cell(textpage: Any, index: int) -> _Edges:
    """Return a character's cell in points: left, bottom, right, top."""
    cell = _raw.FS_RECTF()
    _raw.FPDFText_GetLooseCharBox(textpage, index, cell)
    return cell.left, cell.bottom, cell.right, cell.top


def ink_of(textpage: Any, index: int) -> _Edges:
    """Return the rectangle around a character's outline in points: left, bottom, right, top."""
    left, right, bottom, top = (c_double() for _edge in range(4))
    _raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _corner(page: Any) -> tuple[float, float]:
    """Return left and top of the trim, else of the sheet, in points."""
    left, _bottom, _right, top = _trim(page)
    return left, top


def _trim(page: Any) -> _Edges:
    """Return the trim, else the sheet, in points: left, bottom, right, top."""
    left, bottom, right, top = page.get_trimbox(fallback_ok=True)
    return left, bottom, right, top
