"""Every shipped layout can be used: its numbers are whole, it fits the trim, its faces and colours exist."""

import pytest

from newsletter.fonts import FontBook
from newsletter.layout import Layout, find_layouts, read_layout, unknown_faces
from newsletter.stylesheet import unbalanced_line
from tests.layouts.workspaces import SHIPPED
from tests.whole.workshop import ROOT

FOLDERS = (ROOT / "layouts",)
LEAST_MARGIN = 12.0


@pytest.fixture(scope="module", params=SHIPPED)
def layout(request: pytest.FixtureRequest) -> Layout:
    staged = read_layout(request.param, FOLDERS)
    assert staged.diagnostics == ()
    assert staged.value is not None
    return staged.value


def test_all_are_examined() -> None:
    assert set(find_layouts(FOLDERS)) == set(SHIPPED)


def test_the_name_is_the_folders(layout: Layout) -> None:
    assert layout.name == layout.folder.name


def test_columns_are_whole_em_and_the_type_area_half_ems(layout: Layout) -> None:
    assert layout.grid.column == int(layout.grid.column)
    assert (layout.span(layout.grid.columns) * 2) % 1 == pytest.approx(0)


def test_margins_are_left_on_every_side(layout: Layout) -> None:
    for page in (1, 2):
        side = layout.on(page)
        right = side.trim.width - side.left - side.width
        assert min(side.left, right, side.grid.top) >= LEAST_MARGIN
    assert layout.trim.height - layout.line_y(layout.grid.lines) >= LEAST_MARGIN


def test_facing_pages_mirror_each_other(layout: Layout) -> None:
    odd, even = layout.on(3), layout.on(4)
    assert even.left == pytest.approx(odd.trim.width - odd.left - odd.width)
    assert even.on(3).left == odd.left
    if layout.grid.inner is not None:
        assert odd.left == layout.grid.inner > even.left


def test_its_faces_are_at_hand(layout: Layout) -> None:
    assert unknown_faces(layout, FontBook.open((ROOT / "fonts",)).faces) == ()


def test_what_stands_in_legs_has_the_bodys_leading(layout: Layout) -> None:
    inside = ("crosshead", "byline", "source", "note", "list", "quote", "verse", "signature", "table")
    assert {layout.styles[name].leading for name in inside} == {layout.styles["body"].leading}


def test_steps_of_ranks_do_not_rise(layout: Layout) -> None:
    largest = [layout.headlines[rank].steps[0] for rank in ("lead", "major", "standard", "brief", "filler")]
    assert largest == sorted(largest, reverse=True)
    assert largest[0] >= 1.4 * largest[1]
    assert all(each.steps[-1] > layout.styles["body"].size for each in layout.headlines.values())


def test_its_style_sheet_is_whole(layout: Layout) -> None:
    assert unbalanced_line((layout.folder / "style.css.j2").read_text("utf-8")) is None


def test_its_readme_teaches_in_two_languages(layout: Layout) -> None:
    text = (layout.folder / "README.md").read_text("utf-8")
    assert "## In English" in text
    assert all(words in text for words in ("styles.body", "specimen --layout", "newsletter plan"))


@pytest.mark.parametrize(
    ("css", "line"),
    [
        (".a { color: red }\n.b { top: 0 }", None),
        (".a { color: red\n.b { top: 0 }", 1),
        (".a { color: red } }\n", 1),
        ("/* } */ .a { content: '}' }", None),
        (".a { {{ face('hei') }}; top: 0 }\n/* open", 2),
    ],
)
def test_an_open_brace_is_found(css: str, line: int | None) -> None:
    assert unbalanced_line(css) == line
