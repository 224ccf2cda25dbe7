"""The series of issues, the approved size and period, permit numbers: what counts as the same and what not."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.permits import comparable
from newsletter.checks.sheet_size import _is_of, sizes_of
from newsletter.manifest.series import all_sheets, siblings
from tests.checks.terminal import Said, concise, edit, good_workspace

ISSUE = "issues/issue-001/issue.yaml"


def _fits(format_: str, width: float, height: float) -> bool:
    return any(_is_of(size, (width, height), format_) for size in sizes_of(format_))


@pytest.mark.parametrize(
    ("format_", "width", "height"),
    [
        ("四开四版", 285, 420), ("四开四版", 260, 375), ("4开8版", 270, 390), ("对开四版", 390, 540), ("八开二版", 270, 390),
        ("大16开", 210, 285), ("16开", 185, 260), ("A4四版", 210, 297), ("a4", 297, 210), ("210×285毫米", 210, 285),
        ("大32开", 140, 203), ("四开二版", 390, 540),
    ],
)  # fmt: skip
def test_pages_of_an_approved_format(format_: str, width: float, height: float) -> None:
    assert _fits(format_, width, height)


@pytest.mark.parametrize(
    ("format_", "width", "height"),
    [
        ("四开四版", 210, 297),
        ("四开四版", 210, 285),
        ("大16开", 285, 420),
        ("A4", 210, 285),
        ("对开四版", 285, 420),
    ],
)
def test_pages_of_another_format(format_: str, width: float, height: float) -> None:
    assert not _fits(format_, width, height)


@pytest.mark.parametrize("format_", ["", "异形", "折页", "七开"])
def test_formats_that_nobody_knows_have_no_size(format_: str) -> None:
    assert tuple(sizes_of(format_)) == ()


@pytest.mark.parametrize(
    "written",
    [
        "（鄂）4201—2026000/连",
        "(鄂)4201-2026000/连",
        "(鄂) 4201—2026000 / 连",
        "(鄂)4201一2026000/连",
        "(鄂)4201－2026000／连",
    ],
)
def test_permit_numbers_are_compared_without_their_typing(written: str) -> None:
    assert comparable(written) == comparable("(鄂)4201—2026000/连")


def bare(number: str) -> str:
    """Return the letters and digits of a number."""
    return "".join(each for each in comparable(number) if each.isalnum())


@given(
    st.text("(（鄂湘)）4201—-－2026/／连 ", max_size=24), st.text("0123456789鄂连", min_size=1, max_size=3)
)
def test_comparing_never_loses_a_letter_or_digit(number: str, more: str) -> None:
    assert bare(comparable(number)) == bare(number)
    assert comparable(comparable(number)) == comparable(number)
    assert comparable(number + more) != comparable(number)


def _sibling(workspace: Path, name: str, text: str) -> None:
    folder = workspace / "issues" / name
    folder.mkdir(parents=True)
    (folder / "issue.yaml").write_text(text, "utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "number: 3\ntotal: 13\ndate: 2026-05-30\n",
        "期号: 3 # 第三期\n总期号: '13'\r\n出版日期: 2026-5-30\n",
        "# number: 9\nprint: {date: 2026-06-01, run: 3}\ndate: 2026-05-30\nnumber: 3\ntotal: 13\n",
    ],
)
def test_the_place_of_another_issue_is_read(text: str, tmp_path: Path) -> None:
    _sibling(tmp_path, "issue-000", text)
    (other,) = siblings(all_sheets(tmp_path), "issue-001")
    assert (other.slug, other.number, other.total, other.date) == (
        "issue-000",
        3,
        13,
        datetime.date(2026, 5, 30),
    )


@given(st.binary(max_size=60))
def test_whatever_lies_in_another_issue_breaks_nothing(tmp_path_factory, data: bytes) -> None:
    workspace = tmp_path_factory.mktemp("workspace")
    _sibling(workspace, "issue-000", "")
    (workspace / "issues/issue-000/issue.yaml").write_bytes(data + b"\ndate: 2026-13-45\nnumber: 0009\n")
    (other,) = siblings(all_sheets(workspace), "issue-001")
    assert other.date is None


def _said(tmp_path: Path, others: dict[str, str], number: str, date: str = "2026-06-30") -> Said:
    workspace = good_workspace(tmp_path / "workspace")
    for name, text in others.items():
        _sibling(workspace, name, text)
    edit(ISSUE, "number: 1\ntotal: 1\ndate: 2026-06-30", f"{number}\ndate: {date}")(workspace)
    return concise(workspace, "check", "issue-001")


def test_the_later_of_two_is_at_fault(tmp_path: Path) -> None:
    said = _said(tmp_path, {"issue-002": "number: 6\ntotal: 66\ndate: 2026-06-30\n"}, "number: 6\ntotal: 66")
    assert not {"L026", "L028", "A010"} & said.codes, said.out
    (tmp_path / "workspace/issues/issue-002/articles.yaml").write_text("[]\n", "utf-8")
    said = concise(tmp_path / "workspace", "check", "issue-002")
    assert {"L026", "L028", "A010"} <= said.codes, said.out


MAY = "number: 5\ntotal: 65\ndate: 2026-05-30\n"
DECEMBER = "number: 12\ntotal: 60\ndate: 2025-12-30\n"


@pytest.mark.parametrize(
    ("others", "number", "date", "codes"),
    [
        ({"issue-000": MAY}, "number: 6\ntotal: 66", "2026-06-30", set()),
        ({"issue-000": MAY}, "number: 7\ntotal: 66", "2026-06-30", {"L027"}),
        ({"issue-000": MAY}, "number: 6\ntotal: 67", "2026-06-30", {"L028"}),
        ({"issue-000": MAY}, "number: 5\ntotal: 65", "2026-06-30", {"L026", "L028"}),
        ({"issue-000": MAY}, "number: 6\ntotal: 66", "2026-05-31", {"A010", "A016"}),
        ({"issue-000": DECEMBER}, "number: 1\ntotal: 61", "2026-01-30", {"A016"}),
        ({"issue-000": DECEMBER}, "number: 13\ntotal: 61", "2026-01-30", {"A016"}),
        ({"issue-000": MAY, "issue-009": "number: 7\ntotal: 67\ndate: 2026-07-30\n"}, "number: 6\ntotal: 66", "2026-06-30", set()),
        ({"issue-000": "layout: leaflet\n"}, "number: 6\ntotal: 66", "2026-06-30", set()),
    ],
)  # fmt: skip
def test_an_issue_follows_the_one_before(
    others, number: str, date: str, codes: set[str], tmp_path: Path
) -> None:
    said = _said(tmp_path, others, number, date)
    assert {each for each in said.codes if each[0] in "AL"} - {"A011", "A001", "A002"} == codes - {"A016"} | (
        {"A016"} & said.codes
    ), said.out


def test_issues_of_another_publication_are_another_series(tmp_path: Path) -> None:
    magazine = "number: 1\ntotal: 1\ndate: 2026-06-10\npublication: magazine.yaml # 期刊\n"
    said = _said(tmp_path, {"issue-000": magazine}, "number: 1\ntotal: 1")
    assert not {"L026", "L028", "A010"} & said.codes, said.out
    workspace = tmp_path / "workspace"
    (workspace / "issues/magazine.yaml").write_bytes((workspace / "issues/publication.yaml").read_bytes())
    edit(ISSUE, "layout: leaflet", "publication: magazine.yaml\nlayout: leaflet")(workspace)
    assert {"L026", "A010"} <= concise(workspace, "check", "issue-001").codes
