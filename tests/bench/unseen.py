"""The texts that nobody tuned for, set by each engine in one leg of a measure, and what came of it."""

import subprocess
from collections.abc import Callable, Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path

from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.manuscript import Block, Paragraph
from newsletter.measure import Figures, measure
from newsletter.typeset import Engine
from tests.bench import peers
from tests.bench.typst_source import escaped
from tests.texts.copy import FONTS, texts
from tests.texts.printed import printed

MEASURES = (10, 15, 24, 40)
TALL = 1200
"""The height of a page in mm: every text stands on one."""
WEB = """<!doctype html><html lang="zh"><meta charset="utf-8"><style>
@page {{ size: 250mm {tall}mm; margin: 10mm }}
body {{ margin: 0; font: 9pt/14pt "Newsletter Song"; text-align: justify; width: {measure}em }}
section {{ break-before: page }} section:first-child {{ break-before: auto }}
h3 {{ font: 700 10pt/14pt "Newsletter Hei"; text-align: center; margin: 0 }}
p {{ text-indent: 2em; margin: 0; orphans: 1; widows: 1 }} .quote {{ font-family: "Newsletter Kai" }}
</style>{body}</html>"""
TYPST = """
#set page(width: {measure} * 9pt + 20mm, height: auto, margin: 10mm)
#set text(font: "Newsletter Song", size: 9pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 5pt, spacing: 5pt)
#let crosshead(body) = align(center, text(font: "Newsletter Hei", weight: "bold", size: 10pt, body))
"""


def compare(folder: Path, tell: Callable[[str], None]) -> dict[int, dict[str, Figures]]:
    """Return the figures of each engine at each measure in em."""
    folder.mkdir(exist_ok=True)
    book = FontBook.open([FONTS])
    with Engine((FONTS,), folder) as engine:
        found = {}
        for ems in MEASURES:
            tell(f"texts at {ems} em")
            ours = {"newsletter": measure(printed(ems, book, engine))}
            found[ems] = ours | dict(_peers(ems, folder))
    return found


def _peers(ems: float, folder: Path) -> Iterator[tuple[str, Figures]]:
    """Yield the figures of the peers that are installed."""
    source = folder / "texts.html"
    source.write_text(
        WEB.format(tall=TALL, measure=ems, body="".join(map(_section, texts().values()))), "utf-8"
    )
    command, target = peers.weasyprint_command(source)
    subprocess.run(command, check=True, env=peers.environment(folder))
    yield "bare WeasyPrint", measure(target)
    if find_spec("typst") is not None:
        source = folder / "texts.typ"
        pages = "\n#pagebreak()\n".join(map(_page, texts().values()))
        source.write_text(TYPST.format(measure=ems) + pages, "utf-8")
        command, target = peers.typst_command(source)
        subprocess.run(command, check=True)
        yield "Typst", measure(target)


def _section(article: Article) -> str:
    return f"<section>{''.join(map(_html, article.manuscript.paragraphs))}</section>"


def _html(paragraph: Paragraph) -> str:
    text = escape(paragraph.marker + paragraph.text)
    if paragraph.block is Block.CROSSHEAD:
        return f"<h3>{text}</h3>"
    return f'<p class="quote">{text}</p>' if paragraph.block is Block.QUOTE else f"<p>{text}</p>"


def _page(article: Article) -> str:
    return "\n\n".join(map(_typst, article.manuscript.paragraphs))


def _typst(paragraph: Paragraph) -> str:
    text = escaped(paragraph.marker + paragraph.text)
    if paragraph.block is Block.CROSSHEAD:
        return f"#crosshead[{text}]"
    return f'#text(font: "Newsletter Kai")[{text}]' if paragraph.block is Block.QUOTE else text
