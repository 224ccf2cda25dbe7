"""Rules of the law on internal publications about the marks that every issue carries, and the printer.

The same marks are read back from the finished pages by the desk `printed`.
Source: 《内部资料性出版物管理办法》 (2015), articles 14 and 16.
"""

import re
import unicodedata
from collections.abc import Iterator

from newsletter.checks.reading import permit_at, publication_at, sheet_at
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue, Record
from newsletter.language import _
from newsletter.provinces import PROVINCES, province_of
from newsletter.rulebook import check

MARKS_OF_LAW = "neibu-2015#14.1"
NOTICE = re.compile(r"内部资料[\s\u3000,，、·]*免费交流")


def _missing(issue: Issue, record: Record, key: str) -> bool:
    """Return whether a value is absent; one that could not be read is reported elsewhere."""
    return "publication.yaml" not in issue.unread and not getattr(record, key) and not record.doubtful(key)


@check("L001", "permit_number_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def permit_number_missing(issue: Issue) -> Iterator[Finding]:
    """The publication has no permit number.

    The cover carries the complete number of the 准印证; without a permit nothing may be printed.

    Way out: copy the number from the certificate, character by character, to `permit.number`.
    """
    permit = issue.publication.permit
    if _missing(issue, permit, "number") and not issue.publication.doubtful("permit"):
        hint = _("Copy it from the certificate to “permit.number”.")
        yield Finding(permit_at(issue, "number"), _("The permit number is missing."), hint)


@check("L002", "permit_number_malformed", Severity.WARNING, authority=MARKS_OF_LAW)
def permit_number_malformed(issue: Issue) -> Iterator[Finding]:
    """The permit number does not look like one.

    There is no grammar of permit numbers for the whole country, but those that are known name the
    province, have at least three digits and are 6 to 40 characters long. A number that does not was
    mostly cut off or mistyped; the law wants it complete.

    Way out: compare it with the certificate. If it is right, a waiver with the reason silences this.
    """
    number = issue.publication.permit.number
    plain_number = unicodedata.normalize("NFKC", number)
    shaped = sum(each.isdigit() for each in plain_number) >= 3 and 6 <= len(plain_number) <= 40
    if number and not (shaped and PROVINCES.keys() & set(plain_number)):
        message = _("The permit number “{number}” lacks a province, or is too short or too long.")
        hint = _("Compare it with the certificate.")
        yield Finding(permit_at(issue, "number"), message.format(number=number), hint)


@check("L004", "notice_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def notice_missing(issue: Issue) -> Iterator[Finding]:
    """The notice “内部资料，免费交流” is missing.

    The cover carries it.

    Way out: `notice: 内部资料 免费交流` in publication.yaml.
    """
    if _missing(issue, issue.publication, "notice"):
        message = _("The notice “内部资料，免费交流” is missing.")
        yield Finding(publication_at(issue, "notice"), message, _("Write “notice: 内部资料 免费交流”."))


@check("L005", "notice_wording", Severity.ERROR, authority=MARKS_OF_LAW)
def notice_wording(issue: Issue) -> Iterator[Finding]:
    """The notice has other words than the law.

    It reads 内部资料，免费交流; instead of the comma a space or another mark is in use.

    Example: “内部资料 注意保存”. Way out: `notice: 内部资料 免费交流`.
    """
    notice = issue.publication.notice
    if notice and not NOTICE.search(notice):
        message = _("The notice reads “{notice}”, not “内部资料，免费交流”.").format(notice=notice)
        yield Finding(publication_at(issue, "notice"), message, _("Write “notice: 内部资料 免费交流”."))


@check("L006", "publisher_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def publisher_missing(issue: Issue) -> Iterator[Finding]:
    """The publisher (编印单位) is missing.

    A prominent place of the paper names it.

    Way out: `publisher: …` in publication.yaml.
    """
    if _missing(issue, issue.publication, "publisher"):
        hint = _("Write “publisher: …” in publication.yaml.")
        yield Finding(publication_at(issue, "publisher"), _("The publisher (编印单位) is missing."), hint)


@check("L007", "recipients_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def recipients_missing(issue: Issue) -> Iterator[Finding]:
    """The recipients (发送对象) are missing.

    A prominent place of the paper names them.

    Way out: `recipients: 校内各部门、各二级学院` in publication.yaml.
    """
    if _missing(issue, issue.publication, "recipients"):
        hint = _("Write “recipients: …” in publication.yaml.")
        yield Finding(publication_at(issue, "recipients"), _("The recipients (发送对象) are missing."), hint)


@check("L008", "printer_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def printer_missing(issue: Issue) -> Iterator[Finding]:
    """The printer (印刷单位) is missing.

    A prominent place of the paper names it.

    Way out: `printer: {name: …}` in publication.yaml.
    """
    printer = issue.publication.printer
    if _missing(issue, printer, "name") and not issue.publication.doubtful("printer"):
        at = printer.at("name") or publication_at(issue, "printer")
        hint = _("Write “printer: {name: …}” in publication.yaml.")
        yield Finding(at, _("The printer (印刷单位) is missing."), hint)


@check("L009", "print_date_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def print_date_missing(issue: Issue) -> Iterator[Finding]:
    """The print date (印刷日期) is missing.

    A prominent place of the paper names it; the permit's validity is measured by it.

    Way out: `print: {date: 2026-07-02, run: 3000}` in issue.yaml.
    """
    if _unprinted(issue, "date"):
        at = issue.sheet.print.at("date") or sheet_at(issue, "print")
        hint = _("Write “print: {date: …, run: …}” in issue.yaml.")
        yield Finding(at, _("The print date (印刷日期) is missing."), hint)


@check("L010", "print_run_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def print_run_missing(issue: Issue) -> Iterator[Finding]:
    """The print run (印数) is missing.

    A prominent place of the paper names it.

    Way out: `print: {date: 2026-07-02, run: 3000}` in issue.yaml.
    """
    if _unprinted(issue, "run"):
        at = issue.sheet.print.at("run") or sheet_at(issue, "print")
        hint = _("Write “print: {date: …, run: …}” in issue.yaml.")
        yield Finding(at, _("The print run (印数) is missing."), hint)


def _unprinted(issue: Issue, key: str) -> bool:
    """Return whether a value of the print order is absent."""
    order, sheet = issue.sheet.print, issue.sheet
    known = "issue.yaml" not in issue.unread and not sheet.doubtful("print") and not order.doubtful(key)
    return known and getattr(order, key) is None


@check("L011", "issue_number_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def issue_number_missing(issue: Issue) -> Iterator[Finding]:
    """The issue number (期号) of a serial is missing.

    A prominent place of a serial names it.

    Way out: `number: 6` in issue.yaml.
    """
    sheet = issue.sheet
    absent = sheet.number is None and not sheet.doubtful("number") and "issue.yaml" not in issue.unread
    if absent and issue.publication.permit.kind == "serial":
        hint = _("Write “number: …” in issue.yaml.")
        yield Finding(sheet_at(issue, "number"), _("The issue number (期号) is missing."), hint)


@check("L012", "total_number_missing", Severity.WARNING)
def total_number_missing(issue: Issue) -> Iterator[Finding]:
    """The total number (总第×期) of a serial is missing.

    The law does not ask for it; readers and librarians do, and newspapers print it.

    Way out: `total: 128` in issue.yaml.
    """
    sheet = issue.sheet
    absent = sheet.total is None and not sheet.doubtful("total") and "issue.yaml" not in issue.unread
    if absent and issue.publication.permit.kind == "serial":
        hint = _("Write “total: …” in issue.yaml.")
        yield Finding(sheet_at(issue, "total"), _("The total number (总第×期) is missing."), hint)


@check("L015", "printer_of_another_province", Severity.ERROR, authority="neibu-2015#16")
def printer_of_another_province(issue: Issue) -> Iterator[Finding]:
    """The printer sits in another province than the permit's.

    Internal publications are printed by a publications printer of the publisher's own province.

    Way out: correct `printer.province`, or give the order to a printer of the province.
    """
    own, printer = issue.publication.permit.province, issue.publication.printer
    if own and printer.province and province_of(own) != province_of(printer.province):
        message = _("The printer is of {printer}, the permit of {own}.")
        at = printer.at("province") or publication_at(issue, "printer")
        hint = _("Choose a printer of the permit's province.")
        yield Finding(at, message.format(printer=printer.province, own=own), hint)


@check("L025", "printer_province_missing", Severity.WARNING, authority="neibu-2015#16")
def printer_province_missing(issue: Issue) -> Iterator[Finding]:
    """The province of the permit or of the printer is not recorded.

    Whether the two are the same, as the law wants, cannot be checked without them.

    Way out: `province: 鄂` under `permit` and `printer` in publication.yaml.
    """
    publication = issue.publication
    records = (("permit", publication.permit), ("printer", publication.printer))
    if "publication.yaml" in issue.unread or not publication.permit.number or not publication.printer.name:
        return
    for name, record in records:
        if not record.province and not record.doubtful("province"):
            message = _("“{name}.province” is not recorded; it cannot be compared.").format(name=name)
            yield Finding(
                publication_at(issue, name),
                message,
                _("Write “province: …” under “{name}”.").format(name=name),
            )
