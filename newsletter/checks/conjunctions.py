"""Rules about the words that join the last of a list: 以及, 和, 及, 等."""

import re
from collections.abc import Iterator

from newsletter.checks.sightings import noted, seen
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

JOINED = re.compile(
    "、(?:以及|和(?![平谐睦解声田服善蔼县尚风弦局美顺气约议煦合悦乐林静政硕])(?![^、，。；：！？）]{1,3}、)|及(?![格时早第笄冠物])|等(?!等|[额式差级分边距同待候腰比价值号离轴高压温位身宽深长重量子闲到着了他她它你我大车船]))"
)
"""A 、 before the word; 、等额, 、及时, 、和平, 、和志武、 and their like begin another of the list."""


@check("C091", "comma_before_joining_word", Severity.NOTE, fixable=True)
def comma_before_joining_word(issue: Issue) -> Iterator[Finding]:
    """A 、 stands before 以及, 和, 及 or 等 at the end of a list.

    The word joins the last of the list already. Before 以及 a ， may stand where the list is long.

    Example: 教师、学生、以及家长; 棋类、等项目. Way out: 教师、学生以及家长; `newsletter check --fix`
    does it, but leaves 和 to you: 和 may begin a name.
    """
    for sighting in seen(issue, JOINED):
        message = _("“{words}”: no 、 before the word that joins the last of a list.")
        word = sighting[1].group().removeprefix("、")
        yield noted(sighting, message, _("Leave the 、 out."), word if word != "和" else None)
