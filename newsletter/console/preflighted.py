"""A preflight for people: findings by page, a row for each page, what was checked and what was not."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsletter.console.people import one_finding
from newsletter.console.sheets import fonts_of, sheets
from newsletter.console.sources import Sources
from newsletter.diagnostics import Diagnostic
from newsletter.language import _
from newsletter.report.verdict import clear
from newsletter.report.wording import tally_in_words

if TYPE_CHECKING:
    from newsletter.preflight import Checked, Preflight

MARKS = {"passed": ("✓", "clear"), "failed": ("✗", "error"), "incomplete": ("?", "warning")}


def found(result: "Preflight") -> Iterator[RenderableType]:
    """Yield the findings under their pages, those of the whole file first."""
    explained: set[str] = set()
    placed = sorted(result.findings, key=_page)
    for page, group in groupby(placed, key=_page):
        yield Text(_("page {page}").format(page=page) if page else result.name, style="place underline")
        for each in group:
            yield one_finding(each, Sources(Path()), explain=each.rule.code not in explained)
            explained.add(each.rule.code)
        yield Text()


def _page(diagnostic: Diagnostic) -> int:
    return diagnostic.spot.page if diagnostic.spot else 0


def examined(result: "Preflight") -> Iterator[RenderableType]:
    """Yield the pages as a table, the fonts, and every clause with its result; nothing of what is no PDF."""
    if not result.pages and all(str(each.result) == "incomplete" for each in result.checked):
        return
    if result.pages:
        yield sheets(result.pages)
        yield Padding(fonts_of(result.file), (1, 0, 1, 0), expand=False)
    title = _("Checked against “{profile}” and {level}").format(
        profile=result.profile, level=f"PDF/{result.level.upper()}"
    )
    yield Text(title, style="place")
    yield Padding(_clauses(result.checked), (0, 0, 1, 2), expand=False)
    yield Text(_("Not checked"), style="place")
    yield Padding(_unchecked(result), (0, 0, 1, 2), expand=False)


def _clauses(checked: "Iterable[Checked]") -> Table:
    """Return the clauses with their marks, two beside one another."""
    table = Table.grid(padding=(0, 2, 0, 0))
    cells = [_clause(each) for each in checked]
    half = (len(cells) + 1) // 2
    for left, right in zip(cells[:half], [*cells[half:], Text()][:half], strict=False):
        table.add_row(left, right)
    return table


def _clause(each: "Checked") -> Text:
    mark, style = MARKS[str(each.result)]
    text = Text(f"{mark} ", style=style).append(_(each.clause.text), style="not bold default")
    if each.rules:
        text.append(" " + " ".join(each.rules), style="quiet")
    if each.unread:
        pages = ", ".join(str(page) for page in each.unread[:5] if page)
        said = _("page {page} not read").format(page=pages) if pages else _("not read whole")
        text.append(f" ({said})", style="warning")
    return text


def _unchecked(result: "Preflight") -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    for each in result.not_checked:
        table.add_row(
            Text("·", style="quiet"), Text(_(each.text)).append(f" – {_(each.reason)}", style="quiet")
        )
    return table


def verdict(result: "Preflight", *, strict: bool) -> Text:
    """Return the last line: what was found and what that means for press."""
    words = tally_in_words(result.findings)
    if not words:
        return Text(_("✓ {file}: nothing found").format(file=result.name), style="clear")
    if clear(result.findings, strict=strict):
        said = _("✓ {file}: {tally}, nothing that holds the press").format(file=result.name, tally=words)
        return Text(said, style="clear")
    return Text(
        _("✗ {file}: {tally}, not fit for press").format(file=result.name, tally=words), style="error"
    )
