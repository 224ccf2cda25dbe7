"""Pages shared out among sheets: laid into each other for the stitch, one upon the other for the glue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Page = int | None
"""A page of the issue, from 1; none is a blank."""


@dataclass(frozen=True, slots=True)
class Section:
    """The pages of one sheet in reading order, and how many folded sheets lie outside each page.

    ``depth`` counts the thicknesses of paper that the fold of a page lies inside the outermost: by so
    much the page creeps out, and is drawn in again.
    """

    pages: tuple[Page, ...]
    depth: tuple[int, ...]


def blanks(pages: int, multiple: int) -> int:
    """Return how many blank pages follow, so that the pages become a multiple."""
    return -pages % multiple


def nested(pages: int, per_sheet: int) -> tuple[Section, ...]:
    """Return the sheets of an issue laid into each other, the outermost first: partners add to N + 1.

    Where the last sheets have no work for a whole one, a smaller sheet lies innermost; all are powers of
    two times four. Blanks follow the last page.
    """
    whole = _filled(pages, 4)
    halves = [each // 2 for each in _sizes(len(whole), per_sheet)]
    sections, start = [], 0
    for half in halves:
        stop = len(whole) - start
        places = (*range(start, start + half), *range(stop - half, stop))
        depth = tuple(min(place, len(whole) - 1 - place) // 2 for place in places)
        sections.append(Section(tuple(whole[place] for place in places), depth))
        start += half
    return tuple(sections)


def gathered(pages: int, per_sheet: int) -> tuple[Section, ...]:
    """Return the signatures of an issue that lie one upon the other; blanks follow the last page.

    The last signature is as small as its pages allow, no smaller than four.
    """
    whole = _filled(pages, 4)
    sections, start = [], 0
    for size in _sizes(len(whole), per_sheet):
        depth = tuple(min(place, size - 1 - place) // 2 for place in range(size))
        sections.append(Section(tuple(whole[start : start + size]), depth))
        start += size
    return tuple(sections)


def leaves(pages: int) -> tuple[Section, ...]:
    """Return single sheets, front and back."""
    whole = _filled(pages, 2)
    return tuple(Section(pair, (0, 0)) for pair in zip(whole[::2], whole[1::2], strict=True))


def _filled(pages: int, multiple: int) -> Sequence[Page]:
    """Return the pages with the blanks that follow."""
    return (*range(1, pages + 1), *(None for _blank in range(blanks(pages, multiple))))


def _sizes(pages: int, most: int) -> Iterator[int]:
    """Yield the sizes of the sheets, the largest first: as many whole ones as there are, then smaller."""
    size = most
    while pages:
        while size > pages:
            size //= 2
        yield size
        pages -= size
