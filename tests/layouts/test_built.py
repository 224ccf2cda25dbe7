"""An issue built in each layout that is not the sample's: its body on the grid, its trim, its page 1."""

import pytest

from newsletter.layout import Layout, read_layout
from newsletter.measure import measure
from tests.layouts.workspaces import BROADSHEET, MAGAZINE, good_in, sample_in
from tests.whole.printed import pages
from tests.whole.workshop import ROOT, Workshop, once

MAKERS = {
    "broadsheet": lambda folder: sample_in(BROADSHEET, folder),
    "bulletin": lambda folder: good_in("bulletin", folder),
    "magazine": lambda folder: sample_in(MAGAZINE, folder),
}


def _build(workshop: Workshop) -> None:
    said = workshop.run("build", "--format", "concise")
    (workshop.folder / "said.txt").write_text(said.stdout + said.stderr, "utf-8")


@pytest.fixture(scope="module", params=MAKERS)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Layout, Workshop]:
    folder = tmp_path_factory.mktemp("layouts") / request.param
    workshop = Workshop(once(folder, lambda made: _build(MAKERS[request.param](made))))
    layout = read_layout(request.param, (ROOT / "layouts",)).value
    assert layout is not None
    assert workshop.pdf.is_file(), (folder / "said.txt").read_text("utf-8")
    return layout, workshop


def test_nothing_is_said_of_full_issues(built: tuple[Layout, Workshop]) -> None:
    layout, workshop = built
    said = (workshop.folder / "said.txt").read_text("utf-8")
    expected = {"A006", "A009", "P023", "Y001", "Y002", "Y017"} if layout.name == "bulletin" else set()
    assert {line.split("[")[1][:4] for line in said.splitlines() if "[" in line} <= expected, said


def test_the_body_stands_on_the_grid(built: tuple[Layout, Workshop]) -> None:
    figures = measure(built[1].pdf)
    assert figures.full > 10
    assert figures.grid == 1.0
    assert figures.flush >= 0.99, figures.ragged


def test_every_page_has_the_layouts_trim(built: tuple[Layout, Workshop]) -> None:
    layout, workshop = built
    trims = [page.trim for page in workshop.facts().pages]
    assert trims and all(trim is not None for trim in trims)
    sizes = {(round(trim.width, 1), round(trim.height, 1)) for trim in trims if trim}
    assert sizes == {(layout.trim.width, layout.trim.height)}


def test_page_one_carries_what_the_law_wants(built: tuple[Layout, Workshop]) -> None:
    workshop = built[1]
    publication, front = workshop.issue().publication, pages(workshop.pdf)[0]
    assert publication.permit.number.replace(" ", "") in front
    assert "内部资料" in front and "免费交流" in front
    assert publication.name in front and "第1期" in front


def test_the_imprint_is_printed(built: tuple[Layout, Workshop]) -> None:
    whole = "".join(pages(built[1].pdf))
    assert all(label in whole for label in ("编印单位：", "发送对象：", "印刷单位：", "印刷日期：", "印数："))
