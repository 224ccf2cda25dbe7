"""What all pages of an issue are made up from: copy composed, rectangles drawn and pages searched once."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from newsletter.areas import Area, area_of
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue, Photo, Rank, Shape
from newsletter.layout import Layout
from newsletter.makeup.around import Around
from newsletter.makeup.bent_search import BentSearch
from newsletter.makeup.choice import best_page, has_heads_over, is_clean, is_filled
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.doglegs import Strands
from newsletter.makeup.part import ASIDE, FIRST, LAST, Part, head_rank, look_of
from newsletter.makeup.photoblock import PhotoDesk
from newsletter.makeup.reach import Fitting
from newsletter.makeup.rectangle import Desk, Rectangle
from newsletter.makeup.search import Search, Tree, leaves_of
from newsletter.makeup.spreads import Spread, spread
from newsletter.makeup.strands import Stiff, Strand, strand

WEIGHTS = {Rank.LEAD: 4.0, Rank.MAJOR: 3.0, Rank.STANDARD: 2.0, Rank.BRIEF: 1.0, Rank.FILLER: 0.5}
JUDGED = 120
"""How many of the cheapest trees are judged as whole pages."""

OVERFULL = 1.6
"""How many times its room a page's stories may take, at their smallest, to be forced into it at all."""

SMALLEST, BENT_SMALLEST = 0.9, 0.85
"""The share of their least areas to which lines asked for and photos cropped further can bring stories, and
doglegs besides.
"""

ROUGH = 0.7
"""The lines that copy takes at the very least, as a share of those of full lines of plain Han."""
Leaves = list[dict[int, Rectangle]]
Bending = tuple[Strand | None, Spread | None]
"""A story as a strand and as a spread, where it can stand so."""
Found = tuple[Tree, Desk, float]
Asked = tuple[tuple[tuple[str, str, Shape], ...], int, Fitting | None]
FULL, FORCED = (Fitting.EXACT, Fitting.ASKED), (Fitting.FORCED,)
"""The ways of fitting tried for a full page, and for one with the least over or short where there is none."""
WHITE_COLUMNS = 2
"""In how many blocks of doglegs, as wide as the page, their columns may end with white."""
MOST_BENT = 9
"""The most stories of a page with doglegs: their sets double with each."""


@dataclass
class ComposingRoom:
    """The stories of an issue at hand for its pages; nothing is worked out twice."""

    issue: Issue
    layout: Layout
    book: FontBook
    _copies: dict[str, Copy] = field(default_factory=dict)
    _looks: dict[str, Copy] = field(default_factory=dict)
    _desks: dict[Fitting, Desk] = field(default_factory=dict)
    _leaves: dict[tuple[str, str, Shape, Fitting, float], Leaves] = field(default_factory=dict)
    _found: dict[Asked, Found | None] = field(default_factory=dict)
    _bests: dict[tuple[*Asked, float], Found | None] = field(default_factory=dict)
    _leaded: dict[tuple[float, float], "ComposingRoom"] = field(default_factory=dict)
    _characters: dict[str, int] = field(default_factory=dict)
    _bending: dict[tuple[str, str, Shape, float], Bending] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay the copy of every story ready."""
        for story in (*self.issue.articles, *self.issue.fillers):
            self.copy(story)

    def beside(self, issue: Issue) -> "ComposingRoom":
        """Return a room for an issue of which a story that is not as in this one has another id.

        What is laid ready and searched for in the one serves the other.
        """
        return replace(self, issue=issue)

    def leaded(self, layout: Layout) -> "ComposingRoom":
        """Return a room for the issue in a layout that differs only in the leading; lines break as here."""
        key = layout.styles["body"].leading, layout.grid.top
        if key not in self._leaded:
            copies = {story: copy.leaded(layout) for story, copy in self._copies.items()}
            self._leaded[key] = ComposingRoom(self.issue, layout, self.book, copies)
        return self._leaded[key].beside(self.issue)

    def copy(self, story: Article) -> Copy:
        """Return a story's copy; that of a part is laid ready when it is first asked for."""
        if story.id not in self._copies:
            self._copies[story.id] = self._laid_ready(story)
        return self._copies[story.id]

    def _laid_ready(self, story: Article) -> Copy:
        """Return copy to be set, of a part that of another which looks the same."""
        if not isinstance(story, Part):
            return Copy(story, self.layout, self.book)
        first = self._looks.setdefault(look_of(story), Copy(story, self.layout, self.book))
        return first.of_part(story)

    def part(self, name: str) -> Part | None:
        """Return the part of a story of that name, none for a whole story."""
        story = self._copies[name].article
        return story if isinstance(story, Part) else None

    def desk(self, fitting: Fitting) -> Desk:
        """Return the desk of a way of fitting; all desks share what is cast off."""
        if fitting not in self._desks:
            photos = self._photo_desk(fitting is Fitting.FORCED)
            first = next(iter(self._desks.values()), None)
            self._desks[fitting] = (
                first.with_fitting(fitting, photos)
                if first
                else Desk(self.layout, self.book, photos, self._copies, fitting)
            )
        return self._desks[fitting]

    def _photo_desk(self, forced: bool) -> PhotoDesk:
        """Return the desk at which photos are kept within the limits, or beyond them where forced."""
        alike = (each.photos for each in self._desks.values() if each.photos.forced is forced)
        return next(alike, None) or PhotoDesk(self.layout, self.book, self.layout.grid.lines, forced)

    def leaves(self, story: Article, fitting: Fitting, below: float = math.inf) -> Leaves:
        """Return a story's rectangles of every height, for each width in columns from one on.

        The headline of any but a lead is smaller than ``below`` points, where it has a size that is.
        """
        below = _below(story, below)
        key = story.id, story.section, story.makeup, fitting, below
        if key not in self._leaves:
            self.copy(story)
            grid, desk, photos = self.layout.grid, self.desk(fitting), self.photos(story)
            held = story.makeup.width if story.makeup.place else None
            drawn = [
                desk.rectangles(story, photos, width, grid.lines, below) if held in (None, width) else {}
                for width in range(1, grid.columns + 1)
            ]
            self._leaves[key] = _of_shape(drawn, story.makeup)
        return self._leaves[key]

    def photos(self, story: Article) -> tuple[Photo, ...]:
        """Return a story's photos, without those that are not in the manifest."""
        return tuple(photo for each in story.photos if (photo := self.issue.photo(each)))

    def page(self, stories: Sequence[Article], height: int, force: bool = True) -> Found | None:
        """Return the best page of so many lines; where nothing fills it, one with the least over or short.

        None where not even the heads of so many stories find room, and without ``force`` where nothing fits.
        """
        area = self.layout.grid.columns * (height + self.layout.limits.gap)
        found = None if self.is_flooded(stories, area) else self._searched(stories, height, FULL)
        return self._searched(stories, height, FORCED) if force and found is None else found

    def _searched(self, stories: Sequence[Article], height: int, fittings: Sequence[Fitting]) -> Found | None:
        """Return the best page by some ways of fitting, searched for once."""
        key = _asked(stories, height, fittings[0])
        if key not in self._found:
            hopeless = self._is_hopeless(stories, height)
            search = partial(self._fitted, stories, height, fittings)
            self._found[key] = None if hopeless else self._led(search)
        return self._found[key]

    def _led(self, search: Callable[[float], Found | None]) -> Found | None:
        """Return what a search finds with no headline as large as the lead's; it takes their most points."""
        found = search(math.inf)
        if found and self._is_outdone(found[0]):
            return search(self.layout.headlines[Rank.LEAD.value].steps[-1]) or found
        return found

    def _fitted(
        self, stories: Sequence[Article], height: int, fittings: Sequence[Fitting], below: float
    ) -> Found | None:
        """Ask paragraphs for other lines only where the page is not full, or its legs at fault, without.

        Headlines of all but leads are smaller than ``below`` points.
        """
        kept: Found | None = None
        for fitting in fittings:
            found = self._best(stories, height, fitting, below)
            if found and (kept is None or found[2] < kept[2]):
                kept = found
            if kept and _is_good(kept[0], kept[1]):
                break
        return kept

    def _best(self, stories: Sequence[Article], height: int, fitting: Fitting, below: float) -> Found | None:
        """Return the best page by one way of fitting, searched for once."""
        key = *_asked(stories, height, fitting), below
        if key not in self._bests:
            found, desk = self._trees(stories, height, fitting, below), self.desk(fitting)
            lead = heaviest(stories).id
            tree, cost = best_page(found, desk, lead) if found else (None, math.inf)
            self._bests[key] = (tree, desk, cost) if tree else None
        return self._bests[key]

    def fills(self, stories: Sequence[Article], height: int) -> bool:
        """Return whether stories fill a page of so many lines, however it looks."""
        area = self.layout.grid.columns * (height + self.layout.limits.gap)
        if not stories or self.is_flooded(stories, area) or self._is_hopeless(stories, height):
            return False
        pages = (self._best(stories, height, fitting, math.inf) for fitting in FULL)
        return any(page is not None and is_filled(page[0], page[1]) for page in pages)

    def bent(self, stories: Sequence[Article], height: int) -> Found | None:
        """Return the best page that doglegs help to fill, none where they do not, or the layout has none."""
        bound = any(story.makeup.place for story in stories)
        if not self.layout.limits.doglegs or bound or len(stories) > MOST_BENT:
            return None
        key = _asked(stories, height, None)
        if key not in self._found:
            fits = not self.is_beyond(stories, height) and self.may_fill(stories, height, height)
            self._found[key] = self._led(partial(self._bent, stories, height)) if fits else None
        return self._found[key]

    def may_fill(self, stories: Sequence[Article], least: float, most: float) -> bool:
        """Return whether areas allow stories, as rectangles or bent, to fill a page of some number of lines.

        These are ``least`` to ``most``. A block of doglegs has no fewer gaps than stories.
        """
        columns, gap = self.layout.grid.columns, self.layout.limits.gap
        spans = [span for story in stories if (span := self._span(story))]
        if len(spans) < len(stories):
            return False
        shortest, longest = sum(least for least, _most in spans), sum(most for _least, most in spans)
        white = WHITE_COLUMNS * columns * (gap + 1)
        return shortest <= columns * (most + gap) and columns * (least + gap) <= longest + white

    def _span(self, story: Article) -> tuple[int, int] | None:
        """Return the least and the most area of a story, as rectangles and bent; none of one without any."""
        gap, (thin, wide) = self.layout.limits.gap, self._bending_of(story, math.inf)
        leaves = enumerate(self.leaves(story, Fitting.ASKED), 1)
        areas = [
            width * (lines + gap)
            for width, heights in leaves
            if heights
            for lines in (min(heights), max(heights))
        ]
        areas += [lines + gap for lines in (thin.lengths.start, thin.lengths.stop - 1)] if thin else []
        areas += [lines + gap for lines in wide.span] if wide else []
        return (min(areas), max(areas)) if areas else None

    def _bending_of(self, story: Article, below: float) -> Bending:
        """Return a story as a strand and as a spread, its headline smaller than ``below`` points."""
        if not self.layout.limits.doglegs:
            return None, None
        below = _below(story, below)
        key = story.id, story.section, story.makeup, below
        if key not in self._bending:
            asked = story, self.photos(story), self.desk(Fitting.ASKED), below
            self._bending[key] = strand(*asked), spread(*asked)
        return self._bending[key]

    def _bent(self, stories: Sequence[Article], height: int, below: float) -> Found | None:
        """Return the best page of rectangles and doglegs, headlines of all but leads below some points."""
        desk, columns, gap = self.desk(Fitting.ASKED), self.layout.grid.columns, self.layout.limits.gap
        leaves = [self.leaves(story, Fitting.ASKED, below) for story in stories]
        found: dict[int, Strand | Stiff] = {}
        spreads: dict[int, Spread] = {}
        for at, (story, widths) in enumerate(zip(stories, leaves, strict=True)):
            bending, wide = self._bending_of(story, below)
            if wide:
                spreads[1 << at] = wide
            if bending or widths[0] or wide:
                found[1 << at] = bending or Stiff(widths[0])
        order = [weight_of(story) for story in stories]
        strands = Strands(found, order, gap, spreads)
        search = BentSearch(strands, leaves, order, columns, height, gap)
        found_trees = search.trees(columns, height, JUDGED)
        trees = [each for each in found_trees if is_filled(each[1], desk)]
        if not trees:
            return None
        tree, cost = best_page(trees, desk, heaviest(stories).id)
        return tree, desk, cost

    def _is_outdone(self, tree: Tree) -> bool:
        """Return whether a headline of no lead is as large as the leads'; what goes on here may have none."""
        heads = {each.story: each.head.headline for each in leaves_of(tree)}
        sizes = {story: head.size for story, head in heads.items() if head.lines}
        articles = {story: self._copies[story].article for story in sizes}
        leads = [size for story, size in sizes.items() if head_rank(articles[story]) is Rank.LEAD]
        others = [size for story, size in sizes.items() if articles[story].rank is not Rank.LEAD]
        return bool(leads) and max(others, default=0.0) >= max(leads)

    def is_flooded(self, stories: Sequence[Article], area: float) -> bool:
        """Return whether stories take far more than an area, by the characters and heads they have alone."""
        return sum(map(self.rough_area, stories)) > OVERFULL * area

    def rough_area(self, story: Article) -> float:
        """Return less than a story's least area, in lines of one column, without setting a line of it.

        Of a part that goes on elsewhere no more must stand here than the fewest lines of a part.
        """
        if isinstance(story, Part) and story.goes_on:
            return float(story.least)
        if story.id not in self._characters:
            self._characters[story.id] = story.manuscript.characters
        return ROUGH * self._characters[story.id] / self.layout.grid.column + 1 + self.layout.limits.gap

    def _is_hopeless(self, stories: Sequence[Article], height: int) -> bool:
        """Return whether the stories take far more than the page, so that no search is worth its time."""
        if any(story.makeup.place for story in stories):
            return False
        columns, gap = self.layout.grid.columns, self.layout.limits.gap
        if len(stories) > 1 and self.is_flooded(stories, columns * (height + gap)):
            return True
        return len(stories) > 1 and self.is_beyond(stories, height, 1 / OVERFULL)

    def is_beyond(self, stories: Sequence[Article], height: int, share: float = BENT_SMALLEST) -> bool:
        """Return whether a share of the least areas of stories is more than a page of so many lines."""
        columns, gap = self.layout.grid.columns, self.layout.limits.gap
        areas = [_least_area(self.leaves(story, Fitting.EXACT), gap) for story in stories]
        return share * sum(area for area in areas if area < math.inf) > columns * (height + gap)

    def _trees(
        self, stories: Sequence[Article], height: int, fitting: Fitting, below: float
    ) -> list[tuple[float, Tree]]:
        """Return the cheapest trees of a page."""
        if any(story.makeup.place for story in stories):
            return self._held_trees(stories, height, fitting, below)
        columns, gap = self.layout.grid.columns, self.layout.limits.gap
        if fitting is Fitting.ASKED and self.is_beyond(stories, height, SMALLEST):
            return []
        leaves = [self.leaves(story, fitting, below) for story in stories]
        if sum(_least_area(each, gap) for each in leaves) > columns * (height + gap):
            return []
        order = [weight_of(story) for story in stories]
        return Search(leaves, order, columns, height, gap, page=True).trees(columns, height, JUDGED)

    def _held_trees(
        self, stories: Sequence[Article], height: int, fitting: Fitting, below: float
    ) -> list[tuple[float, Tree]]:
        """Return the cheapest trees of a page on which the editor holds stories at their places."""
        columns, gap = self.layout.grid.columns, self.layout.limits.gap
        page = Area(0, 0, columns, height)
        held: dict[Area, Rectangle] = {}
        for story in stories:
            if story.makeup.place:
                area = area_of(*story.makeup.place, page)
                inside = area.within(page)
                widths = self.leaves(story, fitting, below)
                rectangle = widths[area.columns - 1].get(area.lines) if inside else None
                if rectangle is None:
                    return []
                held[area] = rectangle
        free = [story for story in stories if not story.makeup.place]
        leaves = [self.leaves(story, fitting, below) for story in free]
        order = [WEIGHTS[story.rank] for story in free]
        search = Search(leaves, order, columns, height, gap) if free else None
        return Around(held, search, gap, fitting is Fitting.FORCED).trees(page, JUDGED)


def _below(story: Article, below: float) -> float:
    """Return the points below which a story's headline stays: a lead's may have any size."""
    return math.inf if story.rank is Rank.LEAD else below


def _asked(stories: Sequence[Article], height: int, fitting: Fitting | None) -> Asked:
    """Return by what a page is remembered: its stories, its lines, how it is fitted, none for doglegs."""
    return tuple((story.id, story.section, story.makeup) for story in stories), height, fitting


def _is_good(tree: Tree, desk: Desk) -> bool:
    """Return whether nothing is gained by asking paragraphs for other lines."""
    return is_filled(tree, desk) and is_clean(tree, desk) and has_heads_over(tree, desk)


def _of_shape(leaves: Leaves, shape: Shape) -> Leaves:
    """Return the rectangles that have the shape an editor wants; all where there is no such one."""
    wanted = [
        {
            height: each
            for height, each in heights.items()
            if (shape.width or width) == width and (shape.height or height) == height
        }
        for width, heights in enumerate(leaves, 1)
    ]
    return wanted if any(wanted) else leaves


def _least_area(leaves: Leaves, gap: int) -> float:
    """Return the smallest area of a story with the gap below it, in lines of one column."""
    areas = (width * (min(heights) + gap) for width, heights in enumerate(leaves, 1) if heights)
    return min(areas, default=math.inf)


def heaviest(stories: Sequence[Article]) -> Article:
    """Return a page's lead: the first of the highest rank."""
    return max(stories, key=weight_of)


def weight_of(story: Article) -> float:
    """Return what a story weighs on its page, where the heavier stand above the lighter."""
    if isinstance(story, Part) and story.continues:
        return ASIDE if story.turned else FIRST
    if isinstance(story, Part) and story.goes_on and not story.jump_line:
        return LAST
    return WEIGHTS[story.rank]
