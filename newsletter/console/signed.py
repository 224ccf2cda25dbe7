"""Signatures for the terminal: who signed what, whether it holds, who is still to sign."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from newsletter.language import _
from newsletter.signing import Status, Told


def signatures(status: Status) -> Iterator[RenderableType]:
    """Yield the parts that are shown."""
    if status.signatures:
        yield _table(status.signatures)
    else:
        yield Text(_("{slug} has no signatures.").format(slug=status.slug))
    for stage, stories in status.open:
        which = f" ({_(', ').join(stories)})" if stories else ""
        yield Text(_("still to sign: {stage}").format(stage=stage) + which, style="warning")
    if status.open and not status.required:
        yield Text(_("The workspace does not ask for signatures; press files are made without."))


def _table(told: tuple[Told, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in (_("stage"), _("signature"), _("date"), _("subject"), _("state"), _("remark")):
        table.add_column(column)
    for each in told:
        state = Text(_("holds")) if each.holds else Text(_("void"), style="error")
        table.add_row(each.stage, each.by, each.time.replace("T", " "), each.subject, state, each.note)
    return table
