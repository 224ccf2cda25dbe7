"""Blocks of doglegs: every line is taken, every story's lines are its own, none begins or ends badly."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import issues
from newsletter.dummy import Dummy, DummyPage, Role, RuleFrame, TextFrame
from newsletter.issue import Issue, PagePlan
from newsletter.makeup import make_up
from newsletter.makeup.doglegs import Block, Strands
from newsletter.makeup.headblock import HeadBlock, HeadPart
from newsletter.makeup.reach import Reach
from newsletter.makeup.strands import Strand, Top
from tests.shipped import shipped_faces, shipped_layout

GAP, LEAST = 2, 3
DRAWN, PAGE = 129, 3
"""An issue drawn for the magazine, and a page of it that no rectangles fill."""


def _strand(name: str, head: int, lines: int, give: int) -> Strand:
    part = HeadPart((), 9.0, 15.0)
    tops = {
        head + air: Top(HeadBlock(None, part, None, head, 0.0), air, None, head + air, 7.0 * air)
        for air in (0, 1)
    }
    return Strand(name, tops, Reach(lines - give, lines, lines + give), LEAST, shipped_layout("magazine"))


STORIES = st.lists(
    st.tuples(st.integers(1, 5), st.integers(4, 40), st.integers(0, 3)).filter(
        lambda each: each[1] > each[2]
    ),
    min_size=1,
    max_size=4,
)


def _block(stories: list[tuple[int, int, int]], columns: int, height: int) -> tuple[Block, int]:
    found = {1 << at: _strand(f"s{at}", *each) for at, each in enumerate(stories)}
    whole = (1 << len(stories)) - 1
    sets = sorted(range(1, whole + 1), key=int.bit_count)
    return Block(Strands(found, [2.0] * len(stories), GAP), columns, height, sets), whole


@settings(deadline=None, max_examples=60)
@given(STORIES, st.integers(2, 3), st.integers(12, 40))
def test_a_block_filled_takes_every_line_of_its_columns(stories, columns, height):
    block, whole = _block(stories, columns, height)
    if np.isinf(block.cost(whole)):
        return
    filled = block.filled(whole)
    assert sorted(each.rectangle.story for each in filled.stories) == sorted(
        f"s{at}" for at in range(len(stories))
    )
    taken = np.zeros((columns, height), dtype=int)
    for each in filled.stories:
        (first, *more), line = each.rectangle.body.rooms, each.line
        taken[each.column, line : line + each.rectangle.height] += 1
        assert len(taken[each.column, line : line + each.rectangle.height]) == each.rectangle.height
        assert first >= min(LEAST, sum([first, *more])) and all(room >= LEAST for room in more)
        for at, room in enumerate(more, each.column + 1):
            taken[at, :room] += 1
    assert taken.max() == 1
    white = [(column, line) for column, line in np.argwhere(taken == 0).tolist() if line < height - 1]
    under = sum(each.line >= GAP for each in filled.stories)
    assert len(white) <= GAP * under, "white only over heads, and at most a line at a column's foot"


@settings(deadline=None, max_examples=60)
@given(STORIES, st.integers(2, 3), st.integers(12, 40))
def test_every_story_of_a_block_has_lines_that_it_can_be_set_in(stories, columns, height):
    block, whole = _block(stories, columns, height)
    if np.isinf(block.cost(whole)):
        return
    for each in block.filled(whole).stories:
        _head, lines, give = stories[int(each.rectangle.story[1:])]
        assert abs(sum(each.rectangle.body.rooms) - lines) <= give


def test_stories_that_are_too_much_or_too_little_fill_no_block():
    assert np.isinf(_block([(3, 40, 2)], 2, 12)[0].cost(1))
    assert np.isinf(_block([(3, 10, 2)], 2, 12)[0].cost(1))


def _one_page(doglegs: bool) -> DummyPage:
    issue = issues.issue(DRAWN, shipped_layout("magazine"))
    plan = next(each for each in issue.sheet.pages if each.page == PAGE)
    alone = issue.model_copy(update={"sheet": issue.sheet.model_copy(update={"pages": (plan, _last(issue))})})
    limits = shipped_layout("magazine").limits.model_copy(update={"doglegs": doglegs})
    dummy: Dummy | None = make_up(
        alone, shipped_layout("magazine").model_copy(update={"limits": limits}), shipped_faces()
    ).value
    assert dummy is not None
    return next(each for each in dummy.pages if each.number == PAGE)


def _last(issue: Issue) -> PagePlan:
    return max(issue.sheet.pages, key=lambda each: each.page).model_copy(update={"articles": ()})


def test_a_page_that_no_rectangles_fill_is_filled_where_the_layout_allows_doglegs():
    strict, full = _one_page(False), _one_page(True)
    assert strict.overset and not any(fit.bent for fit in strict.fits)
    assert not full.overset and not full.short and any(fit.bent for fit in full.fits)


def test_what_goes_on_begins_at_the_head_of_its_column_and_a_rule_parts_it_from_others():
    page = _one_page(True)
    bent = next(fit for fit in page.fits if fit.bent)
    legs = [each for each in page.frames if isinstance(each, TextFrame) and each.story == bent.story]
    first, *rest = [each for each in legs if each.role is Role.LEG]
    assert rest and all(each.box.y == shipped_layout("magazine").line_y(0) for each in rest)
    assert sum(len(each.lines) for each in (first, *rest)) == bent.placed == bent.lines
    upright = [
        each for each in page.frames if isinstance(each, RuleFrame) and each.box.height > each.box.width
    ]
    assert upright
