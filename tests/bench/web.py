"""The content as plain HTML and CSS, as one writes it for bare WeasyPrint."""

from collections.abc import Iterator, Sequence
from html import escape

from tests.bench.content import Picture, Story

CSS = """
@page { size: 285mm 420mm; margin: 24mm 15.5mm 16mm }
body { margin: 0; font: 9pt/14pt "Newsletter Song"; text-align: justify }
section { break-before: page }
section:first-child { break-before: auto }
.story { columns: 4; column-gap: 2.6666em; margin-bottom: 14pt; width: 80em }
h1 { font: 900 30pt/42pt "Newsletter Song"; text-align: center; margin: 0 }
h2 { font: 400 12pt/14pt "Newsletter Kai"; text-align: center; margin: 0 }
h3 { font: 700 10pt/14pt "Newsletter Hei"; text-align: center; margin: 0 }
p { text-indent: 2em; margin: 0; orphans: 1; widows: 1 }
.by { font-family: "Newsletter Kai" }
figure { margin: 0 } img { width: 18em }
figcaption { font: 8pt/14pt "Newsletter Hei" }
"""


def page(pages: Sequence[Sequence[Story]]) -> str:
    """Return the whole issue as one HTML file."""
    sections = "\n".join(f"<section>{''.join(map(_story, stories))}</section>" for stories in pages)
    return f'<!doctype html><html lang="zh"><meta charset="utf-8"><style>{CSS}</style>{sections}</html>'


def _story(story: Story) -> str:
    return f'{"".join(_head(story))}<div class="story">{"".join(_body(story))}</div>'


def _head(story: Story) -> Iterator[str]:
    for element, text in (("h2", story.kicker), ("h1", story.headline), ("h2", story.deck)):
        if text:
            yield f"<{element}>{escape(text)}</{element}>"


def _body(story: Story) -> Iterator[str]:
    yield from map(_figure, story.pictures)
    if story.byline:
        yield f'<p class="by">{escape(story.byline)}</p>'
    for crosshead, text in story.paragraphs:
        yield f"<h3>{escape(text)}</h3>" if crosshead else f"<p>{escape(text)}</p>"
    if story.source:
        yield f'<p class="by">（{escape(story.source)}）</p>'


def _figure(picture: Picture) -> str:
    caption = escape(picture.caption)
    return f'<figure><img src="{picture.file.as_uri()}"><figcaption>{caption}</figcaption></figure>'
