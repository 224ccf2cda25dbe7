"""Blank copy and photos: what stands for those that nobody has written or taken yet."""

from collections.abc import Iterator

from newsletter.diagnostics import Span
from newsletter.issue import Article, Photo, Pixels, Rank
from newsletter.manuscript import Block, Manuscript, Paragraph, Run

PARAGRAPH = 130
"""The characters of a blank paragraph: about what those of a newspaper have."""
CLAUSE = 24
HEADLINES = {Rank.LEAD: 13, Rank.MAJOR: 12, Rank.STANDARD: 11, Rank.BRIEF: 10, Rank.FILLER: 6}
"""The characters of a rank's blank headline."""
LANDSCAPE, PORTRAIT = Pixels(width=4500, height=3000), Pixels(width=3000, height=4500)


def blank_copy(characters: int) -> Manuscript:
    """Return a manuscript of so many characters in paragraphs and clauses of the usual length."""
    return Manuscript(
        tuple(Paragraph(Block.TEXT, (Run(text),), Span("")) for text in _paragraphs(characters))
    )


def _paragraphs(characters: int) -> Iterator[str]:
    for start in range(0, characters, PARAGRAPH):
        length = min(PARAGRAPH, characters - start)
        marks = ("。" if at == length else "，" if at % CLAUSE == 0 else "文" for at in range(1, length + 1))
        yield "".join(marks)


def blank_article(story: str, rank: Rank, characters: int) -> Article:
    """Return a story that has a headline of the usual length and blank copy."""
    return Article(id=story, rank=rank, headline="题" * HEADLINES[rank], manuscript=blank_copy(characters))


def blank_photo(photo: str, shape: Pixels = LANDSCAPE) -> Photo:
    """Return a photo with a caption of one line."""
    return Photo(id=photo, caption="图" * 10, pixels=shape)


def filled(story: Article, characters: int) -> Article:
    """Return a story without copy with blank copy, and with a blank headline if it has none."""
    blank = blank_article(story.id, story.rank, characters)
    return story.model_copy(
        update={"manuscript": blank_copy(characters), "headline": story.headline or blank.headline}
    )
