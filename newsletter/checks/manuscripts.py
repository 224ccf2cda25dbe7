"""Rules about manuscripts: from whom they are asked, and where those come from that name no author."""

import re
from collections.abc import Iterator

from newsletter.checks.phrases import phrase
from newsletter.checks.plain import Seen, seen_apart, seen_plain
from newsletter.checks.reading import Passage, passages, signatures
from newsletter.checks.telling import EVENTS, is_quoted, sentence_of
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

HELD_ELSEWHERE = re.compile(f"{EVENTS}|收到|来自|选自")
EVERYBODY = "(?:全?社会(?:各界|人士|大众|公众)?|全国|全省|全市|海内外|国内外|省内外|校外|院外|各界|各地|天下)"
FROM_OUTSIDE = phrase(
    "不限 供稿 征求 征稿 征集 惠稿 投稿 来稿 欢迎 约稿 组稿 诚 赐文 赐稿",
    f"(?:[面朝]向|[向对]){EVERYBODY}[^,。;!?]{{0,10}}(?:征稿|约稿|组稿|征集[^,。;!?]{{0,6}}(?:稿|论文|文章|佳作|作品|散文|诗|小说))"
    "|不限(?:地域|身份)[^。;!?]{0,12}(?:稿|作者|文友)|欢迎[^,。;!?]{0,6}文友"
    f"|{EVERYBODY}[^,。;!?]{{0,12}}(?:投稿|赐稿|来稿|惠稿|供稿|赐文)"
    f"|(?:诚[征邀]|征集|征求|欢迎){EVERYBODY}[^,。;!?]{{0,10}}(?:佳作|稿件|文稿|力作|作者加盟)",
)
FROM = "(?:来源于?|来自于?|转自|转载自|源自|摘自|选自)"
THE_NET = "(?:互联网|网络|网上|网图|百度(?:百科|图片)?)"
FROM_NET = phrase(
    "互联网 百度 网上 网图 网络", f"^(?:图片|照片|文章|资料)?:?{FROM}?:?{THE_NET}$|{FROM}:?{THE_NET}"
)
UNKNOWN = re.compile("^(?:不详|未知|无名|网友|待查|作者不详)$")
AT_THE_END = phrase(
    "互联网 百度 网上 网图 网络", f"(?:^|[(。])(?:图片|照片|文章|资料)?{FROM}:?{THE_NET}[^,。)]{{0,4}}[)。]?$"
)
"""A line, or the last words, that name the net for a source."""


@check("L048", "manuscripts_from_outside", Severity.WARNING, authority="neibu-2015#15(2)")
def manuscripts_from_outside(issue: Issue) -> Iterator[Finding]:
    """The text asks the public, or authors all over the country, for manuscripts.

    Internal publications stay inside their unit; what asks everybody to write for it makes a public one of
    it. Where a contest, a conference or another publication asks, nothing is said.

    Example: 面向社会公开征稿. Way out: ask the unit's own people: 面向全院师生征稿.
    """
    message = _("“{words}” asks outsiders for manuscripts; an internal publication stays inside its unit.")
    for each in seen_apart(passages(issue), FROM_OUTSIDE):
        if not (HELD_ELSEWHERE.search(sentence_of(each)) or is_quoted(each)):
            yield each.noted(message, _("Ask the unit's own people."))


@check("L049", "source_names_nobody", Severity.WARNING)
def source_names_nobody(issue: Issue) -> Iterator[Finding]:
    """A byline, source or credit names the internet, or nobody.

    Whoever wrote or photographed it has the right to be named and to be asked; “网络” is neither. Nobody
    can be asked, and the paper answers for the reprint.

    Example: `credit: 网络`, （来源：百度百科）. Way out: find the author and ask, or take another.
    """
    message = _("“{words}” names nobody who could be asked.")
    for each in _unnamed(issue):
        yield each.noted(message, _("Find the author and ask, or take another."))


def _unnamed(issue: Issue) -> Iterator[Seen]:
    """Return what is signed by nobody: in signatures, and at the end of copy and captions."""
    yield from seen_apart(signatures(issue), FROM_NET, UNKNOWN)
    yield from seen_plain(filter(_may_end_a_text, passages(issue)), AT_THE_END)


def _may_end_a_text(passage: Passage) -> bool:
    return passage.paragraph is not None or passage.key == "caption"
