"""Whether content is within what a layout's limits can fit: by areas alone, whatever a search may find.

A story's rectangle takes its columns times its lines and the gap below. Its least and its most area are those
of all its rectangles, at every width in columns, with the headline, the photos and the lines of paragraphs
anywhere between their limits. A page can only be full where its room lies between the sums of both.
"""

from collections.abc import Iterable, Mapping, Sequence
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
    drawn = enumerate(fitting(story, shop), 1)
    areas = [width * (height + gap) for width, heights in drawn for height in heights]
    return Span(min(areas), max(areas)) if areas else Span(float("inf"), 0.0)


def fitting(story: Article, shop: ComposingRoom) -> list[list[int]]:
    """Return the heights of a story's rectangles with no white but the last lines of legs, for every width."""
    return [
        [height for height, each in heights.items() if each.body.spare < each.body.legs.count]
        for heights in shop.leaves(story, Fitting.ASKED)
    ]


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


Sizes = tuple[int, ...]
"""For every width in columns the heights that something can have, a bit for each line."""


def can_tile(stories: Sequence[Sizes], lines: int, gap: int) -> bool:
    """Return whether rectangles of such sizes, cut straight through, fill all columns of so many lines.

    Tried outright, without badness and without what `newsletter.makeup.search` keeps or leaves out.
    """
    known: dict[int, Sizes] = {1 << at: sizes for at, sizes in enumerate(stories)}
    for members in range(1, 1 << len(stories)):
        known.setdefault(members, _joined(members, known, lines, gap))
    return bool(known[(1 << len(stories)) - 1][-1] >> lines & 1)


def _joined(members: int, known: Mapping[int, Sizes], lines: int, gap: int) -> Sizes:
    """Return the sizes of a set of stories, parted in two in every way."""
    columns = len(known[1])
    found = [0] * columns
    part = (members - 1) & members
    while part > members ^ part:
        one, other = known[part], known[members ^ part]
        for at in range(columns):
            found[at] |= _stacked(one[at], other[at], lines, gap)
            for left in range(at):
                found[at] |= one[left] & other[at - left - 1]
        part = (part - 1) & members
    return tuple(found)


def _stacked(upper: int, lower: int, lines: int, gap: int) -> int:
    """Return the heights of one part above another."""
    found = 0
    for height in range(upper.bit_length() if lower else 0):
        if upper >> height & 1:
            found |= lower << height + gap
    return found & ((1 << lines + 1) - 1)


def sizes(story: Article, shop: ComposingRoom, lines: int) -> Sizes:
    """Return a story's sizes on a page of so many lines: every height from its least to its most, had or not."""
    drawn = [[each for each in heights if each <= lines] for heights in fitting(story, shop)]
    return tuple((2 << max(heights)) - (1 << min(heights)) if heights else 0 for heights in drawn)
