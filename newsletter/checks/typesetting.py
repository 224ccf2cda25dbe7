"""Rules about setting type: every character has a glyph, the engine is silent."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue
from newsletter.language import _
from newsletter.layout import Layout
from newsletter.rulebook import check
from newsletter.typeset import Proof


@dataclass(frozen=True, slots=True)
class TypeCase:
    """An issue beside the faces it is to be set in; the value that rules about glyphs examine."""

    issue: Issue
    layout: Layout
    book: FontBook


def _printed(case: TypeCase) -> Iterator[tuple[str, str, str, Span | None]]:
    """Return every text that is printed: whose it is, the text, its face, its place."""
    body, styles = case.layout.styles["body"].face, case.layout.styles
    for article in case.issue.articles:
        face = case.layout.headlines[article.rank.value].face
        yield from _heads(article, face, body)
        for paragraph in article.manuscript.paragraphs:
            yield f"《{article.headline}》", paragraph.text, body, paragraph.span
        yield from _sounds(article, case.layout.ruby.face)
    for photo in case.issue.photos:
        yield photo.id, photo.caption, styles["caption"].face, photo.at("caption")
        yield photo.id, photo.credit, styles["caption"].face, photo.at("credit")


def _sounds(article: Article, face: str) -> Iterator[tuple[str, str, str, Span | None]]:
    """Return the readings of a story, which are set in a face of their own."""
    for key, reading in article.readings:
        yield f"《{article.headline}》", reading.sound, face, article.at(key)
    for paragraph in article.manuscript.paragraphs:
        for reading in paragraph.readings:
            yield f"《{article.headline}》", reading.sound, face, paragraph.at(reading.start)


def _heads(article: Article, face: str, body: str) -> Iterator[tuple[str, str, str, Span | None]]:
    keys = (("kicker", face), ("headline", face), ("deck", face), ("byline", body), ("source", body))
    for key, used in keys:
        yield f"《{article.headline}》", getattr(article, key), used, article.at(key)


@check("T001", "missing_glyph", Severity.ERROR)
def missing_glyph(case: TypeCase) -> Iterator[Finding]:
    """No face at hand has a glyph for a character.

    It would be printed as an empty box (豆腐块), often in somebody's name. Put a face that has the
    character into the workspace's fonts/ folder, with its licence; or ask the person how the name is
    printed elsewhere.
    """
    for whose, text, face, at in _printed(case):
        for character in case.book.missing(text, face):
            message = _(
                "No face has the character “{character}” (U+{code:04X}) of {whose}: …{context}…"
            ).format(character=character, code=ord(character), whose=whose, context=_around(text, character))
            hint = _("Put a face that has it into fonts/, with its licence.")
            yield Finding(at, message, hint)


def _around(text: str, character: str) -> str:
    at = text.index(character)
    return text[max(0, at - 4) : at + 5]


@check("T002", "engine_complaint", Severity.ERROR)
def engine_complaint(proof: Proof) -> Iterator[Finding]:
    """The typesetting engine complained while it set the pages.

    WeasyPrint writes a PDF whatever happens: a missing picture, a wrong style or a glyph it lacks are
    only lines in its log. Each of them is a fault of the layout or of a file: correct it.
    """
    for complaint in dict.fromkeys(proof.complaints):
        message = _("The engine says: {complaint}").format(complaint=complaint.message)
        yield Finding(None, message, _("Correct the layout's templates or style."))
