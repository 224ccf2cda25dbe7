"""The whole issue as one element: page by page, each with the stories that begin on it."""

from collections.abc import Iterator, Sequence

from newsletter.dummy import (
    Box,
    Dummy,
    DummyPage,
    FurnitureFrame,
    MadeUp,
    PhotoFrame,
    Role,
    StoryFit,
    TextFrame,
)
from newsletter.issue import Issue
from newsletter.layout import Layout
from newsletter.lengths import Mm
from newsletter.structure.contents import contents
from newsletter.structure.element import Area, Element, Kind
from newsletter.structure.pictures import figures
from newsletter.structure.rows import OVERHANG
from newsletter.structure.story import told

READ_FIRST = frozenset(("masthead", "cover"))
SAID_ONCE = frozenset(("folio",))
"""Furniture that stands on every page and is no part of the text."""


def structure_of(made: MadeUp) -> Element:
    """Return how an issue is read: its pages, on each the furniture, the stories, the contents.

    Source: ISO 32000-1, 14.8.4 (standard structure types); ISO 14289-1.
    """
    return Element("Document", tuple(_pages(made.issue, made.layout, made.dummy)))


def stories_in_order(page: DummyPage) -> list[StoryFit]:
    """Return the stories of a page from the top, those of one height from the left."""
    return sorted(page.fits, key=lambda fit: (fit.box.y, fit.box.x))


def page_title(page: DummyPage) -> str:
    """Return what a page is called in the contents of a file."""
    return f"第{page.number}版　{page.name}".strip()


def _pages(issue: Issue, layout: Layout, dummy: Dummy) -> Iterator[Element]:
    read: set[str] = set()
    for page in dummy.pages:
        parts: list[Element] = [*_furniture(page, READ_FIRST)]
        for story in _stories(page):
            if story not in read:
                parts += told(story, _pages_of(story, dummy), issue, layout)
                read.add(story)
        parts += figures(page, "", issue, layout)
        parts += contents(page, dummy, issue, layout)
        parts += _furniture(page, _kinds(page) - READ_FIRST - SAID_ONCE)
        yield Element("Sect", tuple(parts), title=page_title(page))


def _stories(page: DummyPage) -> list[str]:
    """Return the stories of a page in reading order, those that nothing is said to fit last."""
    placed = [fit.story for fit in stories_in_order(page)]
    shown = (
        frame.story
        for frame in page.frames
        if isinstance(frame, TextFrame | PhotoFrame) and frame.story and not _tells_of(frame)
    )
    return list(dict.fromkeys((*placed, *shown)))


def _tells_of(frame: TextFrame | PhotoFrame) -> bool:
    """Return whether a frame names what it is about, a photo or a story that stands elsewhere."""
    return isinstance(frame, TextFrame) and frame.role in (Role.CAPTION, Role.INDEX, Role.CONTENTS)


def _pages_of(story: str, dummy: Dummy) -> Sequence[DummyPage]:
    """Return the pages that a story stands on."""
    return [page for page in dummy.pages if story in _stories(page)]


def _kinds(page: DummyPage) -> frozenset[str]:
    return frozenset(frame.kind for frame in page.frames if isinstance(frame, FurnitureFrame))


def _furniture(page: DummyPage, kinds: frozenset[str]) -> Iterator[Element]:
    """Yield the furniture of those kinds, line by line."""
    for frame in page.frames:
        if isinstance(frame, FurnitureFrame) and frame.kind in kinds:
            area = Area(page.number, _grown(frame.box), Kind.PLACE)
            yield Element("Sect", (area,), title=frame.kind)


def _grown(box: Box) -> Box:
    """Return a box with the room in which type at its edges may begin."""
    width, height = Mm(box.width + 2 * OVERHANG), Mm(box.height + 2 * OVERHANG)
    return Box(Mm(box.x - OVERHANG), Mm(box.y - OVERHANG), width, height)
