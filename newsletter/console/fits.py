"""How every story found room: a table for the terminal."""

from collections.abc import Mapping

from rich.table import Table
from rich.text import Text

from newsletter.dummy import Dummy, DummyPage, StoryFit
from newsletter.issue import Article
from newsletter.language import _


def fits(dummy: Dummy, articles: Mapping[str, Article]) -> Table:
    """Return a row for each story and one with each page's totals."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="quiet")
    for name in (_("page"), _("story"), _("rank")):
        table.add_column(name)
    for name in (_("headline"), _("legs × measure"), _("lines"), _("placed"), _("overset"), _("short")):
        table.add_column(name, justify="right")
    for page in dummy.pages:
        for fit in page.fits:
            table.add_row(*_row(fit, articles.get(fit.story)))
        table.add_row(*_totals(page), end_section=True)
    return table


def _row(fit: StoryFit, article: Article | None) -> tuple[str | Text, ...]:
    return (
        str(fit.page),
        fit.story,
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
