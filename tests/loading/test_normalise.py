"""The normaliser: what it sets right, what it leaves, and what it never does."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.normalise import Change, Spaces, normalise

BODY = {
    '他说:"你好,世界."然后(笑)走了.': "他说：“你好，世界。”然后（笑）走了。",
    "增长3.5%,达1,900人,8:30开始.": "增长3.5%，达1,900人，8:30开始。",
    "使用Python, 我们": "使用Python，我们",
    "时间:8:30": "时间：8:30",
    "比分3:2,获胜": "比分3:2，获胜",
    "好??真的!": "好？？真的！",
    "“a”,中": "“a”，中",
    "共 12 人 参加": "共12人参加",
    "会议于5 月 19 日 召开": "会议于5月19日召开",
    "  　开头": "开头",
    "１２３ＡＢ年": "123AB年",
    "３．５亿": "3.5亿",
    "等等...": "等等……",
    "省略。。。": "省略……",
    "他……。": "他……。",
    "一…二": "一……二",
    "爱--祖国": "爱——祖国",
    "拆得开――装不回": "拆得开——装不回",
    "A(1)型": "A（1）型",
    "(一)加强": "（一）加强",
    "（AI)": "（AI）",
    "abc (中文)": "abc（中文）",
    '“你好"': "“你好”",
    '"你好”': "“你好”",
    "他说:'好'": "他说：‘好’",
    "零\u200b宽\u00ad字": "零宽字",
    "左\u202e右": "左右",
    "见https://a.cn/x?y=1,z 。": "见https://a.cn/x?y=1,z。",
    "发到a.b@c.cn,谢谢": "发到a.b@c.cn，谢谢",
    "中\u00a0文": "中文",
    "第1期.": "第1期。",
}

UNTOUCHED = (
    "3.5",
    "8:30",
    "1,900人",
    "报告.docx",
    "北京—上海",
    "1949—1986年",
    "10～12时",
    "U.S.A. 的",
    "e.g. this, that",
    'say "hello", please',
    "“Hello, world.”他说",
    "it's",
    "don’t",
    "rock 'n' roll",
    "完成.AI",
    "f(x) = 3",
    "比分3:2",
    "Wait... what",
    "张明、李华",
    "————",
    "获奖的有张明 李华 王强三人",
    "张　明",
    "主题是“传承红色基因 践行初心使命”",
    "（文/木拉提 图/刘小阳 陈蕊 审/霍阳）",
    "四.一二",
    "一.总则",
    '跑出46"70，又跑出50"20',
    "GB/T 15834—2011",
    "𠮷野家",
    "葛\U000e0100城",
)


@pytest.mark.parametrize("text", BODY)
def test_body_is_set_right(text: str) -> None:
    assert normalise(text).text == BODY[text]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_right_or_doubtful_stays(text: str) -> None:
    assert normalise(text).text == text
    assert normalise(text).edits == ()


@pytest.mark.parametrize("text", ['他说"好', '“好”"', '”好"', "“甲“乙”", '"甲"乙"'])
def test_unpaired_quotation_marks_stay(text: str) -> None:
    assert normalise(text).text == text


def test_spaces_stay_where_they_mean_something() -> None:
    assert normalise("喜迎校庆 再谱 5G 新篇", Spaces.PAUSE).text == "喜迎校庆 再谱5G新篇"
    assert normalise("教务处 2026年9月24日", Spaces.PARTING).text == "教务处 2026年9月24日"
    assert normalise("教务处  周岚 ", Spaces.PARTING).text == "教务处 周岚"


def test_edits_lead_from_the_old_text_to_the_new() -> None:
    text = "他说: “好” ,走..."
    result = normalise(text)
    rebuilt, end = "", 0
    for edit in result.edits:
        assert text[edit.at : edit.at + len(edit.old)] == edit.old
        rebuilt += text[end : edit.at] + edit.new
        end = edit.at + len(edit.old)
    assert rebuilt + text[end:] == result.text


@pytest.mark.parametrize(
    ("text", "printed"),
    [("he\u0301ng", "héng"), ("\ufb01t", "fit"), ("\u2f08工", "人工"), ("\uf90a", "金"), ("\ufa11", "\ufa11"),
     ("的\u0301", "的\u0301"), ("①Ⅷ㎡", "①Ⅷ㎡")],
)  # fmt: skip
def test_forms_of_a_character_become_one(text: str, printed: str) -> None:
    assert normalise(text).text == printed


def test_kinds_of_changes() -> None:
    kinds = {edit.kind for edit in normalise('甲,"乙" (丙)--丁...\u200b１ 戊e\u0301').edits}
    assert kinds == set(Change)


ALPHABET = "中文字一二𠮷〇 　,.;:?!()（）\"'“”‘’—-…。，：《》3579０７ab Ａ～%/·\u200b\u00ad\t\u00a0\n[]&"
texts = st.text(alphabet=ALPHABET, max_size=40) | st.text(max_size=20)


@settings(max_examples=400, deadline=None)
@given(texts, st.sampled_from(Spaces))
def test_idempotent(text: str, spaces: Spaces) -> None:
    once = normalise(text, spaces).text
    again = normalise(once, spaces)
    assert again.text == once
    assert again.edits == ()


def _letters(text: str) -> str:
    """The digits, letters and Han of a text, whatever form they are written in."""
    folded = unicodedata.normalize("NFKD", text)
    return "".join(c for c in folded if unicodedata.category(c)[0] in "NL" and not re.match(r"[ᅟᅠㅤﾠ]", c))


@settings(max_examples=400, deadline=None)
@given(texts, st.sampled_from(Spaces))
def test_no_digit_and_no_letter_is_lost_or_changed(text: str, spaces: Spaces) -> None:
    assert _letters(normalise(text, spaces).text) == _letters(text)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_edits_rebuild_any_text(text: str) -> None:
    result = normalise(text)
    rebuilt, end = "", 0
    for edit in result.edits:
        assert text[edit.at : edit.at + len(edit.old)] == edit.old
        rebuilt += text[end : edit.at] + edit.new
        end = edit.at + len(edit.old)
    assert rebuilt + text[end:] == result.text


@pytest.mark.parametrize("piece", [",", "(a),", "()", " ", "中 ", "好, ", "1.", "a.", "...,", "中,(a)"])
def test_crowds_of_one_thing_are_borne(piece: str) -> None:
    text = "中" + (piece * 20_000)[:20_000] + "中"
    once = normalise(text).text
    assert normalise(once).text == once


def test_what_one_mark_makes_full_width_makes_the_next_so() -> None:
    assert normalise("好,(a),(b);c").text == "好，（a），（b）；c"
    assert normalise("a,,,好").text == "a，，，好"
