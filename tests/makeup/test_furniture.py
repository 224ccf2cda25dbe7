"""Furniture that stories bring: boxes, section labels, pull quotes; the index and fillers after the pages."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from newsletter.diagnostics import Span
from newsletter.dummy import (
    Box,
    Dummy,
    DummyPage,
    GroundFrame,
    PhotoFrame,
    Role,
    RuleFrame,
    SetLine,
    TextFrame,
)
from newsletter.fonts import FontBook
from newsletter.issue import Article, BoxKind, Issue, Rank
from newsletter.layout import Index, Layout, read_layout
from newsletter.lines import Line, Piece
from newsletter.makeup import make_up
from newsletter.makeup.boxed import LEAST_SIDE, interior
from newsletter.makeup.labels import first_of_sections
from newsletter.makeup.pullquote import PullQuote, quote_line, quoted_leg
from newsletter.manifest import load
from newsletter.manuscript import Block, Manuscript, Paragraph, Run

ROOT = Path(__file__).resolve().parents[2]
PLAIN = {"box": None, "section": "", "pull_quote": "", "headline_style": None}
BOXED: Mapping[str, Mapping[str, Any]] = {
    "lab-open": {"box": BoxKind.RULE},
    "robot-cell": {"box": BoxKind.TINT, "section": "车间"},
    "notice-exam": {"box": BoxKind.TINT},
    "craftsman": {"section": "匠心录", "pull_quote": "仪器告诉你是多少，手告诉你对不对劲。"},
    "welder": {"section": "匠心录"},
    "services": {"box": BoxKind.TINT},
}


@cache
def _layout(name: str = "tabloid") -> Layout:
    layout = read_layout(name, [ROOT / "layouts"]).value
    assert layout
    return layout


@cache
def _book() -> FontBook:
    return FontBook.open([ROOT / "fonts"])


def _issue(changes: Mapping[str, Mapping[str, Any]]) -> Issue:
    issue = load(ROOT, "issue-001").value
    assert issue
    articles = tuple(each.model_copy(update={**PLAIN, **changes.get(each.id, {})}) for each in issue.articles)
    return issue.model_copy(update={"articles": articles})


@cache
def _made() -> Dummy:
    dummy = make_up(_issue(BOXED), _layout(), _book()).value
    assert dummy
    return dummy


def _texts(page: DummyPage, *roles: Role) -> list[TextFrame]:
    return [each for each in page.frames if isinstance(each, TextFrame) and each.role in roles]


def _grounds() -> Iterator[tuple[DummyPage, GroundFrame]]:
    for page in _made().pages:
        yield from ((page, each) for each in page.frames if isinstance(each, GroundFrame))


def _holds(outer: Box, inner: Box) -> bool:
    across = inner.x >= outer.x - 0.01 and inner.right <= outer.right + 0.01
    return across and inner.y >= outer.y - 0.01 and inner.bottom <= outer.bottom + 0.01


@pytest.mark.parametrize("columns", range(1, 7))
def test_the_columns_of_a_box_are_whole_em(columns: int) -> None:
    layout = _layout()
    inside = interior(columns, layout)
    grid = inside.layout.grid
    assert grid.column == int(grid.column)
    assert inside.side >= LEAST_SIDE
    assert grid.gutter >= layout.grid.gutter - 1e-9
    assert inside.layout.span(columns) + 2 * inside.side == pytest.approx(layout.span(columns))


def test_boxes_stand_on_the_grid_round_their_stories() -> None:
    layout = _layout()
    seen = set()
    for page, ground in _grounds():
        seen.add((ground.story, ground.kind))
        rise = (layout.line - layout.em) / 2
        for edge in (ground.box.y - rise, ground.box.bottom + rise):
            lines = (edge - layout.grid.top) / layout.line
            assert lines == pytest.approx(round(lines), abs=0.001)
        own = [
            each
            for each in page.frames
            if isinstance(each, TextFrame | PhotoFrame) and each.story == ground.story
        ]
        assert own
        for frame in own:
            assert _holds(ground.box, frame.box)
            assert frame.box.x - ground.box.x >= LEAST_SIDE * layout.em - 0.01
            assert ground.box.right - frame.box.right >= LEAST_SIDE * layout.em - 0.01
    assert seen == {
        ("lab-open", BoxKind.RULE),
        ("robot-cell", BoxKind.TINT),
        ("notice-exam", BoxKind.TINT),
        ("services", BoxKind.TINT),
    }


def test_no_rule_runs_through_a_box() -> None:
    for page, ground in _grounds():
        rules = [each for each in page.frames if isinstance(each, RuleFrame) and not each.colour]
        outer = [each for each in rules if not _holds(ground.box, each.box)]
        assert not any(each.box.meets(ground.box, 0.0) for each in outer)


def test_pages_with_furniture_are_full_and_nothing_overlaps() -> None:
    for page in _made().pages:
        assert page.overset == 0
        assert all(fit.short < max(2, fit.legs) for fit in page.fits)
        solid = [each for each in page.frames if isinstance(each, TextFrame | PhotoFrame)]
        assert not any(one.box.meets(other.box, 0.2) for one, other in combinations(solid, 2))


def test_every_line_is_placed_once_round_a_pull_quote() -> None:
    for page in _made().pages:
        for fit in page.fits:
            legs = [each for each in _texts(page, Role.LEG, Role.TABLE) if each.story == fit.story]
            assert sum(len(each.lines) for each in legs) == fit.placed


def test_a_pull_quote_parts_the_middle_third_of_its_legs() -> None:
    layout = _layout()
    (quote,) = [each for page in _made().pages for each in _texts(page, Role.PULL_QUOTE)]
    assert quote.story == "craftsman"
    page = next(page for page in _made().pages if quote in page.frames)
    legs = [each for each in _texts(page, Role.LEG) if each.story == quote.story]
    beside = [each for each in legs if each.box.x < quote.box.right and each.box.right > quote.box.x]
    above = [each for each in beside if each.box.bottom <= quote.box.y]
    below = [each for each in beside if each.box.y >= quote.box.bottom]
    assert len(above) == len(below) == len(beside) / 2
    for over, under in zip(above, below, strict=True):
        whole = len(over.lines) + len(under.lines)
        assert whole / 3 - 1 <= len(over.lines) <= whole * 2 / 3 + 1
        gap = (under.box.y - over.box.bottom) / layout.line
        assert gap == pytest.approx(round(gap), abs=0.001)


def test_a_section_has_its_label_once_a_page() -> None:
    labels = [each for page in _made().pages for each in _texts(page, Role.LABEL)]
    assert [(each.story, each.lines[0].line.text) for each in labels] == [
        ("robot-cell", "车间"),
        ("craftsman", "匠心录"),
    ]
    layout = _layout()
    for each in labels:
        lines = (each.box.y - layout.grid.top) / layout.line
        assert lines == pytest.approx(round(lines), abs=0.001)


def test_only_the_first_story_of_a_section_keeps_it() -> None:
    stories = [Article(id=str(at), section=name) for at, name in enumerate(("甲", "", "甲", "乙"))]
    assert [each.section for each in first_of_sections(stories)] == ["甲", "", "", "乙"]


def _line(full: bool = True, start: float = 0.0) -> SetLine:
    return SetLine(Line((Piece("字", "song"),), start, 1.0, full), "body")


def test_legs_are_not_parted_before_a_short_line() -> None:
    leg = [_line() for _at in range(12)]
    assert quote_line([leg], 3) == 6
    leg[6] = _line(full=False)
    assert quote_line([leg], 3) != 6


def test_a_quote_stands_in_the_longest_legs() -> None:
    quote = PullQuote((), 2, 25.6, 5)
    assert quoted_leg(quote, (0, 0, 12, 12)) == 0
    assert quoted_leg(quote, (12, 0, 12)) is None
    assert quoted_leg(PullQuote((), 1, 12, 5), (9, 0, 9)) == 1


def test_the_index_agrees_with_the_pages() -> None:
    layout = _layout().model_copy(update={"index": Index(lines=4, entries=3)})
    dummy = make_up(_issue({}), layout, _book()).value
    assert dummy
    pages = {fit.story: page.number for page in dummy.pages for fit in page.fits}
    named = [each for each in _texts(dummy.pages[0], Role.INDEX) if each.story]
    numbers = [each for each in named if each.lines[0].style == "index-page"]
    assert [each.story for each in numbers] == ["reform", "craftsman", "photo-page"]
    assert all(f"第{pages[each.story]}版" in each.lines[0].line.text.replace(" ", "") for each in numbers)
    bottom = layout.line_y(layout.grid.lines) + 0.2
    assert all(each.box.bottom <= bottom for each in named)
    solid = [each for each in dummy.pages[0].frames if isinstance(each, TextFrame | PhotoFrame)]
    assert not any(one.box.meets(other.box, 0.2) for one, other in combinations(solid, 2))


def _filler(name: str, characters: int) -> Article:
    text = "".join("校园通讯员欢迎来稿请把姓名写清楚"[at % 16] for at in range(characters))
    paragraph = Paragraph(Block.TEXT, (Run(text),), Span("issues/fillers.yaml"))
    return Article(
        id=f"fillers.yaml#{name}",
        headline="欢迎来稿",
        rank=Rank.FILLER,
        manuscript=Manuscript((paragraph,)),
    )


def _with_bank(issue: Issue) -> Issue:
    bank = tuple(_filler(str(size), size) for size in range(60, 420, 40))
    return issue.model_copy(update={"fillers": bank})


def test_a_full_page_takes_no_filler() -> None:
    plain = make_up(_issue({}), _layout(), _book()).value
    assert plain == make_up(_with_bank(_issue({})), _layout(), _book()).value


def test_fillers_close_a_hole_each_once() -> None:
    issue = load(ROOT / "tests" / "good", "issue-001").value
    layout = read_layout("leaflet", [ROOT / "tests" / "good" / "layouts", ROOT / "layouts"]).value
    assert issue and layout
    articles = tuple(
        each.model_copy(update={"photos": ()}) if each.id == "library" else each for each in issue.articles
    )
    issue = issue.model_copy(update={"articles": articles})
    short = make_up(issue, layout, _book()).value
    full = make_up(_with_bank(issue), layout, _book()).value
    assert short and full
    assert short.pages[1].short > 10
    assert all(fit.short < max(2, fit.legs) for fit in full.pages[1].fits)
    used = [fit.story for page in full.pages for fit in page.fits if fit.story.startswith("fillers.yaml#")]
    assert used
    assert len(used) == len(set(used))
