"""The statutory marks as they stand on the finished pages, and where."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsletter.checks.printed import NOTICE, comparable, printed_forms
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.report.finished import Furnished
from newsletter.report.table import Table

if TYPE_CHECKING:
    from newsletter.press import PressFile

BETWEEN = (" ", "，", ",", "、", "·")
"""What may stand between the two parts of the notice."""


def statutory_marks(issue: Issue, facts: "PressFile", furniture: Sequence[Furnished]) -> Table:
    """Return every mark that the law wants printed with all its places."""
    rows = tuple(
        (name, forms[0] if forms else "–", "；".join(_places(forms, facts, furniture)) or _("not found"))
        for name, forms in _marks(issue)
    )
    columns = (_("mark"), _("as it must stand"), _("where it stands"))
    return Table(_("Statutory marks on the pages"), columns, rows, key="marks")


def _marks(issue: Issue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the marks with the forms that each may take."""
    publication, sheet = issue.publication, issue.sheet
    yield _("name of the publication"), (publication.name,)
    yield _("permit"), (publication.permit.number,)
    yield _("notice"), tuple(between.join(NOTICE) for between in BETWEEN)
    yield _("issue number"), (f"第{sheet.number}期",)
    yield from printed_forms(issue)


def _places(forms: Sequence[str], facts: "PressFile", furniture: Sequence[Furnished]) -> Iterator[str]:
    """Yield the places of a mark: the furniture that holds it, else the pages."""
    wanted = [comparable(form) for form in forms if form.strip()]
    holding = [each for each in furniture if _holds(each.text, wanted)]
    for each in holding:
        place = _("page {page}, {kind}, {x:.0f} mm from the left, {y:.0f} mm from the top")
        yield place.format(page=each.page, kind=_kind(each.kind), x=each.box.x, y=each.box.y)
    for sheet in facts.pages if not holding else ():
        if _holds(sheet.text, wanted):
            yield _("page {page}").format(page=sheet.number)


def _holds(text: str, wanted: Sequence[str]) -> bool:
    found = comparable(text)
    return any(form in found for form in wanted)


def _kind(kind: str) -> str:
    """Return a kind of furniture for people; a layout may have kinds of its own."""
    words = {
        "masthead": _("masthead"),
        "imprint": _("imprint"),
        "cover": _("cover"),
        "contents": _("contents page"),
        "folio": _("folio"),
    }
    return words.get(kind, kind)
