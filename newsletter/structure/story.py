"""One story as an element, whole over all the pages it stands on."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsletter.dummy import DummyPage, PhotoFrame, Role, TextFrame
from newsletter.issue import Article, Issue
from newsletter.layout import Layout
from newsletter.manuscript import Paragraph
from newsletter.structure.element import Element, Target
from newsletter.structure.pictures import figures
from newsletter.structure.rows import Row, rows_of
from newsletter.structure.strands import Strand, strands_of
from newsletter.structure.text import text
from newsletter.structure.wording import worded

HEAD = (Role.LABEL, Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE)
BODY = (Role.LEG, Role.TABLE)
JUMP = re.compile(r"[（(]?\s*(?:下转|上接)\s*第\s*(\d+)\s*版")
"""A line that sends the reader to the page on which the story goes on, or began."""


def told(story: str, pages: Sequence[DummyPage], issue: Issue, layout: Layout) -> Iterator[Element]:
    """Yield a story: its head, its text, its photos, on end over all pages; nothing where it has no room."""
    article = issue.article(story)
    pictures = (each for page in pages for each in figures(page, story, issue, layout))
    parts = (*_head(story, article, pages, layout), *_body(story, pages, issue, layout), *pictures)
    if parts:
        yield Element("Art", parts, title=article.headline if article else "")


def _head(
    story: str, article: Article | None, pages: Sequence[DummyPage], layout: Layout
) -> Iterator[Element]:
    """Yield label, kicker, headline, deck and byline."""
    for page in pages:
        for role in HEAD:
            rows = list(rows_of(page.number, _frames(page, story, role), layout))
            if rows:
                copy = getattr(article, role.value, "")
                yield Element("H1" if role is Role.HEADLINE else "P", tuple(worded(rows, copy)))


def _frames(page: DummyPage, story: str, *roles: Role) -> list[TextFrame]:
    return [
        each
        for each in page.frames
        if isinstance(each, TextFrame) and each.role in roles and each.story == story
    ]


def _body(story: str, pages: Sequence[DummyPage], issue: Issue, layout: Layout) -> Iterator[Element]:
    """Yield the text; lines that lead to another page are links to it."""
    rows = [row for page in pages for row in rows_of(page.number, _frames(page, story, *BODY), layout)]
    strands = (part for each in strands_of(rows, _copy(story, issue)) for part in _parted(each))
    headed = any(_frames(page, story, Role.HEADLINE) for page in pages)
    for leading, group in groupby(strands, _is_jump):
        if leading:
            yield from (_jump(each.rows, story, pages) for each in group)
        else:
            yield from text(list(group), "H2" if headed else "H1")


def _copy(story: str, issue: Issue) -> tuple[Paragraph, ...]:
    article = issue.article(story)
    return article.manuscript.paragraphs if article else ()


def _parted(strand: Strand) -> Iterator[Strand]:
    """Yield a strand, in parts where jump lines stand among other lines that are not in the copy."""
    if strand.paragraph is not None or strand.table is not None:
        yield strand
        return
    for _leading, rows in groupby(strand.rows, _leads):
        yield Strand(strand.place, rows=list(rows))


def _leads(row: Row) -> bool:
    return JUMP.match(row.text.strip()) is not None


def _is_jump(strand: Strand) -> bool:
    return strand.paragraph is None and strand.table is None and _leads(strand.rows[0])


def _jump(rows: Sequence[Row], story: str, pages: Sequence[DummyPage]) -> Element:
    """Return a jump line as a link to the story on that page; as text where it is not there."""
    inner = tuple(worded(rows))
    words = "".join(row.text for row in rows).strip()
    found = JUMP.match(words)
    target = _target(story, int(found[1]), pages) if found else None
    if target is None:
        return Element("P", inner)
    return Element("P", (Element("Link", inner, alternative=words, target=target),))


def _target(story: str, number: int, pages: Sequence[DummyPage]) -> Target | None:
    """Return where a story begins on a page."""
    tops = [
        frame.box.y
        for page in pages
        if page.number == number
        for frame in page.frames
        if isinstance(frame, TextFrame | PhotoFrame) and frame.story == story
    ]
    return Target(number, min(tops)) if tops else None
