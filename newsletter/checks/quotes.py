"""Rules about pull quotes as they are written."""

from collections.abc import Iterator

from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Article, Issue
from newsletter.language import _
from newsletter.rulebook import check

AROUND = "“”‘’「」，。、；：！？…— "
"""What a pull quote may have at its ends that the copy has not."""


@check("Y035", "pull_quote_not_in_copy", Severity.ERROR)
def pull_quote_not_in_copy(issue: Issue) -> Iterator[Finding]:
    """A pull quote has words that the story does not have.

    What is shown large is taken for what was said: it must be lifted from the copy, word for word.
    Quotation marks and a full stop at its ends may differ. Take the words over from the copy as they stand
    there, or mend the copy.
    """
    for article in issue.articles:
        if article.pull_quote and not article.doubtful("manuscript") and not _is_lifted(article):
            message = _("《{headline}》: the pull quote “{words}” is not in the copy.").format(
                headline=article.headline, words=article.pull_quote.strip(AROUND)
            )
            hint = _("Take its words over from one paragraph of the copy, as they stand there.")
            yield Finding(article.at("pull_quote"), message, hint)


def _is_lifted(article: Article) -> bool:
    words = article.pull_quote.strip(AROUND)
    return any(words in paragraph.text for paragraph in article.manuscript.paragraphs)
