"""Rules about copy: headlines and doubtful dashes."""

import re
from collections.abc import Iterator

from newsletter.checks.reading import lines, passages
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check
from newsletter.script import DASH, HAN, shape

MARKS = "gb15834-2011"
SINGLE_DASH = re.compile(f"(?<={HAN}){DASH}(?={HAN})")


@check("C015", "headline_missing", Severity.ERROR)
def headline_missing(issue: Issue) -> Iterator[Finding]:
    """A story has no headline.

    Way out: `headline: …` in articles.yaml, or a heading `# …` at the top of the copy.
    """
    for article in issue.articles:
        if not article.headline and not article.doubtful("headline"):
            message = _("The story “{id}” has no headline.").format(id=article.id)
            yield Finding(article.at("headline"), message, _("Write “headline: …”."))


@check("C016", "headline_with_full_stop", Severity.WARNING)
def headline_with_full_stop(issue: Issue) -> Iterator[Finding]:
    """A headline ends with a full stop.

    Headlines of newspapers end without one; a question mark, an exclamation mark or …… may stand.

    Way out: remove it.
    """
    for article in issue.articles:
        for passage in lines(article):
            if passage.key in ("kicker", "headline", "deck") and passage.text.endswith(
                ("。", "，", "；", "、")
            ):
                message = _("“{text}” ends with “{mark}”.")
                message = message.format(text=passage.text, mark=passage.text[-1])
                yield Finding(passage.span, message, _("Remove it."))


@check("C017", "single_dash", Severity.NOTE, authority=MARKS)
def single_dash(issue: Issue) -> Iterator[Finding]:
    """A single — stands between Han characters.

    As a connector (北京—上海, 周一—周五) it is right and stays; a dash (破折号) is two em, ——. Which is
    meant the text does not say, so it is not changed.

    Way out: type —— where a dash is meant.
    """
    for passage in passages(issue):
        for found in SINGLE_DASH.finditer(shape(passage.text)):
            start = found.start()
            message = _("“{words}”: a single — is a connector; a dash is ——.")
            words = passage.text[max(0, start - 4) : start + 5]
            hint = _("Type —— where a dash is meant.")
            yield Finding(passage.at(start), message.format(words=words), hint)
