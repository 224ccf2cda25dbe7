"""Rules about consistency within an issue: kickers and bylines of one make."""

import re
from collections.abc import Callable, Iterator, Sequence

from newsletter.checks.phrases import phrase
from newsletter.checks.reading import Passage, lines
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

COLON = re.compile("(?:记者|通讯员|作者|文|图|摄影|供稿)\\s*[：:]")
SLASH = phrase("/ | ／ ｜", "(?:记者|通讯员|作者|文|图|摄影|供稿)\\s*[/／|｜]")


@check("C086", "kickers_of_two_makes", Severity.NOTE)
def kickers_of_two_makes(issue: Issue) -> Iterator[Finding]:
    """Some kickers end with a colon or dash, others have none.

    The layout sets a kicker apart by its type; whether a mark ends it as well is a matter of taste, but
    of one taste in an issue. The rarer make is reported. A deck may begin with —— beside others that do
    not: it says what the headline only hints at.

    Example: one kicker “开学典礼：”, four without a colon. Way out: write all alike.
    """
    passages = [each for article in issue.articles for each in lines(article) if each.key == "kicker"]
    yield from _told_apart(passages, _coloned)


def _coloned(text: str) -> str:
    return text[-1:] if text.endswith(("：", "—")) else ""


@check("C087", "bylines_of_two_makes", Severity.NOTE)
def bylines_of_two_makes(issue: Issue) -> Iterator[Finding]:
    """Some bylines part the office from the name by a colon or stroke, others by a space.

    Example: 通讯员：周岚 in one story, 通讯员 温雪 in another. Way out: write all alike.
    """
    passages = [each for article in issue.articles for each in lines(article) if each.key == "byline"]
    yield from _told_apart(passages, _parting)


def _parting(text: str) -> str:
    """Return what parts office and name."""
    if COLON.search(text):
        return "："
    return "/" if SLASH.search(text) else ""


def _told_apart(passages: Sequence[Passage], make: Callable[[str], str]) -> Iterator[Finding]:
    """Return the findings on the passages of the rarer make."""
    for passage in _rarer(passages, make):
        message = _("“{text}” has another make than the {count} others of its kind.")
        message = message.format(text=passage.text, count=len(passages) - 1)
        yield Finding(passage.span, message, _("Write them alike."))


def _rarer(passages: Sequence[Passage], make: Callable[[str], str]) -> Iterator[Passage]:
    """Return the passages whose make is not the most frequent one; of three at least, and two of it."""
    makes = [make(each.text) for each in passages]
    most = max(makes, key=makes.count, default="")
    if len(passages) > 2 and makes.count(most) > len(passages) // 2:
        yield from (each for each, own in zip(passages, makes, strict=True) if own != most)
