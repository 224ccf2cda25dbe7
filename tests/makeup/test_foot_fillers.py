"""Fillers at the foot of a story: under its frames, in its box, each notice once."""

import pytest
from test_held_capacity import _issue

from newsletter.dummy import DummyPage, PhotoFrame, TextFrame
from newsletter.issue import Article, Rank
from newsletter.makeup import make_up
from newsletter.makeup.blank import blank_copy, filled
from tests.shipped import shipped_faces, shipped_layout

NOTICES = tuple(
    Article(id=f"f{length}", headline="节约用水", rank=Rank.FILLER, manuscript=blank_copy(length))
    for length in (20, 50, 80, 110, 150, 200)
)


def _page(lengths: tuple[int, ...], bank: tuple[Article, ...]) -> DummyPage:
    issue = _issue(shipped_layout("tabloid"), "lead-left", 4)
    stories = tuple(filled(each, count) for each, count in zip(issue.articles, lengths, strict=True))
    issue = issue.model_copy(update={"articles": stories, "fillers": bank})
    return make_up(issue, shipped_layout("tabloid"), shipped_faces()).value.pages[0]


@pytest.mark.parametrize("lengths", [(1100, 450, 180, 150), (900, 300, 150, 250)])
def test_a_filler_stands_under_the_story_in_its_box(lengths: tuple[int, ...]) -> None:
    without, page = _page(lengths, ()), _page(lengths, NOTICES)
    fillers = [fit for fit in page.fits if fit.story.startswith("f")]
    assert fillers and len({fit.story for fit in fillers}) == len(fillers)
    assert sum(fit.short for fit in page.fits) < sum(fit.short for fit in without.fits)
    assert [frame for frame in page.frames if frame in without.frames] == list(without.frames)
    solid = [frame for frame in page.frames if isinstance(frame, TextFrame | PhotoFrame)]
    for fit in fillers:
        host = next(other for other in page.fits if other is not fit and fit.box.within(other.box, 0.1))
        assert fit.box.bottom == pytest.approx(host.box.bottom)
        above = [each for each in solid if each.story == host.story]
        gap = fit.box.y - max(each.box.bottom for each in above)
        assert gap >= shipped_layout("tabloid").limits.gap * shipped_layout("tabloid").line - 0.1


def test_pages_that_are_full_take_no_filler():
    page = _page((1260, 650, 250, 250), NOTICES)
    hosts = [fit for fit in page.fits if fit.leaves_white]
    assert all(not fit.story.startswith("f") for fit in hosts)


def test_a_bank_without_a_fitting_notice_changes_nothing():
    long = (Article(id="f", headline="通知", rank=Rank.FILLER, manuscript=blank_copy(3000)),)
    lengths = (1100, 450, 180, 150)
    assert _page(lengths, long).frames == _page(lengths, ()).frames
