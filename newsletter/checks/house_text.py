"""What of an issue is the house's own word: imprint, fillers, small boxes, gutter, sentences on itself."""

import re
from collections.abc import Iterator

from newsletter.checks.plain import plain
from newsletter.checks.reading import Passage, furniture, lines, paragraphs, post_at
from newsletter.issue import Article, Issue

SMALL = 200
"""Characters: a box of fewer is rather a notice than a story."""
NOT_NEWS = 2
"""A title of fewer characters would be met in any sentence."""


def imprint(issue: Issue) -> Iterator[Passage]:
    """Return the values of masthead, folios and imprint, each post as 协办：示例书店."""
    publication = issue.publication
    parts = {part for post in publication.editors for part in (post.role, post.name)}
    for passage in furniture(issue):
        if not (passage.key == "imprint" and passage.text in parts):
            yield passage
    yield from posts(issue)
    if publication.printer.address:
        yield Passage(publication.printer.address, publication.printer.at("address"))


def posts(issue: Issue) -> Iterator[Passage]:
    """Return the posts of the imprint, each as 协办：示例书店."""
    for post in issue.publication.editors:
        yield Passage(f"{post.role}：{post.name}", post_at(issue, post.role))


def is_house_text(article: Article) -> bool:
    """Return whether a story is furniture of the house: a filler, a box of few words, the gutter."""
    small_box = article.box is not None and article.manuscript.characters < SMALL
    return article.rank.value == "filler" or small_box or article.place == "gutter"


def house_text(issue: Issue) -> Iterator[Passage]:
    """Return the lines and the copy of all that is furniture of the house."""
    for article in filter(is_house_text, (*issue.articles, *issue.fillers)):
        yield from (*lines(article), *paragraphs(article))


def own_words(issue: Issue) -> str:
    """Return a pattern of what this publication is called in its own text."""
    own = plain(issue.publication.name).text
    named = f"|《{re.escape(own)}》" if len(own) >= NOT_NEWS else ""
    return f"(?:本(?:资料|内刊|通讯|报|刊)|[我敝][报刊]{named})"


def own_parts(issue: Issue) -> str:
    """Return a pattern of what this publication, its issues, pages and columns are called in its text."""
    return f"(?:本(?:期|版|栏目?|专栏|专版|页)|{own_words(issue)})"
