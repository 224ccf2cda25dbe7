import datetime
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsletter.cli.app import application
from newsletter.pipeline import Order
from newsletter.stage import Stage
from newsletter.standing import State, desk_of
from newsletter.standing.desk import standing

GOOD = Path(__file__).parents[1] / "good"
TODAY = datetime.date(2026, 6, 30)


@pytest.fixture
def paper(tmp_path):
    return Path(shutil.copytree(GOOD, tmp_path / "paper", ignore=shutil.ignore_patterns("dist")))


def _change(paper, name, old, new):
    path = paper / "issues" / "issue-001" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_good_issue_lacks_nothing_but_its_build(paper):
    found = standing(paper, "issue-001", TODAY)
    assert (found.without_copy, found.without_credit, found.without_consent) == ((), (), ())
    assert (found.holding, found.state, found.days_to_press) == ((), State.NOTHING, 2)
    assert found.permit_days == 184
    assert set(found.signatures_missing) <= {str(each) for each in Stage}
    assert found.renewal == datetime.date(2026, 12, 1)


def test_what_is_not_delivered_is_named(paper):
    (paper / "issues" / "issue-001" / "articles" / "contest.md").write_text("", "utf-8")
    found = standing(paper, "issue-001", TODAY)
    assert found.without_copy == ("contest",)
    assert found.holding


def test_a_refused_photo_is_named(paper):
    path = paper / "issues" / "issue-001" / "photos.yaml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([lines[0], "  consent: no", *lines[1:]]), "utf-8")
    assert len(standing(paper, "issue-001", TODAY).without_consent) == 1


def test_samples_are_due_ten_days_after_printing_until_they_are_recorded(paper):
    later = datetime.date(2026, 7, 3)
    assert standing(paper, "issue-001", TODAY).samples_due is None
    assert standing(paper, "issue-001", later).samples_due == datetime.date(2026, 7, 12)
    _change(paper, "issue.yaml", "run: 800", "run: 800, samples: 2026-07-03")
    assert standing(paper, "issue-001", later).samples_due is None


def test_what_is_built_goes_stale_with_the_copy_but_not_with_a_signature(paper):
    from newsletter.pipeline import build

    assert build(Order(paper, "issue-001", TODAY)).artifacts
    assert standing(paper, "issue-001", TODAY).state is State.DRAFT
    (paper / "issues" / "issue-001" / "sign_off.yaml").write_text("[]", "utf-8")
    assert standing(paper, "issue-001", TODAY).state is State.DRAFT
    _change(paper, "articles.yaml", "headline: ", "headline: 新")
    assert standing(paper, "issue-001", TODAY).state is State.STALE


def test_old_issues_are_put_by_unless_asked_for(paper):
    old = paper / "issues" / "issue-000"
    old.mkdir()
    (old / "issue.yaml").write_text("number: 9\ndate: 2025-01-05\n", "utf-8")
    assert desk_of(paper, TODAY).put_by == ("issue-000",)
    assert [each.slug for each in desk_of(paper, TODAY, all=True).issues] == ["issue-000", "issue-001"]


def test_an_issue_that_cannot_be_read_stands_on_the_desk(paper):
    (paper / "issues" / "issue-001" / "issue.yaml").write_text("number: [", "utf-8")
    (paper / "issues" / "issue-001" / "articles.yaml").write_text("[", "utf-8")
    (found,) = desk_of(paper, TODAY).issues
    assert found.holding and found.publication == ""


@pytest.mark.parametrize("format", ["people", "json"])
def test_the_command_says_it(paper, monkeypatch, format):
    monkeypatch.setenv("NEWSLETTER_TODAY", "2026-06-30")
    command = ["-C", str(paper), "status", "--format", format, "--lang", "en"]
    result = CliRunner().invoke(application(), command, catch_exceptions=False)
    assert result.exit_code == 0
    assert "issue-001" in result.stdout
    if format == "json":
        assert json.loads(result.stdout)["issues"][0]["state"] == "nothing"


def test_a_signature_is_no_longer_missing_and_void_after_a_change(paper, monkeypatch):
    monkeypatch.setenv("NEWSLETTER_TODAY", "2026-06-30")
    before = standing(paper, "issue-001", TODAY).signatures_missing
    for command in (["build"], ["sign", "issue-001", "--stage", before[0], "--by", "陶景和"]):
        result = CliRunner().invoke(application(), ["-C", str(paper), *command, "--lang", "en"])
        assert result.exit_code == 0, result.output
    assert before[0] not in standing(paper, "issue-001", TODAY).signatures_missing
    _change(paper, "articles.yaml", "headline: ", "headline: 新")
    after = standing(paper, "issue-001", TODAY)
    assert after.signatures_void == (f"{before[0]} 陶景和",)
