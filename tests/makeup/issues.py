"""Whole issues drawn by lot: three to nine stories a page, none to ten photos a story or a page.

Nothing is capped but the whole: an issue is drawn anew until its content is within a quarter of what its
pages hold, as they are counted here, without a look at what make-up can do. Every other issue has a page
plan, in which every page's content is so.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pages import clause, headline, manuscript

from newsletter.issue import Article, BoxKind, Issue, PagePlan, Photo, Pixels, Publication, Rank, Sheet
from newsletter.layout import Layout
from newsletter.manuscript import Block, Manuscript

SHORTEST, LONGEST = 80, 3000
FEWEST, MOST = 3, 9
MOST_PHOTOS = 10
SPREAD = 0.25
SHAPES = (
    *((3000, 2000), (4000, 3000), (6000, 4000), (2000, 3000), (3000, 4000), (3000, 3000)) * 3,
    *((4000, 2250), (2250, 4000), (6000, 2000), (1500, 3000), (7000, 1750)),
)
"""The sizes of originals in pixels: landscapes, portraits, squares, now and then a panorama."""
FILLED = 0.93
"""The share of its measure that a line of copy fills on average."""
HEADS = {Rank.LEAD: 0.08, Rank.MAJOR: 0.045, Rank.STANDARD: 0.03, Rank.BRIEF: 0.02, Rank.FILLER: 0.015}
"""About what a head and the gap below its story take of a page of the tabloid."""
TABLOID = 456
"""The lines of one column on a page of the tabloid."""
LONG_LEADS = 0.7
"""How often the stories of a page are the longer the higher their rank."""
PHOTOGRAPHED, MANY = 0.65, 7.0
"""The share of a page that ever more photos come near to; the number that takes two thirds of that."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A story before its copy is written: rank, length in characters, number of photos."""

    rank: Rank
    length: int
    photos: int


def issue(
    seed: int, layout: Layout, spread: float = SPREAD, counts: tuple[int, int] = (FEWEST, MOST)
) -> Issue:
    """Return an issue whose content is within ``spread`` of what its pages hold; odd seeds plan the pages.

    ``counts`` are the fewest and the most stories of a page.
    """
    lot = random.Random(seed)
    rooms = rooms_of(layout)
    planned = bool(seed % 2)
    pages = _pages(lot, rooms, spread, planned, layout, counts)
    written = _Writer(lot)
    shares = [[written.story(drawn) for drawn in page] for page in pages]
    plans = [
        PagePlan(page=number, articles=tuple(story.id for story in share))
        for number, share in zip(rooms, shares, strict=True)
    ]
    stories = [story for share in shares for story in share]
    if not planned:
        lot.shuffle(stories)
    return Issue(
        slug="lot",
        workspace=Path(),
        folder=Path(),
        publication=Publication(),
        sheet=Sheet(number=1, pages=tuple(plans) if planned else ()),
        articles=tuple(stories),
        photos=tuple(written.photos),
    )


def rooms_of(layout: Layout) -> dict[int, int]:
    """Return the lines of one column of every page that takes stories."""
    count = layout.page_count
    found = {}
    for page in range(1, count + 1):
        room = layout.room_of(page, count)
        if room.fills == "nothing":
            lines = layout.grid.lines - room.head - room.foot - layout.index_lines(page, count)
            found[page] = lines * layout.grid.columns
    return found


def _pages(
    lot: random.Random,
    rooms: dict[int, int],
    spread: float,
    planned: bool,
    layout: Layout,
    counts: tuple[int, int],
) -> list[list[Drawn]]:
    """Return the stories of every page; only those of planned pages must each be within the spread."""
    whole = lot.uniform(1 - spread, 1 + spread)
    found = []
    for room in rooms.values():
        part = lot.uniform(1 - spread, 1 + spread) if planned else whole * lot.uniform(0.85, 1.15)
        while True:
            drawn = _page(lot, room, part, layout, counts)
            if abs(content(drawn, room, layout) / room - part) <= 0.05:
                break
        found.append(drawn)
    return found


def _page(lot: random.Random, room: int, part: float, layout: Layout, counts: tuple[int, int]) -> list[Drawn]:
    """Return a page's stories, whose copy fills what heads and photos leave of its content."""
    count = lot.randint(*counts)
    ranks, photos = _ranks(lot, count), _photos(lot, count)
    bare = [Drawn(rank, 0, number) for rank, number in zip(ranks, photos, strict=True)]
    whole = (part * room - content(bare, room, layout)) * layout.grid.column * FILLED
    shares = [lot.uniform(0.15, 1.0) ** 2 for _ in ranks]
    if lot.random() < LONG_LEADS:
        shares.sort(reverse=True)
    return [
        replace(each, length=min(LONGEST, max(SHORTEST, round(whole * share / sum(shares)))))
        for each, share in zip(bare, shares, strict=True)
    ]


def content(drawn: Sequence[Drawn], room: int, layout: Layout) -> float:
    """Return about what stories take in lines of one column: copy, heads, and photos, the smaller the more."""
    copy = sum(each.length for each in drawn) / layout.grid.column / FILLED
    heads = sum(HEADS[each.rank] for each in drawn) * math.sqrt(room * TABLOID)
    count = sum(each.photos for each in drawn)
    return copy + heads + room * PHOTOGRAPHED * (1 - math.exp(-count / MANY))


def _ranks(lot: random.Random, count: int) -> list[Rank]:
    """Return ranks in their order: mostly one lead, now and then none or two."""
    leads = lot.choices((1, 0, 2), (0.7, 0.15, 0.15))[0]
    others = lot.choices((Rank.MAJOR, Rank.STANDARD, Rank.BRIEF), (2, 4, 3), k=count - leads)
    return sorted([Rank.LEAD] * leads + others, key=list(Rank).index)


def _photos(lot: random.Random, count: int) -> list[int]:
    """Return the photos of every story: so many on the page, or so many by one of its stories."""
    whole = lot.randint(0, MOST_PHOTOS)
    if lot.random() < 0.2:
        at = lot.randrange(count)
        return [whole if each == at else 0 for each in range(count)]
    given = lot.choices(range(count), [2.0**-each for each in range(count)], k=whole)
    return [given.count(each) for each in range(count)]


@dataclass
class _Writer:
    """Who writes the stories that are drawn and takes their photos."""

    lot: random.Random
    photos: list[Photo] = field(default_factory=list)
    stories: int = 0

    def story(self, drawn: Drawn) -> Article:
        """Return a story: some have a kicker, a deck, a byline, a box or a pull quote."""
        self.stories += 1
        mine = [self._photo() for _ in range(drawn.photos)]
        copy = _with_list(manuscript(self.lot, drawn.length), self.lot)
        first = copy.paragraphs[0].text
        return Article(
            id=f"s{self.stories}",
            kicker=self._some(0.15, clause(self.lot)[:12]),
            headline=headline(self.lot),
            deck=self._some(0.25, clause(self.lot)[:18]),
            byline=self._some(0.3, "本报记者 " + headline(self.lot)[:3]),
            source=self._some(0.4, clause(self.lot)[:4]),
            rank=drawn.rank,
            photos=tuple(each.id for each in mine),
            box=BoxKind.RULE if self.lot.random() < 0.08 else None,
            pull_quote=self._some(0.1 * (drawn.length > 600), first[:14]),
            manuscript=copy,
        )

    def _some(self, often: float, text: str) -> str:
        return text if self.lot.random() < often else ""

    def _photo(self) -> Photo:
        lot = self.lot
        width, height = lot.choice(SHAPES)
        focus = (round(lot.uniform(0.05, 0.95), 2), round(lot.uniform(0.05, 0.95), 2))
        size = Pixels(width=width, height=height)
        self.photos.append(Photo(id=f"p{len(self.photos)}", caption=clause(lot), focus=focus, pixels=size))
        return self.photos[-1]


def _with_list(copy: Manuscript, lot: random.Random) -> Manuscript:
    """Return a manuscript in which, now and then, paragraphs in the middle are items of a list."""
    count = len(copy.paragraphs)
    if count < 5 or lot.random() < 0.8:
        return copy
    paragraphs = list(copy.paragraphs)
    for number, at in enumerate(range(count // 2, min(count, count // 2 + 4)), 1):
        if paragraphs[at].block is Block.TEXT:
            paragraphs[at] = replace(paragraphs[at], block=Block.ITEM, marker=f"{number}.")
    return replace(copy, paragraphs=tuple(paragraphs))
