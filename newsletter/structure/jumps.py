"""Jump lines (下转第4版, 上接第1版) as links between the parts of a story."""

import re
from collections.abc import Iterator, Sequence

from newsletter.dummy import DummyPage, PhotoFrame, TextFrame
from newsletter.layout import Layout
from newsletter.structure.element import Element, Target
from newsletter.structure.rows import rows_of
from newsletter.structure.wording import worded

ROLE = "jump"
LINE = re.compile(r"(?:下转|上接)\s*第\s*(\d+)")
"""What sends the reader to the page on which a story goes on, or began."""


def jumps(story: str, pages: Sequence[DummyPage], layout: Layout) -> Iterator[Element]:
    """Yield a story's jump lines as links; the headline that a later part repeats is heard once only."""
    for page in pages:
        for frame in page.frames:
            if isinstance(frame, TextFrame) and frame.role == ROLE and frame.story == story:
                words = "".join(line.line.text for line in frame.lines).strip()
                found = LINE.search(words)
                target = _place(story, int(found[1]), pages) if found else None
                if target is not None:
                    inner = tuple(worded(list(rows_of(page.number, [frame], layout))))
                    yield Element("P", (Element("Link", inner, alternative=words, target=target),))


def _place(story: str, number: int, pages: Sequence[DummyPage]) -> Target | None:
    """Return where a story begins on a page, none where it is not there."""
    tops = [
        frame.box.y
        for page in pages
        if page.number == number
        for frame in page.frames
        if isinstance(frame, TextFrame | PhotoFrame) and frame.story == story
    ]
    return Target(number, min(tops)) if tops else None
