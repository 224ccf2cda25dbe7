"""Pages to make up, drawn by lot: three to seven stories of Chinese-like copy, none to four photos."""

import functools
import random
from collections.abc import Iterator
from pathlib import Path

from newsletter.compose.lexicon import vocabulary
from newsletter.diagnostics import Span
from newsletter.issue import Article, Issue, PagePlan, Photo, Pixels, Publication, Rank, Sheet
from newsletter.layout import Layout
from newsletter.manuscript import Block, Manuscript, Paragraph, Run

RANKS = (Rank.LEAD, Rank.MAJOR, Rank.STANDARD, Rank.STANDARD, Rank.BRIEF, Rank.BRIEF, Rank.FILLER)
SHORTEST, LONGEST = 80, 1500
SHAPES = ((3000, 2000), (4000, 3000), (2000, 3000), (3000, 3000))
HEAD_LINES = 5
"""About what a head and the gap below a story take, in lines over all columns of a story."""


def page(seed: int, layout: Layout) -> Issue:
    """Return an issue of one page, its copy within a tenth of the page's room."""
    lot = random.Random(seed)
    ranks = RANKS[: lot.randint(3, 7)]
    photos = [
        Photo(
            id=f"p{at}",
            caption=clause(lot),
            pixels=Pixels(width=(size := lot.choice(SHAPES))[0], height=size[1]),
        )
        for at in range(lot.randint(0, 4))
    ]
    given = [lot.randrange(min(3, len(ranks))) for _ in photos]
    lengths = _lengths(lot, len(ranks), len(photos), layout)
    articles = tuple(
        Article(
            id=f"s{at}",
            headline=headline(lot),
            source=clause(lot)[:4] if lot.random() < 0.5 else "",
            rank=rank,
            photos=tuple(photo.id for photo, story in zip(photos, given, strict=True) if story == at),
            manuscript=manuscript(lot, lengths[at]),
        )
        for at, rank in enumerate(ranks)
    )
    sheet = Sheet(number=1, pages=(PagePlan(page=1, articles=tuple(each.id for each in articles)),))
    return Issue(
        slug="lot",
        workspace=Path(),
        folder=Path(),
        publication=Publication(),
        sheet=sheet,
        articles=articles,
        photos=tuple(photos),
    )


def _lengths(lot: random.Random, stories: int, photos: int, layout: Layout) -> list[int]:
    """Return the characters of every story, together near what heads and photos leave of the page."""
    room = layout.room_of(1, 1)
    lines = (layout.grid.lines - room.head - room.foot) * layout.grid.columns
    lines -= int(stories * HEAD_LINES * layout.grid.columns / 2.5) + photos * 45
    whole = lines * layout.grid.column * 0.93 * lot.uniform(0.95, 1.05)
    shares = sorted((lot.uniform(0.3, 1.0) ** 2 for _ in range(stories)), reverse=True)
    return [min(LONGEST, max(SHORTEST, round(whole * share / sum(shares)))) for share in shares]


def manuscript(lot: random.Random, characters: int) -> Manuscript:
    """Return paragraphs of about so many characters, in a long story with crossheads."""
    paragraphs: list[Paragraph] = []
    left, since = characters, 0
    while left > 0:
        if characters > 600 and since > 350 and left > 80:
            paragraphs.append(_paragraph(Block.CROSSHEAD, clause(lot)[:8]))
            since = 0
        text = _text(lot, min(left, lot.randint(30, 190)))
        paragraphs.append(_paragraph(Block.TEXT, text))
        left, since = left - len(text), since + len(text)
    return Manuscript(tuple(paragraphs))


def _paragraph(block: Block, text: str) -> Paragraph:
    return Paragraph(block, (Run(text),), Span("lot.md"))


def _text(lot: random.Random, characters: int) -> str:
    """Return sentences of at least so many characters, now and then with a number or a quotation."""
    found = ""
    while len(found) < characters:
        found += "，".join(_spiced(lot) for _ in range(lot.randint(1, 4))) + "。"
    return found


def _spiced(lot: random.Random) -> str:
    draw = lot.random()
    if draw < 0.15:
        return f"{clause(lot)}{lot.randint(2, 400)}人"
    return f"“{clause(lot)}”" if draw < 0.25 else clause(lot)


def headline(lot: random.Random) -> str:
    """Return a headline of at most 14 characters."""
    return "".join(lot.choices(_words(), k=4))[:14]


def clause(lot: random.Random) -> str:
    """Return a few words."""
    return "".join(lot.choices(_words(), k=lot.randint(2, 5)))


@functools.cache
def _words() -> tuple[str, ...]:
    return tuple(sorted(vocabulary()))


def pages(count: int, layout: Layout) -> Iterator[Issue]:
    """Return so many pages."""
    yield from (page(seed, layout) for seed in range(count))
