"""Every word that editors wrote is in the press file, whole and in order."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from newsletter.issue import Article
from tests.whole import printed
from tests.whole.conftest import Built

pages = cache(printed.pages)


def _placed(press: Built) -> Iterator[tuple[Article, str]]:
    """Return every story with the text of its page."""
    issue, texts = press.workshop.issue(), pages(press.workshop.pdf)
    for page in press.dummy["pages"]:
        for fit in page["stories"]:
            article = issue.article(fit["story"])
            assert article is not None
            yield article, texts[page["number"] - 1]


def test_every_story_is_placed_once(press: Built) -> None:
    placed = [article.id for article, _ in _placed(press)]
    assert sorted(placed) == sorted(article.id for article in press.workshop.issue().articles)


def test_every_story_is_printed_whole_and_in_order(press: Built) -> None:
    lost = [article.id for article, text in _placed(press) if printed.copy_of_story(article) not in text]
    assert lost == []


def test_every_paragraph_is_printed_whole(press: Built) -> None:
    """The same, paragraph by paragraph, so that a fault shows where it is."""
    lost = [
        f"{article.id}: {paragraph.text}"
        for article, text in _placed(press)
        for paragraph in article.manuscript.paragraphs
        if printed.bare(paragraph.text) not in text
    ]
    assert lost == []


@pytest.mark.parametrize("part", ["kicker", "headline", "deck", "byline", "source"])
def test_every_head_is_printed(press: Built, part: str) -> None:
    lost = [
        article.id for article, text in _placed(press) if printed.bare(getattr(article, part)) not in text
    ]
    assert lost == []


def test_every_caption_is_printed_with_its_credit(press: Built) -> None:
    issue = press.workshop.issue()
    lost = []
    for article, text in _placed(press):
        for photo in filter(None, map(issue.photo, article.photos)):
            wanted = photo.caption + (f"{photo.credit}摄" if photo.credit else "")
            lost += [photo.id] * (printed.bare(wanted) not in text)
    assert lost == []


def test_nothing_is_overset(press: Built) -> None:
    assert [page["overset"] for page in press.dummy["pages"]] == [0] * 4


def test_statutory_marks_are_printed(press: Built) -> None:
    publication, whole = press.workshop.issue().publication, "".join(pages(press.workshop.pdf))
    wanted = (publication.permit.number, publication.notice, publication.recipients, publication.printer.name)
    assert [each for each in wanted if printed.bare(each) not in whole] == []


def test_the_pdf_is_the_one_that_the_report_names(press: Built) -> None:
    assert press.report["code"] == 0, press.report["out"]
    assert Path(press.workshop.pdf).name in press.report["out"]
