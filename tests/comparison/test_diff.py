import json
import shutil

from tests.comparison.conftest import SLUG
from tests.repository import committed, needs_git


def _diff(run, *sides):
    result = run("diff", SLUG, *sides, "--format", "json")
    return result.exit_code, json.loads(result.stdout)


def test_since_the_last_build(paper, run, change):
    assert run("build").exit_code == 0
    assert _diff(run)[0] == 0
    change("articles/contest.md", "六支队伍", "五支队伍")
    change("articles.yaml", "headline: ", "headline: 新")
    code, data = _diff(run)
    assert (code, data["same"]) == (1, False)
    contest = next(each for each in data["stories"] if each["id"] == "contest")
    marks = [(each["mark"], each["text"]) for each in contest["sentences"][0]["pieces"]]
    assert ("out", "六") in marks and ("in", "五") in marks
    assert "headline" in [line["key"] for each in data["stories"] for line in each["lines"]]


def test_the_build_before_the_last_is_kept_until_the_pages_change(paper, run, change):
    assert run("build").exit_code == 0
    assert run("diff", SLUG, "previous", "build").exit_code == 3
    change("articles/contest.md", "六支队伍", "五支队伍")
    assert run("build").exit_code == 0
    assert run("build", "--afresh").exit_code == 0
    code, data = _diff(run, "previous", "build")
    assert (code, [each["id"] for each in data["stories"]]) == (1, ["contest"])


def test_a_photo_is_swapped_by_its_hash_alone(paper, run):
    folder = paper / "issues" / SLUG / "photos"
    other = shutil.copytree(paper, paper.parent / "other")
    shutil.copy(folder / "field.jpg", folder / "lamp.jpg")
    code, data = _diff(run, str(other), "now")
    assert code == 1
    (photo,) = data["photos"]
    assert (photo["id"], photo["change"], photo["swapped"], photo["lines"]) == ("lamp", "changed", True, [])
    assert photo["caption"] == "靠窗的座位亮起台灯"


@needs_git
def test_since_a_revision(paper, run, change):
    committed(paper)
    assert _diff(run, "HEAD")[0] == 0
    change("issue.yaml", "run: 800", "run: 900")
    code, data = _diff(run, "HEAD")
    assert (code, data["facts"]) == (1, [{"key": "issue.print.run", "old": "800", "new": "900"}])
    assert run("diff", SLUG, "no-such").exit_code == 3
    assert run("diff", SLUG, "--output=x").exit_code == 2


def test_without_git_the_code_is_4(paper, run, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert run("diff", SLUG, "HEAD").exit_code == 4


def test_since_a_signature(paper, run, change):
    assert run("diff", SLUG, "signed").exit_code == 3
    assert run("build").exit_code == 0
    signed = run("sign", SLUG, "--stage", "初审", "--by", "陶景和")
    assert signed.exit_code == 0, signed.output
    assert _diff(run, "signed")[0] == 0
    change("articles.yaml", "headline: ", "headline: 新")
    assert _diff(run, "初审")[0] == 1
    assert run("diff", SLUG, "复审").exit_code == 3


def test_in_words(paper, run, change):
    other = shutil.copytree(paper, paper.parent / "other")
    change("articles/contest.md", "六支队伍", "五支队伍")
    result = run("diff", SLUG, str(other), "now")
    assert result.exit_code == 1
    assert "[-六-]{+五+}支队伍" in result.stdout
    assert "Nothing has changed." in run("diff", SLUG, "now", "now").stdout


def test_pages_of_two_builds_side_by_side(paper, run, change):
    assert run("build").exit_code == 0
    change("articles/contest.md", "六支队伍", "五支队伍")
    assert run("build").exit_code == 0
    assert run("diff", SLUG, "previous", "build", "--format", "html").exit_code == 1
    page = (paper / "dist" / SLUG / "changes.html").read_text("utf-8")
    assert page.count('class="framed change"') == 2
    assert "<del>六</del><ins>五</ins>" in page
    assert "http" not in page and "<script" not in page
    assert run("diff", SLUG, "build", "build", "--format", "html").exit_code == 0


def test_the_last_press_build_is_kept_over_drafts_and_is_what_a_report_compares_with(paper, run, change):
    assert run("build", "--press").exit_code == 0
    assert run("diff", SLUG, "pressed").exit_code == 0
    change("articles/contest.md", "六支队伍", "五支队伍")
    assert run("build").exit_code == 0
    change("articles/contest.md", "五支队伍", "七支队伍")
    assert run("build").exit_code == 0
    code, data = _diff(run, "pressed")
    assert (code, [each["id"] for each in data["stories"]]) == (1, ["contest"])
    report = (paper / "dist" / SLUG / "report.html").read_text("utf-8")
    assert "What changed since: the last press build" in report
    assert "<del>六</del><ins>七</ins>" in report and "<del>五</del>" not in report
    assert report.count('class="pair"') == 1 and 'class="framed other"' not in report


def test_a_plan_made_since_does_not_lend_its_frames_to_a_build(paper, run, change):
    assert run("build").exit_code == 0
    change("articles/contest.md", "六支队伍", "五支队伍")
    assert run("plan").exit_code in (0, 1)
    assert run("build").exit_code == 0
    report = (paper / "dist" / SLUG / "report.html").read_text("utf-8")
    assert "<del>六</del><ins>五</ins>" in report
