"""What an editor does to an issue that does not fit: in the copy, in a manifest, in the page plan."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from newsletter.issue import Article, Issue, PagePlan, Photo
from newsletter.makeup.blank import blank_copy
from newsletter.manuscript import Block, Manuscript, Paragraph, Run


def shortened(story: Article, characters: int) -> Article:
    """Return a story without its last characters, white space not counted."""
    left = story.manuscript.characters - characters
    kept = tuple(_first(story.manuscript.paragraphs, left))
    return story.model_copy(update={"manuscript": Manuscript(kept)})


def _first(paragraphs: tuple[Paragraph, ...], characters: int) -> Iterator[Paragraph]:
    """Yield paragraphs up to so many characters, the last one parted."""
    for each in paragraphs:
        if characters <= 0:
            return
        own = Manuscript((each,)).characters
        yield each if own <= characters else each.first(_offset(each.text, characters))
        characters -= own


def _offset(text: str, characters: int) -> int:
    """Return after how much of a text so many characters stand that are not white space."""
    for at, character in enumerate(text):
        characters -= not character.isspace()
        if not characters:
            return at + 1
    return len(text)


def lengthened(story: Article, characters: int, on: bool) -> Article:
    """Return a story with so many characters more: in its last paragraph or in new ones."""
    paragraphs = story.manuscript.paragraphs
    if on and paragraphs and paragraphs[-1].block is Block.TEXT:
        more = Run("".join(each.text for each in blank_copy(characters).paragraphs))
        paragraphs = (*paragraphs[:-1], replace(paragraphs[-1], runs=(*paragraphs[-1].runs, more)))
    else:
        paragraphs = (*paragraphs, *blank_copy(characters).paragraphs)
    return story.model_copy(update={"manuscript": Manuscript(paragraphs)})


def exchanged(issue: Issue, story: str, other: Article, photos: tuple[Photo, ...] = ()) -> Issue:
    """Return an issue in which another story stands in the place of one, and that has more photos."""
    articles = tuple(other if each.id == story else each for each in issue.articles)
    changed = issue.model_copy(update={"articles": articles, "photos": (*issue.photos, *photos)})
    return _planned(
        changed, lambda plan: tuple(other.id if each == story else each for each in plan.articles)
    )


def moved(issue: Issue, story: str, page: int) -> Issue:
    """Return an issue in which a story stands on another page."""
    if not issue.sheet.pages:
        return _asking(issue, story, {"page": page})
    return _placed(_taken_out(issue, story), story, page)


def without(issue: Issue, story: str) -> Issue:
    """Return an issue from which a story is left out."""
    articles = tuple(each for each in issue.articles if each.id != story)
    return _taken_out(issue.model_copy(update={"articles": articles}), story)


def turned(issue: Issue, story: str, page: int) -> Issue:
    """Return an issue in which a story runs on to a later page."""
    return _asking(issue, story, {"jump": page})


def joined(issue: Issue, story: Article, page: int) -> Issue:
    """Return an issue with a story more, which stands on a page."""
    placed = story.model_copy(update={"page": page})
    more = issue.model_copy(update={"articles": (*issue.articles, placed)})
    return _placed(more, story.id, page)


def _placed(issue: Issue, story: str, page: int) -> Issue:
    """Return an issue with a story last on a page of its plan."""
    return _planned(issue, lambda plan: (*plan.articles, *((story,) if plan.page == page else ())))


def _taken_out(issue: Issue, story: str) -> Issue:
    """Return an issue with a story on no page of its plan."""
    return _planned(issue, lambda plan: tuple(each for each in plan.articles if each != story))


def _asking(issue: Issue, story: str, wish: dict[str, int]) -> Issue:
    """Return an issue in which a story has a wish of its own."""
    articles = (each.model_copy(update=wish) if each.id == story else each for each in issue.articles)
    return issue.model_copy(update={"articles": tuple(articles)})


def _planned(issue: Issue, stories: Callable[[PagePlan], tuple[str, ...]]) -> Issue:
    """Return an issue with other stories on the pages of its plan, if it has one."""
    pages = tuple(plan.model_copy(update={"articles": stories(plan)}) for plan in issue.sheet.pages)
    return issue.model_copy(update={"sheet": issue.sheet.model_copy(update={"pages": pages})})
