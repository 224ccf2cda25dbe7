"""Rules about set lines: none so loose that a reader sees it."""

from collections.abc import Iterator

from newsletter.checks.makeup import spot_of
from newsletter.diagnostics import Finding, Severity, Span
from newsletter.dummy import DummyPage, MadeUp, Role, SetLine, TextFrame
from newsletter.issue import Article
from newsletter.language import _
from newsletter.rulebook import check


@check("Y020", "loose_line", Severity.NOTE)
def loose_line(made: MadeUp) -> Iterator[Finding]:
    """A line's characters stand further apart than the layout wants.

    In a narrow column a long word, an address or a number with its unit that finds no room on a line
    leaves it white. The line reaches both edges, but it gapes. Turn the sentence so that something
    shorter stands there, or give the story wider legs. The layout says how much is too much
    (`composition.loosest`, in em).
    """
    loosest = made.layout.composition.loosest
    for page in made.dummy.pages:
        for frame in page.frames:
            if isinstance(frame, TextFrame) and frame.role is Role.LEG:
                for each in frame.lines:
                    if each.line.stretch > loosest:
                        yield _loose(made, page, frame, each)


def _loose(made: MadeUp, page: DummyPage, frame: TextFrame, each: SetLine) -> Finding:
    article = made.issue.article(frame.story) or Article(id=frame.story)
    message = _(
        "Page {page}: 《{headline}》 has a loose line, {stretch:.2f} em between characters: {line}"
    ).format(
        page=page.number, headline=article.headline, stretch=each.line.stretch, line=each.line.text.strip()
    )
    hint = _("Turn the sentence, or give the story wider legs.")
    return Finding(_place(article, each.line.text.strip()), message, hint, spot_of(page.number, frame.box))


def _place(article: Article, text: str) -> Span | None:
    """Return where a line's text stands in the copy, else the story's place."""
    for paragraph in article.manuscript.paragraphs:
        own = text.removeprefix(paragraph.marker)
        if (offset := paragraph.text.find(own)) >= 0:
            return paragraph.at(offset, len(own))
    return article.at()
