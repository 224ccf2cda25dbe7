"""The self-check as a table: a tick, a thing, what is known of it, the command that brings it."""

from collections.abc import Iterable
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsletter.doctor.result import Result, State
from newsletter.language import _

MARKS = {State.THERE: ("✓", "clear"), State.OPTIONAL: ("·", "quiet"), State.MISSING: ("✗", "error")}


def health(results: Iterable[Result]) -> RenderableType:
    """Return the results under the names of their parts, then the verdict."""
    found = tuple(results)
    parts: list[RenderableType] = []
    for part, group in groupby(found, key=lambda each: each.part):
        parts += [Text(part, style="place"), Padding(_table(group), (0, 0, 1, 2), expand=False)]
    return Group(*parts, _verdict(found))


def _table(results: Iterable[Result]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for each in results:
        mark, style = MARKS[each.state]
        text = Text(each.detail)
        if each.remedy:
            text.append(f"\n→ {each.remedy}", style="hint")
        table.add_row(Text(mark, style=style), Text(each.name, no_wrap=True), text)
    return table


def _verdict(found: tuple[Result, ...]) -> Text:
    missing = [each.name for each in found if each.state is State.MISSING]
    if missing:
        return Text(
            _("✗ A build needs what is missing: {names}").format(names=_(", ").join(missing)), style="error"
        )
    return Text(_("✓ Everything that a build needs is there."), style="clear")
