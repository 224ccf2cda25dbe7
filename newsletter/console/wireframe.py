"""A made-up page as a wireframe: legs as greeked columns, photos as shades, headlines as they read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from newsletter.console.canvas import Canvas, Cells
from newsletter.console.misfit import greeked, mark_misfit
from newsletter.console.sheet import Sheet
from newsletter.dummy import (
    DummyPage,
    Frame,
    FurnitureFrame,
    GroundFrame,
    PhotoFrame,
    Role,
    RuleFrame,
    TextFrame,
)
from newsletter.language import _

NARROWEST, WIDEST = 48, 76
"""Cells that a page is drawn in."""
GAP = 2
COLUMNS = (Role.LEG, Role.TABLE)
"""What is greeked."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What is written into the frames of a page; ``furniture`` are the words in the layout's places."""

    page: DummyPage
    furniture: dict[str, str]

    def of_photo(self, frame: PhotoFrame) -> tuple[str, str]:
        """Return a photo's name and its resolution in place, empty where that is not known."""
        receipts = [fit.receipt for fit in self.page.fits if fit.receipt and fit.story == frame.story]
        ppi = {each.photo: each.ppi for receipt in receipts for each in receipt.photos}.get(frame.photo)
        return frame.photo, _("{ppi} ppi").format(ppi=ppi) if ppi else ""

    def colour_of(self, story: str) -> str:
        """Return the colour of a story's legs."""
        return "error" if any(fit.overset for fit in self.page.fits if fit.story == story) else "quiet"


@dataclass(frozen=True, slots=True)
class Wireframes:
    """Pages drawn two by two where the terminal is wide enough."""

    pages: Sequence[DummyPage]
    trim: tuple[float, float]
    names: dict[str, str]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the rows of all pages, then nothing."""
        beside = 2 if options.max_width >= 2 * NARROWEST + GAP and len(self.pages) > 1 else 1
        cells = max(min((options.max_width - GAP * (beside - 1)) // beside, WIDEST), 20)
        sheet = Sheet(*self.trim, cells)
        for first in range(0, len(self.pages), beside):
            drawn = [page_rows(page, sheet, self.names) for page in self.pages[first : first + beside]]
            for row in zip(*drawn, strict=True):
                yield Text(" " * GAP).join(row)
            yield Text()


def page_rows(page: DummyPage, sheet: Sheet, names: dict[str, str]) -> list[Text]:
    """Return a page's heading and its drawing."""
    canvas = Canvas(sheet.cells, sheet.rows)
    canvas.box(Cells(0, 0, sheet.cells - 1, sheet.rows - 1), "quiet")
    for frame in sorted(page.frames, key=_layer):
        _draw(canvas, sheet.cells_of(frame.box), frame, Labels(page, names))
    for fit in page.fits:
        mark_misfit(canvas, sheet, page, fit)
    title = _("Page {page} {name}").format(page=page.number, name=page.name).strip()
    heading = Text(title, style="place").append(f"  {_state(page)}", style="not bold " + _colour(page))
    heading.truncate(sheet.cells, pad=True)
    return [heading, *canvas.rows()]


def _state(page: DummyPage) -> str:
    """Return how full a page is, and what it is short of or has too much of."""
    state = _("full")
    if page.overset:
        state = _("{n} lines overset").format(n=page.overset)
    elif _has_white(page):
        state = _("{n} lines short").format(n=page.short)
    return f"{page.fill:.0%}  {state}" if page.fits else _("empty")


def _colour(page: DummyPage) -> str:
    return "error" if page.overset else "warning" if _has_white(page) or not page.fits else "clear"


def _has_white(page: DummyPage) -> bool:
    """Return whether white is left that the low ends of legs do not explain."""
    return any(fit.leaves_white for fit in page.fits)


def _layer(frame: Frame) -> int:
    """Return what is drawn first: grounds, then columns, then words."""
    if isinstance(frame, FurnitureFrame | GroundFrame):
        return 0
    if isinstance(frame, TextFrame):
        return 1 if frame.role in COLUMNS else 4
    return 2 if isinstance(frame, PhotoFrame) else 3


def _draw(canvas: Canvas, cells: Cells, frame: Frame, labels: "Labels") -> None:
    if isinstance(frame, PhotoFrame):
        _draw_photo(canvas, cells, labels.of_photo(frame))
    elif isinstance(frame, RuleFrame):
        _draw_rule(canvas, cells)
    elif isinstance(frame, GroundFrame):
        canvas.box(cells, "quiet")
    elif isinstance(frame, FurnitureFrame):
        _draw_furniture(canvas, cells, labels.furniture.get(frame.kind, _(frame.kind)))
    elif frame.role in COLUMNS:
        _draw_leg(canvas, cells, frame, labels.colour_of(frame.story))
    else:
        _draw_words(canvas, cells, frame)


def _draw_photo(canvas: Canvas, cells: Cells, labels: Sequence[str]) -> None:
    """Shade a photo and write its name and resolution, one below the other, as far as there is room."""
    canvas.fill(cells, "▒", "cyan")
    shown = [each for each in labels[: cells.height] if each]
    top = (cells.top + cells.bottom - len(shown) + 1) // 2
    for row, name in enumerate(shown, top):
        label = f" {name} " if cells.width > cell_len(name) + 1 else _cut(name, cells.width)
        canvas.centre(Cells(cells.left, row, cells.right, row), label, "bold reverse cyan")


def _draw_rule(canvas: Canvas, cells: Cells) -> None:
    if cells.width >= cells.height:
        canvas.fill(Cells(cells.left, cells.top, cells.right, cells.top), "━", "quiet")
    else:
        canvas.fill(Cells(cells.left, cells.top, cells.left, cells.bottom), "┃", "quiet")


def _draw_furniture(canvas: Canvas, cells: Cells, words: str) -> None:
    """Draw a place that the layout fills: a box, or a line where there is no height for one."""
    if cells.height >= 3:
        canvas.box(cells, "red")
        canvas.centre(cells.inside(), words, "bold red")
    else:
        line = Cells(cells.left, cells.bottom, cells.right, cells.bottom)
        canvas.fill(line, "─", "red")
        canvas.centre(line, f" {words} ", "red")


def _draw_leg(canvas: Canvas, cells: Cells, leg: TextFrame, colour: str) -> None:
    """Draw a column as lines, grey or in the colour of what is wrong with it, with their number."""
    column = greeked(cells)
    canvas.fill(column, "┈", colour)
    if cells.width >= 3:
        canvas.centre(column, f" {len(leg.lines)} ", "")


def _draw_words(canvas: Canvas, cells: Cells, frame: TextFrame) -> None:
    """Write the lines of a headline or caption, those that the drawing has room for."""
    styles = {Role.HEADLINE: "bold", Role.CAPTION: "italic quiet", Role.KICKER: "yellow", Role.DECK: "yellow"}
    style = styles.get(frame.role, "quiet")
    canvas.fill(cells, " ")
    for row, text in zip(range(cells.top, cells.bottom + 1), _fitted(frame, cells), strict=False):
        canvas.write(cells.left, row, text, style, room=cells.width)


def _fitted(frame: TextFrame, cells: Cells) -> Iterable[str]:
    """Return the frame's lines for so many rows; where they are too few, one line runs on and is cut."""
    lines = [each.line.text.strip() for each in frame.lines]
    words = "".join(lines) if len(lines) > cells.height else None
    if words is None:
        return (_cut(line, cells.width) for line in lines)
    return _broken(words, cells)


def _broken(words: str, cells: Cells) -> Iterable[str]:
    for row in range(cells.height):
        line = words if row == cells.height - 1 else _prefix(words, cells.width)
        words = words[len(line) :]
        yield _cut(line, cells.width)


def _cut(text: str, room: int) -> str:
    return text if cell_len(text) <= room else _prefix(text, room - 1) + "…"


def _prefix(text: str, room: int) -> str:
    """Return as many characters as so many cells hold."""
    for end in range(len(text), 0, -1):
        if cell_len(text[:end]) <= room:
            return text[:end]
    return ""
