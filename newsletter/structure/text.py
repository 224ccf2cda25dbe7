"""The text of a story as elements: paragraphs, crossheads, lists, quotations, notes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newsletter.manuscript import Block
from newsletter.structure.element import Element
from newsletter.structure.strands import Strand
from newsletter.structure.tables import table
from newsletter.structure.wording import worded

QUOTED = frozenset((Block.QUOTE, Block.ATTRIBUTION))


def text(strands: Sequence[Strand], heading: str = "H2") -> Iterator[Element]:
    """Yield the strands as elements, items of one list and lines of one quotation together.

    Crossheads are ``heading``s, of the second level where the story has a headline.
    """
    for kind, group in groupby(strands, _kind):
        together = list(group)
        if kind == "list":
            yield _list(together, 0)
        elif kind == "quote":
            yield Element("BlockQuote", tuple(map(_paragraph, together)))
        else:
            yield from (_single(each, heading) for each in together)


def _kind(strand: Strand) -> str:
    """Return what a strand is part of, nothing where it stands for itself."""
    if strand.paragraph is None:
        return ""
    if strand.paragraph.block is Block.ITEM:
        return "list"
    return "quote" if strand.paragraph.block in QUOTED else ""


def _single(strand: Strand, heading: str) -> Element:
    if strand.table is not None:
        return table(strand.rows)
    tags = {Block.CROSSHEAD: heading, Block.NOTE: "Note"}
    return _paragraph(strand, tags.get(strand.paragraph.block, "P") if strand.paragraph else "P")


def _paragraph(strand: Strand, tag: str = "P") -> Element:
    copy = strand.paragraph.text if strand.paragraph else ""
    return Element(tag, tuple(worded(strand.rows, copy, strand.marker)))


def _list(strands: Sequence[Strand], level: int) -> Element:
    """Return a list; lists in it are part of the item before them."""
    return Element("L", tuple(_item(each, level) for each in _items(strands, level)))


def _items(strands: Sequence[Strand], level: int) -> Iterable[list[Strand]]:
    """Return the strands by item of a level: each with its further paragraphs and the lists in it."""
    items: list[list[Strand]] = []
    for each in strands:
        assert each.paragraph is not None
        if not items or (each.paragraph.marker and each.paragraph.level <= level):
            items.append([])
        items[-1].append(each)
    return items


def _item(strands: Sequence[Strand], level: int) -> Element:
    """Return an item: its own paragraphs, then the lists in it."""
    own = [each for each in strands if each.paragraph and each.paragraph.level <= level]
    inner = [each for each in strands if each not in own]
    parts = [_paragraph(each) for each in own] + ([_list(inner, level + 1)] if inner else [])
    return Element("LI", (Element("LBody", tuple(parts)),))
