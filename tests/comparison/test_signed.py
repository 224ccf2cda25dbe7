"""What changed since a signature: by the statements kept beside it, else in git; what cannot be had is said."""

import json
import shutil

from newsletter.comparison.signed import signed
from newsletter.stage import Stage
from tests.comparison.conftest import SLUG
from tests.repository import committed, git, needs_git
from tests.signing.desk import give

OTHER = ("articles/contest.md", "六支队伍", "五支队伍")
FAR = ("articles/library.md", "自修室", "阅览室")


def _diff(run, *sides):
    result = run("diff", SLUG, *sides, "--format", "json")
    assert result.exit_code in (0, 1), result.output
    data = json.loads(result.stdout)
    return [each["id"] for each in data["stories"]], data["notes"]


def test_a_page_that_was_signed_is_all_that_is_compared(paper, run, change):
    give(paper, Stage.FIRST_REVIEW, "周岚", "page 1", stories=("opening", "contest"))
    assert _diff(run, "signed")[0] == []
    change(*OTHER)
    change(*FAR)
    stories, notes = _diff(run, "初审")
    assert stories == ["contest"]
    assert "《自修室重新开放》" in notes[0] and "read whole" in notes[0]


def test_a_story_signed_later_stands_over_the_page_signed_before(paper, run, change):
    give(paper, Stage.FIRST_REVIEW, "周岚")
    change(*OTHER)
    change(*FAR)
    give(paper, Stage.FIRST_REVIEW, "周岚", "story contest")
    assert _diff(run, "初审") == (["library"], [])


def test_between_two_signatures(paper, run, change):
    give(paper, Stage.FIRST_REVIEW, "周岚")
    change(*OTHER)
    later = give(paper, Stage.FINAL_REVIEW, "陶景和")
    change(*FAR)
    assert _diff(run, "初审", "终审")[0] == ["contest"]
    assert _diff(run, later.hash[:9])[0] == ["library"]
    assert _diff(run, "--since", "signed")[0] == ["library"]
    assert run("diff", SLUG, "初审", "--since", "signed").exit_code == 2


def test_a_statement_that_was_altered_is_no_statement(paper, run, change):
    give(paper, Stage.FIRST_REVIEW, "周岚")
    (kept,) = (paper / "issues" / SLUG / "signed").iterdir()
    kept.write_text(kept.read_text("utf-8").replace("六支队伍", "五支队伍"), "utf-8")
    change(*OTHER)
    result = run("diff", SLUG, "signed")
    assert result.exit_code == 3
    said = " ".join(result.stderr.split())
    assert "not kept" in said and "初审 by 周岚" in said


def test_one_statement_of_two_is_gone(paper, run, change):
    give(paper, Stage.FIRST_REVIEW, "周岚", "story contest")
    gone = give(paper, Stage.FIRST_REVIEW, "周岚", "story library")
    (paper / "issues" / SLUG / "signed" / f"{gone.content[:16]}.txt").unlink()
    change(*OTHER)
    change(*FAR)
    stories, notes = _diff(run, "signed")
    assert stories == ["contest"]
    assert any("story library" in each and "not kept" in each for each in notes)


@needs_git
def test_a_statement_that_is_gone_is_found_in_git(paper, run, change):
    give(paper, Stage.FIRST_REVIEW, "周岚")
    committed(paper)
    shutil.rmtree(paper / "issues" / SLUG / "signed")
    git(paper, "add", "-A")
    git(paper, "commit", "-qm", "gone")
    change(*OTHER)
    assert _diff(run, "signed") == (["contest"], [])


def test_nobody_has_signed(paper, run):
    assert signed(paper, SLUG, "signed") is None
    for name in ("signed", "终审"):
        result = run("diff", SLUG, name)
        assert result.exit_code == 3
        assert "Nobody has signed" in result.stderr


@needs_git
def test_pages_as_they_were_signed_are_kept_and_else_laid_out_from_git(paper, run, change):
    assert run("build").exit_code == 0
    assert run("sign", SLUG, "--stage", "初审", "--by", "周岚").exit_code == 0
    (paper / ".gitignore").write_text("dist/\n", "utf-8")
    committed(paper)
    change(*OTHER)
    assert run("build").exit_code == 0
    report = (paper / "dist" / SLUG / "report.html").read_text("utf-8")
    assert 'id="framed-1-old"' in report and 'id="framed-1-new"' in report
    shutil.rmtree(paper / "dist" / SLUG / ".signed")
    result = run("diff", SLUG, "signed", "--format", "html")
    assert (result.exit_code, result.stderr.count("not kept")) == (1, 0)
    page = (paper / "dist" / SLUG / "changes.html").read_text("utf-8")
    assert 'id="framed-1-old"' in page and "caution" not in page.partition("</style>")[2]
    assert run("build", "--afresh").exit_code == 0
    report = (paper / "dist" / SLUG / "report.html").read_text("utf-8")
    assert "only the words are compared" in report.partition("</style>")[2]
