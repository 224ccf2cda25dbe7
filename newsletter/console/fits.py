"""How every story found room: a table for the terminal."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from newsletter.dummy import Dummy, DummyPage, StoryFit
from newsletter.issue import Article
from newsletter.language import _

NARROW = 76
"""Cells below which rank, headline and legs are left out."""
LEFT_OUT = (2, 3, 4)
FIGURES = 3
"""The column from which on there are figures."""


@dataclass(frozen=True, slots=True)
class Fits:
    """A row for each story and one with each page's totals; a narrow terminal shows the figures alone."""

    dummy: Dummy
    articles: Mapping[str, Article]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table."""
        left_out = LEFT_OUT if options.max_width < NARROW else ()
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="quiet")
        for at, name in enumerate(_names()):
            if at not in left_out:
                table.add_column(name, justify="left" if at < FIGURES else "right")
        for page in self.dummy.pages:
            for cells in (*(_row(fit, self.articles.get(fit.story)) for fit in page.fits), _totals(page)):
                table.add_row(*(cell for at, cell in enumerate(cells) if at not in left_out))
        yield table


def _names() -> tuple[str, ...]:
    return (
        _("page"), _("story"), _("rank"), _("headline"), _("legs × measure"),
        _("lines"), _("placed"), _("overset"), _("short"),
    )  # fmt: skip


def _row(fit: StoryFit, article: Article | None) -> tuple[str | Text, ...]:
    return (
        str(fit.page),
        fit.name,
        _(str(article.rank)) if article is not None else "",
        f"{fit.headline_size:g} pt",
        f"{fit.legs} × {fit.measure:g} em",
        str(fit.lines),
        str(fit.placed),
        _overset(fit.overset, fit.overset_characters),
        _short(fit.short),
    )


def _totals(page: DummyPage) -> tuple[str | Text, ...]:
    characters = sum(fit.overset_characters for fit in page.fits)
    placed = sum(fit.placed for fit in page.fits)
    name = _("page {page} {name}").format(page=page.number, name=page.name).strip()
    lines = sum(fit.lines for fit in page.fits)
    cells = ("", name, "", "", "", str(lines), str(placed))
    whole = tuple(Text(cell, style="place") for cell in cells)
    return (*whole, _overset(page.overset, characters), _short(page.short))


def _overset(lines: int, characters: int) -> Text:
    """Return “3 (57 characters)”, nothing for none."""
    if not lines:
        return Text("–", style="quiet")
    return Text(_("{n} ({characters} characters)").format(n=lines, characters=characters), style="error")


def _short(lines: int) -> Text:
    return Text(str(lines), style="warning") if lines else Text("–", style="quiet")
