"""One issue as the year's list has it: its numbers and dates, its contents, its photos."""

import datetime
from dataclasses import dataclass

from newsletter.issue import Article, Issue, Photo
from newsletter.names import pinyin_key
from newsletter.series.bylines import names, photographers_of, writers_of
from newsletter.series.terms import SAMPLES_WITHIN


@dataclass(frozen=True, slots=True)
class Story:
    """A story of the contents; ``page`` is the planned one, none where the tool places it."""

    id: str
    headline: str
    page: int | None
    section: str
    byline: str
    source: str
    characters: int
    writers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of an issue and who took it."""

    id: str
    photographers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An issue of the year."""

    slug: str
    issue: Issue
    stories: tuple[Story, ...]
    pictures: tuple[Picture, ...]

    @property
    def date(self) -> datetime.date | None:
        """The day of the issue."""
        return self.issue.sheet.date

    @property
    def characters(self) -> int:
        """The characters of all its stories."""
        return sum(each.characters for each in self.stories)

    @property
    def samples_due(self) -> datetime.date | None:
        """The last day for its sample copies, none where they were delivered or nothing is printed."""
        order = self.issue.sheet.print
        return order.date + SAMPLES_WITHIN if order.date and not order.samples else None

    def sort_key(self) -> tuple[datetime.date, int, str]:
        """Return its place in the row: by date, then number."""
        return self.date or datetime.date.max, self.issue.sheet.number or 0, self.slug


def entry_of(issue: Issue) -> Entry:
    """Return an issue as an entry."""
    pages = {story: plan.page for plan in issue.sheet.pages for story in plan.articles}
    stories = tuple(_story(each, pages.get(each.id, each.page)) for each in issue.articles)
    takers = {photo: photographers_of(each.byline) for each in issue.articles for photo in each.photos}
    pictures = tuple(_picture(each, takers.get(each.id, ())) for each in issue.photos)
    return Entry(issue.slug, issue, tuple(sorted(stories, key=_place)), pictures)


def _place(story: Story) -> int:
    return story.page or 10_000


def _story(article: Article, page: int | None) -> Story:
    count = article.manuscript.characters
    by = writers_of(article.byline, article.source)
    return Story(
        article.id, article.headline, page, article.section, article.byline, article.source, count, by
    )


def _picture(photo: Photo, of_story: tuple[str, ...]) -> Picture:
    """Return a photo with its own credit's names, else those that the story's byline names for photos."""
    own = tuple(sorted(set(names(photo.credit)), key=pinyin_key))
    return Picture(photo.id, own or (() if photo.credit else of_story))
