"""What is written on the sheets: slug lines for the shop, page numbers under the pages of a proof; markup."""

from collections.abc import Iterator
from html import escape

from newsletter.imposition.placement import Imposition, Side, Window
from newsletter.imposition.proofs import BETWEEN
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.tail import slug_room
from newsletter.lengths import Mm, to_pt

LARGEST = 7.0
SMALLEST = 4.0
"""Points; a slug that is too long for its room even so runs over its end."""
_LATIN = 0.56
"""The width of a Latin letter beside a Han character's, a little more than any face has."""
_LINE = 1.3
EVERY_PLATE = "1 1 1 1"
"""All four inks: the press makes registration colour of it."""
_PLATES = (("青", "1 0 0 0"), ("品", "0 1 0 0"), ("黄", "0 0 1 0"), ("黑", "0 0 0 1"))

_PAGE = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: {width}mm {height}mm; margin: 0 }}
html, body {{ margin: 0; font-family: 'Newsletter Hei'; color: device-cmyk(0 0 0 1) }}
section {{ position: relative; width: {width}mm; height: {height}mm; overflow: hidden }}
section + section {{ break-before: page }}
div {{ position: absolute; white-space: nowrap }}
.number {{ text-align: center; font-size: 8pt; line-height: 4mm }}
</style></head><body>{sides}</body></html>"""


def slugs(flat: Imposition, title: str, condition: str, word: str) -> str:
    """Return the markup of what is written on every side; ``word`` is how the publication counts pages."""
    written = (
        _slug(flat, side, _line(flat, side, title, condition)) + _numbers(flat, side, word)
        for side in flat.sides
    )
    sides = "".join(f"<section>{each}</section>" for each in written)
    return _PAGE.format(title=escape(title), width=flat.width, height=flat.height, sides=sides)


def _line(flat: Imposition, side: Side, title: str, condition: str) -> str:
    """Return a side's slug: title, sheet, side, pages, the sheet's size, the printing condition."""
    pages = "·".join(str(each.page) if each.page else "白" for each in side.placements)
    where = f"第{side.sheet}张 共{flat.sheets}张"
    if flat.scheme is Scheme.NUP:
        return "　".join((title, "样张", where, f"{condition}　不作印刷用"))
    face = "自翻" if flat.turned else "反面" if side.back else "正面"
    return "　".join((title, where, face, f"版面 {pages}", f"纸 {flat.sheet.size}", condition))


def _slug(flat: Imposition, side: Side, line: str) -> str:
    """Return the slug in its room, each plate's letter in its own ink."""
    room = slug_room(flat, side)
    plates = (
        ""
        if flat.scheme is Scheme.NUP
        else "".join(f'<span style="color:device-cmyk({ink})">　{letter}</span>' for letter, ink in _PLATES)
    )
    letters = line + ("" if flat.scheme is Scheme.NUP else "　青" * len(_PLATES))
    size = max(SMALLEST, min(LARGEST, to_pt(room.width) / _ems(letters), to_pt(room.height) / _LINE))
    colour = "0 0 0 1" if flat.scheme is Scheme.NUP else EVERY_PLATE
    style = f"{_at(flat, room)};color:device-cmyk({colour});{_sized(size)}"
    return f'<div style="{style}">{escape(line)}{plates}</div>'


def _sized(size: float) -> str:
    return f"font-size:{size:.2f}pt;line-height:{size * _LINE:.2f}pt"


def _ems(text: str) -> float:
    """Return the width of a line in em."""
    return sum(_LATIN if each.isascii() else 1.0 for each in text)


def _numbers(flat: Imposition, side: Side, word: str) -> str:
    """Return the number under every page of a proof."""
    return "".join(_number_rows(flat, side, word)) if flat.scheme is Scheme.NUP else ""


def _number_rows(flat: Imposition, side: Side, word: str) -> Iterator[str]:
    for placed in side.placements:
        trim = placed.trim
        room = Window(trim.left, Mm(trim.bottom - BETWEEN), trim.right, Mm(trim.bottom - 1.0))
        style = f"{_at(flat, room)};width:{room.width:.3f}mm"
        yield f'<div class="number" style="{style}">第{placed.page}{escape(word)}</div>'


def _at(flat: Imposition, room: Window) -> str:
    """Return where a room starts, from the sheet's upper left corner."""
    return f"left:{room.left:.3f}mm;top:{flat.height - room.top:.3f}mm"
