"""A year read from the workspace: every issue that can be read, and the names of those that cannot."""

import datetime
from pathlib import Path

from newsletter.diagnostics import Severity
from newsletter.language import _
from newsletter.manifest import all_issues, load
from newsletter.series.entry import Entry, entry_of
from newsletter.series.year import Unreadable, Year, year_of


def newest_year(workspace: Path, today: datetime.date) -> int:
    """Return the year of the issue of the latest date, today's where no issue is dated."""
    return max((each.date.year for each in all_issues(workspace) if each.date), default=today.year)


def read_year(workspace: Path, year: int) -> Year:
    """Return a year; issues whose sheet plainly says another are not even opened."""
    entries, unreadable = list[Entry](), list(_without_sheet(workspace))
    for glance in all_issues(workspace):
        if glance.date is None or glance.date.year == year:
            found = _read(workspace, glance.slug)
            entries += [found] if isinstance(found, Entry) else []
            unreadable += [found] if isinstance(found, Unreadable) else []
    return year_of(year, tuple(entries), tuple(sorted(unreadable, key=lambda each: each.slug)))


def _read(workspace: Path, slug: str) -> Entry | Unreadable:
    """Return an issue, or why there is nothing of it to list."""
    staged = load(workspace, slug)
    if staged.value is None or "issue.yaml" in staged.value.unread:
        errors = (each.message for each in staged.diagnostics if each.severity is Severity.ERROR)
        return Unreadable(slug, next(errors, _("Nothing in it can be read.")))
    return entry_of(staged.value)


def _without_sheet(workspace: Path) -> tuple[Unreadable, ...]:
    """Return the folders that look like issues and have no sheet."""
    folders = [each for each in (workspace / "issues").glob("[!.]*") if each.is_dir()]
    bare = [each for each in folders if not (each / "issue.yaml").is_file() and _has_copy(each)]
    return tuple(Unreadable(each.name, _("It has no issue.yaml.")) for each in bare)


def _has_copy(folder: Path) -> bool:
    named = ("articles.yaml", "photos.yaml", "articles")
    return folder.name.startswith("issue") or any((folder / name).exists() for name in named)
