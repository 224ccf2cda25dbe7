"""Rules about the heads of stories as they were made up: their words, their lines, their direction."""

from collections.abc import Iterator
from itertools import pairwise

from newsletter.checks.makeup import spot_of
from newsletter.compose.tokens import weight
from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import DummyPage, MadeUp, Role, TextFrame
from newsletter.issue import Article, Direction
from newsletter.language import _
from newsletter.lengths import to_mm
from newsletter.rulebook import check

LONE = 2
MOST_LINES = {Role.KICKER: 1, Role.DECK: 2}


def heads(made: MadeUp, *roles: Role) -> Iterator[tuple[DummyPage, TextFrame, Article]]:
    """Yield the frames of some roles with their page and story."""
    for page in made.dummy.pages:
        for frame in page.frames:
            article = made.issue.article(frame.story) if isinstance(frame, TextFrame) else None
            if isinstance(frame, TextFrame) and frame.role in roles and article:
                yield page, frame, article


def _texts(frame: TextFrame) -> tuple[str, ...]:
    return tuple(each.line.text for each in frame.lines)


@check("Y010", "headline_too_long", Severity.WARNING)
def headline_too_long(made: MadeUp) -> Iterator[Finding]:
    """A headline is longer than its rank's lines can hold.

    It was set in the smallest size and still takes more lines than the layout gives it, so that it reads as
    text and no longer as a headline. Shorten it, move part of it into a deck, or give the story more columns.
    """
    for page, frame, article in heads(made, Role.HEADLINE):
        most = made.layout.headlines[article.rank.value].lines
        if len(frame.lines) > most and not frame.vertical:
            message = _("Page {page}: the headline 《{headline}》 takes {lines} lines.").format(
                page=page.number, headline=article.headline, lines=len(frame.lines)
            )
            room = int(most * frame.box.width / to_mm(frame.size))
            hint = _("Shorten it to {characters} characters, or move part of it into the deck.")
            hint = hint.format(characters=room)
            yield Finding(article.at("headline"), message, hint, spot_of(page.number, frame.box))


@check("Y011", "headline_word_cut", Severity.WARNING)
def headline_word_cut(made: MadeUp) -> Iterator[Finding]:
    """A line of a headline ends inside a Latin word or a number.

    The word is wider than the headline in its smallest size: an address, a long name. Write it shorter, or
    give the story more columns.
    """
    for page, frame, article in heads(made, Role.HEADLINE, Role.KICKER, Role.DECK):
        if any(_is_cut(before, after) for before, after in pairwise(_texts(frame))):
            message = _("Page {page}: the head of 《{headline}》 is broken inside a word.").format(
                page=page.number, headline=article.headline
            )
            hint = _("Write the word shorter.")
            yield Finding(article.at(frame.role.value), message, hint, spot_of(page.number, frame.box))


def _is_cut(before: str, after: str) -> bool:
    """Return whether two lines part letters or figures that belong together."""
    edge = before[-1:] + after[:1]
    return len(edge) == 2 and edge.isascii() and edge.isalnum()


@check("Y012", "headline_alone", Severity.WARNING)
def headline_alone(made: MadeUp) -> Iterator[Finding]:
    """The last line of a headline holds only one or two characters.

    So little on a line of its own looks forgotten. A word more or less lets the headline break better.
    """
    for page, frame, article in heads(made, Role.HEADLINE):
        last = _texts(frame)[-1].strip()
        if len(frame.lines) > 1 and weight(last) <= LONE:
            message = _("Page {page}: the headline 《{headline}》 ends with “{last}” on a line alone.")
            message = message.format(page=page.number, headline=article.headline, last=last)
            hint = _("Make the headline a word longer or shorter.")
            yield Finding(article.at("headline"), message, hint, spot_of(page.number, frame.box))


@check("Y013", "headline_not_vertical", Severity.WARNING)
def headline_not_vertical(made: MadeUp) -> Iterator[Finding]:
    """A headline that was to be vertical stands horizontally.

    A vertical headline needs a story two columns wide or more, and high enough for all its characters.
    Write more text, shorten the headline, or take `headline_style: vertical` out.
    """
    for page, frame, article in heads(made, Role.HEADLINE):
        if article.headline_style is Direction.VERTICAL and not frame.vertical:
            message = _("Page {page}: there is no room for the vertical headline 《{headline}》.").format(
                page=page.number, headline=article.headline
            )
            hint = _("Shorten the headline, or set it horizontally.")
            yield Finding(article.at("headline_style"), message, hint, spot_of(page.number, frame.box))


@check("Y014", "kicker_too_long", Severity.WARNING)
def kicker_too_long(made: MadeUp) -> Iterator[Finding]:
    """A kicker runs over more than one line, or a deck over more than two.

    They lead to the headline and from it; long ones push it aside. Shorten them, or give the story more
    columns.
    """
    for page, frame, article in heads(made, *MOST_LINES):
        most = MOST_LINES[frame.role]
        if len(frame.lines) > most + frame.vertical:
            message = _("Page {page}: “{text}” takes {lines} lines over 《{headline}》.").format(
                page=page.number,
                text=getattr(article, frame.role.value),
                lines=len(frame.lines),
                headline=article.headline,
            )
            hint = _("Shorten it to {characters} characters.")
            hint = hint.format(characters=int(most * frame.box.width / to_mm(frame.size)))
            yield Finding(article.at(frame.role.value), message, hint, spot_of(page.number, frame.box))


@check("T010", "reading_in_vertical_head", Severity.WARNING)
def reading_in_vertical_head(made: MadeUp) -> Iterator[Finding]:
    """A vertical headline, kicker or deck has a reading, which is not set.

    Pinyin beside vertical lines would have to lie on its side; the characters are printed without it.

    Way out: set the headline horizontally, or give the reading in the copy: `{䶮|yǎn}`.
    """
    for page, frame, article in heads(made, Role.HEADLINE, Role.KICKER, Role.DECK):
        sounds = [reading.sound for key, reading in article.readings if key == frame.role.value]
        if frame.vertical and sounds:
            message = _("Page {page}: the reading {sound} of the vertical head 《{headline}》 is not set.")
            message = message.format(page=page.number, sound=sounds[0], headline=article.headline)
            hint = _("Set the headline horizontally, or give the reading in the copy.")
            yield Finding(article.at(frame.role.value), message, hint, spot_of(page.number, frame.box))
