"""Faults of an editor, planted wherever an issue has words, are found at their very line and column."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.terminal import SLUG, Said, concise, edit, good_workspace

ISSUE = f"issues/{SLUG}"
ARTICLES, PHOTOS = f"{ISSUE}/articles.yaml", f"{ISSUE}/photos.yaml"
COPY = f"{ISSUE}/articles/contest.md"
TEXT = """\
竞赛为期三天，{0}，随后公布了名次。

指导教师说，**竞赛{0}前后**的准备最要紧。

*练习{0}时间*并不短，**队员{0}**都到了。

评委<b>点评</b>了作品，{0}，随后颁奖。

\u3000\u3000开头空了两格，{0}，随后散会。

这一段写成
两行，{0}，随后散会。

> 引用的话里也有，{0}，随后散会。

- 列表里也有，{0}，随后散会；
- 第二项。

| 名次 | 说明 |
| --- | --- |
| 第一 | 说的是{0}吧 |

## 小标题里{0}的字

注释写在后面[^1]，{0}，随后散会。

[^1]: 注里面{0}也有。
"""
"""Copy with a fault in every kind of block; three of the lines have marks of Markdown before it."""

FAULTS = (
    ("C050", "通过了AI.随后", 5),
    ("C051", "《甲乙》、《丙丁》", 4),
    ("C055", "想了想·····说", 3),
    ("C056", "揭牌，，随后", 2),
    ("C057", "笔、尺、……都在", 3),
    ("C058", "《读《呐喊》有感》", 0),
    ("C060", "武汉－宜昌", 2),
    ("C061", "读<<车工手记>>", 1),
    ("C062", "提高3～5%", 2),
    ("C063", "走了八、九公里", 2),
    ("C064", "二O二六年", 1),
    ("C065", "来了3百人", 2),
    ("C066", "花了3万5千元", 2),
    ("C067", "来了10-15人", 2),
    ("C068", "跑了5KM路", 3),
    ("C069", "就业率达到102%", 0),
    ("C070", "今年158岁的", 2),
    ("C071", "98年9月毕业", 0),
    ("C073", "在6月31日到", 1),
    ("C074", "2026年6月30日（星期三）", 0),
    ("C075", "从6月30日至28日", 1),
    ("C077", "全院的的学生", 2),
    ("C077", "通过通过了", 0),
    ("C088", "约300多人", 0),
    ("C045", "學院的人", 0),
    ("C014", "附件（见表一", 2),
    ("C013", "他说“好的", 2),
    ("C013", "叫做”灯下书房”的", 2),
    ("L016", "请寄本报收", 2),
)
"""Rule, words, and where in them the fault stands."""
ENDINGS: dict[str, Callable[[str], bytes]] = {
    "LF": str.encode,
    "CR and LF": lambda text: text.replace("\n", "\r\n").encode(),
    "byte-order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "front matter": lambda text: f"---\nrank: news\n---\n{text}".encode(),
}


def wanted(words: str, offset: int, ending: str) -> set[str]:
    """Return where the fault stands in the file."""
    skipped = 3 if ending == "front matter" else 0
    places = set()
    for number, line in enumerate(TEXT.format(words).split("\n"), 1 + skipped):
        start = line.find(words)
        while start >= 0:
            places.add(f"{COPY}:{number}:{start + offset + 1}")
            start = line.find(words, start + 1)
    return places


def planted(tmp_path: Path, words: str, ending: str = "LF") -> Said:
    workspace = good_workspace(tmp_path / "workspace")
    (workspace / COPY).write_bytes(ENDINGS[ending](TEXT.format(words)))
    return concise(workspace, "check")


ONCE = {"C045": "the first of a story", "C051": "the first of a paragraph"}
"""Rules that report a story's or a paragraph's first fault."""


@pytest.mark.parametrize(("code", "words", "offset"), FAULTS, ids=[each[1] for each in FAULTS])
def test_faults_are_found_in_every_block(code: str, words: str, offset: int, tmp_path: Path) -> None:
    found = set(planted(tmp_path, words).places(code))
    missed = wanted(words, offset, "LF") - found
    if code in ONCE:
        assert found <= wanted(words, offset, "LF") and found
    else:
        assert not missed


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(("code", "words", "offset"), [FAULTS[10], FAULTS[16], FAULTS[21]])
def test_places_are_right_in_files_of_any_make(
    code: str, words: str, offset: int, ending: str, tmp_path: Path
) -> None:
    assert set(planted(tmp_path, words, ending).places(code)) == wanted(words, offset, ending)


@pytest.mark.parametrize(("code", "words", "_offset"), FAULTS, ids=[each[1] for each in FAULTS])
@pytest.mark.parametrize(
    ("file", "old", "line"),
    [(PHOTOS, "靠窗的座位亮起台灯", 9), (ARTICLES, "自修室重新开放", 16), (ARTICLES, "四千新生走进校园", 3)],
)
def test_faults_are_found_in_captions_and_heads(
    file: str, old: str, line: int, code: str, words: str, _offset: int, tmp_path: Path
) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    edit(file, old, f'"{old}{words}后"' if '"' not in words else f"{old}{words}后")(workspace)
    lines = {place.rsplit(":", 2)[1] for place in concise(workspace, "check").places(code)}
    assert str(line) in lines
