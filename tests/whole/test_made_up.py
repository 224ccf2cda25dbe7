"""Whatever is made up: nothing is lost, nothing overlaps, all stands on the grid."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsletter.diagnostics import Span
from newsletter.dummy import DummyPage, PhotoFrame, Role, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue, PagePlan, Photo, PhotoStyle, Pixels, Publication, Rank, Sheet
from newsletter.layout import Layout, open_layout
from newsletter.makeup import make_up
from newsletter.manuscript import Block, Manuscript, Paragraph, Run
from tests.whole.printed import bare, copy_of_story
from tests.whole.workshop import GOOD, ROOT

HERE = Path()
WORDS = (
    "光电产教联合体",
    "在我院成立",
    "，",
    "。",
    "、",
    "“讲练同台”",
    "（试行）",
    "32%",
    "5G",
    "2026年9月",
    "学生",
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map("".join)
BLOCKS = st.sampled_from([Block.TEXT] * 6 + [Block.CROSSHEAD, Block.QUOTE])
SIZES = st.sampled_from([(4000, 3000), (3000, 4000), (4500, 3000), (3000, 3000), (6000, 2000)])


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open([ROOT / "fonts"])


@pytest.fixture(scope="module", params=["tabloid", "leaflet"])
def layout(request: pytest.FixtureRequest) -> Layout:
    root = ROOT if request.param == "tabloid" else GOOD
    opened = open_layout(root / "layouts" / request.param).value
    assert opened is not None
    return opened


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    block = draw(BLOCKS)
    text = draw(TEXTS)
    return Paragraph(block, (Run(text[:14] if block is Block.CROSSHEAD else text),), Span("a.md"))


@st.composite
def issues(draw: st.DrawFn) -> Issue:
    """Draw an issue of one page with one to three stories and up to four photos each."""
    articles, photos = [], []
    for at in range(draw(st.integers(1, 3))):
        count = draw(st.integers(0, 3))
        bond = {"group": draw(st.sampled_from(["", f"g{at}"])), "style": draw(st.sampled_from(PhotoStyle))}
        mine = [_photo(f"p{at}-{each}", draw(SIZES), **bond) for each in range(count)]
        photos += mine
        articles.append(
            Article(
                id=f"s{at}",
                headline=draw(
                    st.sampled_from(["学院成立", "开学典礼在晨雾中举行", "把论文写在车间里把课堂搬进实验室"])
                ),
                byline=draw(st.sampled_from(["", "本院通讯员 周岚"])),
                source=draw(st.sampled_from(["", "党委宣传部 周岚"])),
                rank=draw(st.sampled_from(list(Rank)[:4])),
                photos=tuple(each.id for each in mine),
                manuscript=Manuscript(tuple(draw(st.lists(paragraphs(), min_size=1, max_size=12)))),
            )
        )
    plan = PagePlan(page=1, articles=tuple(each.id for each in articles))
    return Issue(
        slug="issue-001",
        workspace=HERE,
        folder=HERE,
        publication=Publication(name="试刊"),
        sheet=Sheet(pages=(plan,)),
        articles=tuple(articles),
        photos=tuple(photos),
    )


def _photo(name: str, size: tuple[int, int], group: str, style: PhotoStyle) -> Photo:
    return Photo(
        id=name,
        file=f"{name}.jpg",
        caption="图片的说明文字",
        credit="周岚",
        group=group,
        style=style,
        pixels=Pixels(width=size[0], height=size[1]),
    )


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(issue=issues())
def test_whatever_is_made_up(issue: Issue, layout: Layout, book: FontBook) -> None:
    dummy = make_up(issue, layout, book).value
    assert dummy is not None
    for page in dummy.pages:
        _nothing_is_lost(page, issue)
        _nothing_overlaps(page)
        _all_stands_on_the_grid(page, layout)


def _legs(page: DummyPage, story: str) -> list[TextFrame]:
    frames = (frame for frame in page.frames if isinstance(frame, TextFrame))
    return [frame for frame in frames if frame.role is Role.LEG and frame.story == story]


def _nothing_is_lost(page: DummyPage, issue: Issue) -> None:
    """The legs hold each line once and in order; what is not placed is counted as overset."""
    assert [fit.story for fit in page.fits] and len(page.fits) == len(issue.articles)
    for fit in page.fits:
        lines = [each.line.text for leg in _legs(page, fit.story) for each in leg.lines]
        assert fit.placed + fit.overset == fit.lines
        assert len(lines) == fit.placed
        article = issue.article(fit.story)
        assert article is not None
        copy, placed = copy_of_story(article), bare("".join(lines))
        assert copy == placed if not fit.overset else copy.startswith(placed)
        assert {frame.photo for frame in page.frames if isinstance(frame, PhotoFrame)} == {
            photo.id for photo in issue.photos
        }


def _nothing_overlaps(page: DummyPage) -> None:
    solid = [frame for frame in page.frames if isinstance(frame, TextFrame | PhotoFrame)]
    for one, other in combinations(solid, 2):
        assert not one.box.meets(other.box, slack=0.2), (one, other)


def _all_stands_on_the_grid(page: DummyPage, layout: Layout) -> None:
    """Legs start at a line of the grid and stay in the type area, unless the page is too full to print."""
    right = layout.trim.width - layout.left + 0.01
    bottom = layout.line_y(layout.grid.lines) + 0.2
    for frame in page.frames:
        if not isinstance(frame, TextFrame | PhotoFrame):
            continue
        assert frame.box.x >= layout.left - 0.01 and frame.box.right <= right
        if isinstance(frame, TextFrame) and frame.role is Role.LEG:
            line = (frame.box.y - layout.grid.top) / layout.line
            assert abs(line - round(line)) < 1e-6
        if not page.overset:
            assert frame.box.bottom <= bottom
