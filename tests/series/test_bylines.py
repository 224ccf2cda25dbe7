import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.series.bylines import Part, credited, names, photographers_of, writers_of


@pytest.mark.parametrize(
    ("byline", "writers", "photographers"),
    [
        ("本院通讯员 周岚 何翀", ("周岚", "何翀"), ()),
        ("文/图 沈亦秋", ("沈亦秋",), ("沈亦秋",)),
        ("沈亦秋 文/图", ("沈亦秋",), ("沈亦秋",)),
        ("文/周岚 图/何翀", ("周岚",), ("何翀",)),
        ("周岚/文 何翀/摄", ("周岚",), ("何翀",)),
        ("文：周岚、沈亦秋　摄影：何翀", ("周岚", "沈亦秋"), ("何翀",)),
        ("通讯员 周岚 摄影 / 何翀", ("周岚",), ("何翀",)),
        ("本院通讯员", (), ()),
        ("", (), ()),
        ("（党委宣传部 欧阳晴）", ("欧阳晴",), ()),
    ],
)
def test_who_did_what(byline, writers, photographers):
    assert writers_of(byline, "") == writers
    assert photographers_of(byline) == photographers


def test_who_stands_in_byline_and_sign_off_line_wrote_once():
    assert writers_of("周岚", "党委宣传部 周岚") == ("周岚",)


@given(st.text(alphabet="周岚何翀文图摄影/：、 　（）本院通讯员a9", max_size=30))
def test_any_line_can_be_read(line):
    for name, part in credited(line):
        assert name and part & (Part.WORDS | Part.PHOTOS)


@given(st.lists(st.sampled_from(["周岚", "何翀", "沈亦秋", "欧阳晴"]), max_size=4))
def test_without_labels_all_wrote(people):
    assert [name for name, _part in credited(" ".join(people))] == list(names(" ".join(people)))
