"""Rules about the strip at the fold: whether what is meant for it is printed."""

from collections.abc import Iterator

from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import MadeUp, Role, TextFrame
from newsletter.language import _
from newsletter.makeup.gutter import characters_of_strip, of_strip, text_of
from newsletter.rulebook import check


@check("Y044", "gutter_item_left_out", Severity.ERROR)
def gutter_item_left_out(made: MadeUp) -> Iterator[Finding]:
    """A story is meant for the strip at the fold (中缝) and finds no room there.

    It would not be printed. The layout keeps no strip, or the strip of its page is full: items are not cut,
    for no line may cross the fold. Example: `place: gutter` in a magazine. Shorten the story, give it another
    page, or take `place` out. A layout has a strip where its layout.yaml says `strip: {lines: 2}`.
    """
    frames = [each for page in made.dummy.pages for each in page.frames if isinstance(each, TextFrame)]
    printed = {each.story for each in frames if each.role is Role.GUTTER}
    for article in of_strip(made.issue):
        if article.id not in printed:
            yield Finding(article.at("place"), *_said(made, article.headline, len(text_of(article))))


def _said(made: MadeUp, headline: str, characters: int) -> tuple[str, str]:
    """Return the message and the way out."""
    if made.layout.strip is None:
        message = _("《{headline}》 is for the strip at the fold, and the layout “{layout}” has none.")
        hint = _("Take “place” out, or give the layout a strip: “strip: {lines: 2}”.")
        return message.format(headline=headline, layout=made.layout.name), hint
    message = _("《{headline}》, {characters} characters, finds no room in the strip at the fold.")
    hint = _("Shorten it, or give it another page; a strip holds about {most} characters.")
    most = characters_of_strip(made.layout)
    return message.format(headline=headline, characters=characters), hint.format(most=most)
