"""One story as an element, whole over all the pages it stands on."""

from collections.abc import Iterator, Sequence

from newsletter.dummy import DummyPage, Role
from newsletter.issue import Article, Issue
from newsletter.layout import Layout
from newsletter.structure.element import Element
from newsletter.structure.jumps import jumps
from newsletter.structure.pictures import figures
from newsletter.structure.rows import frames_with, rows_of
from newsletter.structure.strands import strands_of
from newsletter.structure.text import text
from newsletter.structure.wording import worded

HEAD = (Role.LABEL, Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE)
BODY = (Role.LEG, Role.TABLE)


def told(story: str, pages: Sequence[DummyPage], issue: Issue, layout: Layout) -> Iterator[Element]:
    """Yield a story: its head, its text, its photos, on end over all pages; nothing where it has no room."""
    article = issue.article(story)
    pictures = (each for page in pages for each in figures(page, story, issue, layout))
    words = (*_head(story, article, pages, layout), *_body(story, pages, issue, layout))
    if parts := (*words, *jumps(story, pages, layout), *pictures):
        yield Element("Art", parts, title=article.headline if article else "")


def _head(
    story: str, article: Article | None, pages: Sequence[DummyPage], layout: Layout
) -> Iterator[Element]:
    """Yield label, kicker, headline, deck and byline."""
    for page in pages:
        for role in HEAD:
            rows = list(rows_of(page.number, frames_with(page, role, story=story), layout))
            if rows:
                copy = getattr(article, role.value, "")
                yield Element("H1" if role is Role.HEADLINE else "P", tuple(worded(rows, copy)))


def _body(story: str, pages: Sequence[DummyPage], issue: Issue, layout: Layout) -> Iterator[Element]:
    """Yield the text, on end over all legs."""
    rows = [
        row for page in pages for row in rows_of(page.number, frames_with(page, *BODY, story=story), layout)
    ]
    article = issue.article(story)
    copy = article.manuscript.paragraphs if article else ()
    headed = any(frames_with(page, Role.HEADLINE, story=story) for page in pages)
    yield from text(strands_of(rows, copy), "H2" if headed else "H1")
