"""Pages side by side: what changed on them is framed, under the number that it has in the list.

What differs is seen in the pixels; what it is, is known from the words. A story of which only the setting
changed, because a line was put in before, is one frame; what differs outside of all stories is another.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from newsletter.comparison.items import Block
from newsletter.comparison.made import MadePage, MadePages
from newsletter.comparison.pairs import pairs
from newsletter.comparison.places import grown, places
from newsletter.layout import Layout
from newsletter.lengths import Mm
from newsletter.press import Area
from newsletter.press.contrasting import Difference, PageLook, difference, look
from newsletter.press.reading import source
from newsletter.press.sheet_hashes import sheet_hashes
from newsletter.signing.pictures import draft_mark

AIR = 0.7
"""Millimetres between what changed and its frame."""
Hidden = Callable[[MadePage], Area | None]
Seen = Callable[[MadePage], PageLook]
Kind = Literal["change", "set-anew", "other"]


@dataclass(frozen=True, slots=True)
class Frame:
    """An area in mm from the trim's top left: a numbered change, a story set anew, or anything else."""

    kind: Kind
    area: Area
    number: int = 0


@dataclass(frozen=True, slots=True)
class PageState:
    """A page as it was or is: its picture (WebP) inside the trim, the trim's size, the frames on it."""

    number: int
    name: str
    picture: bytes
    width: Mm
    height: Mm
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that looks different; on one side none where there is no such page."""

    old: PageState | None
    new: PageState | None


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the changes of the list stand on one side: page, area, number; whose words are all found."""

    placed: tuple[tuple[int, Area, int], ...]
    sure: frozenset[str]

    def on(self, page: MadePage) -> tuple[tuple[Area, int], ...]:
        """Return what stands on a page."""
        return tuple((area, number) for at, area, number in self.placed if at == page.number)


def hidden_in(layouts: Callable[[str], Layout | None]) -> Hidden:
    """Return what hides the draft's mark, so that a draft and a press file look alike."""

    def hidden(page: MadePage) -> Area | None:
        layout = layouts(page.layout)
        return draft_mark(layout, page.number) if layout is not None else None

    return hidden


def page_changes(
    old: MadePages, new: MadePages, blocks: Sequence[Block], hidden: Hidden, known: frozenset[str]
) -> tuple[PageChange, ...]:
    """Return the pages that look different; of ``known`` stories all changes of words are in the list.

    Raises ``UnreadablePdf`` for a print file that cannot be opened.
    """
    before, after = (_marks(blocks, made, known, new=is_new) for made, is_new in ((old, False), (new, True)))
    read, hashes = cache(source), cache(sheet_hashes)

    def seen(page: MadePage) -> PageLook:
        return look(read(page.file), page.number, hidden(page))

    found = []
    for one, other in pairs(old, new):
        if one is not None and other is not None and _are_drawn_alike(one, other, hashes):
            continue
        if one is None or other is None:
            found += [PageChange(_alone(one, before, seen), _alone(other, after, seen))]
        else:
            found += _pair((one, before), (other, after), seen)
    return tuple(found)


def _are_drawn_alike(old: MadePage, new: MadePage, hashes: Callable[[Path], tuple[str, ...]]) -> bool:
    """Return whether two pages are drawn from the same, so that they need not be looked at."""
    before, after = (hashes(page.file)[page.number - 1 : page.number] for page in (old, new))
    return any(before) and before == after


def _marks(blocks: Sequence[Block], made: MadePages, known: frozenset[str], *, new: bool) -> Marks:
    """Return where the changes stand on one side; a story is sure where each of its passages was found."""
    placed, unsure = list[tuple[int, Area, int]](), set[str]()
    for block in blocks:
        for item in block.items:
            found = places(block, item, made, new=new)
            placed += [(each.page, each.area, item.number) for each in found]
            if item.kind == "passage" and (item.new if new else item.old).strip() and not found:
                unsure.add(block.id)
    return Marks(tuple(placed), known - unsure)


def _alone(page: MadePage | None, marks: Marks, seen: Seen) -> PageState | None:
    """Return a page that the other side has not."""
    if page is None:
        return None
    frames = tuple(Frame("change", grown(area, AIR), number) for area, number in marks.on(page))
    return _state(page, seen(page), frames)


def _state(page: MadePage, shown: PageLook, frames: tuple[Frame, ...]) -> PageState:
    return PageState(page.number, page.name, shown.encoded(), shown.width, shown.height, frames)


def _pair(old: tuple[MadePage, Marks], new: tuple[MadePage, Marks], seen: Seen) -> Iterator[PageChange]:
    """Yield a page where it looks different on the two sides."""
    looks = [seen(page) for page, _marks in (old, new)]
    found = difference(*looks)
    if not found:
        return
    changed = [tuple(_changed(page, marks, found)) for page, marks in (old, new)]
    rest = found.without(frame.area for frames in changed for frame in frames)
    anew = [tuple(_set_anew(page, marks, rest)) for page, marks in (old, new)]
    apart = (grown(rule, AIR) for page, _marks in (old, new) for rule in page.rules)
    left = rest.without((*(frame.area for frames in anew for frame in frames), *apart))
    other = tuple(Frame("other", area) for area in left.areas())
    states = (
        _state(page, shown, tuple(_aired((*mine, *moved, *other))))
        for (page, _marks), shown, mine, moved in zip((old, new), looks, changed, anew, strict=True)
    )
    yield PageChange(*states)


def _changed(page: MadePage, marks: Marks, found: Difference) -> Iterator[Frame]:
    """Yield the frames of the changes of the list, as narrow as what differs there."""
    for area, number in marks.on(page):
        if tight := found.within(grown(area, AIR / 2)):
            yield Frame("change", tight, number)


def _set_anew(page: MadePage, marks: Marks, rest: Difference) -> Iterator[Frame]:
    """Yield a frame for every story that differs beyond that: the same words, set otherwise."""
    for story, room in page.fits:
        if tight := rest.within(room):
            yield Frame("set-anew" if story in marks.sure else "other", tight)


def _aired(frames: Sequence[Frame]) -> Iterator[Frame]:
    for each in frames:
        yield Frame(each.kind, grown(each.area, AIR), each.number)
