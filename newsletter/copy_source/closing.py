"""The end of a notice or letter (落款): 此致 and 敬礼, the unit that signs, the date.

Only what cannot be anything else is taken for one: the last paragraphs, each of a few words without a mark
or a figure, if the last of them is a whole date, or if they follow 敬礼 or a 特此… by themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsletter.manuscript import Block, Paragraph

LONGEST = 24
"""The most characters of a unit's name."""
SIGNERS = 3
"""The most units or persons that sign."""
_YEAR, _DAY = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})", r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = re.compile(rf"{_YEAR} ?年 ?{_DAY} ?月 ?{_DAY} ?日")
_NAME = re.compile(rf"[^\W\d_](?:[^\W\d_]|[ 　（）()·]){{0,{LONGEST - 2}}}[^\W\d_）)]")
_CLOSE = re.compile(r"特此(?:通知|公告|通告|通报|函告|函复|证明|声明|启事|说明|报告|致谢)[。.！!]?")
_REGARDS = re.compile(r"(?:敬礼|崇高的?敬意)[！!]?")
_OFFERING = "此致"


def is_closing(rows: Sequence[str]) -> bool:
    """Return whether rows typed one below the other are a closing, each a line of its own in print."""
    *before, last = rows
    ended = _DATE.fullmatch(last) or _REGARDS.fullmatch(last)
    return bool(before and ended) and all(map(_belongs, before))


def _belongs(row: str) -> bool:
    return row == _OFFERING or bool(_REGARDS.fullmatch(row) or _NAME.fullmatch(row))


def with_closing(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, those that close a notice or letter marked as such."""
    found = list(paragraphs)
    for at in range(1, len(found)):
        if found[at - 1].text == _OFFERING and _is_text(found[at]) and _REGARDS.fullmatch(found[at].text):
            found[at] = replace(found[at], block=Block.REGARDS)
    for at in range(_first_signer(found), len(found)):
        found[at] = replace(found[at], block=Block.SIGNATURE)
    return found


def _first_signer(paragraphs: Sequence[Paragraph]) -> int:
    """Return where the signature begins, the number of paragraphs if there is none."""
    end = len(paragraphs)
    dated = end > 1 and _is_text(paragraphs[-1]) and bool(_DATE.fullmatch(paragraphs[-1].text))
    first = last = end - dated
    while first > 1 and last - first < SIGNERS and _signs(paragraphs[first - 1]):
        first -= 1
    return first if dated or (first < last and _closes(paragraphs[first - 1])) else end


def _signs(paragraph: Paragraph) -> bool:
    name = _is_text(paragraph) and bool(_NAME.fullmatch(paragraph.text))
    return name and paragraph.text != _OFFERING and not _CLOSE.fullmatch(paragraph.text)


def _closes(paragraph: Paragraph) -> bool:
    return paragraph.block is Block.REGARDS or bool(_CLOSE.fullmatch(paragraph.text))


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.block is Block.TEXT and not paragraph.marker
