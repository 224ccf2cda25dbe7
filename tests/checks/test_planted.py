"""Statutory faults planted wherever an issue prints words are found at their line, in their weight."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.checks.terminal import Said, Spoil, all_of, concise, edit, good_workspace, write

ISSUE = "issues/issue-001"
PUBLICATION, SHEET = "issues/publication.yaml", f"{ISSUE}/issue.yaml"
ARTICLES, PHOTOS = f"{ISSUE}/articles.yaml", f"{ISSUE}/photos.yaml"
COPY, LAST, FILLERS = f"{ISSUE}/articles/library.md", f"{ISSUE}/articles/contest.md", "issues/fillers.yaml"
NOTICE = "- id: notice\n  headline: 来稿须知\n  text: |\n    来稿请写明单位。\n    {words}\n"


@dataclass(frozen=True)
class Place:
    """Somewhere that words are printed: what plants them there, and the line they are then found in."""

    name: str
    plant: Spoil
    line: str


def _at(name: str, file: str, line: int, old: str, new: str) -> Place:
    return Place(name, edit(file, old, new), f"{file}:{line}")


def places(words: str) -> tuple[Place, ...]:
    """Return every place of an issue that prints words of an editor, with the words planted there."""
    return (
        _at("page name", SHEET, 7, "name: 要闻", f"name: {words}"),
        _at("recipients", PUBLICATION, 12, "校内各部门、各二级学院", f"校内各部门，{words}"),
        _at("address", PUBLICATION, 16, "武汉市示例大道88号", f"武汉市示例大道88号{words}"),
        _at("editors", PUBLICATION, 15, "周岚}", f"{words}}}"),
        _at("kicker", ARTICLES, 3, "四千新生走进校园", f"四千新生走进校园，{words}"),
        _at("headline", ARTICLES, 4, "开学典礼在晨光中举行", f"开学典礼，{words}"),
        _at("deck", ARTICLES, 5, "院长勉励同学们把手练巧", f"院长勉励同学们，{words}"),
        _at("section", ARTICLES, 12, "  source: 光电工程学院", f"  section: {words}\n  source: 光电工程学院"),
        _at("sign-off", ARTICLES, 12, "光电工程学院 温雪", f"{words} 温雪"),
        _at("caption", PHOTOS, 9, "靠窗的座位亮起台灯", f"靠窗的座位，{words}"),
        _at("credit", PHOTOS, 4, "credit: 叶一鸣", f"credit: {words}叶一鸣"),
        _at("copy", COPY, 3, "自修室每天", f"{words}，自修室每天"),
        _at("list", LAST, 6, "器件耦合，", f"器件耦合，{words}，"),
        _at("crosshead", LAST, 9, "指导教师说", f"## 比赛之后，{words}\n\n指导教师说"),
        _at("block quote", LAST, 9, "指导教师说", f"> 赛场外，{words}。\n\n指导教师说"),
        _at("table", LAST, 11, "指导教师说", f"| 名次 | 队 |\n| --- | --- |\n| 1 | {words} |\n\n指导教师说"),
        Place(
            "box",
            all_of(
                edit(ARTICLES, "  rank: brief", "  rank: brief\n  box: rule"),
                edit(COPY, "自修室每天", f"{words}，自修室每天"),
            ),
            f"{COPY}:3",
        ),
        Place(
            "pull quote",
            all_of(
                edit(COPY, "自修室每天", f"{words}，自修室每天"),
                edit(ARTICLES, "  source: 图书馆", f"  source: 图书馆\n  pull_quote: {words}"),
            ),
            f"{ARTICLES}:18",
        ),
        Place("filler", write(FILLERS, NOTICE.format(words=f"{words}。")), f"{FILLERS}:5"),
        Place(
            "filler's headline",
            write(FILLERS, NOTICE.format(words="来稿不退。").replace("来稿须知", f"须知：{words}")),
            f"{FILLERS}:2",
        ),
    )


PLACES = [place.name for place in places("")]
BYLINES = ("credit", "sign-off", "editors")
IMPRINT = ("recipients", "address", "editors")


def _found(tmp_path: Path, name: str, words: str) -> tuple[Said, Place]:
    place = next(each for each in places(words) if each.name == name)
    workspace = good_workspace(tmp_path / "workspace")
    place.plant(workspace)
    return concise(workspace, "check"), place


def _finding(said: Said, code: str, place: Place) -> bool:
    return any(each == code and at.startswith(f"{place.line}:") for each, _weight, at in said.findings)


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize(("words", "code"), [("本报推荐", "L016"), ("本刊推荐", "L016"), ("本报讯", "L017")])
def test_names_of_a_paper_are_found_everywhere(name: str, words: str, code: str, tmp_path: Path) -> None:
    said, place = _found(tmp_path, name, words)
    assert _finding(said, code, place), said.out
    assert (said.findings[0][1], said.code) == ("error", 1)


@pytest.mark.parametrize("name", BYLINES)
@pytest.mark.parametrize(
    ("words", "code", "weight"), [("记者", "L018", "error"), ("学生记者", "L019", "warning")]
)
def test_reporters_are_found_where_authors_are_named(
    name: str, words: str, code: str, weight: str, tmp_path: Path
) -> None:
    planted = f"周岚, {words}: 温雪" if name == "editors" else words
    said, place = _found(tmp_path, name, planted)
    assert _finding(said, code, place), said.out
    assert {each[1] for each in said.findings if each[0] == code} == {weight}


@pytest.mark.parametrize("name", [each for each in PLACES if each not in BYLINES])
def test_reporters_in_news_are_let_pass(name: str, tmp_path: Path) -> None:
    said, _place = _found(tmp_path, name, "记者站的老记者来讲课")
    assert not {"L018", "L019"} & said.codes, said.out


@pytest.mark.parametrize("name", IMPRINT)
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("定价2元", "L022"), ("工本费5元", "L022"), ("协办 示例书店", "L023"), ("CN 42-0001", "L021"),
        ("ISSN 1000", "L021"), ("邮发代号38", "L021"), ("示例杂志社", "L021"),
    ],
)  # fmt: skip
def test_what_no_imprint_may_have(name: str, words: str, code: str, tmp_path: Path) -> None:
    said, place = _found(tmp_path, name, words)
    assert _finding(said, code, place), said.out
    assert said.code == 1


@pytest.mark.parametrize("name", ["copy", "list", "box", "filler", "block quote", "caption"])
@pytest.mark.parametrize(
    ("words", "code", "weight"),
    [
        ("欢迎订阅", "L030", "warning"),
        ("每份定价2元", "L030", "warning"),
        ("扫码阅读本期电子版", "L037", "note"),
        ("准印证号：(湘)4301—2020111号", "L036", "error"),
    ],
)
def test_what_no_text_may_offer(name: str, words: str, code: str, weight: str, tmp_path: Path) -> None:
    said, place = _found(tmp_path, name, words)
    assert _finding(said, code, place), said.out
    assert {each[1] for each in said.findings if each[0] == code} == {weight}


@pytest.mark.parametrize(
    "words",
    [
        "学校赞助了三支队伍", "定价听证会在校内模拟", "论坛由示例书店协办", "广告学专业招生", "资本报酬一课", "基本报名情况",
        "样本报告", "日本刊物展", "副本刊行", "他订阅了三种期刊", "食堂推出优惠早餐", "剧本报送", "新闻系请来记者",
        "期刊社的编辑来讲座", "刊号检索课", "记者节座谈会", "图书定价25元", "毕业生征订校服",
    ],
)  # fmt: skip
def test_news_that_only_sounds_like_it_is_let_pass(words: str, tmp_path: Path) -> None:
    said, _place = _found(tmp_path, "copy", words)
    assert not [code for code in said.codes if code[0] in "AL"], said.out
