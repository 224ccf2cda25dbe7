"""The typesetting figures of PDFs for people: a column for each file, and the lines at fault."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from newsletter.language import _

if TYPE_CHECKING:
    from newsletter.measure import Figures, Found


def measured(figures: Mapping[str, "Figures"]) -> Table:
    """Return the figures of files side by side."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="place")
    table.add_column("", style="quiet")
    for name in figures:
        table.add_column(name, justify="right", overflow="fold")
    rows = [list(_rows(each)) for each in figures.values()]
    for cells in zip(*rows, strict=True):
        table.add_row(cells[0][0], *(Text(value, style) for _label, value, style in cells))
    return table


def _rows(each: "Figures") -> Iterator[tuple[str, str, str]]:
    """Yield label, value and style of every figure."""
    yield _("size, leading"), f"{each.size:g}/{each.leading:g} pt", ""
    yield _("measures, full lines"), _measures(each), ""
    yield _("body lines"), str(each.lines), ""
    yield _("full lines"), str(each.full), ""
    yield _("flush"), f"{each.flush:.2%}", ""
    yield _("mean error"), f"{each.error:.4f} em", ""
    yield _("worst error"), f"{each.worst:.3f} em", ""
    yield _("widest space between Han"), f"{each.stretch:.3f} em", ""
    yield _("  on lines with long Latin words"), f"{each.word_stretch:.3f} em", ""
    yield _("adjacent marks"), str(each.pairs), ""
    yield _("lines on the grid"), f"{each.grid:.2%}", ""
    for label, found in faults_of(each).items():
        yield label, str(len(found)), "error" if found else ""


def _measures(each: "Figures") -> str:
    return ", ".join(f"{measure:g} em × {count}" for measure, count in each.measures.items())


def faults_of(each: "Figures") -> dict[str, tuple["Found", ...]]:
    """Return the lines at fault under what is wrong with them."""
    return {
        _("lines off the edge"): each.ragged,
        _("lines spaced over 0.12 em"): each.loose,
        _("  with long Latin words"): each.word_loose,
        _("forbidden at a line’s start"): each.starts,
        _("forbidden at a line’s end"): each.ends,
        _("words and numbers cut"): each.cut,
        _("adjacent marks left wide"): each.wide,
        _("lines off the grid"): each.off_grid,
        _("lone last characters"): each.lone,
        _("legs that start with a short last line"): each.widows,
        _("legs that end with a crosshead"): each.stranded,
    }


def listed(each: "Figures") -> Iterator[Text]:
    """Yield every line at fault with its page and column."""
    for label, found in faults_of(each).items():
        if found:
            yield Text(label.strip(), style="place")
        for line in found:
            place = _("page {page}, column {column}").format(page=line.page, column=line.column)
            amount = f"{line.em:+.3f} em  " if line.em else ""
            yield Text(f"  {place}  {amount}{line.text}")
