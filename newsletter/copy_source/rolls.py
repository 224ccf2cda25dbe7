"""Which paragraphs and lists are rolls (名单): nothing but personal names, their copy left as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from newsletter.manuscript import Block, Paragraph
from newsletter.surnames import are_names, is_roll, names_in

LISTED = (Block.ITEM,)
ROWS = (Block.TEXT, Block.QUOTE)
FEWEST_ITEMS = 2


def with_rolls(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs; rows of names and lists of nothing but names are rolls."""
    for block, group in groupby(paragraphs, key=lambda each: each.block):
        found = tuple(group)
        if block in LISTED and _are_names(found):
            yield from (replace(each, roll=True) for each in found)
        else:
            yield from (
                replace(each, roll=True) if block in ROWS and is_roll(each.text) else each for each in found
            )


def _are_names(items: Sequence[Paragraph]) -> bool:
    """Return whether a list holds nothing but names."""
    names = [names_in(item.text) for item in items]
    return len(items) >= FEWEST_ITEMS and all(names) and are_names([each for row in names for each in row])
