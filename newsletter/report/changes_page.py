"""What changed as a page: the pages side by side with the changes boxed, then the words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import newsletter
from newsletter.comparison import Change, Changes
from newsletter.comparison.passages import Pieces
from newsletter.language import _, language
from newsletter.press.contrasting import ChangedArea, PagePair
from newsletter.report.changes import fate_word, key_word, side_word, tally
from newsletter.report.html import TONGUES, template
from newsletter.report.pictures import data_address

MARGIN = 0.4
"""Per cent of the page between what changed and its box."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A changed area in per cent of the page."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _PageView:
    """A page in both builds; an empty address where one has no such page."""

    title: str
    old: str
    new: str
    boxes: tuple[_Box, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A story, a photo or the fields: heading, what became of it, lines with their marks."""

    title: str
    fate: str
    lines: tuple[tuple[str, Pieces], ...]
    note: str = ""


def as_page(slug: str, sides: tuple[str, str], changes: Changes, pairs: Iterable[PagePair]) -> str:
    """Return the changes as HTML that needs nothing else."""
    pages = tuple(_page(each) for each in pairs)
    return template("changes.html.j2").render(
        language=TONGUES[language()],
        title=_("{slug}: from {old} to {new}").format(
            slug=slug, old=side_word(sides[0]), new=side_word(sides[1])
        ),
        tally=tally(changes) if changes else _("Nothing has changed in words, photos and fields."),
        pages=pages,
        blocks=tuple(_blocks(changes)),
        words={
            "pages": _("Pages"),
            "old": side_word(sides[0]),
            "new": side_word(sides[1]),
            "no_page": _("There is no such page."),
            "words": _("Words, photos and fields"),
        },
        tool=f"newsletter {newsletter.__version__}",
    )


def _page(pair: PagePair) -> _PageView:
    old, new = (data_address(each) if each else "" for each in (pair.old, pair.new))
    return _PageView(_("Page {page}").format(page=pair.page), old, new, tuple(map(_box, pair.areas)))


def _box(area: ChangedArea) -> _Box:
    """Return an area with a little air around it, inside the page."""
    left, top = max(0.0, 100 * area.left - MARGIN), max(0.0, 100 * area.top - MARGIN)
    right, bottom = min(100.0, 100 * area.right + MARGIN), min(100.0, 100 * area.bottom + MARGIN)
    return _Box(round(left, 2), round(top, 2), round(right - left, 2), round(bottom - top, 2))


def _blocks(changes: Changes) -> Iterator[_Block]:
    if changes.facts:
        yield _Block(_("Publication and issue"), "", _lines(changes.facts))
    for story in changes.stories:
        sentences = tuple(("", pieces) for pieces in story.sentences)
        title = f"{story.id} 《{story.headline}》" if story.headline else story.id
        yield _Block(title, fate_word(story.fate), (*_lines(story.lines), *sentences))
    for photo in changes.photos:
        note = _("The picture is another one.") if photo.swapped else ""
        title = _("photo {id}").format(id=photo.id)
        yield _Block(title, fate_word(photo.fate), _lines(photo.lines), note)


def _lines(lines: tuple[Change, ...]) -> tuple[tuple[str, Pieces], ...]:
    return tuple((key_word(each.key), each.pieces) for each in lines)
