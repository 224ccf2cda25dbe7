"""`check --fix`: what can be set right without judgement, shown first, written when somebody says so."""

import sys
from typing import TYPE_CHECKING

import typer

from newsletter.cli.manner import Manner
from newsletter.diagnostics import MachineFault
from newsletter.language import _, ngettext

if TYPE_CHECKING:
    from newsletter.commission import Order
    from newsletter.manifest import Rewrite
    from newsletter.selection import Selection


def fix(asked: Manner, order: "Order", selection: "Selection", *, yes: bool) -> None:
    """Show what would be changed and change it, after asking where a terminal is there to ask.

    Raises MachineFault where a file cannot be written.
    """
    from newsletter.console.differences import differences
    from newsletter.fixing import fixes

    found = fixes(order, selection.covers)
    for part in differences(found, order.workspace):
        asked.err.print(part, soft_wrap=True)
    if not found:
        asked.announce(_("There is nothing to set right."))
    elif yes or _agreed(asked, len(found)):
        _write(asked, order, found)


def _agreed(asked: Manner, count: int) -> bool:
    """Return whether somebody agrees; where nobody can be asked, nothing is changed."""
    if not _somebody_is_there():
        asked.err.print(_("Nothing was changed; --yes writes it."), style="hint")
        return False
    question = ngettext("Change {count} file?", "Change {count} files?", count).format(count=count)
    return typer.confirm(question, err=True)


def _somebody_is_there() -> bool:
    """Return whether the input is a terminal."""
    return sys.stdin.isatty()


def _write(asked: Manner, order: "Order", found: "tuple[Rewrite, ...]") -> None:
    from newsletter.fixing import apply

    try:
        originals = apply(found, order)
    except OSError as fault:
        sentence = _("The corrections could not be written: {fault}.").format(fault=fault.strerror or fault)
        raise MachineFault(sentence, _("Check the files' permissions.")) from fault
    message = ngettext(
        "{count} file changed; as it was it lies in {folder}.",
        "{count} files changed; as they were they lie in {folder}.",
        len(found),
    )
    folder = originals.relative_to(order.workspace).as_posix()
    asked.announce(message.format(count=len(found), folder=folder))
