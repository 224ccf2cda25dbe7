"""A story with every kind of block, printed: nothing lost, all on the grid, table columns aligned."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from newsletter.dummy import Role
from newsletter.layout import open_layout
from newsletter.lengths import to_mm
from newsletter.manuscript import Block
from newsletter.press import characters
from newsletter.press.facts import Character
from tests.whole import printed
from tests.whole.workshop import GOOD, ROOT, Workshop, copy_of, once

COPY = """\
自修室经过一个暑假的改造重新开放，座位由160个增加到216个，每座配有可调亮度的台灯。现将有关事项通知如下。

## 一、开放时间与座位预约办法及各楼层安排

1. 自修室每天6时30分开门，23时闭馆。

   闭馆前十分钟响铃。
2. 座位通过校园卡预约：
   - 离座超过30分钟自动释放；
   - 一次可以预约两天。
10. 请勿占座。

表1 各层座位

| 楼层 | 座位 | 占比 |
|---|---:|---:|
| 二层 | 96 | 44.4% |
| 三层 | 120 | 55.56% |

> 灯亮着，座位就有人等。读书的人来了，灯才算真的亮。
> —— 梁启舟

```诗
# 登鹳雀楼
## 王之涣
白日依山尽，
黄河入海流。

欲穷千里目，
更上一层楼。
```

各层设施见表2。

表2 设施一览

| 楼层 | 设施 | 说明 | 数量 | 负责人 |
|---|---|---|---:|---|
| 二层 | 台灯、充电座 | 亮度分三档，可用至闭馆；充电座在桌面下方，请自备数据线 | 96 | 温雪 |
| 三层 | 饮水机 |  | 4 | 叶一鸣 |

特此通知。

图书馆
2026年9月1日
"""
PAGE = 2
DESCENT = 0.12
"""The descent of every face of the press kit, in em."""


def _build(folder: Path) -> None:
    workshop = copy_of(GOOD, folder)
    (workshop.source / "articles" / "library.md").write_text(COPY, "utf-8")
    run = workshop.run("build")
    assert workshop.pdf.is_file(), run.stdout + run.stderr


@pytest.fixture(scope="module")
def library(shared: Path) -> Workshop:
    return Workshop(once(shared / "blocks", _build))


@pytest.fixture(scope="module")
def glyphs(library: Workshop) -> tuple[Character, ...]:
    return tuple(each for each in characters(library.pdf, PAGE) if not each.char.isspace())


def _row(glyphs: tuple[Character, ...], words: str) -> list[Character]:
    """Return the glyphs of a text that stands on one line."""
    text = "".join(glyph.char for glyph in glyphs)
    at = text.index(words)
    return list(glyphs[at : at + len(words)])


def _baseline(glyph: Character) -> float:
    """Return the baseline of a glyph: its cell reaches the descent below it."""
    return glyph.y1 - to_mm(DESCENT * glyph.size)


def test_every_character_is_printed_once(library: Workshop, glyphs: tuple[Character, ...]) -> None:
    article = library.issue().article("library")
    assert article is not None
    wanted = Counter(printed.bare("".join(each.text for each in article.manuscript.paragraphs)))
    found = Counter(glyph.char for glyph in glyphs)
    assert not wanted - found
    text = "".join(glyph.char for glyph in glyphs)
    prose = [each.text for each in article.manuscript.paragraphs if each.block is not Block.CELL]
    for paragraph in prose:
        assert text.count(printed.bare(paragraph)) >= 1, paragraph


def test_rows_of_tables_are_printed_in_order(glyphs: tuple[Character, ...]) -> None:
    text = "".join(glyph.char for glyph in glyphs)
    rows = ["楼层座位占比", "二层9644.4%", "三层12055.56%", "楼层设施说明数量负责人", "三层饮水机4叶一鸣"]
    assert [text.count(row) for row in rows] == [1] * len(rows)


def test_all_lines_stand_on_the_grid(library: Workshop, glyphs: tuple[Character, ...]) -> None:
    layout = open_layout(library.folder / "layouts" / "leaflet").value
    assert layout is not None
    words = (
        "自修室每天",
        "闭馆前十分",
        "离座超过",
        "10.请勿",
        "灯亮着",
        "白日依山尽",
        "欲穷千里",
        "二层96",
        "二层台灯",
        "图书馆",
    )
    lines = [(_baseline(_row(glyphs, each)[0]) - layout.grid.top) / layout.line for each in words]
    offsets = [line % 1 for line in lines]
    assert max(offsets) - min(offsets) < 0.02


def test_columns_of_a_table_are_aligned(glyphs: tuple[Character, ...]) -> None:
    points = [next(each for each in _row(glyphs, words) if each.char == ".") for words in ("44.4%", "55.56%")]
    assert points[0].x0 == pytest.approx(points[1].x0, abs=0.1)
    units = [_row(glyphs, words)[-1] for words in ("二层96", "三层120")]
    assert units[0].x1 == pytest.approx(units[1].x1, abs=0.1)


def test_text_of_items_is_aligned(glyphs: tuple[Character, ...]) -> None:
    lefts = [
        _row(glyphs, "1.自修室")[2].x0,
        _row(glyphs, "闭馆前十分钟")[0].x0,
        _row(glyphs, "10.请勿")[3].x0,
    ]
    assert max(lefts) - min(lefts) < 0.35


def test_placed_and_overset_are_the_whole(library: Workshop) -> None:
    dummy = json.loads((library.dist / "dummy.json").read_text("utf-8"))
    (fit,) = dummy["pages"][PAGE - 1]["stories"]
    assert (fit["lines"], fit["overset"]) == (fit["placed"], 0)
    roles = [frame.get("role") for frame in dummy["pages"][PAGE - 1]["frames"]]
    assert Role.TABLE in roles
    rules = [frame["box"] for frame in dummy["pages"][PAGE - 1]["frames"] if frame["frame"] == "rule"]
    assert len(rules) == 6
    assert all(below["y"] > above["y"] for above, below in pairwise(rules[:3]))


def test_the_sample_layout_sets_blocks_too() -> None:
    layout = open_layout(ROOT / "layouts" / "tabloid").value
    assert layout is not None
    wanted = {"list", "quote", "verse", "signature", "table", "table-head", "table-title", "note"}
    assert wanted <= set(layout.styles)
