"""Rules of the law on internal publications about the marks that every issue carries.

The same marks are read back from the finished pages by the desk `printed`.
Source: 《内部资料性出版物管理办法》 (2015), article 14.
"""

import unicodedata
from collections.abc import Iterator

from newsletter.checks.phrases import phrase
from newsletter.checks.reading import permit_at, print_at, printer_at, publication_at, sheet_at
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue, Record
from newsletter.language import _
from newsletter.placeholders import is_given
from newsletter.provinces import PROVINCES
from newsletter.rulebook import check

MARKS_OF_LAW = "neibu-2015#14.1"
NOTICE = phrase("内部资料", r"(?<![非不])内部资料\W{0,4}免费交流")


def _missing(issue: Issue, record: Record, key: str) -> bool:
    """Return whether a value is absent; one that could not be read is reported elsewhere."""
    known = "publication.yaml" not in issue.unread and not record.doubtful(key)
    return known and not is_given(getattr(record, key))


def is_absent(issue: Issue, key: str) -> bool:
    """Return whether a value of issue.yaml is absent; one that could not be read is reported elsewhere."""
    sheet = issue.sheet
    return getattr(sheet, key) is None and not sheet.doubtful(key) and "issue.yaml" not in issue.unread


def _said(missing: str, value: str) -> str:
    """Return the sentence that a value is missing, with what holds its place."""
    if not value.strip():
        return missing
    return _("{missing} “{value}” only holds its place.").format(missing=missing, value=value)


@check("L001", "permit_number_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def permit_number_missing(issue: Issue) -> Iterator[Finding]:
    """The publication has no permit number.

    The cover carries the complete number of the 准印证; without a permit nothing may be printed.

    Way out: copy the number from the certificate, character by character, to `permit.number`.
    """
    permit = issue.publication.permit
    if _missing(issue, permit, "number") and not issue.publication.doubtful("permit"):
        hint = _("Copy it from the certificate to “permit.number”.")
        said = _said(_("The permit number is missing."), permit.number)
        yield Finding(permit_at(issue, "number"), said, hint)


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
    if is_given(number) and not (shaped and PROVINCES.keys() & set(plain_number)):
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
        said = _said(message, issue.publication.notice)
        yield Finding(publication_at(issue, "notice"), said, _("Write “notice: 内部资料 免费交流”."))


@check("L005", "notice_wording", Severity.ERROR, authority=MARKS_OF_LAW)
def notice_wording(issue: Issue) -> Iterator[Finding]:
    """The notice has other words than the law.

    It reads 内部资料，免费交流, in simplified characters; instead of the comma a space or another mark is in
    use.

    Example: “内部资料 注意保存”. Way out: `notice: 内部资料 免费交流`.
    """
    notice = issue.publication.notice
    if is_given(notice) and not NOTICE.search("".join(notice.split())):
        message = _("The notice reads “{notice}”, not “内部资料，免费交流”.").format(notice=notice)
        yield Finding(publication_at(issue, "notice"), message, _("Write “notice: 内部资料 免费交流”."))


@check("L006", "publisher_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def publisher_missing(issue: Issue) -> Iterator[Finding]:
    """The publisher (编印单位) is missing.

    A prominent place of the paper names it. 待定 or ×× in its place says nothing.

    Way out: `publisher: …` in publication.yaml.
    """
    if _missing(issue, issue.publication, "publisher"):
        hint = _("Write “publisher: …” in publication.yaml.")
        said = _said(_("The publisher (编印单位) is missing."), issue.publication.publisher)
        yield Finding(publication_at(issue, "publisher"), said, hint)


@check("L007", "recipients_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def recipients_missing(issue: Issue) -> Iterator[Finding]:
    """The recipients (发送对象) are missing.

    A prominent place of the paper names them.

    Way out: `recipients: 校内各部门、各二级学院` in publication.yaml.
    """
    if _missing(issue, issue.publication, "recipients"):
        hint = _("Write “recipients: …” in publication.yaml.")
        said = _said(_("The recipients (发送对象) are missing."), issue.publication.recipients)
        yield Finding(publication_at(issue, "recipients"), said, hint)


@check("L008", "printer_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def printer_missing(issue: Issue) -> Iterator[Finding]:
    """The printer (印刷单位) is missing.

    A prominent place of the paper names it.

    Way out: `printer: {name: …}` in publication.yaml.
    """
    printer = issue.publication.printer
    if _missing(issue, printer, "name") and not issue.publication.doubtful("printer"):
        at = printer_at(issue, "name")
        hint = _("Write “printer: {name: …}” in publication.yaml.")
        yield Finding(at, _said(_("The printer (印刷单位) is missing."), printer.name), hint)


@check("L009", "print_date_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def print_date_missing(issue: Issue) -> Iterator[Finding]:
    """The print date (印刷日期) is missing.

    A prominent place of the paper names it; the permit's validity is measured by it.

    Way out: `print: {date: 2026-07-02, run: 3000}` in issue.yaml.
    """
    if _unprinted(issue, "date"):
        at = print_at(issue, "date")
        hint = _("Write “print: {date: …, run: …}” in issue.yaml.")
        yield Finding(at, _("The print date (印刷日期) is missing."), hint)


@check("L010", "print_run_missing", Severity.ERROR, authority=MARKS_OF_LAW)
def print_run_missing(issue: Issue) -> Iterator[Finding]:
    """The print run (印数) is missing.

    A prominent place of the paper names it.

    Way out: `print: {date: 2026-07-02, run: 3000}` in issue.yaml.
    """
    if _unprinted(issue, "run"):
        at = print_at(issue, "run")
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
    if is_absent(issue, "number") and issue.publication.permit.kind == "serial":
        hint = _("Write “number: …” in issue.yaml.")
        yield Finding(sheet_at(issue, "number"), _("The issue number (期号) is missing."), hint)


@check("L012", "total_number_missing", Severity.WARNING)
def total_number_missing(issue: Issue) -> Iterator[Finding]:
    """The total number (总第×期) of a serial is missing.

    The law does not ask for it; readers and librarians do, and newspapers print it.

    Way out: `total: 128` in issue.yaml.
    """
    if is_absent(issue, "total") and issue.publication.permit.kind == "serial":
        hint = _("Write “total: …” in issue.yaml.")
        yield Finding(sheet_at(issue, "total"), _("The total number (总第×期) is missing."), hint)
