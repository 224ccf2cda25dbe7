"""An issue's content as plain stories, for engines that know nothing of manifests."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsletter import manifest
from newsletter.issue import Article, Issue, Photo
from newsletter.manuscript import Block


@dataclass(frozen=True, slots=True)
class Picture:
    """An original with its caption and credit."""

    file: Path
    caption: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story; crossheads among the paragraphs are marked."""

    kicker: str
    headline: str
    deck: str
    byline: str
    source: str
    paragraphs: tuple[tuple[bool, str], ...]
    pictures: tuple[Picture, ...]


def stories_of(workspace: Path, slug: str) -> tuple[tuple[Story, ...], ...]:
    """Return the pages of an issue as their stories."""
    issue = manifest.load(workspace, slug).value
    if issue is None:
        raise ValueError(f"{slug} cannot be read")
    return tuple(tuple(_stories(issue, plan.articles)) for plan in issue.sheet.pages)


def _stories(issue: Issue, ids: tuple[str, ...]) -> Iterator[Story]:
    for article in filter(None, map(issue.article, ids)):
        photos = filter(None, map(issue.photo, article.photos))
        yield _story(article, tuple(_picture(issue, photo) for photo in photos))


def _story(article: Article, pictures: tuple[Picture, ...]) -> Story:
    paragraphs = tuple(
        (each.block is Block.CROSSHEAD, each.marker + each.text) for each in article.manuscript.paragraphs
    )
    return Story(
        article.kicker,
        article.headline,
        article.deck,
        article.byline,
        article.source,
        paragraphs,
        pictures,
    )


def _picture(issue: Issue, photo: Photo) -> Picture:
    credit = f"　{photo.credit} 摄" if photo.credit else ""
    return Picture(issue.folder / photo.file, photo.caption + credit)
