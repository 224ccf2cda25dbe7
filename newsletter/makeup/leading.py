"""Leading, the last remedy: on a page that nothing else fills all lines stand a little closer or wider.

The first and the last line stay where they are; between them stand a few lines more, or fewer. All legs of
the page are on the one grid.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsletter.dummy import DummyPage
from newsletter.issue import Article
from newsletter.layout import Layout
from newsletter.makeup.choice import is_filled
from newsletter.makeup.composing_room import ComposingRoom, Found

ROUNDING = 1e-6
"""Points by which a leading may be beyond the limit."""


@dataclass(frozen=True, slots=True)
class Leaded:
    """A page that was found with so many lines ``more`` than the design has, fewer where negative."""

    found: Found
    more: int


def leaded(stories: Sequence[Article], page: DummyPage, shop: ComposingRoom, head: int) -> Leaded | None:
    """Return the page of some stories that another leading fills; none where the layout allows no such one.

    ``head`` are the lines over the room for stories. Stories held at lines of the design's grid stay on it.
    """
    if any(story.makeup.place for story in stories):
        return None
    for more, layout in leadings(shop.layout, head, page.lines):
        if _may_fill(stories, page.lines, more, shop):
            found = _filled(stories, page.lines + more, shop.leaded(layout))
            if found:
                return Leaded(found, more)
    return None


def leadings(layout: Layout, head: int, lines: int) -> Iterator[tuple[int, Layout]]:
    """Yield by how many lines a room for stories may hold more or fewer, with the layout so leaded.

    Those that change least come first.
    """
    body = layout.styles["body"]
    for change in range(1, lines - 1):
        near = [(more, layout.leaded(head, lines, more)) for more in (change, -change)]
        near = [each for each in near if _is_allowed(each[1].styles["body"].leading, layout)]
        yield from (each for each in near if each[1].styles["body"].leading > body.size)
        if not near:
            return


def _is_allowed(leading: float, layout: Layout) -> bool:
    return abs(leading - layout.styles["body"].leading) <= layout.limits.leading + ROUNDING


def layout_of(page: DummyPage, layout: Layout, pages: int) -> Layout:
    """Return the layout as it stands on a page of an issue of so many: its margins, and its leading there."""
    layout = layout.on(page.number)
    if not page.more:
        return layout
    return layout.leaded(layout.room_of(page.number, pages).head, page.lines - page.more, page.more)


def _may_fill(stories: Sequence[Article], lines: int, more: int, shop: ComposingRoom) -> bool:
    """Return whether the areas of stories allow a page of more lines, or of fewer, to be full.

    Closer lines take no story fewer, wider ones let none take more: heads and photos keep their height.
    """
    if more > 0:
        return not shop.is_beyond(stories, lines + more) and shop.may_fill(stories, 0, lines + more)
    return shop.may_fill(stories, lines + more, math.inf)


def _filled(stories: Sequence[Article], lines: int, shop: ComposingRoom) -> Found | None:
    """Return a page that is full, of rectangles or else with doglegs."""
    if not shop.may_fill(stories, lines, lines):
        return None
    found = shop.page(stories, lines, force=False)
    if found and is_filled(found[0], found[1]):
        return found
    return shop.bent(stories, lines)
