"""Rules about what a new workspace leaves to be filled in."""

from collections.abc import Iterator

from newsletter.checks.reading import permit_at, post_at, printer_at, publication_at
from newsletter.diagnostics import Finding, Severity, Span
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

WORDS = {
    "name": "刊名",
    "publisher": "编印单位",
    "recipients": "发送对象",
    "permit.number": "(鄂)0000—2026000/连",
    "permit.approved.title": "刊名",
    "printer.name": "印刷单位",
}
"""What stands for a name in the publication.yaml of a new workspace."""
PEOPLE = ("姓名一", "姓名二", "姓名三")
HEADLINE = "第一篇稿件的标题"


@check("A090", "blank_not_filled_in", Severity.ERROR)
def blank_not_filled_in(issue: Issue) -> Iterator[Finding]:
    """A word that stood in the new workspace in place of a name is still there.

    It would be printed: 刊名 for the masthead, 姓名一 for the editor in chief, a permit number of
    nothing but noughts. Drafts are made all the same.

    Way out: write the permit's own words into publication.yaml, and the story's into articles.yaml.
    """
    for at, key, word in (*_of_publication(issue), *_of_people(issue), *_of_stories(issue)):
        message = _("“{key}” is still “{word}”, as in a new workspace.").format(key=key, word=word)
        yield Finding(at, message, _("Write your own, letter by letter as on the permit."))


def _of_publication(issue: Issue) -> Iterator[tuple[Span, str, str]]:
    publication = issue.publication
    permit, printer = publication.permit, publication.printer
    found = {
        "name": (publication.name, publication_at(issue, "name")),
        "publisher": (publication.publisher, publication_at(issue, "publisher")),
        "recipients": (publication.recipients, publication_at(issue, "recipients")),
        "permit.number": (permit.number, permit_at(issue, "number")),
        "permit.approved.title": (permit.approved.title, permit.approved.at("title") or permit_at(issue, "")),
        "printer.name": (printer.name, printer_at(issue, "name")),
    }
    yield from ((at, key, text) for key, (text, at) in found.items() if text == WORDS[key])


def _of_people(issue: Issue) -> Iterator[tuple[Span, str, str]]:
    for post in issue.publication.editors:
        if post.name in PEOPLE:
            yield post_at(issue, post.role), f"editors.{post.role}", post.name


def _of_stories(issue: Issue) -> Iterator[tuple[Span, str, str]]:
    for article in issue.articles:
        if article.headline == HEADLINE:
            yield article.at("headline") or Span(""), "headline", article.headline
