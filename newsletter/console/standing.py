"""The desk in the terminal: an issue a block, what is open in it line by line."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from newsletter.console.indenting import Indented
from newsletter.diagnostics import Diagnostic
from newsletter.language import _, ngettext
from newsletter.report.standing import built, held, permit, press_day
from newsletter.signing.naming import few
from newsletter.standing import Desk, Standing, State

MOST = 6
"""Names and findings that are told one by one."""


def desk_list(desk: Desk) -> Iterator[RenderableType]:
    """Yield every open issue."""
    if not desk.issues:
        yield Text(_("There is no issue."))
    for standing in desk.issues:
        yield _heading(standing)
        grid = Table.grid(padding=(0, 2, 0, 0))
        for label, value, style in _rows(standing, desk):
            grid.add_row(Text(label, style="quiet", no_wrap=True), Text(value, style=style))
        yield Indented(grid, 2)
        yield Text()
    if desk.put_by:
        told = _("Earlier issues not looked at: {names}; --all looks at them too.")
        yield Text(told.format(names=few(desk.put_by, MOST)), style="quiet")


def _heading(standing: Standing) -> Text:
    text = Text().append(standing.slug, style="place underline")
    about = _("《{name}》 No. {number}").format(name=standing.publication, number=standing.number or "–")
    return text.append(f"  {about}  {press_day(standing)}")


def _rows(standing: Standing, desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Yield label, words and style of what is to be told."""
    yield _("findings"), _findings(standing), "error" if standing.holding else "clear"
    yield from _told(standing.holding)
    yield from _lacking(standing)
    yield _("built"), built(standing.state), "warning" if standing.state is State.STALE else ""
    ahead = standing.days_to_press is None or standing.days_to_press >= 0
    if ahead and standing.signatures_missing:
        yield _("signatures missing"), _(", ").join(standing.signatures_missing), ""
    if standing.signatures_void:
        yield _("signatures void"), _(", ").join(standing.signatures_void), "warning"
        yield from _told(standing.void_since)
    if standing.next_step:
        yield _("next step"), standing.next_step, ""
    if line := permit(standing):
        late = standing.renewal is not None and desk.today > standing.renewal
        yield _("permit"), line, "warning" if late else ""
    if standing.samples_due:
        style = "error" if desk.today > standing.samples_due else "warning"
        yield _("sample copies"), _("due by {day}").format(day=standing.samples_due), style


def _told(found: Sequence[Diagnostic]) -> Iterator[tuple[str, str, str]]:
    """Yield the first findings with their places."""
    for each in found[:MOST]:
        place = f"{each.at.file}:{each.at.line}  " if each.at and each.at.file else ""
        yield f"  {each.rule.code}", f"{place}{each.message}", ""


def _findings(standing: Standing) -> str:
    if not standing.warnings:
        return held(standing)
    warnings = ngettext("{n} warning", "{n} warnings", standing.warnings).format(n=standing.warnings)
    return _(", ").join((held(standing), warnings))


def _lacking(standing: Standing) -> Iterator[tuple[str, str, str]]:
    """Yield what editors have not delivered yet."""
    for label, names in (
        (_("stories without copy"), standing.without_copy),
        (_("photos without credit"), standing.without_credit),
        (_("photos without consent"), standing.without_consent),
    ):
        if names:
            yield label, few(names, MOST), "warning"
