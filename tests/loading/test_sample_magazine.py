"""The sample magazine, issue-002: 24 pages' worth of copy and pictures, in which no rule finds a fault."""

import datetime
from collections import Counter
from pathlib import Path

import pytest

from newsletter.checking import check
from newsletter.commission import Order
from newsletter.issue import Issue, Rank
from newsletter.manifest import load
from newsletter.manuscript import Block, Paragraph
from newsletter.photos import measure
from tests.studio.scenes import ISSUES

ROOT = Path(__file__).resolve().parents[2]
SLUG = "issue-002"
PER_PAGE = 1500
"""Characters of a magazine's page without pictures, headlines and white."""


@pytest.fixture(scope="module")
def issue() -> Issue:
    found = load(ROOT, SLUG).value
    assert found is not None
    measured = measure(found).value
    assert measured is not None
    return measured


def _paragraphs(issue: Issue) -> list[Paragraph]:
    return [each for article in issue.articles for each in article.manuscript.paragraphs]


def test_check_is_silent() -> None:
    assert check(Order(ROOT, SLUG, datetime.date(2026, 10, 28))).diagnostics == ()


def test_it_has_twenty_stories_of_every_rank(issue: Issue) -> None:
    ranks = Counter(article.rank for article in issue.articles)
    assert sum(ranks.values()) == 20
    assert ranks == {Rank.LEAD: 1, Rank.MAJOR: 4, Rank.STANDARD: 8, Rank.BRIEF: 5, Rank.FILLER: 2}


def test_every_story_is_planned_and_the_long_ones_run_over_pages_in_a_row(issue: Issue) -> None:
    pages: dict[str, list[int]] = {}
    for plan in issue.sheet.pages:
        for story in plan.articles:
            pages.setdefault(story, []).append(plan.page)
    assert set(pages) == {article.id for article in issue.articles}
    assert all(numbers == list(range(numbers[0], numbers[-1] + 1)) for numbers in pages.values())
    assert sum(len(numbers) > 1 for numbers in pages.values()) >= 5
    assert max(map(max, pages.values())) == 24


def test_its_copy_fills_24_pages_with_thirty_pictures(issue: Issue) -> None:
    lengths = [article.manuscript.characters for article in issue.articles]
    assert 18_000 <= sum(lengths) <= 28_000
    assert 2_900 <= max(lengths) <= 4_500
    assert 0.5 <= sum(lengths) / (24 * PER_PAGE) <= 0.8
    assert len(issue.photos) == 30


def test_it_has_all_that_copy_can_hold(issue: Issue) -> None:
    paragraphs = _paragraphs(issue)
    blocks = {paragraph.block for paragraph in paragraphs}
    assert blocks == set(Block)
    assert any(paragraph.roll for paragraph in paragraphs)
    assert any(paragraph.readings for paragraph in paragraphs)


def test_its_pictures_are_upright_wide_and_square(issue: Issue) -> None:
    shapes = Counter(
        _shape(photo.pixels.width / photo.pixels.height) for photo in issue.photos if photo.pixels
    )
    assert shapes.total() == 30
    assert min(shapes["wide"], shapes["upright"], shapes["square"]) >= 3


def _shape(ratio: float) -> str:
    return "square" if 0.95 < ratio < 1.05 else "wide" if ratio > 1 else "upright"


def test_its_pictures_are_modest_in_bytes_and_drawn_by_the_studio(issue: Issue) -> None:
    files = [ROOT / "issues" / SLUG / photo.file for photo in issue.photos]
    assert sum(file.stat().st_size for file in files) < 14_000_000
    assert {file.stem for file in files} == set(ISSUES[SLUG])
