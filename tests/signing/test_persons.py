"""One person is found under two spellings, and two persons stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.signing.persons import same_name, sounding_like

NAMES = st.text(st.sampled_from("张章三叁歐欧陽阳周岚zhangsan 　·（）<>@."), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张三", "張三"),
        ("张三", "张 三"),
        ("张三", "张\u3000三"),
        ("张三", "张\u200b三"),
        ("张三", "Zhang San"),
        ("张三", "zhangsan"),
        ("张三", "San ZHANG"),
        ("张三", "ＺＨＡＮＧ ＳＡＮ"),
        ("张三", "张三（校对）"),
        ("张三 <zhang@example.org>", "张三 <san@example.org>"),
        ("欧阳修", "歐陽修"),
        ("欧阳修", "Ouyang Xiu"),
        ("单田芳", "shan tianfang"),
        ("吕律", "lv lv"),
        ("吕律", "Lü Lü"),
        ("阿卜杜拉·买买提", "阿卜杜拉•买买提"),
        ("Zhang San", "san zhang"),
    ],
)
def test_two_spellings_are_one_person(one: str, other: str) -> None:
    assert same_name(one, other) and same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张三", "章三"),
        ("张三", "张三丰"),
        ("张三", "李四"),
        ("张三", "Zhang Si"),
        ("周岚", "周蓝"),
        ("A", "B"),
        ("张三（教务处）", "李四（教务处）"),
    ],
)
def test_two_persons_are_two(one: str, other: str) -> None:
    assert not same_name(one, other) and not same_name(other, one)


@given(one=NAMES, other=NAMES)
def test_whether_two_names_are_one_does_not_hang_on_their_order(one: str, other: str) -> None:
    assert same_name(one, one)
    assert same_name(one, other) == same_name(other, one)


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("周兰", ["陶景和", "周岚"], "周岚"),
        ("周岚", ["周岚"], ""),
        ("周蘭", ["周兰", "周岚"], ""),
        ("周兰", ["周兰", "周岚"], ""),
        ("何翀", ["周岚"], ""),
        ("Zhou Lan", ["周岚"], ""),
        ("周岚", [], ""),
    ],
)
def test_a_name_that_only_sounds_like_one_is_told(name: str, known: list[str], meant: str) -> None:
    assert sounding_like(name, known) == meant


@given(NAMES, st.lists(NAMES, max_size=3))
def test_a_known_name_sounds_like_no_other(name: str, others: list[str]) -> None:
    assert sounding_like(name, [*others, name]) == ""
