import pytest

from newsletter.names import pinyin_key, slug
from newsletter.series.bylines import names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("开学典礼", "kai-xue-dian-li"),
        ("5G虚实融合实训室启用", "5g-xu-shi-rong-he-shi-xun-shi-qi-yong"),
        ("“绿”Über女", "lv-uber-nv"),
        ("……", "article"),
        ("", "article"),
        ("a" * 90, "a" * 40),
    ],
)
def test_slugs(title, name):
    assert slug(title) == name


def test_slugs_are_short_whole_syllables():
    made = slug("光谷光电产教联合体在我院成立首批企业十二家")
    assert len(made) <= 40
    assert made == "guang-gu-guang-dian-chan-jiao-lian-he-ti"


def test_surnames_are_read_as_surnames():
    given = [
        "张一",
        "查良",
        "单田",
        "仇和",
        "解缙",
        "尉迟恭",
        "欧阳修",
        "区寄",
        "曾国",
        "任之",
        "华佗",
        "万俟卨",
        "王安",
    ]
    wanted = [
        "华佗",
        "万俟卨",
        "区寄",
        "欧阳修",
        "仇和",
        "任之",
        "单田",
        "王安",
        "解缙",
        "尉迟恭",
        "曾国",
        "查良",
        "张一",
    ]
    assert sorted(given, key=pinyin_key) == wanted


def test_tones_follow_letters_and_spaces_do_not_count():
    assert sorted(["李丽", "黎丽", "厉丽"], key=pinyin_key) == ["黎丽", "李丽", "厉丽"]
    assert pinyin_key("周　岚") == pinyin_key("周岚")


def test_any_text_has_a_key():
    for text in ("", "Smith", "阿依古丽·买买提", "𬭎", "3号", "〇"):
        assert sorted([text, "王"], key=pinyin_key)


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("本院通讯员 周岚 何翀", ["周岚", "何翀"]),
        ("党委宣传部 沈亦秋", ["沈亦秋"]),
        ("教务处 2026年9月24日", []),
        ("文/张三 图/李四", ["张三", "李四"]),
        ("周　岚、何翀", ["周岚", "何翀"]),
        ("阿依古丽·买买提", ["阿依古丽·买买提"]),
        ("叶一鸣 摄", ["叶一鸣"]),
        ("叶一鸣摄", ["叶一鸣"]),
        ("（王小明）", ["王小明"]),
        ("数控技术专业2024级 温雪（学生）", ["温雪"]),
        ("校团委 工会", []),
        ("王科", ["王科"]),
        ("", []),
    ],
)
def test_persons_in_lines(line, persons):
    assert list(names(line)) == persons
