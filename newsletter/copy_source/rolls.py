"""Which paragraphs and lists are rolls (名单): nothing but personal names, their copy left as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from newsletter.manuscript import Block, Paragraph
from newsletter.surnames import is_roll, names_in

LISTED = (Block.ITEM,)
ROWS = (Block.TEXT, Block.QUOTE)
FEWEST_ITEMS = 2


def with_rolls(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs; rows of names and lists of nothing but names are rolls."""
    for block, group in groupby(paragraphs, key=lambda each: each.block):
        found = tuple(group)
        if block in LISTED and len(found) >= FEWEST_ITEMS and all(names_in(each.text) for each in found):
            yield from (replace(each, roll=True) for each in found)
        else:
            yield from (
                replace(each, roll=True) if block in ROWS and is_roll(each.text) else each for each in found
            )
