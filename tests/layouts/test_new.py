"""`newsletter layouts new` begins a layout that can be used at once, and overwrites nothing."""

from pathlib import Path

import pytest

from newsletter.layout import read_layout
from newsletter.starter.layout import renamed
from tests.layouts.workspaces import SHIPPED
from tests.whole.workshop import GOOD, ROOT, Workshop, copy_of


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return copy_of(GOOD, tmp_path / "paper")


@pytest.mark.parametrize("model", SHIPPED)
def test_it_can_be_used_at_once(workshop: Workshop, model: str) -> None:
    said = workshop.run("layouts", "new", "our-own", "--from", model)
    assert said.returncode == 0, said.stderr
    made = workshop.folder / "layouts" / "our-own"
    assert {each.name for each in made.iterdir()} == {"layout.yaml", "README.md"}
    staged = read_layout("our-own", (workshop.folder / "layouts", ROOT / "layouts"))
    assert staged.diagnostics == ()
    assert staged.value is not None and staged.value.name == "our-own"
    assert staged.value.templates[1] == ROOT / "layouts" / model
    assert workshop.run("layouts").returncode == 0


def test_nothing_is_overwritten(workshop: Workshop) -> None:
    before = (workshop.folder / "layouts" / "leaflet" / "layout.yaml").read_bytes()
    said = workshop.run("layouts", "new", "leaflet")
    assert said.returncode == 2
    assert "already" in said.stderr
    assert (workshop.folder / "layouts" / "leaflet" / "layout.yaml").read_bytes() == before


@pytest.mark.parametrize("arguments", [("../elsewhere",), (".hidden",), ("ours", "--from", "tabliod")])
def test_names_that_are_none_are_refused(workshop: Workshop, arguments: tuple[str, ...]) -> None:
    assert workshop.run("layouts", "new", *arguments).returncode == 2


def test_it_goes_where_it_is_told_to(workshop: Workshop, tmp_path: Path) -> None:
    said = workshop.run("layouts", "new", "ours", str(tmp_path / "designs"), "--from", "bulletin")
    assert said.returncode == 0, said.stderr
    assert (tmp_path / "designs" / "ours" / "layout.yaml").is_file()


def test_comments_are_kept_and_the_base_is_the_model() -> None:
    text = (ROOT / "layouts" / "magazine" / "layout.yaml").read_text("utf-8")
    ours = renamed(text, "ours", "magazine")
    assert ours.count("base:") == 1 and "\nbase: magazine " in ours
    assert ours.count("#") == text.count("#")


SPOILT = (
    ("  body: {face: song, size: 9, leading: 14, indent: 2}\n", "", "body"),
    ("leading: 14, indent: 2}", "leading: 6, indent: 2}", "lie over each other"),
    ("  lines: 76", "  lines: 90", "beyond the page's foot"),
    ("steps: [60, 54, 48, 44, 40, 36, 32]", "steps: []", "headlines.lead"),
    ("trim: {width: 285, height: 420}\n", "", "trim"),
    ("  black: [0, 0, 0, 1]\n", "", "black"),
)


@pytest.mark.parametrize(("old", "new", "word"), SPOILT)
def test_what_a_designer_breaks_is_a_finding(old: str, new: str, word: str, tmp_path: Path) -> None:
    folder = tmp_path / "layouts" / "ours"
    folder.mkdir(parents=True)
    text = (ROOT / "layouts" / "tabloid" / "layout.yaml").read_text("utf-8")
    assert old in text
    (folder / "layout.yaml").write_text(text.replace(old, new, 1), "utf-8")
    staged = read_layout("ours", (folder.parent,))
    assert staged.value is None
    assert any(word in each.message for each in staged.diagnostics), staged.diagnostics


def test_a_fault_is_listed_with_its_line(workshop: Workshop) -> None:
    sheet = workshop.folder / "layouts" / "leaflet" / "layout.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("face: kai", "face: kia", 1), "utf-8")
    said = workshop.run("layouts")
    assert said.returncode == 1
    assert "layouts/leaflet/layout.yaml:26:" in said.stderr.replace("\n", "")
    assert "kia" in said.stderr
