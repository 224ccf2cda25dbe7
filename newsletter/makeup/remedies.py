"""Ways out for pages that are over or short: each tried by making the issue up with it, else not named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from newsletter.diagnostics import Staged
from newsletter.dummy import Dummy, DummyPage, PhotoFrame, StoryFit
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue, PagePlan, Pixels, Rank
from newsletter.layout import Layout
from newsletter.makeup.blank import LANDSCAPE, PORTRAIT, blank_article, blank_photo
from newsletter.makeup.changes import joined, lengthened, moved, shortened, turned, without
from newsletter.makeup.composing_room import WEIGHTS, ComposingRoom
from newsletter.makeup.issue_plan import made_up, page_room
from newsletter.makeup.jumping import Jumper
from newsletter.makeup.trials import Trials, misfit
from newsletter.makeup.unswept import unswept
from newsletter.receipt import Remedy, Way

MOST_TRIALS = 96
"""For how many pages the remedies of an issue may be searched."""
TRIED_PHOTOS, TRIED_MOVES, TRIED_JUMPS, TRIED_COPY = 4, 4, 3, 3
"""How many photos are left out, stories moved, turned to later pages and cut in trials for one page."""
AMOUNTS = (1.0, 1.15, 0.9, 1.35, 0.75, 1.7)
"""The parts of what is over or white that are tried: photos and heads give way when copy is cut or added."""
KEPT = 40
"""The characters that a story must keep when it is cut."""
ROUNDED = 5
"""To how many characters a remedy is rounded: nobody counts single ones."""
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
    Way.WITHOUT_STORY: 400,
}
"""What a remedy is worth in characters written or cut: the cheapest is named first."""


def remedied(dummy: Dummy, issue: Issue, layout: Layout, book: FontBook) -> Dummy:
    """Return the dummy with remedies for every story that is over or leaves white; a full one as it is."""
    return advised(dummy, ComposingRoom(issue, layout, book))


@unswept()
def make_up_advised(issue: Issue, layout: Layout, book: FontBook) -> Staged[Dummy]:
    """Return the issue's dummy with remedies for every story that is over or leaves white."""
    shop = ComposingRoom(issue, layout, book)
    staged = made_up(shop)
    return staged if staged.value is None else replace(staged, value=advised(staged.value, shop))


@unswept()
def advised(dummy: Dummy, shop: ComposingRoom) -> Dummy:
    """Return the dummy with remedies; ``shop`` is where it was made up, or another for the same issue."""
    sick = [page.number for page in dummy.pages if not all(map(_sound, page.fits))]
    area = sum(page.lines for page in dummy.pages if page.fits) * shop.layout.grid.columns
    if not sick or shop.is_flooded(shop.issue.articles, area):
        return dummy
    infirmary = Infirmary(dummy, shop, MOST_TRIALS // len(sick))
    return replace(
        dummy, pages=tuple(infirmary.page(each) if each.number in sick else each for each in dummy.pages)
    )


def _sound(fit: StoryFit) -> bool:
    return not fit.overset and not fit.leaves_white


def characters_of(fit: StoryFit) -> int:
    """Return about how many characters fill the white that a story leaves."""
    return round(fit.short * fit.measure * FILLED)


@dataclass
class Infirmary:
    """The pages of a dummy under treatment; for each so many ``trials`` are added to those left."""

    dummy: Dummy
    shop: ComposingRoom
    each: int
    trials: Trials = field(init=False)

    def __post_init__(self) -> None:
        """Begin without trials."""
        self.trials = Trials(self.dummy, self.shop)

    @property
    def issue(self) -> Issue:
        """The issue of the dummy."""
        return self.shop.issue

    @property
    def layout(self) -> Layout:
        """The layout of the issue."""
        return self.shop.layout

    def page(self, page: DummyPage) -> DummyPage:
        """Return a page, the stories that are over or leave white with the remedies of the page."""
        self.trials.left += self.each
        worst = max(page.fits, key=lambda fit: (fit.overset, fit.short))
        found = list(self._over(page, worst) if worst.overset else self._short(page, worst))
        remedies = tuple(sorted(found, key=lambda each: PRICES.get(each.way, each.characters)))
        fits = (fit if _sound(fit) else replace(fit, remedies=remedies) for fit in page.fits)
        return replace(page, fits=tuple(fits))

    def _over(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        yield from islice(self._cuts(page, fit), 1)
        yield from islice(self._moves(page), 1)
        yield from islice(self._without_photos(page), 1)
        yield from islice(self._jumps(page), 1)
        yield from islice(self._left_out(page), 1)

    def _short(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        yield from islice(self._additions(page, fit), 1)
        yield from islice(self._with_photos(page, fit), 1)
        yield from islice(self._fillers(page, fit), 1)
        yield from islice(self._new_photos(page, fit), 1)

    def _cuts(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        """Yield the characters without which the page is full, those of the story that is most over first."""
        over = sum(each.overset_characters for each in page.fits)
        for story in self._written(page, fit):
            for characters in _amounts(over):
                if characters + KEPT > story.manuscript.characters:
                    continue
                if self.trials.exchange(page, story.id, shortened(story, characters)):
                    yield Remedy(Way.CUT, story.id, characters)

    def _additions(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        """Yield the characters with which the page is full, in the last paragraph or in new ones."""
        white = sum(characters_of(each) for each in page.fits if each.leaves_white)
        for story in self._written(page, fit):
            for characters in _amounts(white):
                longer = [lengthened(story, characters, on) for on in (True, False)]
                if all(self.trials.exchange(page, story.id, each) for each in longer):
                    yield Remedy(Way.ADD, story.id, characters)

    def _written(self, page: DummyPage, fit: StoryFit) -> list[Article]:
        """Return the stories of a page whose copy may be cut or added to: that of a fit, then the longest."""
        whole = [story for each in page.fits if each.legs and (story := self.issue.article(each.story))]
        order = sorted(whole, key=lambda each: (each.id != fit.story, -each.manuscript.characters))
        return order[:TRIED_COPY]

    def _left_out(self, page: DummyPage) -> Iterator[Remedy]:
        """Yield the stories without which the page is full, the lightest first; no lead is left out."""
        stories = self.trials.stories(page)
        light = sorted(stories, key=lambda each: (WEIGHTS[each.rank], each.manuscript.characters))
        for story in (each for each in light if each.rank is not Rank.LEAD and len(stories) > 1):
            rest, issue = [each for each in stories if each is not story], without(self.issue, story.id)
            if self.trials.fills(page, rest, issue):
                yield Remedy(Way.WITHOUT_STORY, story.id)

    def _without_photos(self, page: DummyPage) -> Iterator[Remedy]:
        """Yield the photos without which the page is full: the last ones of stories over or light first."""
        over = {fit.story for fit in page.fits if fit.overset}
        stories = sorted(
            self.trials.stories(page), key=lambda each: (each.id not in over, WEIGHTS[each.rank])
        )
        pairs = ((story.id, photo) for story in stories for photo in reversed(story.photos))
        for name, photo in islice(pairs, TRIED_PHOTOS):
            story = self.issue.article(name)
            rest = tuple(each for each in story.photos if each != photo) if story else ()
            if story and self.trials.exchange(page, name, story.model_copy(update={"photos": rest})):
                yield Remedy(Way.WITHOUT_PHOTO, name, photo=photo)

    def _moves(self, page: DummyPage) -> Iterator[Remedy]:
        """Yield the stories that another page has room for and without which this one is full."""
        stories = self.trials.stories(page)
        pairs = (
            (story, other)
            for other in self.dummy.pages
            if other is not page and other.short >= ROOM and not other.overset
            for story in sorted(stories, key=lambda story: story.manuscript.characters)
            if len(stories) > 1 and self._lines(story) <= ELBOW * other.short
        )
        for story, other in islice(pairs, TRIED_MOVES):
            rest = [each for each in stories if each is not story]
            issue = moved(self.issue, story.id, other.number)
            if self.trials.fills(page, rest, issue):
                yield Remedy(Way.MOVE, story.id, page=other.number, room=other.short)

    def _jumps(self, page: DummyPage) -> Iterator[Remedy]:
        """Yield the stories whose rest a later page has room for, so that both pages are full."""
        if self.layout.jumps.reach == "none" or any(fit.parts > 1 for fit in page.fits):
            return
        count = len(self.dummy.pages)
        rooms = {each.number: page_room(each.number, self.layout, count) for each in self.dummy.pages}
        plans = [
            PagePlan(page=each.number, articles=tuple(fit.story for fit in each.fits))
            for each in self.dummy.pages
        ]
        pairs = Jumper(self.shop, rooms).pairs(plans[page.number - 1], plans)
        for story, other in islice(pairs, TRIED_JUMPS):
            if self.trials.left > 0 and self.trials.made(page, turned(self.issue, story, other)):
                yield Remedy(Way.JUMP, story, page=other)

    def _with_photos(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        """Yield the photos that no story has and with which the page is full."""
        taken = {photo for story in self.issue.articles for photo in story.photos}
        free = [photo for photo in self.issue.photos if photo.id not in taken and photo.pixels]
        story = self.issue.article(fit.story)
        if story is None:
            return
        for photo in free[:TRIED_PHOTOS]:
            if self.trials.exchange(page, fit.story, _grown(story, photo.id)):
                yield Remedy(Way.WITH_PHOTO, fit.story, photo=photo.id)

    def _new_photos(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        """Yield the size of a photo that fills the white: a landscape one, else a portrait."""
        story = self.issue.article(fit.story)
        if story is None:
            return
        for shape in (LANDSCAPE, PORTRAIT):
            photo = blank_photo(f"{NEWCOMER}{shape.width}", shape)
            made = self.trials.exchange(page, fit.story, _grown(story, photo.id), (photo,))
            if made:
                yield from _size_of_newcomer(made, photo.id, shape, fit.story, self.layout)

    def _fillers(self, page: DummyPage, fit: StoryFit) -> Iterator[Remedy]:
        """Yield the length of a filler that fills the page together with its stories."""
        lines = misfit(page) - fit.legs * (self.layout.limits.gap + 2)
        characters = _rounded(lines * fit.measure * FILLED)
        if self.layout.limits.smallest_leg <= lines and characters <= LONGEST_FILLER:
            filler = self.trials.renamed(blank_article(NEWCOMER, Rank.FILLER, characters))
            issue = joined(self.issue, filler, page.number)
            stories = [*self.trials.stories(page), filler]
            if self.trials.fills(page, stories, issue):
                yield Remedy(Way.FILLER, fit.story, characters, page=page.number, room=lines)

    def _lines(self, story: Article) -> float:
        """Return about how many lines of one column a story's copy takes."""
        return story.manuscript.characters / self.layout.grid.column / FILLED


def _amounts(characters: int) -> Sequence[int]:
    """Return the amounts of copy that are tried for so much over or white, the likeliest first."""
    return list(dict.fromkeys(_rounded(characters * each) for each in AMOUNTS))


def _rounded(characters: float) -> int:
    return max(ROUNDED, round(characters / ROUNDED) * ROUNDED)


def _grown(story: Article, photo: str) -> Article:
    """Return a story with one photo more."""
    return story.model_copy(update={"photos": (*story.photos, photo)})


def _size_of_newcomer(made: Dummy, photo: str, shape: Pixels, story: str, layout: Layout) -> Iterator[Remedy]:
    """Yield how large the photo that was tried stands on its page."""
    column = (layout.grid.column + layout.grid.gutter) * layout.em
    for frame in (frame for page in made.pages for frame in page.frames):
        if isinstance(frame, PhotoFrame) and frame.photo == photo:
            columns, lines = round(frame.box.width / column), round(frame.box.height / layout.line)
            upright = shape.height > shape.width
            yield Remedy(Way.PHOTO, story, room=lines, columns=max(1, columns), upright=upright)
            return
