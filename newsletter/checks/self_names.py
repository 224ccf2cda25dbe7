"""本报 and 本刊: where they are what the publication calls itself, and where two characters only meet.

Source: 《内部资料性出版物管理办法》 (2015), article 14, second paragraph.
"""

import re
from collections.abc import Iterator

from newsletter.checks.house_text import imprint
from newsletter.checks.plain import Seen, plain, seen_plain
from newsletter.checks.reading import passages
from newsletter.checks.telling import is_of_others, is_quoted
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

NAMES_OF_PRESS = "neibu-2015#14.2"
CALLED = re.compile("本[·•_/|.]?(?P<name>[报刊]|杂志)")
DISPATCH = re.compile("本[报刊]讯")
LONGER = {
    **dict.fromkeys("基副根脚账帐蓝孤珍纸唱赔亏", ""),
    "资": "出投集工物师薪捐外增", "成": "完促建办做写编变组生形养达集落", "样": "同这那一怎两各多送寄",
    "版": "出改再停排制拼组编头首", "文": "征撰发来作论散全译短", "剧": "戏话喜悲影歌舞",
    "课": "上下停开备讲授", "标": "投招目商达夺指", "绘": "描", "抄": "摘转照传", "善": "完改妥友慈",
    "刻": "立此即时雕深片", "译": "编翻", "范": "规示模师", "原": "中平草高", "书": "投来致图",
    "日": "昨今即近每当次同生节某连翌周明前后整假平往终休工0123456789〇一二三四五六七八九十",
}  # fmt: skip
"""Characters that end in 本 as one word (资本), unless one of these stands before (出资，本报…)."""
ONLY_AFTER = {"记": "笔日速札", "订": "合", "印": "影", "行": "单", "业": "作", "装": "精平简线", "口": "户"}
"""Characters that end in 本 as one word only behind one of these: 笔记本, but 登记，本报…."""
COUNTED = frozenset("0123456789〇一二三四五六七八九十百千万两几这那每某哪多半数整")
THING_COUNTED = re.compile("报(?:纸|告|刊|表|章|价|道|销|废)|刊物|杂志")
OTHER_WORD = re.compile(
    "报(?:酬|告(?!诉|知|示|读者)|到(?=[单表处证点册日时])|名(?=[表单者点处系费时人的])|表(?!示|达|彰|扬|态|明)|销(?!量|售|往|路)"
    "|废|备(?!受|有)|批(?!评)|关(?=[单税员行])|考(?!虑|察|证|究|核|验)|复(?!刊|印|查|核|制)|案|价(?!值|格)|道(?!歉|出))"
)
"""What 报 begins where 本 is no name: 本报告, 本报名表; but 本报告诉读者, 本报表示."""
OTHER_PAPER = re.compile(
    "《(?P<title>[^》]{1,20}(?:报|刊|杂志|学刊))》|[^,。]{1,4}(?:日报|晚报|晨报|时报|商报|都市报|青年报|画报)"
)
POLITE = re.compile(
    "(?<![自忘唯故])我(?:刊(?![登发印出行载])|报(?=[将已曾特编社今现拟记专第上读]|通讯员|副刊))|(?<![昂名珍宝可富高华尊])贵(?:报(?![价销酬])|刊)"
    "|[本我][院校][院校]报(?![告名到道考送销表批备])|创刊(?:号|词|寄语)|敝[刊报社]|本社(?:记者|编辑部?|评论员|讯|通讯员)"
)
"""What a publication, or those who write to it, say for 本报."""
NEAR = 200
"""How many characters before a quotation are looked through for who is quoted."""


def called_itself(text: str) -> Iterator[re.Match[str]]:
    """Return where plain text calls its publication 本报 or 本刊."""
    yield from (found for found in CALLED.finditer(text) if _is_name(text, found))


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Return whether the characters are one word, and no part of another."""
    at, name = found.start(), found.start("name")
    before, first = text[at - 1 : at], text[at - 2 : at - 1] if at > 1 else ""
    if before in LONGER and not (first and first in LONGER[before]):
        return False
    if before in ONLY_AFTER and first and first in ONLY_AFTER[before]:
        return False
    if before in COUNTED and THING_COUNTED.match(text, name):
        return False
    return OTHER_WORD.match(text, name) is None


@check("L016", "called_a_paper", Severity.ERROR, authority=NAMES_OF_PRESS)
def called_a_paper(issue: Issue) -> Iterator[Finding]:
    """The text calls the publication 本报 or 本刊.

    Internal publications do not call themselves so, nor with spaces between, in traditional characters or
    as part of a word (本刊物, 本报编辑部). Words in which the two characters only meet, such as 资本报酬 or
    日本刊物, are let pass. In quotation marks another paper may be speaking: L038.

    Way out: 我校, 本院, 编者 or the publication's name.
    """
    for each in _called(issue):
        if not _is_dispatch(each) and not is_quoted(each):
            message = _("“{word}” in “{words}”: an internal publication does not call itself so.")
            yield each.noted(message, _("Write 我校, 本院, 编者 or the publication's name."))


@check("L017", "dispatch_of_a_paper", Severity.ERROR, authority=NAMES_OF_PRESS)
def dispatch_of_a_paper(issue: Issue) -> Iterator[Finding]:
    """A story begins with 本报讯 or 本刊讯.

    That is the dispatch line of newspapers and periodicals. In quotation marks another paper may be
    speaking: L038.

    Way out: 本院讯, 本校讯, or nothing.
    """
    for each in seen_plain((*imprint(issue), *passages(issue)), DISPATCH):
        if not is_quoted(each):
            message = _("“{word}” is the dispatch line of a newspaper.")
            yield each.noted(message, _("Write 本院讯, or leave it out."))


@check("L038", "called_a_paper_in_quotation", Severity.WARNING, authority=NAMES_OF_PRESS)
def called_a_paper_in_quotation(issue: Issue) -> Iterator[Finding]:
    """A quotation in a story has 本报 or 本刊.

    Where a newspaper is quoted that means itself, the words may stand; where the sentence names it, as
    《示例日报》写道, nothing is said. Where somebody speaks of this publication, they may not stand.

    Example: 那张旧报纸上写着：“本报昨日收到一封信。” Way out: look who is speaking.
    """
    for each in _called(issue):
        if is_quoted(each) and not _another_speaks(each, issue):
            message = _("“{word}” in the quotation “{words}”: who is speaking?")
            yield each.noted(message, _("Let it stand only where another paper means itself."))


@check("L050", "spoken_of_as_a_paper", Severity.WARNING, authority=NAMES_OF_PRESS)
def spoken_of_as_a_paper(issue: Issue) -> Iterator[Finding]:
    """The text speaks of the publication as 我刊, 我报, 贵报, 本院院报 or 本社.

    That is 本报 in other words. The law names 本报 and 本刊; the reviewing authority decides about the rest.
    Letters to another paper are let pass where the sentence names it.

    Example: 欢迎投寄我刊. Way out: the publication's name, or 编辑部.
    """
    message = _("“{word}” in “{words}” speaks of the publication as of a newspaper or periodical.")
    for each in seen_plain((*imprint(issue), *passages(issue)), POLITE):
        if not (is_of_others(each) or is_quoted(each)):
            yield each.noted(message, _("Write the publication's name, or 编辑部."))


def _called(issue: Issue) -> Iterator[Seen]:
    """Return where anything printed says 本报 or 本刊."""
    for passage in (*imprint(issue), *passages(issue)):
        yield from (Seen(passage, found) for found in called_itself(plain(passage.text).text))


def _is_dispatch(seen: Seen) -> bool:
    return seen.found.string.startswith("讯", seen.found.end())


def _another_speaks(seen: Seen, issue: Issue) -> bool:
    """Return whether another paper is named before the quotation."""
    own, end = plain(issue.publication.name).text, seen.found.start()
    named = OTHER_PAPER.finditer(seen.found.string, max(0, end - NEAR), end)
    return any(not own or each["title"] != own for each in named)
