"""The year's list for machines, spreadsheets and paper: JSON, CSV, a page that prints on A4."""

import csv
import datetime
import io
import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import newsletter
from newsletter.diagnostics import Diagnostic
from newsletter.language import _, language
from newsletter.report.data import finding_data
from newsletter.report.html import TONGUES, template
from newsletter.report.table import Table
from newsletter.report.wording import severity_word
from newsletter.series import Contributor, Entry, Run, Year, contributors

PUBLICATION = "publication.yaml"
BOM = "\ufeff"
"""By which spreadsheet programs know UTF-8."""


def as_data(year: Year, found: Iterable[Diagnostic], today: datetime.date) -> dict[str, Any]:
    """Return the year as plain data."""
    return {
        "schema": "newsletter/year",
        "version": 1,
        "tool": f"newsletter {newsletter.__version__}",
        "year": year.year,
        "publications": [_run_data(run, today) for run in year.runs],
        "contributors": [_person_data(each) for each in contributors(year.entries)],
        "undated": [each.slug for each in year.undated],
        "unreadable": [{"issue": each.slug, "why": each.why} for each in year.unreadable],
        "findings": [finding_data(each) for each in found],
    }


def _person_data(person: Contributor) -> dict[str, Any]:
    return {name: getattr(person, name) for name in person.__slots__}


def _run_data(run: Run, today: datetime.date) -> dict[str, Any]:
    permit = run.publication.permit
    return {
        "name": run.publication.name,
        "file": f"issues/{run.file}",
        "permit": {
            "number": permit.number,
            "valid_until": _day(permit.valid_until),
            "renewal": _day(run.renewal),
            "days_left": run.days_left(today),
        },
        "issues": [_entry_data(each) for each in run.entries],
    }


def _entry_data(entry: Entry) -> dict[str, Any]:
    sheet = entry.issue.sheet
    return {
        "issue": entry.slug,
        "number": sheet.number,
        "total": sheet.total,
        "date": _day(sheet.date),
        "print_date": _day(sheet.print.date),
        "print_run": sheet.print.run,
        "samples": _day(sheet.print.samples),
        "samples_due": _day(entry.samples_due),
        "characters": entry.characters,
        "photos": len(entry.pictures),
        "stories": [{name: getattr(each, name) for name in each.__slots__} for each in entry.stories],
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def as_json(year: Year, found: Iterable[Diagnostic], today: datetime.date) -> str:
    """Return the year as indented JSON."""
    return json.dumps(as_data(year, found, today), ensure_ascii=False, indent=2)


def as_csv(year: Year) -> str:
    """Return the contributors as CSV, with the mark by which Excel reads it as UTF-8."""
    target = io.StringIO()
    rows = csv.writer(target)
    rows.writerow((_("year"), *people_table(year).columns))
    for each in contributors(year.entries):
        counts = each.stories, each.characters, each.share, each.photos
        rows.writerow((year.year, _safe(each.name), *counts, _safe(" ".join(each.issues))))
    return BOM + target.getvalue()


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def people_table(year: Year) -> Table:
    """Return the contributors with their counts."""
    columns = (_("name"), _("stories"), _("characters"), _("divided"), _("photos"), _("issues"))
    rows = tuple(_person(each, year) for each in contributors(year.entries))
    note = _("“Divided” shares the characters of a story among its writers. Who is not named is not counted.")
    return Table(_("Contributors"), columns, rows, numbers=1, note=note, key="contributors")


def _person(each: Contributor, year: Year) -> tuple[str, ...]:
    counts = (each.stories, each.characters, each.share, each.photos)
    return each.name, *(str(count) if count else "–" for count in counts), _issues(each, year)


def _issues(person: Contributor, year: Year) -> str:
    """Return the issues by their numbers, 1–3 7, where there is one row of them; else by their folders."""
    numbers = {entry.slug: entry.issue.sheet.number for entry in year.entries}
    found = sorted(number for each in person.issues if (number := numbers.get(each)))
    if len(year.runs) != 1 or len(set(found)) < len(person.issues):
        return " ".join(person.issues)
    rows = [[number for _at, number in row] for _key, row in groupby(enumerate(found), _step)]
    return " ".join(f"{row[0]}–{row[-1]}" if len(row) > 1 else str(row[0]) for row in rows)


def _step(placed: tuple[int, int]) -> int:
    """Return what numbers that follow one another have in common."""
    return placed[1] - placed[0]


def issues_table(run: Run) -> Table:
    """Return the issues of a publication in their row."""
    columns = (
        _("folder"), _("number"), _("total"), _("date"), _("printed"), _("copies"), _("samples"),
        _("stories"), _("characters"), _("photos"),
    )  # fmt: skip
    name = run.publication.name if run.file == PUBLICATION else f"{run.publication.name} ({run.file})"
    return Table(name, columns, tuple(map(_issue, run.entries)), numbers=7)


def _issue(entry: Entry) -> tuple[str, ...]:
    sheet = entry.issue.sheet
    due = entry.samples_due
    samples = (
        str(sheet.print.samples) if sheet.print.samples else _("by {day}").format(day=due) if due else ""
    )
    told = (sheet.number, sheet.total, sheet.date, sheet.print.date, sheet.print.run, samples)
    counts = len(entry.stories), entry.characters, len(entry.pictures)
    return entry.slug, *(str(each or "–") for each in told), *map(str, counts)


def contents_table(entry: Entry) -> Table:
    """Return an issue's contents, page after page."""
    sheet = entry.issue.sheet
    title = _("No. {number} · {date}").format(number=sheet.number or "–", date=sheet.date or "–")
    columns = (_("page"), _("headline"), _("byline"), _("characters"))
    rows = tuple(
        (str(each.page or "–"), each.headline or each.id, each.byline or each.source, str(each.characters))
        for each in entry.stories
    )
    return Table(title, columns, rows, numbers=3)


def permit_line(run: Run, today: datetime.date) -> str:
    """Return how long the permit is valid, empty where its end is not recorded."""
    end, left = run.publication.permit.valid_until, run.days_left(today)
    if end is None or left is None:
        return ""
    if left < 0:
        return _("The permit {number} ran out on {end}.").format(
            number=run.publication.permit.number, end=end
        )
    return _("The permit {number} is valid until {end}, {days} more days; renewal by {renewal}.").format(
        number=run.publication.permit.number, end=end, days=left, renewal=run.renewal
    )


def as_page(year: Year, found: Iterable[Diagnostic], today: datetime.date) -> str:
    """Return the year as a page that needs nothing else and prints on A4."""
    names = _(", ").join(dict.fromkeys(run.publication.name for run in year.runs))
    return template("year.html.j2").render(
        language=TONGUES[language()],
        title=_("{names}: the year {year}").format(names=names, year=year.year),
        runs=[(issues_table(run), permit_line(run, today)) for run in year.runs],
        people=people_table(year),
        contents=[(run.publication.name, [contents_table(e) for e in run.entries]) for run in year.runs],
        findings=[(severity_word(each.severity), each) for each in found],
        words={"findings": _("Findings"), "contents": _("Contents"), "nothing": _("There is no issue.")},
        tool=_("newsletter {version}, as of {day}").format(version=newsletter.__version__, day=today),
    )
