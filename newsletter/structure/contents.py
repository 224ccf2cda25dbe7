"""The index (导读) and the table of contents as lists of links to the stories."""

from collections.abc import Iterator
from itertools import groupby

from newsletter.dummy import Dummy, DummyPage, Role, StoryFit, TextFrame
from newsletter.issue import Issue
from newsletter.layout import Layout
from newsletter.structure.element import Element, Target
from newsletter.structure.rows import frames_with, rows_of
from newsletter.structure.wording import worded


def contents(page: DummyPage, dummy: Dummy, issue: Issue, layout: Layout) -> Iterator[Element]:
    """Yield the list of stories on a page, none where there is none; lines about no story stand beside it."""
    entries = []
    for story, group in groupby(frames_with(page, Role.INDEX, Role.CONTENTS), _story):
        frames = list(group)
        fit = _fit(story, dummy)
        if fit is None:
            yield Element("P", tuple(worded(list(rows_of(page.number, frames, layout)))))
        else:
            entries.append(_entry(frames, fit, page.number, issue, layout))
    if entries:
        yield Element("TOC", tuple(entries))


def _story(frame: TextFrame) -> str:
    return frame.story


def _fit(story: str, dummy: Dummy) -> StoryFit | None:
    """Return where a story begins."""
    return next((fit for page in dummy.pages for fit in page.fits if fit.story == story), None)


def _entry(frames: list[TextFrame], fit: StoryFit, page: int, issue: Issue, layout: Layout) -> Element:
    """Return an entry: a link to its story; every frame of it is read as a line by itself."""
    article = issue.article(fit.story)
    lines = tuple(
        Element("Span", tuple(worded(list(rows_of(page, [frame], layout)), goes_on=frame is not frames[-1])))
        for frame in frames
    )
    words = article.headline if article and article.headline else fit.story
    link = Element("Link", lines, alternative=words, target=Target(fit.page, fit.box.y))
    return Element("TOCI", (Element("Reference", (link,)),))
