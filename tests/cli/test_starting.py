import datetime

import pytest

from newsletter.checks.blanks import HEADLINE, PEOPLE, WORDS
from newsletter.starter.scalars import scalar
from newsletter.starter.succession import next_date, next_name


def test_init_copies_the_sample_and_it_can_be_read(run, tmp_path):
    result = run("init", tmp_path / "paper")
    assert result.exit_code == 0
    assert (tmp_path / "paper" / "issues" / "publication.yaml").is_file()
    assert (tmp_path / "paper" / "README.md").is_file()
    assert run("-C", tmp_path / "paper", "check", "--format", "json").exit_code in {0, 1}


def test_init_copies_the_first_issue_only(run, tmp_path):
    assert run("init", tmp_path / "paper").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "paper" / "issues").iterdir()) == [
        "issue-001",
        "publication.yaml",
    ]


def test_what_comes_next_can_be_typed(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "cd 'our paper'" in run("init", "our paper").stderr
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert "cd" not in run("init", ".").stderr


def test_init_never_overwrites(run, tmp_path):
    (tmp_path / "precious.txt").write_text("x")
    result = run("init", tmp_path)
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]


def test_new_moves_number_and_date_on(run, workspace):
    result = run("-C", workspace, "new")
    assert result.exit_code == 0, result.output
    folder = workspace / "issues" / "issue-002"
    sheet = (folder / "issue.yaml").read_text("utf-8")
    assert "number: 2\ntotal: 2\ndate: 2026-02-28\nprint: {date: 2026-03-03, run: 1000}\n" in sheet
    assert "- {page: 2, name: 教学, articles: []}" in sheet
    assert (folder / "photos").is_dir()


def test_new_from_another_issue(run, workspace):
    run("-C", workspace, "new")
    assert run("-C", workspace, "new", "issue-010", "--from", "issue-001").exit_code == 0
    assert "number: 2\n" in (workspace / "issues" / "issue-010" / "issue.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["issue-001", "../elsewhere", ".hidden"])
def test_new_refuses(run, workspace, name):
    assert run("-C", workspace, "new", name, "--from", "issue-001").exit_code == 2


def test_new_articles_are_named_in_letters(run, workspace):
    result = run(
        "-C", workspace, "new", "issue-001", "--article", "开学典礼隆重举行", "--article", "开学典礼隆重举行"
    )
    assert result.exit_code == 0, result.output
    names = {path.name for path in (workspace / "issues" / "issue-001" / "articles").glob("kai*")}
    assert names == {"kai-xue-dian-li-long-zhong-ju-xing.md", "kai-xue-dian-li-long-zhong-ju-xing-2.md"}
    found = run("-C", workspace, "check", "--format", "concise").stdout
    assert "M043" in found
    assert "headline: 开学典礼隆重举行" in (workspace / "issues" / "issue-001" / "articles.yaml").read_text(
        "utf-8"
    )


def test_the_first_issue_of_an_empty_workspace(run, workspace):
    (workspace / "issues" / "issue-001" / "issue.yaml").unlink()
    (workspace / "issues" / "issue-001").rename(workspace / "issues" / "gone")
    assert run("-C", workspace, "new", "issue-001").exit_code == 0
    assert run("-C", workspace, "check", "--ignore", "A090").exit_code == 0


@pytest.mark.parametrize(
    ("name", "follower"),
    [("issue-001", "issue-002"), ("issue-099", "issue-100"), ("2026-9", "2026-10"), ("x", "x-2")],
)
def test_names_follow(name, follower):
    assert next_name(name) == follower


@pytest.mark.parametrize(
    ("day", "period", "follower"),
    [
        ("2026-06-30", "monthly", "2026-07-30"),
        ("2026-01-31", "monthly", "2026-02-28"),
        ("2026-12-15", "月刊", "2027-01-15"),
        ("2026-06-30", "双月刊", "2026-08-30"),
        ("2026-11-30", "quarterly", "2027-02-28"),
        ("2026-06-30", "weekly", "2026-07-07"),
        ("2026-06-30", "每周一期", "2026-07-07"),
        ("2026-06-15", "半月刊", "2026-06-30"),
        ("2026-06-30", "", "2026-07-30"),
    ],
)
def test_dates_follow(day, period, follower):
    assert next_date(datetime.date.fromisoformat(day), period) == datetime.date.fromisoformat(follower)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("要闻", "要闻"),
        ("yes", '"yes"'),
        ("a: b", '"a: b"'),
        ("46家", '"46家"'),
        ("#", '"#"'),
        ("“引号”", '"“引号”"'),
    ],
)
def test_yaml_values(text, value):
    assert scalar(text) == value


def test_every_blank_of_a_new_workspace_is_named(run, tmp_path):
    """Bug: a new workspace passed for press, with 刊名 for its masthead."""
    run("init", tmp_path / "paper", "--bare")
    result = run("-C", tmp_path / "paper", "check", "--select", "A090", "--format", "concise")
    assert result.exit_code == 1
    words = [*WORDS.values(), *PEOPLE, HEADLINE]
    assert result.stdout.count("A090") == len(words)
    assert all(f"“{word}”" in result.stdout for word in words)
