"""Lists: how items are marked, and how far in their text stands, markers hanging before it."""

import math
from collections.abc import Sequence
from dataclasses import replace

from newsletter.compose import MARKER_GAP, Setting, width_of_marker
from newsletter.fonts import FontBook
from newsletter.layout import Lists
from newsletter.manuscript import Paragraph

CLOSEST = 0.2
"""The white in em for which a list is not set a whole em further in."""
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def marked(items: Sequence[Paragraph], lists: Lists) -> list[Paragraph]:
    """Return the items with markers in the layout's form; circled numbers end at 20, the list's then stay."""
    numbers = [int(digits) for item in items if (digits := _digits(item.marker))]
    form = "1." if lists.numbers == "①" and max(numbers, default=0) > len(CIRCLED) else lists.numbers
    return [replace(item, marker=_marker(item, lists, form)) if item.marker else item for item in items]


def _digits(marker: str) -> str:
    return "".join(each for each in marker if each.isdecimal())


def _marker(item: Paragraph, lists: Lists, form: str) -> str:
    """Return an item's marker; what the writer typed stands where the layout asks for plain numbers."""
    digits = _digits(item.marker)
    if not digits:
        return lists.inner_mark if item.level else lists.mark
    if form == "①":
        return CIRCLED[int(digits) - 1] if int(digits) else "0."
    return item.marker if form == "1." else form.replace("1", digits)


def hung(items: Sequence[Paragraph], setting: Setting, book: FontBook) -> list[Setting]:
    """Return how each item is set: its lines under each other, its marker hanging right before them.

    ``setting`` is that of a paragraph; its indent is where the outer list's text stands at least. Numbers
    of two figures are aligned by their ends.
    """
    edge, edges = 0.0, []
    for level in (0, 1):
        widths = [width_of_marker(each.marker, setting, book) for each in items if each.level == level]
        step = math.ceil(max(widths, default=0.0) + CLOSEST - 1e-9)
        edge += max(step, 1 if level else setting.indent)
        edges.append(edge)
    return [_hung(item, setting, edges[item.level], book) for item in items]


def _hung(item: Paragraph, setting: Setting, edge: float, book: FontBook) -> Setting:
    """Return the setting of an item whose text stands ``edge`` em in; without a marker all of it does."""
    room = width_of_marker(item.marker, setting, book) + MARKER_GAP if item.marker else 0.0
    return replace(setting, indent=round(max(0.0, edge - room), 3), hanging=edge)
