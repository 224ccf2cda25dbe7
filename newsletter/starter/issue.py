"""The next issue: the last one's furniture, its number and date moved on, no stories yet."""

import datetime
from pathlib import Path

from newsletter.diagnostics import MachineFault
from newsletter.issue import Issue, PagePlan, Sheet
from newsletter.language import _
from newsletter.starter import texts
from newsletter.starter.files import write_files
from newsletter.starter.scalars import scalar
from newsletter.starter.succession import next_date

USAGE, MISSING = 2, 3


def new_issue(workspace: Path, name: str, model: str) -> Path:
    """Make the folder of an issue after the model of another and return it.

    Raises MachineFault: 2 where the issue is there already or its name is none, 3 where the model
    cannot be read.
    """
    folder = _free(workspace, name)
    sheet = _sheet(_read(workspace, model))
    articles = texts.NEXT_ARTICLES.format(slug=name)
    write_files(folder, {"issue.yaml": sheet, "articles.yaml": articles, "photos.yaml": texts.PHOTOS})
    for directory in (folder / "articles", folder / "photos"):
        directory.mkdir()
    return folder


def first_issue(workspace: Path, name: str) -> Path:
    """Make the first issue of a workspace, one story to fill in, and return its folder.

    Raises MachineFault (2) where the issue is there already or its name is none.
    """
    folder = _free(workspace, name)
    write_files(folder, texts.FIRST_ISSUE)
    return folder


def _free(workspace: Path, name: str) -> Path:
    """Return the folder of an issue that is not there yet."""
    folder = workspace / "issues" / name
    if Path(name).name != name or name.startswith("."):
        raise MachineFault(_("“{name}” cannot be the name of a folder.").format(name=name), exit_code=USAGE)
    if folder.exists():
        sentence = _("There is an issue “{name}” already; nothing is overwritten.").format(name=name)
        raise MachineFault(sentence, _("Leave the name out for the next number."), USAGE)
    return folder


def _read(workspace: Path, model: str) -> Issue:
    from newsletter import manifest

    issue = manifest.load(workspace, model).value
    if issue is None or "issue.yaml" in issue.unread:
        sentence = _("The issue “{name}” cannot be read.").format(name=model)
        raise MachineFault(sentence, _("newsletter check {name} says why.").format(name=model), MISSING)
    return issue


def _sheet(last: Issue) -> str:
    """Return the ``issue.yaml`` of the issue after ``last``."""
    sheet, period = last.sheet, last.publication.permit.approved.period
    date = next_date(sheet.date, period) if sheet.date else None
    lines = [
        "# 本期：期号、日期、版面。",
        f"number: {_after(sheet.number)}",
        f"total: {_after(sheet.total)}",
        *([f"date: {date}"] if date else ["# date: 2026-01-30"]),
        *_print_order(sheet, date),
        *([f"publication: {scalar(sheet.publication)}"] if sheet.publication else []),
        f"layout: {scalar(sheet.layout)}",
        *([f"page_count: {sheet.page_count}"] if sheet.page_count else []),
        *(["pages:"] if sheet.pages else []),
        *(_page(each) for each in sheet.pages),
    ]
    return "\n".join(lines) + "\n"


def _after(number: int | None) -> int:
    return (number or 0) + 1


def _print_order(sheet: Sheet, date: datetime.date | None) -> list[str]:
    """Return the print order: as many days after the issue's date as last time, the same run."""
    order = []
    if sheet.print.date and sheet.date and date:
        order.append(f"date: {date + (sheet.print.date - sheet.date)}")
    if sheet.print.run is not None:
        order.append(f"run: {sheet.print.run}")
    return [f"print: {{{', '.join(order)}}}"] if order else []


def _page(page: PagePlan) -> str:
    name = f"name: {scalar(page.name)}, " if page.name else ""
    return f"  - {{page: {page.page}, {name}articles: []}}"
