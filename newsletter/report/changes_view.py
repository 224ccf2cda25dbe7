"""What changed, worked out for a page of a report: pictures side by side, and the list that leads to them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsletter.comparison.compared import Comparison
from newsletter.comparison.items import Block, Item
from newsletter.comparison.pages import Frame, PageChange, PageState
from newsletter.comparison.passages import Pieces
from newsletter.language import _, ngettext
from newsletter.report.changes import fate_word, key_word, tally
from newsletter.report.pictures import data_address


@dataclass(frozen=True, slots=True)
class FrameView:
    """A frame in per cent of the page; ``anchor`` is empty but for the first of its number on its side."""

    kind: str
    number: int
    anchor: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class StateView:
    """A page as it was or is."""

    side: str
    word: str
    title: str
    picture: str
    words: str
    frames: tuple[FrameView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A page that looks different; of a side that has no such page only the word."""

    key: str
    title: str
    states: tuple[StateView, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """A change of the list: its key, its marks with what stands between them, a note, where it is framed."""

    number: int
    key: str
    pieces: Pieces
    between: str
    note: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A story, a photo or the fields."""

    title: str
    fate: str
    items: tuple[ItemView, ...]

    @property
    def count(self) -> int:
        """How many changes it has."""
        return len(self.items)


@dataclass(frozen=True, slots=True)
class ChangesView:
    """All that a page shows of a comparison."""

    title: str
    told: str
    notes: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    pages: tuple[PageView, ...]
    blocks: tuple[BlockView, ...]
    words: Mapping[str, str]


ARROW = " → "
"""What stands between two values of which one took the other's place."""
Anchors = Mapping[int, tuple[tuple[str, str], ...]]


def changes_view(comparison: Comparison) -> ChangesView:
    """Return what a page shows of a comparison."""
    pages = tuple(_pages(comparison.pages, comparison.old.word, comparison.new.word))
    anchors, blocks = _anchors(pages), comparison.blocks
    names = {each.id: each.headline or each.id for each in blocks if each.of == "story"}
    return ChangesView(
        _("What changed since: {what}").format(what=comparison.old.word),
        _told(comparison),
        comparison.notes,
        tuple(_legend(pages)),
        pages,
        tuple(_block(each, anchors, names) for each in blocks),
        {
            "before": _("before"),
            "after": _("after"),
            "list": _("change"),
        },
    )


def _told(comparison: Comparison) -> str:
    """Return in one or two sentences how much changed."""
    words = tally(comparison.changes) if comparison.changes else _("Nothing has changed in words and photos")
    if not comparison.seen:
        return words
    count = len(comparison.pages)
    pages = ngettext("{n} page looks different", "{n} pages look different", count).format(n=count)
    return _("{words}; {pages}.").format(words=words, pages=pages if count else _("all pages look the same"))


def _legend(pages: Iterable[PageView]) -> Iterator[tuple[str, str]]:
    """Yield the kinds of frame on the pages, in words."""
    kinds = {frame.kind for page in pages for state in page.states for frame in state.frames}
    words = {
        "change": _("numbered: a change of the list"),
        "set-anew": _("dashed: the same words, set otherwise or elsewhere"),
        "other": _("dotted: looks different, and stands in no list"),
    }
    yield from ((kind, text) for kind, text in words.items() if kind in kinds)


def _pages(pages: Iterable[PageChange], old: str, new: str) -> Iterator[PageView]:
    seen: set[str] = set()
    for number, page in enumerate(pages, start=1):
        states = tuple(
            _state(state, side, word, seen)
            for state, side, word in ((page.old, "old", old), (page.new, "new", new))
            if state is not None
        )
        yield PageView(f"pair-{number}", _title(page), states, _missing(page))


def _title(page: PageChange) -> str:
    old, new = page.old, page.new
    state = new or old
    assert state is not None
    title = _page_title(state)
    if old and new and old.number != new.number:
        return _("{page}, before page {number}").format(page=title, number=old.number)
    return title


def _page_title(state: PageState) -> str:
    return _("Page {page} {name}").format(page=state.number, name=state.name).strip()


def _missing(page: PageChange) -> str:
    if page.old is None:
        return _("This page is new.")
    return _("This page is gone.") if page.new is None else ""


def _state(state: PageState, side: str, word: str, seen: set[str]) -> StateView:
    title = _page_title(state)
    words = _("Picture of {page}; {side}").format(page=title, side=word)
    frames = tuple(_frame(each, state, side, seen) for each in state.frames)
    return StateView(side, word, title, data_address(state.picture), words, frames)


def _frame(frame: Frame, state: PageState, side: str, seen: set[str]) -> FrameView:
    """Return a frame that stays inside the page."""
    anchor = f"framed-{frame.number}-{side}" if frame.number else ""
    first, area = anchor not in seen, frame.area
    seen.add(anchor)
    left, top = 100 * area.x / state.width, 100 * area.y / state.height
    right = min(100.0, 100 * (area.x + area.width) / state.width)
    bottom = min(100.0, 100 * (area.y + area.height) / state.height)
    edges = (round(each, 2) for each in (left, top, right - left, bottom - top))
    return FrameView(frame.kind, frame.number, anchor if first else "", *edges)


def _anchors(pages: Iterable[PageView]) -> Anchors:
    """Return for every number where it is framed: address and words, as it is now before as it was."""
    found: dict[int, list[tuple[str, str]]] = {}
    for page in pages:
        for state in reversed(page.states):
            for frame in state.frames:
                if frame.anchor:
                    found.setdefault(frame.number, []).append((f"#{frame.anchor}", _where(state)))
    return {
        number: tuple(sorted(links, key=lambda each: "-old" in each[0])) for number, links in found.items()
    }


def _where(state: StateView) -> str:
    return state.title if state.side == "new" else _("{page}, as it was").format(page=state.title)


def _block(block: Block, anchors: Anchors, names: Mapping[str, str]) -> BlockView:
    items = tuple(_item(each, anchors, names) for each in block.items)
    return BlockView(block_title(block), fate_word(block.fate) if block.of != "facts" else "", items)


def block_title(block: Block) -> str:
    """Return what a block of changes is about."""
    if block.of == "facts":
        return _("Publication and issue")
    if block.of == "photo":
        title = _("photo {id}").format(id=block.id)
        return f"{title} · {block.headline}" if block.headline else title
    return f"{block.id} 《{block.headline}》" if block.headline else block.id


def _item(item: Item, anchors: Anchors, names: Mapping[str, str]) -> ItemView:
    key = key_word(item.key) if item.key else ""
    between = ARROW if item.replaced else ""
    links = anchors.get(item.number, ())
    return ItemView(item.number, key, item.pieces, between, note_of(item, names), links)


def note_of(item: Item, names: Mapping[str, str]) -> str:
    """Return what is to be said of a change beside its marks."""
    if item.kind == "picture":
        return _("The picture is another one.")
    if item.went_to:
        return _("Stands now in 《{story}》.").format(story=names.get(item.went_to, item.went_to))
    if item.came_from:
        return _("Stood before in 《{story}》.").format(story=names.get(item.came_from, item.came_from))
    return ""
