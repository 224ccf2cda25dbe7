"""The text of a PDF as printed, to be held against the copy."""

import re
from pathlib import Path

from newsletter.issue import Article
from newsletter.measure.glyphs import Glyph, pages_of


def bare(text: str) -> str:
    """Return a text without white space and controls."""
    return re.sub(r"[\s\u200b\ufeff\x00]", "", text)


def text_of(glyphs: tuple[Glyph, ...]) -> str:
    """Return the text of glyphs; pdfium gives a rare character as two surrogates."""
    halves = "".join(glyph.char for glyph in glyphs)
    return bare(halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def pages(pdf: Path) -> list[str]:
    """Return the text of every page in the order of the file, without white space."""
    return [text_of(glyphs) for glyphs in pages_of(pdf)]


def copy_of_story(article: Article) -> str:
    """Return a story as it must stand in print: byline, paragraphs, sign-off line, in one piece."""
    source = f"（{article.source}）" if article.source else ""
    paragraphs = (each.marker + each.text for each in article.manuscript.paragraphs)
    return bare(article.byline + "".join(paragraphs) + source)
