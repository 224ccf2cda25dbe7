"""Signatures for the terminal: who signed what, whether it holds, who is still to sign, what proves it."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from newsletter.language import _, ngettext
from newsletter.signing import Status, Told
from newsletter.signing.naming import few, minute, next_step


def signatures(status: Status) -> Iterator[RenderableType]:
    """Yield the parts that are shown."""
    if not status.signatures:
        yield Text(_("{slug} has no signatures.").format(slug=status.slug))
    else:
        yield _table(status.signatures)
        yield Text()
        if not status.seen:
            yield Text(
                _("The pages are not built as the issue now is; whether they look as signed is not known.")
            )
        yield from _proofs(status)
        yield Text()
    yield from _open(status)
    if status.noted:
        yield _noted(status)


def _table(told: tuple[Told, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in (
        _("stage"),
        _("signature"),
        _("date"),
        _("subject"),
        _("state"),
        _("its code"),
        _("remark"),
    ):
        table.add_column(column, no_wrap=column == _("its code"))
    for each in told:
        row = (each.stage, each.by, minute(each.time), each.subject, _state(each), each.code, each.note)
        table.add_row(*row)
    return table


def _state(told: Told) -> Text:
    if told.doubt:
        return Text(_("in doubt"), style="warning")
    return Text(_("holds")) if told.holds else Text(_("void"), style="error")


def _proofs(status: Status) -> Iterator[Text]:
    """Yield what proves that nothing was taken away or written anew, and what does not."""
    total = len(status.signatures)
    there = [each for each in status.proofs if each.count]
    absent = _(", ").join(each.name for each in status.proofs if not each.count)
    if there:
        told = (_("{name} ({count} of {total})").format(name=each.name, count=each.count, total=total)
                for each in there)  # fmt: skip
        said = _("Proof that none was taken away or written anew: {proofs}.").format(
            proofs=_(", ").join(told)
        )
        yield Text(said)
        if absent:
            yield Text(_("Not at hand: {names}.").format(names=absent), style="quiet")
    else:
        yield Text(
            _("Nothing outside sign_off.yaml proves the signatures: commit it, or note the last code."),
            style="warning",
        )


def _open(status: Status) -> Iterator[Text]:
    """Yield the stages still to be signed, and how the first of them is."""
    parts = [f"{stage} ({few(stories)})" if stories else str(stage) for stage, stories in status.open]
    if parts:
        yield Text(_("still to sign: {stage}").format(stage=_(", ").join(parts)), style="warning")
    if status.open:
        told = next_step(status.slug, *status.open[0], seen=status.seen)
        yield Text(_("now: {command}").format(command=told))
    if status.open and not status.required:
        yield Text(_("The workspace does not ask for signatures; press files are made without."))


def _noted(status: Status) -> Text:
    """Return which signature has the code that was noted, and what that says of those before it."""
    assert status.noted is not None
    number = status.signatures.index(status.noted) + 1
    later = len(status.signatures) - number
    said = _("The code is that of {stage} by {name}, {time}: signature {number}.").format(
        stage=status.noted.stage, name=status.noted.by, time=minute(status.noted.time), number=number
    )
    if any(each.rule.code in ("A020", "A021") for each in status.diagnostics):
        return Text(said, style="warning")
    more = ngettext("{n} was given after it.", "{n} were given after it.", later).format(n=later)
    return Text(
        f"{said} {_('It and all before it are as they were when it was noted.')} {more}", style="clear"
    )
