"""The strip at the fold: whole items, in the margin of their page, on the side of the fold."""

from itertools import pairwise
from pathlib import Path

import pytest

from newsletter.dummy import DummyPage, Role, TextFrame
from newsletter.issue import Article, Issue, PagePlan, Publication, Sheet
from newsletter.layout import Layout, Strip
from newsletter.makeup.blank import blank_copy
from newsletter.makeup.gutter import StripSetter, text_of, with_gutter
from tests.shipped import shipped_faces, shipped_layout


def _strip() -> Layout:
    return shipped_layout("tabloid").model_copy(update={"strip": Strip()})


def _issue(*articles: Article, fillers: tuple[Article, ...] = (), plan: tuple[PagePlan, ...] = ()) -> Issue:
    return Issue(
        slug="lot",
        workspace=Path(),
        folder=Path(),
        publication=Publication(),
        sheet=Sheet(number=1, pages=plan),
        articles=articles,
        fillers=fillers,
    )


def _notice(name: str, characters: int = 60, **keys: object) -> Article:
    article = Article(id=name, headline="启事", place="gutter", manuscript=blank_copy(characters))
    return article.model_copy(update=keys)


def _pages(issue: Issue, layout: Layout) -> list[list[TextFrame]]:
    bare = [DummyPage(at, "", "inner", (), (), 76, 0.0) for at in range(1, 5)]
    made = with_gutter(bare, issue, layout, shipped_faces())
    return [[each for each in page.frames if isinstance(each, TextFrame)] for page in made]


def _text(frame: TextFrame) -> str:
    return "".join(each.line.text for each in frame.lines)


@pytest.mark.parametrize("characters", [5, 40, 120, 200])
def test_an_item_stands_whole_in_the_margin_at_the_fold(characters: int) -> None:
    layout, notice = _strip(), _notice("a", characters)
    for page in range(1, 5):
        frames = _pages(_issue(notice.model_copy(update={"page": page})), layout)
        (frame,) = frames[page - 1]
        assert frame.role is Role.GUTTER and frame.vertical
        assert len(_text(frame)) == len(text_of(notice).replace(" ", ""))
        area = layout.on(page)
        if page % 2:
            assert frame.box.x > 2 and frame.box.right < area.left - 2
        else:
            assert area.left + layout.width + 2 < frame.box.x and frame.box.right < layout.trim.width - 2
        assert layout.line_y(0) <= frame.box.y
        assert frame.box.bottom <= layout.line_y(layout.grid.lines) + 0.01


def test_items_follow_each_other_and_go_on_to_the_next_page():
    notices = [_notice(f"n{at}", 90) for at in range(8)]
    frames = _pages(_issue(*notices), _strip())
    assert [frame.story for page in frames for frame in page] == [each.id for each in notices]
    for page in frames:
        for one, other in pairwise(page):
            assert one.box.bottom < other.box.y


def test_the_bank_fills_only_a_strip_that_is_used():
    filler = Article(id="f", headline="节约用水", manuscript=blank_copy(30))
    assert _pages(_issue(fillers=(filler,)), _strip()) == [[], [], [], []]
    frames = _pages(_issue(_notice("a"), fillers=(filler,)), _strip())
    assert [each.story for each in frames[0]] == ["a", "f"]


def test_an_item_too_long_is_not_cut_and_a_layout_without_a_strip_has_none():
    assert StripSetter(_strip(), shipped_faces()).item(_notice("a", 400)) is None
    assert _pages(_issue(_notice("a", 400)), _strip()) == [[], [], [], []]
    assert _pages(_issue(_notice("a")), shipped_layout("tabloid")) == [[], [], [], []]


def test_the_plan_of_a_page_takes_an_item_to_it():
    plan = (PagePlan(page=3, articles=("a",)),)
    assert [len(each) for each in _pages(_issue(_notice("a"), plan=plan), _strip())] == [0, 0, 1, 0]
