"""Who wrote and who photographed, read out of bylines, sign-off lines and credits, in pinyin order."""

import re
from collections.abc import Iterable, Iterator

from newsletter.issue import Issue
from newsletter.names import pinyin_key

NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}|[\u3400-\u9fff]{1,7}[·•・][\u3400-\u9fff]{1,7}")
ROLES = re.compile(r"(通讯员|记者|编者|作者|学生|教师|老师|编辑|撰稿|供稿|供图|摄影|综合|整理|本院讯)$")
UNITS = re.compile(
    r"(..[部处院系会室科班社团馆站校委办]|中心|公司|集团|支部|集体|联合体|工会|团委|校办|院办)$"
)
LABELS = re.compile(r"[（(][^）)]*[）)]|(?:文|图|摄|撰稿|供稿|供图|摄影)\s*[/／|｜:：]|[/／|｜:：]|\d[^\s]*")
GAP = re.compile(r"[\s、，,；;]+")
SPACED = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])\s+([\u3400-\u9fff])(?![\u3400-\u9fff])")


def writers(issue: Issue) -> tuple[str, ...]:
    """Return the writers of an issue, each once, in the order of their surnames' sound."""
    return _sorted(name for each in issue.articles for name in (*names(each.byline), *names(each.source)))


def photographers(issue: Issue) -> tuple[str, ...]:
    """Return the photographers of an issue, likewise."""
    return _sorted(name for each in issue.photos for name in names(each.credit))


def names(line: str) -> Iterator[str]:
    """Yield the persons in a line such as 党委宣传部 沈亦秋 or 本院通讯员 周岚 何翀.

    What looks like a unit, a role or a date is none; 周　岚 is one name.
    """
    bracketed = re.fullmatch(r"\s*[（(](.*)[）)]\s*", line)
    closed = SPACED.sub(r"\1\2", LABELS.sub(" ", bracketed[1] if bracketed else line))
    for word in GAP.split(closed):
        bare = word.removesuffix("摄") if len(word) > 2 else word
        if NAME.fullmatch(bare) and not (ROLES.search(bare) or UNITS.search(bare)):
            yield bare


def _sorted(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found), key=pinyin_key))
