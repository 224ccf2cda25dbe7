import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from newsletter.cli.app import application
from newsletter.report.year import people_table
from newsletter.series import contributors, read_year
from newsletter.series.reading import newest_year


@pytest.fixture
def run(paper, monkeypatch):
    monkeypatch.setenv("NEWSLETTER_TODAY", "2026-06-30")

    def carried_out(*arguments):
        return CliRunner().invoke(application(), ["-C", str(paper), "index", *arguments, "--lang", "en"])

    return carried_out


def _person(paper, name, year=2026):
    return next(each for each in contributors(read_year(paper, year).entries) if each.name == name)


def test_a_year_has_its_own_issues_in_their_row(paper, add):
    add("z-first", "number: 1\ndate: 2026-01-05\n")
    add("a-other", "number: 9\ndate: 2025-12-05\n")
    assert [each.slug for each in read_year(paper, 2026).entries] == ["z-first", "issue-001"]
    assert [each.slug for each in read_year(paper, 2025).entries] == ["a-other"]
    assert newest_year(paper, __import__("datetime").date(2030, 1, 1)) == 2026


def test_characters_are_counted_whole_and_divided(paper, add):
    add("issue-002", "number: 2\ndate: 2026-07-05\n", byline="欧阳晴 曾可", text="一二三四五六七八九。")
    found = _person(paper, "欧阳晴")
    assert (found.stories, found.characters, found.share, found.issues) == (1, 10, 5, ("issue-002",))


def test_surnames_stand_where_they_sound(paper, add):
    add("issue-002", "number: 2\ndate: 2026-07-05\n", byline="曾可 单小小 查良 解明 欧阳晴")
    order = [each.name for each in contributors(read_year(paper, 2026).entries)]
    own = [name for name in order if name in {"曾可", "单小小", "查良", "解明", "欧阳晴"}]
    assert own == ["欧阳晴", "单小小", "解明", "曾可", "查良"]


def test_one_broken_issue_hides_no_other(paper, add, run):
    add("issue-002", "number: [2\n")
    (paper / "issues" / "issue-003").mkdir()
    result = run("--format", "json")
    data = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [each["issue"] for each in data["unreadable"]] == ["issue-002", "issue-003"]
    assert [each["issue"] for each in data["publications"][0]["issues"]] == ["issue-001"]


def test_excel_reads_the_list_and_takes_nothing_for_a_formula(paper, add, run):
    add("-issue", "number: 2\ndate: 2026-07-05\n", byline="曾可")
    out = run("--format", "csv").stdout
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    row = next(each for each in rows if each["name"] == "曾可")
    assert (row["stories"], row["photos"], row["issues"]) == ("1", "0", "'-issue")


def test_the_page_needs_nothing_else(paper, run, tmp_path):
    assert run("-o", str(tmp_path / "year.html")).exit_code == 0
    page = (tmp_path / "year.html").read_text("utf-8")
    assert "示例之窗" in page and "A4" in page
    assert "http" not in page and "<script" not in page


def test_numbers_of_the_row_are_looked_at(paper, add, run):
    add("issue-002", "number: 3\ntotal: 3\ndate: 2026-07-05\n")
    out = run("--format", "concise").stdout
    assert "L027" in out and "L028" in out


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.sampled_from(["周岚", "何翀", "沈亦秋", "曾可", "欧阳晴"]), min_size=1, max_size=5, unique=True
    )
)
def test_shares_make_up_the_whole(paper, people):
    from newsletter.series.entry import Entry, Story

    story = Story("a", "题", 1, "", "", "", 997, tuple(people))
    entry = Entry("x", read_year(paper, 2026).entries[0].issue, (story,), ())
    shared = sum(each.share for each in contributors((entry,)))
    assert abs(shared - 997) <= len(people) / 2


def test_a_gap_that_was_taken_on_is_not_told_again(paper, add, run):
    waiver = "waive:\n  - {rule: L027, why: 暑假, by: 陶景和}\n"
    add("issue-002", f"number: 3\ntotal: 2\ndate: 2026-07-05\n{waiver}")
    assert "L027" not in run("--format", "concise").stdout


def test_numbers_that_follow_are_drawn_together(paper, add):
    for number in (2, 3, 7):
        add(f"issue-00{number}", f"number: {number}\ntotal: {number}\ndate: 2026-0{number + 1}-05\n")
    rows = {row[0]: row[-1] for row in people_table(read_year(paper, 2026)).rows}
    assert rows["周岚"] == "1–3 7"
