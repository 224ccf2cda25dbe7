"""The magazine's own pages: cover, contents, folios outside."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsletter.dummy import Dummy, FurnitureFrame, PhotoFrame, Role, RuleFrame, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Cover, Issue
from newsletter.layout import Layout, read_layout
from newsletter.lengths import to_mm
from newsletter.makeup import make_up
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.contents import with_contents
from newsletter.makeup.cover import announced, cover_photo
from newsletter.makeup.issue_plan import page_plans
from tests.layouts.workspaces import MAGAZINE, Plan, sample_in
from tests.whole.workshop import ROOT, Workshop


@pytest.fixture(scope="module")
def layout() -> Layout:
    found = read_layout("magazine", (ROOT / "layouts",)).value
    assert found is not None
    return found


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open((ROOT / "fonts",))


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Issue:
    return sample_in(MAGAZINE, tmp_path_factory.mktemp("magazine") / "paper").issue()


@pytest.fixture(scope="module")
def dummy(issue: Issue, layout: Layout, book: FontBook) -> Dummy:
    staged = make_up(issue, layout, book)
    assert staged.diagnostics == ()
    assert staged.value is not None
    return staged.value


def test_first_and_last_pages_have_their_masters(dummy: Dummy) -> None:
    masters = [page.master for page in dummy.pages]
    assert masters == ["cover", "contents", *["inner"] * 5, "last"]


def test_the_cover_shows_its_photo_from_edge_to_edge_over_the_band(dummy: Dummy, layout: Layout) -> None:
    (photo,) = (frame for frame in dummy.pages[0].frames if isinstance(frame, PhotoFrame))
    assert photo.photo == "lake"
    assert (photo.box.x, photo.box.right) == (-3.0, layout.trim.width + 3)
    assert (photo.box.y, photo.box.bottom) == (78.0, layout.trim.height - 59)


def test_the_contents_list_every_story_where_it_stands(dummy: Dummy, issue: Issue) -> None:
    lines = [frame for frame in dummy.pages[1].frames if isinstance(frame, TextFrame)]
    assert {frame.role for frame in lines} == {Role.CONTENTS}
    said = [(frame.story, "".join(each.line.text for each in frame.lines)) for frame in lines]
    for page in dummy.pages:
        for fit in page.fits:
            article = issue.article(fit.story)
            assert article is not None
            assert (fit.story, article.headline) in said
            assert (fit.story, str(page.number)) in said


def test_contents_stand_on_the_grid(dummy: Dummy, layout: Layout) -> None:
    style = layout.styles["contents-entry"]
    for frame in dummy.pages[1].frames:
        if isinstance(frame, TextFrame) and frame.lines[0].style == "contents-entry":
            # Larger type than the body: its frame stands higher, so that the baselines agree.
            off = (frame.box.y - layout.grid.top) / layout.line % 1
            assert min(off, 1 - off) * layout.line < (style.size - layout.styles["body"].size) * 0.3


def test_too_many_stories_are_found(dummy: Dummy, issue: Issue, layout: Layout, book: FontBook) -> None:
    short = layout.masters["contents"].model_copy(update={"head": 28})
    tight = layout.model_copy(update={"masters": {**layout.masters, "contents": short}})
    staged = with_contents(dummy.pages, issue, tight, book)
    assert [each.rule.code for each in staged.diagnostics] == ["M095"]


def test_two_pages_of_contents_share_the_stories(
    dummy: Dummy, issue: Issue, layout: Layout, book: FontBook
) -> None:
    short = layout.masters["contents"].model_copy(update={"head": 25})
    two = layout.model_copy(
        update={
            "opening": ("cover", "contents", "contents"),
            "masters": {**layout.masters, "contents": short},
        }
    )
    planned = issue.sheet.model_copy(update={"pages": (), "page_count": 9})
    staged = make_up(issue.model_copy(update={"sheet": planned}), two, book)
    assert staged.value is not None and staged.diagnostics == ()
    listed = [
        {frame.story for frame in page.frames if isinstance(frame, TextFrame) and page.master == "contents"}
        for page in staged.value.pages
    ]
    assert listed[1] and listed[2] and not listed[1] & listed[2] - {"lake"}


def test_folios_stand_under_the_type_area(dummy: Dummy, layout: Layout) -> None:
    for page in dummy.pages[1:]:
        (folio,) = (f for f in page.frames if isinstance(f, FurnitureFrame) and f.kind == "folio")
        assert folio.box.y > layout.line_y(layout.grid.lines)
        assert folio.box.bottom < layout.trim.height - 5
        assert folio.box.x == layout.on(page.number).left


def test_the_cover_falls_back_on_the_leads(issue: Issue, dummy: Dummy) -> None:
    bare = issue.model_copy(update={"sheet": issue.sheet.model_copy(update={"cover": Cover()})})
    leads = [article.id for article in issue.articles if article.rank == "lead"]
    assert [article.id for _page, article in announced(bare, dummy)] == leads
    assert cover_photo(bare) is None or leads


def test_pages_that_the_layout_fills_need_no_plan(issue: Issue, layout: Layout) -> None:
    book = FontBook.open([ROOT / "fonts"])
    later = tuple(page for page in issue.sheet.pages if page.page > 2)
    planned = issue.model_copy(update={"sheet": issue.sheet.model_copy(update={"pages": later})})
    assert [plan.page for plan in page_plans(ComposingRoom(planned, layout, book))] == list(range(1, 9))
    counted = issue.model_copy(
        update={"sheet": issue.sheet.model_copy(update={"pages": (), "page_count": 12})}
    )
    plans = page_plans(ComposingRoom(counted, layout, book))
    assert len(plans) == 12 and not plans[0].articles and not plans[1].articles


def test_twenty_two_pages_cannot_be_stitched(layout: Layout) -> None:
    assert not layout.extent.takes(22)
    assert layout.extent.takes(24)


def test_a_story_on_the_cover_is_refused(tmp_path: Path) -> None:
    wrong = Plan(
        "magazine", "大16开八页", (("welder",), *MAGAZINE.pages[1:5], ("alumni",), *MAGAZINE.pages[6:])
    )
    workshop: Workshop = sample_in(wrong, tmp_path / "paper")
    said = workshop.run("plan", "--format", "concise")
    assert "M093" in said.stdout


@pytest.mark.parametrize("head", [7, 12, 16, 19, 21])
def test_no_rule_of_the_contents_runs_through_type(
    head: int, dummy: Dummy, issue: Issue, layout: Layout, book: FontBook
) -> None:
    full = layout.masters["contents"].model_copy(update={"head": head, "foot": 6})
    tight = layout.model_copy(update={"masters": {**layout.masters, "contents": full}})
    bare = tuple(replace(page, frames=()) if page.master == "contents" else page for page in dummy.pages)
    made = with_contents(bare, issue, tight, book).value
    assert made is not None
    frames = made[1].frames
    types = [frame for frame in frames if isinstance(frame, TextFrame)]
    rules = [frame.box for frame in frames if isinstance(frame, RuleFrame)]
    assert rules
    for each in types:
        white = (layout.line - to_mm(each.size)) / 2
        inside = [rule for rule in rules if each.box.y + white < rule.y < each.box.bottom - white]
        assert not inside, each.lines[0].line.text
