"""Photos as figures: the picture, what is read in its place, the caption under it."""

from collections.abc import Iterator

from newsletter.dummy import DummyPage, PhotoFrame, Role
from newsletter.issue import Issue
from newsletter.layout import Layout
from newsletter.photo_groups import group_of
from newsletter.structure.element import Area, Element, Kind
from newsletter.structure.rows import frames_with, rows_of
from newsletter.structure.wording import worded


def figures(page: DummyPage, story: str, issue: Issue, layout: Layout) -> Iterator[Element]:
    """Yield a story's photos on a page, each with its caption; a group's is under its first photo."""
    for photo in page.frames:
        if isinstance(photo, PhotoFrame) and photo.story == story:
            captions = frames_with(page, Role.CAPTION, story=photo.photo)
            rows = list(rows_of(page.number, captions, layout))
            under = (Element("Caption", tuple(worded(rows, _printed(photo.photo, issue)))),) if rows else ()
            picture = Area(page.number, photo.box, Kind.PICTURE)
            yield Element("Figure", (picture, *under), alternative=alternative(photo.photo, issue))


def alternative(photo: str, issue: Issue) -> str:
    """Return what is read in a photo's place: its caption, else its group's; empty where there is none."""
    found = issue.photo(photo)
    if found is None:
        return ""
    captions = (each.caption for each in (found, *group_of(found, issue)))
    return next(filter(None, captions), "")


def _printed(photo: str, issue: Issue) -> str:
    """Return a caption and its credit as they are read."""
    found = issue.photo(photo)
    return f"{found.caption} {found.credit} 摄" if found else ""
