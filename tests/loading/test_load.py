"""Loading: Chinese keys, front matter, partial issues, every fault of every file at once, writing back."""

import datetime
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from newsletter.issue import Article, Rank, Record
from newsletter.manifest import corrections, load, rewrites, write_back
from newsletter.manifest.keys import CHINESE, INNER, OTHER_WORDS, keys_of, nearest_key

ART, PHO, PUB = "issue-001/articles.yaml", "issue-001/photos.yaml", "publication.yaml"
Edit = Callable[[str, str, str], None]


def codes(workspace: Path) -> list[str]:
    return [each.rule.code for each in load(workspace, "issue-001").diagnostics]


def test_good_issue(workspace: Path) -> None:
    staged = load(workspace, "issue-001")
    assert staged.diagnostics == ()
    issue = staged.value
    assert issue is not None
    assert issue.publication.permit.valid_until == datetime.date(2026, 12, 31)
    assert [post.role for post in issue.publication.editors] == ["主编", "责任编辑"]
    assert issue.articles[0].rank is Rank.LEAD
    assert issue.articles[0].manuscript.characters > 200
    assert issue.photos[0].focus == (0.5, 0.6)
    assert issue.photos[1].keep == "3:2"
    assert issue.unread == frozenset()
    assert pickle.loads(pickle.dumps(issue)) == issue
    assert issue.publication.permit.at("number").line == 5


def test_every_key_has_a_chinese_name() -> None:
    for record, names in CHINESE.items():
        fields = {info.alias or name for name, info in record.model_fields.items() if name not in INNER}
        assert fields == set(names)
        assert len(set(names.values())) == len(names)
        assert not set(names) & set(names.values())
        assert issubclass(record, Record)


def test_chinese_keys_and_values(workspace: Path) -> None:
    path = workspace / "issues" / ART
    text = path.read_text(encoding="utf-8")
    keys = {key.name: key.chinese for key in keys_of(__import__("newsletter.issue").issue.Article).values()}
    for english, chinese in keys.items():
        text = text.replace(f"  {english}:", f"  {chinese}:").replace(f"- {english}:", f"- {chinese}:")
    path.write_text(text.replace("lead", "头条").replace("brief", "简讯"), encoding="utf-8")
    issue = load(workspace, "issue-001").value
    assert codes(workspace) == []
    assert issue is not None
    assert issue.articles[0].rank is Rank.LEAD
    assert issue.articles[2].headline == "自修室重新开放"


def test_front_matter(workspace: Path, edit: Edit) -> None:
    edit(ART, "  headline: 自修室重新开放\n", "")
    edit(
        "issue-001/articles/library.md", "图书馆三层", "---\n标题: 自修室又开了\nrank: brief\n---\n图书馆三层"
    )
    edit(ART, "  rank: brief\n", "")
    issue = load(workspace, "issue-001").value
    assert codes(workspace) == []
    assert issue is not None
    article = issue.articles[2]
    assert (article.headline, article.rank) == ("自修室又开了", Rank.BRIEF)
    assert article.at("headline").file.endswith("library.md")
    assert article.manuscript.paragraphs[0].span.line == 5


def test_one_broken_file_hides_no_other(workspace: Path, edit: Edit) -> None:
    edit(ART, "photos: [lamp]", "photos: [lamp")
    edit(PHO, "consent: yes", "consent: 大概")
    edit(PUB, "valid_until: 2026-12-31", "valid_until: 2026-13-31")
    staged = load(workspace, "issue-001")
    assert [each.rule.code for each in staged.diagnostics] == ["M005", "M022", "M023"]
    assert staged.value is not None
    assert staged.value.unread == frozenset({"articles.yaml"})
    assert len(staged.value.photos) == 2


def test_nothing_usable(workspace: Path) -> None:
    assert load(workspace, "issue-999").value is None
    assert set(codes(workspace)) == set()


def test_partial_records_keep_what_is_right(workspace: Path, edit: Edit) -> None:
    edit(ART, "rank: lead", "rank: top")
    issue = load(workspace, "issue-001").value
    assert issue is not None
    assert issue.articles[0].rank is Rank.STANDARD
    assert issue.articles[0].doubtful("rank")


def test_printed_text_is_the_text_set_right(workspace: Path, edit: Edit) -> None:
    edit(PHO, "caption: 新生在田径场列队", "caption: 新生(2026级)在田径场列队,准备 入场")
    issue = load(workspace, "issue-001").value
    assert issue is not None
    assert issue.photos[0].caption == "新生（2026级）在田径场列队，准备 入场"


def test_writing_back(workspace: Path, edit: Edit) -> None:
    edit(PHO, "caption: 新生在田径场列队", 'caption: "新生(2026级)在田径场列队,准备入场"')
    edit("issue-001/articles/library.md", "改造，", "**改造**, ")
    before = load(workspace, "issue-001").value
    changed = rewrites(workspace, corrections(workspace, "issue-001"))
    write_back(changed)
    assert {each.path.name for each in changed} == {"photos.yaml", "library.md"}
    assert codes(workspace) == []
    after = load(workspace, "issue-001").value
    assert before is not None
    assert after is not None
    assert [a.manuscript.paragraphs[0].text for a in before.articles] == [
        a.manuscript.paragraphs[0].text for a in after.articles
    ]
    assert rewrites(workspace, corrections(workspace, "issue-001")) == ()


def test_crowds_of_faults(workspace: Path) -> None:
    """A manifest of nothing but noise is refused in good order."""
    (workspace / "issues" / ART).write_text("- 1\n- [2]\n- {a: 3}\n- ~\n", encoding="utf-8")
    staged = load(workspace, "issue-001")
    assert staged.value is not None
    assert [each.rule.code for each in staged.diagnostics].count("M022") == 3


@pytest.mark.parametrize(
    ("word", "meant"),
    [("副标题", "副题"), ("大标题", "标题"), ("dek", "deck"), ("主标题", "标题"), ("作者", "署名")],
)
def test_a_key_is_taken_for_the_one_that_was_meant(word: str, meant: str) -> None:
    assert nearest_key(Article, word) == meant


def test_other_words_lead_to_keys_there_are() -> None:
    known = {key for record in CHINESE for key in keys_of(record)}
    assert set(OTHER_WORDS.values()) <= known and not set(OTHER_WORDS) & known
