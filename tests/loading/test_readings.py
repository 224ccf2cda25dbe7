"""`ruby: rare`: rare characters and misread surnames, the first time in each story; the editor's word wins."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsletter.issue import Issue
from newsletter.manifest import load
from newsletter.names import name_readings, reading_in
from newsletter.readings import annotate
from newsletter.readings.rare import common, is_rare

Edit = Callable[[str, str, str], None]
SHEET, ART = "issue-001/issue.yaml", "issue-001/articles.yaml"
LIBRARY = "issue-001/articles/library.md"


def read(workspace: Path) -> tuple[Issue, list[str]]:
    """Return the annotated issue and the codes of what was noticed."""
    issue = load(workspace, "issue-001").value
    assert issue is not None
    staged = annotate(issue)
    assert staged.value is not None
    return staged.value, [each.rule.code for each in staged.diagnostics]


def sounds(issue: Issue, story: int = 2) -> list[tuple[str, str]]:
    """Return the characters of a story that have a reading, heads first, with it."""
    article = issue.articles[story]
    heads = [(getattr(article, key)[each.start : each.stop], each.sound) for key, each in article.readings]
    copy = [
        (paragraph.text[each.start : each.stop], each.sound)
        for paragraph in article.manuscript.paragraphs
        for each in paragraph.readings
    ]
    return heads + copy


@pytest.fixture
def rare(workspace: Path, edit: Edit) -> Edit:
    """An issue that asks for readings, its third story to be changed."""
    edit(SHEET, "layout: leaflet", "layout: leaflet\n注音: 生僻字")
    return edit


def test_common_characters() -> None:
    assert len(common()) == 3500
    assert not any(map(is_rare, "一的是龄罐，A1〇"))
    assert all(map(is_rare, "䶮𬭎缙亳"))


def test_none_is_asked_for(workspace: Path) -> None:
    assert sounds(read(workspace)[0]) == []


def test_the_first_time_in_each_story(workspace: Path, rare: Edit) -> None:
    rare(LIBRARY, "重新向师生开放", "亳州来客，亳州")
    rare(ART, "headline: 自修室重新开放", "headline: 亳州的自修室")
    assert sounds(read(workspace)[0]) == [("亳", "bó")]


def test_a_story_can_do_without(workspace: Path, rare: Edit) -> None:
    rare(LIBRARY, "重新向师生开放", "亳州")
    rare(ART, "  rank: brief", "  rank: brief\n  ruby: none")
    assert sounds(read(workspace)[0]) == []


def test_the_phrase_decides(workspace: Path, rare: Edit) -> None:
    rare(LIBRARY, "重新向师生开放", "龟兹")
    issue, codes = read(workspace)
    assert codes == []
    assert reading_in("在龟兹", 1)[0][0] == "qiū"
    assert sounds(issue) == []


def test_a_guess_is_a_note(workspace: Path, rare: Edit) -> None:
    rare(LIBRARY, "重新向师生开放", "桎梏")
    issue, codes = read(workspace)
    assert sounds(issue) == [("桎", "zhì"), ("梏", "gù")]
    assert codes == ["C030"]


def test_the_editors_reading_wins(workspace: Path, rare: Edit) -> None:
    rare(LIBRARY, "重新向师生开放", "桎梏与桎{梏|GÙ}")
    issue, codes = read(workspace)
    assert ("梏", "GÙ") in sounds(issue)
    assert ("梏", "gù") not in sounds(issue)
    assert codes == []


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        *(
            ("单红", "Shàn"),
            ("仇英", "Qiú"),
            ("解明", "Xiè"),
            ("查明", "Zhā"),
            ("区明", "Ōu"),
            ("朴明", "Piáo"),
        ),
        *(("盖明", "Gě"), ("曾国强", "Zēng"), ("任明", "Rén")),
    ],
)
def test_surnames_are_read_as_surnames(workspace: Path, rare: Edit, name: str, surname: str) -> None:
    rare(ART, "  source: 图书馆", f"  source: 图书馆 {name}")
    rare(LIBRARY, "重新向师生开放", f"{name}说，{name}笑")
    assert name_readings(name)[0] == surname
    assert sounds(read(workspace)[0]) == [(name[0], surname)]


def test_double_surnames(workspace: Path, rare: Edit) -> None:
    (workspace / "issues" / "names.yaml").write_text("- 尉迟恭\n- 单于飞\n", "utf-8")
    rare(LIBRARY, "重新向师生开放", "尉迟恭和单于飞")
    assert sounds(read(workspace)[0]) == [("尉", "Yù"), ("迟", "chí"), ("单", "Chán"), ("于", "yú")]


def test_names_yaml_reads_names(workspace: Path, rare: Edit) -> None:
    (workspace / "issues" / "names.yaml").write_text("张乐: Zhāng Yuè\n李明:\n", "utf-8")
    rare(LIBRARY, "重新向师生开放", "张乐和李明，快乐")
    assert sounds(read(workspace)[0]) == [("乐", "Yuè")]


def test_an_unusual_surname_outside_of_names_is_left(workspace: Path, rare: Edit) -> None:
    rare(LIBRARY, "重新向师生开放", "任务单")
    assert sounds(read(workspace)[0]) == []


def test_captions_belong_to_the_story(workspace: Path, rare: Edit) -> None:
    rare("issue-001/photos.yaml", "caption: 靠窗的座位亮起台灯", "caption: 亳州的座位")
    issue, _ = read(workspace)
    assert [(key, each.sound) for key, each in issue.photos[1].readings] == [("caption", "bó")]
