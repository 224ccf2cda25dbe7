"""The texts printed: a page for each, one leg of a measure, through markup, engine and press like an issue."""

from newsletter.dummy import Box, Dummy, DummyPage, Role, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Issue, Publication, Sheet
from newsletter.layout import Layout, Trim
from newsletter.lengths import Mm
from newsletter.markup import Slug, mark_up
from newsletter.press import join
from newsletter.typeset import Engine
from tests.texts.copy import ROOT, layout, lines_of, texts

MARGIN = 10


def printed(measure: float, book: FontBook, engine: Engine) -> bytes:
    """Return the PDF of all texts at a measure."""
    legs = [lines_of(article, measure, book) for article in texts().values()]
    sheet = _sheet(max(map(len, legs)), measure)
    pages = tuple(_page(number, leg, measure, sheet) for number, leg in enumerate(legs, 1))
    issue = Issue(slug="texts", workspace=ROOT, folder=ROOT, publication=Publication(), sheet=Sheet())
    nothing = Slug("", Box(Mm(0), Mm(0), Mm(0), Mm(0)))
    markup = mark_up(Dummy("texts", pages), issue, sheet, book, {}, nothing)
    assert markup.value is not None, markup.diagnostics
    proof = engine.set(markup.value.parts)
    assert proof.complaints == (), proof.complaints
    return join(proof.parts)


def _sheet(lines: int, measure: float) -> Layout:
    """Return the layout with a trim that one leg of so many lines fills."""
    plain = layout()
    trim = Trim(width=Mm(2 * MARGIN + measure * plain.em), height=Mm(2 * MARGIN + lines * plain.line))
    return plain.model_copy(update={"trim": trim, "border": Mm(0.0)})


def _page(number: int, leg: tuple[SetLine, ...], measure: float, sheet: Layout) -> DummyPage:
    style = sheet.styles["body"]
    box = Box(Mm(MARGIN), Mm(MARGIN), Mm(measure * sheet.em), Mm(len(leg) * sheet.line))
    frame = TextFrame(Role.LEG, "text", box, leg, style.size, style.leading)
    return DummyPage(number, "", "inner", (frame,), (), len(leg), 0.0)
