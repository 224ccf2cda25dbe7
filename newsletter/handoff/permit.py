"""The permit record of a package: what the shop checks against the certificate and keeps for two years."""

import datetime
import json
from typing import Any

from newsletter.handoff.job import PrintJob


def permit_record(job: PrintJob) -> bytes:
    """Return the record as JSON: the permit as entered, what the issue is, who prints it and when.

    Source: 内部资料性出版物管理办法, articles 14, 16 and 18.
    """
    data = {
        "schema": "newsletter/permit",
        "version": 1,
        "publication": _publication(job),
        "permit": _permit(job),
        "issue": _issue(job),
        "printer": job.issue.publication.printer.model_dump(exclude={"places"}),
        "samples_due": job.samples_due.isoformat(),
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _publication(job: PrintJob) -> dict[str, Any]:
    publication = job.issue.publication
    keys = ("name", "publisher", "notice", "recipients", "address", "phone", "email")
    editors = {post.role: post.name for post in publication.editors}
    return {**{key: getattr(publication, key) for key in keys}, "editors": editors}


def _permit(job: PrintJob) -> dict[str, Any]:
    permit = job.issue.publication.permit
    keys = ("label", "number", "kind", "province")
    return {
        **{key: getattr(permit, key) for key in keys},
        "valid_from": _day(permit.valid_from),
        "valid_until": _day(permit.valid_until),
        "approved": permit.approved.model_dump(exclude={"places"}),
    }


def _issue(job: PrintJob) -> dict[str, Any]:
    sheet = job.issue.sheet
    return {
        "number": sheet.number,
        "total": sheet.total,
        "date": _day(sheet.date),
        "print_date": job.print_date.isoformat(),
        "run": job.run,
        "format": job.layout.format,
        "size_mm": [job.layout.trim.width, job.layout.trim.height],
        "pages": job.pages,
        "printed_sheets": job.printed_sheets,
        "reams": job.reams,
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
