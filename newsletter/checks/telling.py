"""How a sentence takes what it names: as offered, or as told of, warned against, forbidden, quoted."""

import re

from newsletter.checks.plain import Seen

ENDS = re.compile("[。!?]")
AGAINST = re.compile(
    "骗|诈|陷阱|套路|切勿|勿信|不要|别信|警惕|谨防|提防|当心|严禁|禁止|不得(?!少于|低于)|不准|不许|杜绝|抵制|拒绝|取缔|查处|打击|清理|整治|整顿|治理|举报"
    "|违规|违法|非法|虚假|冒充|害人|取消|免收|不[收缴交]|不再|无需|无须|从不|没有"
)
"""Words of a sentence that warns of something or forbids it."""
EVENTS = "大赛|竞赛|论坛|研讨会|会议|年会|协会|学会|作协|文联|《[^》]{1,40}》"
ELSEWHERE = re.compile(
    "论文|学报|期刊|杂志|集邮|课题|(?:科研|专项|部门|学院|项目)经费|经费列支|报销|党报|党刊|教材|教辅|校服|日报|晚报|资助|承担|垫付"
    f"|补办|校园卡|一卡通|学生证|准考证|毕业证|成绩单|{EVENTS}"
)
"""Words of a sentence about another publication, a contest, a conference, or the school's own dues."""


def sentence_of(seen: Seen) -> str:
    """Return the sentence that something was seen in, without its last mark."""
    text, (start, end) = seen.found.string, seen.found.span()
    begun = max((each.end() for each in ENDS.finditer(text, 0, start)), default=0)
    ended = ENDS.search(text, max(start, end - 1))
    return text[begun : ended.start() if ended else len(text)]


def is_told_against(seen: Seen) -> bool:
    """Return whether the sentence warns of it or forbids it."""
    return AGAINST.search(sentence_of(seen)) is not None


def is_quoted(seen: Seen) -> bool:
    """Return whether a word of the copy stands in quotation marks."""
    found = seen.found
    return seen.passage.paragraph is not None and in_quotation(found.string, found.start())


def in_quotation(text: str, at: int) -> bool:
    """Return whether a quotation is open at a place of a text."""
    return text.rfind("“", 0, at) > text.rfind("”", 0, at)


def is_of_others(seen: Seen) -> bool:
    """Return whether the sentence is about another publication, a contest or a conference."""
    return ELSEWHERE.search(sentence_of(seen)) is not None
