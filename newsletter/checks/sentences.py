"""Rules about sentences: words typed twice, paragraphs that break off."""

import re
from collections.abc import Iterator

from newsletter.checks.phrases import phrase
from newsletter.checks.reading import Passage
from newsletter.checks.sightings import noted, prose, seen
from newsletter.checks.telling import in_quotation
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.manuscript import Block
from newsletter.rulebook import check

LET_PASS = {
    "的": ("目标有众鹄", "确"),
    "了": ("为到目甚完除罢跑好不", "解结断却望无如不之心"),
    "是": ("还但于或可只总就都也又正要若而才皆仍既乃倒老凡", "非"),
    "在": ("所实存现内潜自", "校职建线场座野地岗乎意"),
    "和": ("共温平祥暖柔饱谦附缓", "气美平睦谐解声田服"),
    "把": ("一", "握关脉"),
    "被": ("", ""),
    "与": ("参给赐", "会之"),
    "就": ("", "业近读地餐是"),
    "及": ("以波普惠涉危顾", "时格早"),
    "为": ("认成作称更因行变以", "了人何什数止期民主"),
    "对": ("双面针相应反绝成配一", "对子手方象称联策话比应立照付抗口外内待接于"),
    "也": ("", ""),
    "都": ("首成古旧故国京大", "市城督"),
    "从": ("服顺听跟随遵盲自", "事容业前来此中不众军政属"),
    "这": ("", "这"),
    "到": ("", "场位达期处底来会"),
    "将": ("上中大少名", "军来近领要"),
}
"""Words that may only by chance stand twice: what before and what behind belongs to another word."""
DOUBLED = phrase(
    "与与 为为 也也 了了 从从 到到 及及 和和 在在 对对 将将 就就 把把 是是 的的 被被 这这 都都",
    "|".join(each * 2 for each in LET_PASS),
)
PHRASE = re.compile(
    r"(?P<word>(?!(?P<one>.)(?P=one))[^\W\d_a-zA-Z]{3,8})(?P=word)"
    r"|(?P<plain>我们|我校|我院|学校|学院|进行|开展|以及|通过|为了|但是|因为|所以|同学|他们|这个|可以|已经|同时|并且|老师|教师|学生|工作|教育|举行"
    r"|荣获|获得|取得|召开|举办|出席|会议|大学|全国|国家|我国|本次|此次|近日|随后|其中|如果|由于|因此|并且|或者"
    r"|作为|关于|对于|根据|分别|积极|认真|深入|成功|精神|方面|问题|情况|领导|书记|校长|院长|教授|博士|党委|党员|支部)(?P=plain)"
)
REPEATED_ON_PURPOSE = re.compile(
    "^的|的$|[一二两三几半多儿哪啥谁哈啦呀啊哒滴当咚叮嗒沙哗呜来]|什么|加油|快跑"
)
ENDS = "。！？…”’）》」』：；—】〕~～.!?;:)]\"'"
SHORTEST = 20
"""Paragraphs of fewer characters may be a line of verse, a name, a slogan."""
HEADLINE = 36
"""Characters of a line that may be a headline."""
LONG = 60
"""Characters of a single sentence that could be nothing but one."""
RUN_OFF = re.compile("[，、]$")
SIGNED = re.compile(
    r"——.{1,8}$|摄$|(?:://|www\.|@)[!-~]{1,200}$|[。！？”）][^，。！？]{0,20}(?:供图|供稿|摄影|图|发|文)$"
    r"|(?:供图|供稿|横批：)[^，。！？]{2,8}$"
)
"""A paragraph that ends with who wrote or photographed it, with an address or a couplet."""


@check("C077", "word_doubled", Severity.WARNING)
def word_doubled(issue: Issue) -> Iterator[Finding]:
    """A word stands twice.

    It was typed or pasted twice. What the language doubles itself (天天, 目的的, 为了了解) is let pass, and
    so are phrases that somebody says twice in quotation marks.

    Example: 学院的的学生, 通过通过. Way out: delete one of them.
    """
    message = _("“{words}”: {word} stands twice.")
    for passage, found in seen(issue, DOUBLED):
        if not _meet(passage.text, found):
            yield noted((passage, found), message, _("Delete one of them."))
    for passage, found in seen(issue, PHRASE):
        if not in_quotation(passage.text, found.start()) and not REPEATED_ON_PURPOSE.search(found.group()):
            yield noted((passage, found), message, _("Delete one of them."))


def _meet(text: str, found: re.Match[str]) -> bool:
    """Return whether a doubled character belongs to two words that only meet."""
    before, behind = LET_PASS[found.group()[0]]
    start, end = found.span()
    return text[max(0, start - 1) : start] in tuple(before) or text[end : end + 1] in tuple(behind)


@check("C078", "paragraph_breaks_off", Severity.WARNING)
def paragraph_breaks_off(issue: Issue) -> Iterator[Finding]:
    """A paragraph of text ends without a mark, or with a comma.

    The mark was lost, or the rest of the paragraph was. Short lines, lists, verse, letters and what comes
    before a list are let pass.

    Example: 揭牌仪式在光谷举行，. Way out: complete the sentence.
    """
    for passage in prose(issue):
        found = _break(passage)
        if found is not None:
            message = _("“{words}”: the paragraph breaks off.")
            yield noted((passage, found), message, _("Complete the sentence."))


def _break(passage: Passage) -> re.Match[str] | None:
    """Return the last characters of a paragraph that breaks off."""
    text = passage.text.rstrip()
    if passage.paragraph is None or passage.paragraph.block is not Block.TEXT or passage.paragraph.roll:
        return None
    if len(text) < SHORTEST or text[-1] in ENDS or SIGNED.search(text):
        return None
    return RUN_OFF.search(text) or (re.search(".$", text) if _has_sentence(text) else None)


def _has_sentence(text: str) -> bool:
    """Return whether a text has sentences, so that its end should have a mark.

    A roll of names has none; a short line that only asks or calls on its way is a headline.
    """
    clauses = text.count("，")
    long_one = len(text) >= LONG and clauses > 1 and clauses >= text.count("、")
    said = "。" in text or (len(text) > HEADLINE and any(mark in text for mark in "！？"))
    return long_one or said
