"""The texts as stories, composed as make-up composes them."""

from functools import cache
from pathlib import Path

from newsletter.copy_source import read_copy
from newsletter.dummy import SetLine
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import Layout, open_layout
from newsletter.makeup.copyfit import Copy
from newsletter.manuscript import Paragraph

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FONTS = ROOT / "fonts"
MEASURES = (10, 12, 13, 15, 18, 21, 24, 30, 40)


@cache
def layout() -> Layout:
    """Return the layout that the texts are set in."""
    opened = open_layout(ROOT / "layouts" / "tabloid").value
    assert opened is not None
    return opened


@cache
def texts() -> dict[str, Article]:
    """Return every text as an article without a headline."""
    return {file.stem: _article(file) for file in sorted(HERE.glob("*.md"))}


def _article(file: Path) -> Article:
    copy = read_copy(file.read_text("utf-8"), file.name)
    return Article(id=file.stem, manuscript=copy.manuscript)


def paragraphs() -> tuple[Paragraph, ...]:
    """Return the paragraphs of all texts."""
    return tuple(each for article in texts().values() for each in article.manuscript.paragraphs)


def lines_of(article: Article, measure: float, book: FontBook) -> tuple[SetLine, ...]:
    """Return a text's lines at a measure in em of the body."""
    passages = Copy(article, layout(), book).passages(measure)
    return tuple(line for passage in passages for line in passage.lines)
