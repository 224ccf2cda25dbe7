"""Whole issues drawn by lot: three to nine stories a page, none to ten photos a story, no page plan."""

import random
from pathlib import Path

from pages import HEAD_LINES, SHAPES, clause, headline, manuscript

from newsletter.issue import Article, Issue, Photo, Pixels, Publication, Rank, Sheet
from newsletter.layout import Layout

SHORTEST, LONGEST = 80, 3000
BRIEFEST = 350
"""A story of fewer characters is a brief."""
PHOTO_LINES = 45
"""About what a photo takes, in lines of one column."""
PHOTOS = (0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 6, 10)


def issue(seed: int, layout: Layout, pages: int | None = None, spread: float = 0.25) -> Issue:
    """Return an issue whose content is within ``spread`` of what its pages hold."""
    lot = random.Random(seed)
    pages = pages or layout.page_count
    stories: list[Article] = []
    photos: list[Photo] = []
    for page in range(pages):
        drawn = [lot.choice(PHOTOS) for _ in range(lot.randint(3, 9))]
        left = _room(layout) * lot.uniform(1 - spread, 1 + spread)
        while sum(drawn) > 2 and sum(drawn) * PHOTO_LINES > 0.55 * left:
            drawn[drawn.index(max(drawn))] -= 1
        for at, length in enumerate(_lengths(lot, left, drawn, layout)):
            mine = [_photo(lot, len(photos) + number) for number in range(drawn[at])]
            photos += mine
            stories.append(_story(lot, f"s{page}-{at}", at == 0, length, mine))
    stories.sort(key=lambda _each: lot.random())
    sheet = Sheet(number=1)
    return Issue(
        slug="lot",
        workspace=Path(),
        folder=Path(),
        publication=Publication(),
        sheet=sheet,
        articles=tuple(stories),
        photos=tuple(photos),
    )


def _room(layout: Layout) -> float:
    """Return the lines of one column that a page of middling furniture has."""
    return (layout.grid.lines - 3) * layout.grid.columns


def _lengths(lot: random.Random, room: float, drawn: list[int], layout: Layout) -> list[int]:
    """Return the characters of a page's stories, the longest first."""
    heads = len(drawn) * HEAD_LINES * layout.grid.columns / 2.5
    whole = (room - heads - sum(drawn) * PHOTO_LINES) * layout.grid.column * 0.93
    shares = sorted((lot.uniform(0.2, 1.0) ** 2 for _ in drawn), reverse=True)
    return [min(LONGEST, max(SHORTEST, round(whole * share / sum(shares)))) for share in shares]


def _story(lot: random.Random, name: str, leads: bool, length: int, photos: list[Photo]) -> Article:
    rank = (
        Rank.LEAD if leads else Rank.BRIEF if length < BRIEFEST else lot.choice((Rank.MAJOR, Rank.STANDARD))
    )
    return Article(
        id=name,
        headline=headline(lot),
        source=clause(lot)[:4] if lot.random() < 0.5 else "",
        rank=rank,
        photos=tuple(each.id for each in photos),
        manuscript=manuscript(lot, length),
    )


def _photo(lot: random.Random, number: int) -> Photo:
    width, height = lot.choice(SHAPES)
    focus = (round(lot.uniform(0.3, 0.7), 2), round(lot.uniform(0.25, 0.6), 2))
    return Photo(id=f"p{number}", caption=clause(lot), focus=focus, pixels=Pixels(width=width, height=height))
