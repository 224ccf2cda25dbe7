"""The content as plain Typst."""

import re
from collections.abc import Iterator, Sequence

from tests.bench.content import Picture, Story

HEAD = """
#set page(width: 285mm, height: 420mm, margin: (x: 15.5mm, top: 24mm, bottom: 16mm))
#set text(font: "Newsletter Song", size: 9pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 5pt, spacing: 5pt)
#let crosshead(body) = align(center, text(font: "Newsletter Hei", weight: "bold", size: 10pt, body))
#let head(size, face, weight, body) = block(width: 100%, align(center, text(font: face, weight: weight, size: size, body)))
#let photo(file, caption) = block({
  image(file, width: 100%)
  par(first-line-indent: 0em, text(font: "Newsletter Hei", size: 8pt, caption))
})
"""


def document(pages: Sequence[Sequence[Story]]) -> str:
    """Return the whole issue as one Typst file."""
    return HEAD + "\n#pagebreak()\n".join("\n".join(map(_story, stories)) for stories in pages)


def _story(story: Story) -> str:
    body = "\n\n".join(_body(story))
    return f"{''.join(_head(story))}\n#columns(4, gutter: 24pt)[\n{body}\n]\n"


def _head(story: Story) -> Iterator[str]:
    song, kai = '"Newsletter Song", 900', '"Newsletter Kai", 400'
    parts = (("12pt", kai, story.kicker), ("30pt", song, story.headline), ("12pt", kai, story.deck))
    for size, face, text in parts:
        if text:
            yield f"#head({size}, {face})[{escaped(text)}]\n"


def _body(story: Story) -> Iterator[str]:
    yield from map(_photo, story.pictures)
    if story.byline:
        yield f'#text(font: "Newsletter Kai")[{escaped(story.byline)}]'
    for crosshead, text in story.paragraphs:
        yield f"#crosshead[{escaped(text)}]" if crosshead else escaped(text)
    if story.source:
        yield f'#text(font: "Newsletter Kai")[（{escaped(story.source)}）]'


def _photo(picture: Picture) -> str:
    return f'#photo("{picture.file}", [{escaped(picture.caption)}])'


def escaped(text: str) -> str:
    """Return a text in which nothing is markup."""
    return re.sub(r"([\\#$*_`<>@\[\]~=/+-])", r"\\\1", text)
