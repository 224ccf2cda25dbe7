"""What changed in the terminal: what went out struck through in red, what came in underlined in green."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from newsletter.comparison.compared import Comparison
from newsletter.comparison.items import Block, Item
from newsletter.comparison.passages import Pieces
from newsletter.console.indenting import Indented
from newsletter.language import _
from newsletter.report.changes import fate_word, key_word, tally
from newsletter.report.changes_view import ARROW, block_title, note_of

STYLES = {"same": "", "out": "red strike", "in": "green underline"}
MARKS = {"same": ("", ""), "out": ("[-", "-]"), "in": ("{+", "+}")}
AROUND = 18
"""Characters shown on either side of a change in a long sentence."""


def change_list(comparison: Comparison, *, coloured: bool) -> Iterator[RenderableType]:
    """Yield the changes; without colours, brackets say what went out and what came in."""
    for note in comparison.notes:
        yield Text(note, style="warning")
    if not comparison.changes:
        yield Text(_("Nothing has changed."), style="clear")
        return
    names = {each.id: each.headline or each.id for each in comparison.changes.stories}
    for block in comparison.blocks:
        yield _heading(block_title(block), *_about(block))
        for item in block.items:
            yield from _item(item, names, coloured)
        yield Text()
    yield Text(tally(comparison.changes), style="place")


def _item(item: Item, names: Mapping[str, str], coloured: bool) -> Iterator[RenderableType]:
    """Yield a change and what is to be said of it."""
    if item.pieces:
        text = Text().append(f"{key_word(item.key)}  ", style="quiet") if item.key else Text()
        between = ARROW if item.replaced else ""
        yield _indented(text.append_text(_marked(item.pieces, coloured, between)))
    if note := note_of(item, names):
        yield _indented(Text(note, style="warning" if item.kind == "picture" else "quiet"))


def _about(block: Block) -> Iterator[str]:
    """Yield where a story stands and what became of it."""
    if block.pages:
        yield _("page {page}").format(page="/".join(map(str, block.pages)))
    if block.of != "facts":
        yield fate_word(block.fate)


def _heading(name: str, *about: str) -> Text:
    return (
        Text().append(name, style="place underline").append("".join(f"  {each}" for each in about), "quiet")
    )


def _indented(text: Text) -> RenderableType:
    return Indented(text, 2)


def _marked(pieces: Pieces, coloured: bool, between: str) -> Text:
    """Return a sentence with its marks; ends of paragraphs that changed are shown as ¶."""
    text = Text()
    for number, each in enumerate(pieces):
        before, after = ("", "") if coloured else MARKS[each.mark]
        shown = each.text.replace("\n", "" if each.mark == "same" else "¶")
        if each.mark == "same":
            shown = _shortened(shown, first=number == 0, last=number == len(pieces) - 1)
        text.append(between if number else "")
        text.append(before + shown + after, style=STYLES[each.mark] if coloured else "")
    return text


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Return what stayed the same with its far parts left out."""
    head = "" if first else text[:AROUND]
    tail = "" if last else text[-AROUND:]
    return text if len(text) <= len(head) + len(tail) + 2 else f"{head}…{tail}"
