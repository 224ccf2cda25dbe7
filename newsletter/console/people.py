"""Findings for people: grouped by file, each with the source it points at, a way out and its authority."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from newsletter.authorities import cite
from newsletter.console.excerpt import Excerpt, excerpt
from newsletter.console.indenting import Indented
from newsletter.console.sources import Sources
from newsletter.diagnostics import Diagnostic, Span
from newsletter.language import _
from newsletter.report.wording import place_heading, severity_word

MARGIN = 7
"""Cells before the source: the line's number and the bar."""


def findings(diagnostics: Iterable[Diagnostic], sources: Sources) -> Iterator[RenderableType]:
    """Yield the findings under the name of their file, in their own order."""
    explained: set[str] = set()
    for heading, group in groupby(diagnostics, place_heading):
        yield Text(heading, style="place underline")
        for each in group:
            first = each.rule.code not in explained
            explained.add(each.rule.code)
            yield Group(*_finding(each, sources, explain=first))
        yield Text()


def one_finding(diagnostic: Diagnostic, sources: Sources, *, explain: bool) -> RenderableType:
    """Return a finding without the place in a file: for one that stands under the heading of its page."""
    return Group(*_finding(replace(diagnostic, at=None), sources, explain=explain))


def _finding(diagnostic: Diagnostic, sources: Sources, *, explain: bool) -> Iterator[RenderableType]:
    """Yield the sentence, the excerpt, and what helps on; the explanation is named once for each rule."""
    yield _sentence(diagnostic, sources)
    if diagnostic.at is not None and diagnostic.at.file:
        yield _Source(sources.text(diagnostic.at.file), diagnostic.at, str(diagnostic.severity))
    yield from (Indented(text, MARGIN) for text in _help(diagnostic, explain=explain))


def _sentence(diagnostic: Diagnostic, sources: Sources) -> RenderableType:
    """Return ``12:5 error[C001] message``, the place a link where the terminal follows links."""
    text = Text()
    if (at := diagnostic.at) is not None and at.file:
        text.append(f"{at.line}:{at.column}", style=Style(bold=True, link=sources.link(at.file, at.line)))
        text.append(" ")
    text.append(
        f"{severity_word(diagnostic.severity)}[{diagnostic.rule.code}]", style=str(diagnostic.severity)
    )
    text.append(f" {diagnostic.message}", style="place")
    return Indented(text, 2)


def _help(diagnostic: Diagnostic, *, explain: bool) -> Iterator[Text]:
    if diagnostic.hint:
        yield Text(_("hint: {hint}").format(hint=diagnostic.hint), style="hint")
    if diagnostic.rule.authority:
        source = cite(diagnostic.rule.authority)
        yield Text(_("source: {source}").format(source=source), style="quiet")
    if explain:
        yield Text(
            _("more: {command}").format(command=f"newsletter explain {diagnostic.rule.code}"), style="quiet"
        )


class _Source:
    """A source line with carets, cut to the width that it is given."""

    def __init__(self, source: str, at: Span, style: str) -> None:
        self.source, self.at, self.style = source, at, style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the line and the carets under it; nothing where the file has no such line."""
        found = excerpt(self.source, self.at, max(options.max_width - MARGIN - 1, 20))
        if found is not None:
            yield from self._rows(found, console)

    def _rows(self, found: Excerpt, console: Console) -> Iterator[Segment]:
        quiet, caret = console.get_style("quiet"), console.get_style(self.style)
        yield Segment(f"{found.line:>{MARGIN - 3}} │ ", quiet)
        yield Segment(found.text + "\n")
        yield Segment(" " * (MARGIN - 3) + " │ ", quiet)
        yield Segment(" " * found.before + "^" * found.carets + "\n", caret)
