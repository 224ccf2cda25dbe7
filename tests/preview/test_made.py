import os

import pytest

from newsletter.diagnostics import MachineFault
from newsletter.preview.made import Made, read_dummy
from newsletter.preview.text import text
from newsletter.preview.wire import pages_of

FRAME = {"story": "a", "size": 9, "leading": 14}
BOX = {"x": 10, "y": 20, "width": 30, "height": 40}
FIT = {
    "story": "a", "page": 1, "box": BOX, "headline_size": 44, "legs": 2, "measure": 12,
    "lines": 4, "placed": 4, "overset": 0, "overset_characters": 0, "short": 0,
}  # fmt: skip


def data():
    def words(role, lines, **place):
        return {"frame": "text", "role": role, "lines": lines, "box": {**BOX, **place}, **FRAME}

    frames = [
        {**words("leg", ["后来", "的稿"], y=200), "story": "b"},
        words("headline", ["标题", "两行"], y=20),
        words("leg", ["甲甲", "乙乙"], y=60),
        words("leg", ["丙丙"], y=60, x=60),
        {
            "frame": "photo",
            "photo": "p",
            "story": "a",
            "box": BOX,
            "crop": {"left": 0, "top": 0, "right": 1, "bottom": 1},
        },
        {**words("caption", ["说明", "一句"], y=90), "story": "p"},
        {"frame": "rule", "box": BOX},
        {"frame": "furniture", "kind": "masthead", "box": BOX},
    ]
    page = {
        "number": 1,
        "name": "要闻",
        "master": "front",
        "overset": 0,
        "short": 0,
        "stories": [FIT],
        "frames": frames,
    }
    return {"layout": "tabloid", "pages": [page, {**page, "number": 2, "frames": []}]}


def test_text_goes_down_the_page_story_by_story():
    assert text(data(), 1).splitlines() == [
        "━━ Page 1 要闻 ━━",
        "",
        "# 标题两行",
        "",
        "甲甲",
        "乙乙",
        "丙丙",
        "[photo p]",
        "▲ 说明一句",
        "",
        "",
        "后来",
        "的稿",
    ]


def test_all_pages_or_one():
    assert "Page 2" in text(data())
    assert "Page 2" not in text(data(), 1)


def test_wireframes_come_back_from_the_dummy():
    first, second = pages_of(data())
    assert [type(frame).__name__ for frame in first.frames][-3:] == [
        "TextFrame",
        "RuleFrame",
        "FurnitureFrame",
    ]
    assert first.frames[1].lines[0].line.text == "标题"
    assert (first.fits[0].placed, second.number) == (4, 2)


@pytest.fixture
def made(tmp_path):
    (tmp_path / "issues" / "issue-001").mkdir(parents=True)
    source = tmp_path / "issues" / "issue-001" / "issue.yaml"
    source.write_text("number: 1\n")
    os.utime(source, (1000, 1000))
    return Made(tmp_path, "issue-001")


def test_nothing_built_yet(made):
    with pytest.raises(MachineFault) as fault:
        made.pdf()
    assert fault.value.exit_code == 3
    assert "newsletter build issue-001" in fault.value.hint


def test_stale_once_a_source_changed(made):
    made.folder.mkdir(parents=True)
    pdf = made.folder / "issue-001.print.pdf"
    pdf.write_bytes(b"%PDF")
    os.utime(pdf, (2000, 2000))
    assert made.stale(made.pdf()) is None
    os.utime(made.workspace / "issues" / "issue-001" / "issue.yaml", (3000, 3000))
    assert made.stale(pdf).name == "issue.yaml"


def test_a_damaged_dummy_is_a_sentence(tmp_path):
    path = tmp_path / "dummy.json"
    path.write_text("{")
    with pytest.raises(MachineFault):
        read_dummy(path)
