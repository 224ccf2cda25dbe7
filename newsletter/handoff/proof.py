"""The proof of a package: the screen edition, small and in RGB, with 样张 across every page."""

from html import escape
from pathlib import Path

from newsletter.language import _
from newsletter.layout import Trim
from newsletter.press import join, stamped
from newsletter.typeset import Engine

_MARK = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>
@page {{ size: {width}mm {height}mm; margin: 0 }}
body {{ margin: 0; position: relative; width: {width}mm; height: {height}mm; overflow: hidden }}
div {{ position: absolute; left: 0; top: {top}mm; width: 100%; text-align: center; white-space: nowrap;
  font: 700 {size}mm/1 'Newsletter Hei'; letter-spacing: .2em; color: rgb(200 30 30); opacity: .16;
  transform: rotate(-32deg) }}
</style></head><body><div>{word}</div></body></html>"""


def proof(screen: Path, trim: Trim, engine: Engine) -> bytes:
    """Return the proof; whoever prints from it by mistake sees it at once."""
    word = _("PROOF")
    size = trim.width / (len(word) * 1.3 if len(word) < 4 else len(word) * 0.95)
    mark = _MARK.format(
        width=trim.width, height=trim.height, top=round((trim.height - size) / 2, 2), size=round(size, 2),
        word=escape(word),
    )  # fmt: skip
    return stamped(screen.read_bytes(), join(engine.set((mark,)).parts))
