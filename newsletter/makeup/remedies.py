"""Ways out for pages that are over or short: every one counted from the page or tried by a search of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from newsletter.dummy import Dummy, DummyPage, StoryFit
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue, PagePlan, Photo, Rank
from newsletter.layout import Layout
from newsletter.makeup.blank import LANDSCAPE, PORTRAIT, blank_article, blank_photo
from newsletter.makeup.choice import is_full
from newsletter.makeup.composing_room import WEIGHTS, ComposingRoom
from newsletter.makeup.issue_plan import CROWD, best_tree, page_room
from newsletter.makeup.jumping import Jumper, turned_to
from newsletter.makeup.positions import stories_on
from newsletter.makeup.search import Tree, leaves_of
from newsletter.makeup.unswept import unswept
from newsletter.receipt import Remedy, Way

MOST_TRIALS = 16
"""How many pages may be searched for the remedies of an issue."""
TRIED_PHOTOS, TRIED_MOVES, TRIED_JUMPS = 4, 4, 3
"""How many photos are left out, stories moved and stories turned to later pages in trials for one page."""
ROOM = 4
"""The lines that a page must leave white to be offered a story."""
ELBOW = 2.0
"""By how much a story's lines may exceed the white of a page that is tried with it: its photos give way."""
FILLED = 0.93
"""The share of its measure that a line of copy fills on average, for the ends of paragraphs are short."""
LONGEST_FILLER = 250
"""The characters of a filler at most: what is longer is a story."""
NEWCOMER = "?"
"""The name of a photo or story that is tried and does not exist."""
PRICES = {
    Way.WITH_PHOTO: 60,
    Way.FILLER: 80,
    Way.JUMP: 100,
    Way.MOVE: 120,
    Way.PHOTO: 150,
    Way.WITHOUT_PHOTO: 200,
}
"""What a remedy is worth in characters written or cut: the cheapest is named first."""


@unswept()
def remedied(dummy: Dummy, issue: Issue, layout: Layout, book: FontBook) -> Dummy:
    """Return the dummy with remedies for every story that is over or leaves white; a full one as it is."""
    if all(_sound(fit) for page in dummy.pages for fit in page.fits):
        return dummy
    infirmary = Infirmary(dummy, issue, layout, book)
    return replace(dummy, pages=tuple(map(infirmary.page, dummy.pages)))


def _sound(fit: StoryFit) -> bool:
    return not fit.overset and not fit.leaves_white


def characters_of(fit: StoryFit) -> int:
    """Return about how many characters fill the white that a story leaves."""
    return round(fit.short * fit.measure * FILLED)


@dataclass
class Infirmary:
    """The pages of a dummy under treatment; ``trials`` searches may still be made."""

    dummy: Dummy
    issue: Issue
    layout: Layout
    book: FontBook
    trials: int = MOST_TRIALS

    def page(self, page: DummyPage) -> DummyPage:
        """Return a page with remedies for its stories, those of the page as a whole with the worst."""
        worst = max(page.fits, key=lambda fit: (fit.overset, fit.short), default=None)
        fits = (
            fit if _sound(fit) else replace(fit, remedies=self._remedies(page, fit, fit is worst))
            for fit in page.fits
        )
        return replace(page, fits=tuple(fits))

    def _remedies(self, page: DummyPage, fit: StoryFit, worst: bool) -> tuple[Remedy, ...]:
        """Return a story's remedies, the cheapest first."""
        found = list(self._over(page, fit, worst) if fit.overset else self._short(page, fit, worst))
        return tuple(sorted(found, key=lambda each: PRICES.get(each.way, each.characters)))

    def _over(self, page: DummyPage, fit: StoryFit, worst: bool) -> Iterator[Remedy]:
        if fit.legs:
            yield Remedy(Way.CUT, fit.story, fit.overset_characters)
        if worst:
            yield from islice(self._jumps(page), 1)
            yield from islice(self._without_photos(page), 1)
            yield from islice(self._moves(page), 1)

    def _short(self, page: DummyPage, fit: StoryFit, worst: bool) -> Iterator[Remedy]:
        yield Remedy(Way.ADD, fit.story, characters_of(fit))
        if worst:
            yield from islice(self._with_photos(page, fit), 1)
            yield from islice(self._new_photos(page, fit), 1)
            yield from islice(self._fillers(page, fit), 1)

    def _without_photos(self, page: DummyPage) -> Iterator[Remedy]:
        """Yield the photos without which the page is full: the last ones of stories over or light first."""
        over = {fit.story for fit in page.fits if fit.overset}
        stories = sorted(self._stories(page), key=lambda each: (each.id not in over, WEIGHTS[each.rank]))
        pairs = ((story, photo) for story in stories for photo in reversed(story.photos))
        for story, photo in islice(pairs, TRIED_PHOTOS):
            rest = story.model_copy(update={"photos": tuple(each for each in story.photos if each != photo)})
            if self._try(page, _exchanged(stories, rest)):
                yield Remedy(Way.WITHOUT_PHOTO, story.id, photo=photo)

    def _moves(self, page: DummyPage) -> Iterator[Remedy]:
        """Yield the stories that another page has room for and without which this one is full."""
        stories = self._stories(page)
        pairs = (
            (story, other)
            for other in self.dummy.pages
            if other is not page and other.short >= ROOM and not other.overset
            for story in sorted(stories, key=lambda story: story.manuscript.characters)
            if len(stories) > 1 and self._lines(story) <= ELBOW * other.short
        )
        for story, other in islice(pairs, TRIED_MOVES):
            rest = [each for each in stories if each is not story]
            if self._try(page, rest) and self._try(other, [*self._stories(other), story]):
                yield Remedy(Way.MOVE, story.id, page=other.number, room=other.short)

    def _jumps(self, page: DummyPage) -> Iterator[Remedy]:
        """Yield the stories whose rest a later page has room for, so that both pages are full."""
        if self.layout.jumps.reach == "none" or any(fit.parts > 1 for fit in page.fits):
            return
        shop = ComposingRoom(self.issue, self.layout, self.book)
        count = len(self.dummy.pages)
        rooms = {each.number: page_room(each.number, self.layout, count) for each in self.dummy.pages}
        plans = [
            PagePlan(page=each.number, articles=tuple(fit.story for fit in each.fits))
            for each in self.dummy.pages
        ]
        jumper, own = Jumper(shop, rooms), plans[page.number - 1]
        for story, other in islice(jumper.pairs(own, plans), min(TRIED_JUMPS, self.trials)):
            self.trials -= 1
            if jumper.closes(turned_to(plans, story, other), story):
                yield Remedy(Way.JUMP, story, page=other)

    def _with_photos(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        """Yield the photos that no story has and with which the page is full."""
        taken = {photo for story in self.issue.articles for photo in story.photos}
        free = [photo for photo in self.issue.photos if photo.id not in taken and photo.pixels]
        for photo in free[:TRIED_PHOTOS]:
            if self._try_photo(page, fit, photo):
                yield Remedy(Way.WITH_PHOTO, fit.story, photo=photo.id)

    def _new_photos(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        """Yield the size of a photo that fills the white: a landscape one, else a portrait."""
        for shape in (LANDSCAPE, PORTRAIT):
            tree = self._try_photo(page, fit, blank_photo(NEWCOMER, shape))
            if tree:
                yield _size_of_newcomer(tree, fit.story, self.layout)

    def _fillers(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        """Yield the length of a filler that fills the page together with its stories."""
        lines = fit.short - fit.legs * (self.layout.limits.gap + 2)
        characters = round(lines * fit.measure * FILLED)
        if self.layout.limits.smallest_leg <= lines and characters <= LONGEST_FILLER:
            filler = blank_article(NEWCOMER, Rank.FILLER, characters)
            if self._try(page, [*self._stories(page), filler]):
                yield Remedy(Way.FILLER, fit.story, characters, room=lines)

    def _try_photo(self, page: DummyPage, fit: StoryFit, photo: Photo) -> Tree | None:
        """Return the page with one photo more for a story, none where that does not fill it."""
        stories = self._stories(page)
        story = next((each for each in stories if each.id == fit.story), None)
        if story is None:
            return None
        grown = story.model_copy(update={"photos": (*story.photos, photo.id)})
        return self._try(page, _exchanged(stories, grown), (*self.issue.photos, photo))

    def _try(
        self, page: DummyPage, stories: Sequence[Article], photos: tuple[Photo, ...] = ()
    ) -> Tree | None:
        """Return a full page of these stories, none where there is none or no more may be tried."""
        if not self.trials or not 0 < len(stories) <= CROWD:
            return None
        self.trials -= 1
        issue = self.issue.model_copy(update={"photos": photos or self.issue.photos})
        found = best_tree(stories, issue, self.layout, self.book, page.lines, force=False)
        return found[0] if found and is_full(found[0]) else None

    def _lines(self, story: Article) -> float:
        """Return about how many lines of one column a story's copy takes."""
        return story.manuscript.characters / self.layout.grid.column / FILLED

    def _stories(self, page: DummyPage) -> list[Article]:
        return stories_on(page, self.issue, self.layout)


def _exchanged(stories: Sequence[Article], story: Article) -> list[Article]:
    """Return the stories with one in the place of that of the same name."""
    return [story if each.id == story.id else each for each in stories]


def _size_of_newcomer(tree: Tree, story: str, layout: Layout) -> Remedy:
    """Return how large the photo that was tried stands on the page."""
    column = (layout.grid.column + layout.grid.gutter) * layout.em
    body = next(each.body for each in leaves_of(tree) if each.story == story)
    rows = body.photos.rows if body.photos else ()
    width, lines = next(
        (width, row.image)
        for row in rows
        for photo, width in zip(row.photos, row.widths, strict=True)
        if photo.id == NEWCOMER
    )
    return Remedy(Way.PHOTO, story, room=lines, columns=max(1, round(width / column)))
