"""Whether content is within what a layout's limits can fit: by areas alone, whatever a search may find.

A story's rectangle takes its columns times its lines and the gap below. Its least and its most area are those
of all its rectangles, at every width in columns, with the headline, the photos and the lines of paragraphs
anywhere between their limits. A page can only be full where its room lies between the sums of both.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue
from newsletter.layout import Layout
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.issue_plan import page_room
from newsletter.makeup.reach import Fitting


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most area of something, in lines of one column; of what fits nowhere, no area."""

    least: float
    most: float

    def holds(self, room: float, spare: float = 0.0) -> bool:
        """Return whether a room lies in it, ``spare`` of the room or more from its ends."""
        return self.least + spare * room <= room <= self.most - spare * room


def spans(issue: Issue, layout: Layout, book: FontBook) -> dict[str, Span]:
    """Return the areas that every story can take."""
    shop = ComposingRoom(issue, layout, book)
    return {story.id: _span(story, shop) for story in issue.articles}


def _span(story: Article, shop: ComposingRoom) -> Span:
    gap = shop.layout.limits.gap
    drawn = enumerate(shop.leaves(story, Fitting.ASKED), 1)
    areas = [width * (height + gap) for width, heights in drawn for height in heights]
    return Span(min(areas), max(areas)) if areas else Span(float("inf"), 0.0)


def together(parts: Iterable[Span]) -> Span:
    """Return the area of stories on one page, or on several."""
    found = list(parts)
    return Span(sum(each.least for each in found), sum(each.most for each in found))


def rooms(layout: Layout) -> dict[int, int]:
    """Return the area of every page that takes stories."""
    count = layout.page_count
    numbers = range(1, count + 1)
    return {
        page: page_room(page, layout, count).area
        for page in numbers
        if layout.room_of(page, count).fills == "nothing"
    }
