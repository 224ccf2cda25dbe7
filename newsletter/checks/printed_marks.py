"""Statutory marks as they are seen on the finished pages: not only in their text, and large enough."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsletter.authorities import numeral
from newsletter.checks.printed import LABELS, LAW, NOTICE, comparable, mark_called, mark_forms, value_at
from newsletter.diagnostics import Finding, Severity, Span
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.press.showing import Showing
from newsletter.rulebook import check

ENOUGH = 0.9
"""The share of a mark's characters that must be seen: thin ones such as 一 may drown in a coarse picture."""
SMALLEST = 6.0
"""Points: smaller type is not read without effort, and no prominent place is made of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that must be printed: its field, its value, what it looks like in plain text, its pages.

    ``on_front`` marks must stand on page 1.
    """

    field: str
    value: str
    pattern: re.Pattern[str]
    at: Span | None
    on_front: bool = False


@dataclass(frozen=True, slots=True)
class MarksShown:
    """The marks of an issue's finished pages, each with where it was found."""

    marks: tuple[tuple[Mark, tuple[Showing, ...]], ...]


def marks_of(issue: Issue) -> tuple[Mark, ...]:
    """Return the marks that an issue must print, of those that are written down."""
    return tuple(_marks(issue))


@cache
def fold(character: str) -> str:
    """Return a character of a page for comparing, one or none."""
    folded = comparable(character)
    return folded if len(folded) == 1 else ""


def _marks(issue: Issue) -> Iterator[Mark]:
    publication, number = issue.publication, issue.sheet.number
    permit = publication.permit
    if permit.number.strip():
        pattern = re.compile(re.escape(_folded(permit.number)))
        yield Mark("permit", permit.number, pattern, permit.at("number"), on_front=True)
    if publication.notice.strip():
        pattern = re.compile(r"\W{0,2}".join(NOTICE))
        yield Mark("notice", "，".join(NOTICE), pattern, publication.at("notice"), on_front=True)
    if publication.name.strip():
        pattern = re.compile(re.escape(_folded(publication.name)))
        yield Mark("name", publication.name, pattern, publication.at("name"), on_front=True)
    if number:
        written = f"|{numeral(number)}" if number < 100 else ""
        pattern = re.compile(f"(?<!总)第(?:0*{number}{written})期")
        yield Mark("number", f"第{number}期", pattern, issue.sheet.at("number"))
    for field, forms in mark_forms(issue).items():
        if forms:
            values = "|".join(re.escape(_folded(form)) for form in forms)
            pattern = re.compile(rf"(?:{LABELS[field]})\W{{0,3}}约?(?:{values})")
            yield Mark(field, forms[0], pattern, value_at(issue, field))


def _folded(text: str) -> str:
    return "".join(map(fold, text))


@check("L056", "printed_mark_unseen", Severity.ERROR, authority=LAW)
def printed_mark_unseen(shown: MarksShown) -> Iterator[Finding]:
    """A mark that the law wants printed is in a page's text, but nobody can see it there.

    It is white on white, lies under a photo or tint, is cut away at the edge, or is transparent. The page is
    drawn with its type and without; where that makes no difference, nothing is printed.

    Example: `color: white` on the permit's line of a masthead. Way out: change the layout's template or CSS.
    """
    for mark, found in shown.marks:
        places = _places(mark, found)
        best = max(places, key=lambda each: each.seen, default=None)
        if best is not None and best.seen < ENOUGH:
            message = _(
                "The {mark} “{value}” stands in the text of page {page}, but is not seen there, or not whole."
            )
            message = message.format(mark=mark_called(mark.field), value=mark.value, page=best.at.page)
            hint = _("Look for white type, a picture above it, or an edge that cuts it off.")
            yield Finding(mark.at, message, hint, best.at)


@check("L057", "printed_mark_small", Severity.WARNING)
def printed_mark_small(shown: MarksShown) -> Iterator[Finding]:
    """A mark that the law wants in a prominent place is set smaller than 6 pt.

    The law names no size. Print shops ask for 6 pt at least; what is smaller is hardly prominent.

    Example: the imprint at `font-size: 4pt`. Way out: set it larger in the layout's CSS.
    """
    for mark, found in shown.marks:
        seen = [each for each in _places(mark, found) if each.seen >= ENOUGH]
        largest = max(seen, key=lambda each: each.size, default=None)
        if largest is not None and round(largest.size, 1) < SMALLEST:
            message = _("The {mark} “{value}” is set in {size:.1f} pt on page {page}.")
            message = message.format(
                mark=mark_called(mark.field), value=mark.value, size=largest.size, page=largest.at.page
            )
            yield Finding(mark.at, message, _("Set it in 6 pt at least."), largest.at)


def _places(mark: Mark, found: Sequence[Showing]) -> list[Showing]:
    """Return where a mark counts: on page 1 alone, or anywhere."""
    return [each for each in found if each.at.page == 1 or not mark.on_front]
