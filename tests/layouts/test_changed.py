"""A house changes the numbers that the READMEs name, and its layout still works."""

from pathlib import Path

import pytest

from newsletter.layout import read_layout
from tests.layouts.workspaces import changed, good_in
from tests.whole.workshop import ROOT, copy_of

LARGE = (
    ("size: 9, leading: 14, indent: 2}", "size: 10.5, leading: 14, indent: 2}"),
    ("columns: 6", "columns: 5"),
    ("column: 12 ", "column: 13 "),
)
CHANGES = {
    "tabloid": LARGE,
    "broadsheet": (
        ("size: 9.5, leading: 14.5, indent: 2}", "size: 10.5, leading: 16, indent: 2}"),
        *(("columns: 8", "columns: 7"), ("gutter: 1.5", "gutter: 2"), ("lines: 95", "lines: 86")),
    ),
    "bulletin": (
        ("size: 12, leading: 21, indent: 2}", "size: 10.5, leading: 20, indent: 2}"),
        *(("column: 19", "column: 22"), ("lines: 33", "lines: 35")),
    ),
    "magazine": (
        *(("columns: 3", "columns: 2"), ("column: 13", "column: 21")),
        *(("gutter: 1.5", "gutter: 2"), ("inner: 29", "inner: 25")),
    ),
}


@pytest.mark.parametrize("layout", CHANGES)
def test_it_can_be_used(layout: str, tmp_path: Path) -> None:
    changed(layout, tmp_path, *CHANGES[layout], name="ours")
    staged = read_layout("ours", (tmp_path / "layouts", ROOT / "layouts"))
    assert staged.diagnostics == ()
    assert staged.value is not None


def test_the_tabloid_in_larger_type_holds_the_sample(tmp_path: Path) -> None:
    workshop = copy_of(ROOT, tmp_path)
    changed("tabloid", tmp_path, *LARGE, name="tabloid-large")
    workshop.edit("issue.yaml", "layout: tabloid", "layout: tabloid-large")
    said = workshop.run("build", "--format", "concise")
    assert said.returncode == 0, said.stdout + said.stderr
    assert said.stdout == ""
    assert workshop.pdf.is_file()


@pytest.mark.parametrize("layout", ["bulletin", "ours", "single"])
def test_the_bulletin_takes_the_good_stories(layout: str, tmp_path: Path) -> None:
    changed("bulletin", tmp_path, *CHANGES["bulletin"], name="ours")
    changed("bulletin", tmp_path, ("columns: 2", "columns: 1"), ("column: 19", "column: 40"), name="single")
    said = good_in(layout, tmp_path).run("plan", "--format", "concise")
    assert "Traceback" not in said.stderr
    assert not {"M091", "Y004", "Y005"} & set(said.stdout.replace("[", " ").replace("]", " ").split())
