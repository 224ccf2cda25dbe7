"""Issues that a stranger might bring: one story long and many short, or all alike; copy of one paragraph, of
twenty one-line ones, of crossheads, of talk; photos of odd shapes; heads of one word or of five lines.

As in `issues` only the whole is kept within a quarter of what its pages hold, as it is counted here, and
every other issue has a page plan.
"""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pages import clause, headline

from issues import FEWEST, FILLED, HEADS, MANY, MOST, PHOTOGRAPHED, SPREAD, TABLOID, rooms_of
from newsletter.diagnostics import Span
from newsletter.issue import Article, Issue, PagePlan, Photo, Pixels, Publication, Rank, Sheet
from newsletter.layout import Layout
from newsletter.manuscript import Block, Manuscript, Paragraph, Run

SHORTEST = 40
"""The fewest characters of a story."""
ODD = ((1200, 3600), (6400, 1600), (5000, 1500), (2000, 2000), (900, 700), (3000, 4500), (1800, 1700))
"""The sizes of a stranger's originals: strips upright and level, squares, one small as from a telephone."""
Shares = Callable[[random.Random, int], list[float]]
Copy = Callable[[random.Random, int], list[Paragraph]]


def _one_long(lot: random.Random, count: int) -> list[float]:
    return [lot.uniform(2.0, 6.0)] + [lot.uniform(0.3, 0.6)] * (count - 1)


def _alike(_lot: random.Random, count: int) -> list[float]:
    return [1.0] * count


def _halved(_lot: random.Random, count: int) -> list[float]:
    return [2.0**-at for at in range(count)]


def _two_long(lot: random.Random, count: int) -> list[float]:
    return [3.0, lot.uniform(2.0, 3.0)] + [0.5] * (count - 2)


def _giant(lot: random.Random, length: int) -> list[Paragraph]:
    """Return one paragraph."""
    return [_paragraph(_words(lot, length))]


def _one_liners(lot: random.Random, length: int) -> list[Paragraph]:
    """Return paragraphs of a few words."""
    return list(_parted(lot, length, (5, 10)))


def _talk(lot: random.Random, length: int) -> list[Paragraph]:
    """Return what two people say in turn, now a word, now much."""
    return list(_parted(lot, length, (8, 70), ("问：", "答：")))


def _crossheads(lot: random.Random, length: int) -> list[Paragraph]:
    """Return short paragraphs, each under a crosshead."""
    found = []
    for paragraph in _parted(lot, length, (40, 90)):
        found += [_paragraph(clause(lot)[:8], Block.CROSSHEAD), paragraph]
    return found


def _plain(lot: random.Random, length: int) -> list[Paragraph]:
    """Return paragraphs of any length."""
    return list(_parted(lot, length, (20, 260)))


SHARES: tuple[Shares, ...] = (_one_long, _alike, _halved, _two_long)
COPY: tuple[Copy, ...] = (_giant, _one_liners, _talk, _crossheads, _plain)
RANKED = ("led", "briefs", "equal", "two leads")
"""How the stories of a page are ranked."""


def _parted(
    lot: random.Random, length: int, sizes: tuple[int, int], before: tuple[str, ...] = ("",)
) -> list[Paragraph]:
    """Return paragraphs of sizes drawn, so many characters together."""
    found: list[Paragraph] = []
    left = length
    while left > 0:
        text = _words(lot, min(left, lot.randint(*sizes)))
        found.append(_paragraph(before[len(found) % len(before)] + text))
        left -= len(text)
    return found


def _words(lot: random.Random, length: int) -> str:
    """Return clauses of about so many characters, a full stop at their end."""
    found = clause(lot)
    while len(found) < length - 1:
        found += lot.choice("，，，。；") + clause(lot)
    return found[: max(2, length - 1)].rstrip("，。；") + "。"


def _paragraph(text: str, block: Block = Block.TEXT) -> Paragraph:
    return Paragraph(block, (Run(text),), Span("stranger.md"))


def issue(seed: int, layout: Layout) -> Issue:
    """Return an issue of odd stories, its content within a quarter of its pages; odd seeds plan the pages."""
    lot = random.Random(f"stranger {seed}")
    planned, writer = bool(seed % 2), _Writer(lot, layout)
    whole = lot.uniform(1 - SPREAD, 1 + SPREAD)
    plans, stories = [], list[Article]()
    for number, room in rooms_of(layout).items():
        share = writer.page(room, lot.uniform(1 - SPREAD, 1 + SPREAD) if planned else whole)
        plans.append(PagePlan(page=number, articles=tuple(story.id for story in share)))
        stories += share
    if not planned:
        lot.shuffle(stories)
    return Issue(
        slug="strangers",
        workspace=Path(),
        folder=Path(),
        publication=Publication(),
        sheet=Sheet(number=1, pages=tuple(plans) if planned else ()),
        articles=tuple(stories),
        photos=tuple(writer.photos),
    )


@dataclass
class _Writer:
    """Who writes the stories of an issue and takes their photos."""

    lot: random.Random
    layout: Layout
    photos: list[Photo] = field(default_factory=list)
    stories: int = 0

    def page(self, room: int, part: float) -> list[Article]:
        """Return stories whose copy fills what heads and photos leave of a part of the room."""
        while True:
            ranks = self._ranks(self.lot.randint(FEWEST, MOST))
            photos = self._photo_counts(len(ranks))
            left = part * room - self._taken(ranks, sum(photos), room)
            if left > len(ranks) * SHORTEST / self.layout.grid.column:
                break
        shares = self.lot.choice(SHARES)(self.lot, len(ranks))
        lines = [left * share / sum(shares) for share in shares]
        return [self._story(*each) for each in zip(ranks, lines, photos, strict=True)]

    def _taken(self, ranks: list[Rank], photos: int, room: int) -> float:
        """Return about the lines that heads and photos take, as `issues.content` counts them."""
        heads = sum(HEADS[rank] for rank in ranks) * math.sqrt(room * TABLOID)
        return heads + room * PHOTOGRAPHED * (1 - math.exp(-photos / MANY))

    def _ranks(self, count: int) -> list[Rank]:
        """Return the ranks of a page's stories, the highest first."""
        how = self.lot.choice(RANKED)
        if how == "equal":
            return [Rank.STANDARD] * count
        if how == "two leads":
            return [Rank.LEAD] * 2 + [Rank.STANDARD] * (count - 2)
        return [Rank.LEAD] + [Rank.BRIEF if how == "briefs" else Rank.STANDARD] * (count - 1)

    def _photo_counts(self, count: int) -> list[int]:
        """Return no photos, one a story, or many of one story."""
        how = self.lot.randrange(4)
        if how < 2:
            return [self.lot.randint(0, 3) * how] + [0] * (count - 1)
        return [1] * count if how == 2 else [self.lot.randint(4, 8)] + [0] * (count - 1)

    def _story(self, rank: Rank, lines: float, photos: int) -> Article:
        """Return a story of about so many lines of one column."""
        self.stories += 1
        lot, characters = self.lot, max(SHORTEST, round(lines * self.layout.grid.column * FILLED))
        paragraphs = self._fitted(lot.choice(COPY), characters, lines)
        return Article(
            id=f"s{self.stories}",
            kicker=lot.choice(("", "", clause(lot)[:10])),
            headline=lot.choice((headline(lot)[:2], headline(lot), clause(lot) + "：" + headline(lot))),
            deck=lot.choice(("", "", f"——{clause(lot)[:14]}")),
            rank=rank,
            photos=tuple(self._photo() for _ in range(photos)),
            manuscript=Manuscript(tuple(paragraphs)),
        )

    def _fitted(self, write: Copy, characters: int, lines: float) -> list[Paragraph]:
        """Return copy of about so many lines: short paragraphs leave white at their ends."""
        paragraphs = write(self.lot, characters)
        while len(paragraphs) > 2 and self._lines(paragraphs) > lines:
            paragraphs = paragraphs[:-1]
        while paragraphs[-1].block is Block.CROSSHEAD:
            paragraphs = paragraphs[:-1]
        return paragraphs

    def _lines(self, paragraphs: list[Paragraph]) -> int:
        measure = self.layout.grid.column
        return sum(math.ceil((len(each.text) + 2) / measure) for each in paragraphs)

    def _photo(self) -> str:
        width, height = self.lot.choice(ODD)
        caption = self.lot.choice(("", clause(self.lot), clause(self.lot) + "，" + clause(self.lot)))
        size = Pixels(width=width, height=height)
        self.photos.append(Photo(id=f"p{len(self.photos)}", caption=caption, pixels=size))
        return self.photos[-1].id
