"""Statutory marks read back from the finished pages: what the law wants printed must be in the print."""

import datetime
import re
import unicodedata
from collections.abc import Iterator

from newsletter.authorities import numeral
from newsletter.characters import is_broken, is_unseen
from newsletter.diagnostics import Finding, Severity, Span, Spot
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.press.expectation import Expectation
from newsletter.press.facts import PressFile
from newsletter.rulebook import check

LAW = "neibu-2015#14.1"
NOTICE = ("内部资料", "免费交流")

_DASHES = re.compile("[\u2010-\u2015\u2212\u2500\u30fc\uff0d~-]+|(?<=[0-9])一(?=[0-9])")
_THOUSANDS = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
LABELS = {
    "publisher": "编印单位|编印|主办单位|主办",
    "recipients": "发送对象|发送范围|发送",
    "printer": "印刷单位|承印单位|承印|印刷",
    "print date": "印刷日期|印制日期|印刷时间|印刷",
    "run": "印数|印量|印刷数量",
}


def comparable(text: str) -> str:
    """Return text for comparing: widths folded (NFKC), dashes as one, nothing unseen; never for printing.

    Brackets, digits and dashes are typed in many ways.
    """
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    return _DASHES.sub("-", "".join(each for each in folded if not is_unseen(each) and not is_broken(each)))


def _front(file: PressFile) -> str:
    """Return the text of page 1 for comparing."""
    return comparable(file.pages[0].text) if file.pages else ""


def value_at(issue: Issue, key: str) -> Span | None:
    """Return where the value of a mark is written."""
    order = {"print date": "date", "run": "run"}
    if key in order:
        return issue.sheet.print.at(order[key]) or issue.sheet.at("print")
    return issue.publication.at(key)


@check("L051", "printed_permit_missing", Severity.ERROR, authority=LAW)
def printed_permit_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The permit number is not whole on page 1 of the finished pages.

    The cover must carry the complete number; a layout may cut it off, or a face may lack a character.
    It is read back from the press file. Example: “(鄂)4201—2026000” without “/连”. Give the masthead
    room for the whole number.
    """
    permit = expected.issue.publication.permit if expected.issue else None
    if expected.issue and permit and permit.number and comparable(permit.number) not in _front(file):
        message = _("The permit number “{number}” is not whole on page 1.").format(number=permit.number)
        hint = _("Give the masthead room for the whole number.")
        yield Finding(permit.at("number") or value_at(expected.issue, "permit"), message, hint, Spot(1))


@check("L052", "printed_notice_missing", Severity.ERROR, authority=LAW)
def printed_notice_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The words “内部资料，免费交流” are not on page 1 of the finished pages.

    They tell everyone that the paper is not for sale. With a comma, a space or on two lines they are
    taken. Example: a masthead with “内部交流”. Put the notice into the masthead.
    """
    front = _front(file)
    if expected.issue and not all(words in front for words in NOTICE):
        message = _("“{notice}” is not on page 1.").format(notice="，".join(NOTICE))
        hint = _("Put the notice into the masthead.")
        yield Finding(value_at(expected.issue, "notice"), message, hint, Spot(1))


@check("L053", "printed_imprint_incomplete", Severity.ERROR, authority=LAW)
def printed_imprint_incomplete(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A field of the imprint is not in the finished pages.

    Publisher, recipients, printer, print date and print run must be printed with their labels.
    Example: “印数” is cut off at the foot of page 4. Give the imprint room, or fill the field in.
    """
    if expected.issue is None:
        return
    whole = _THOUSANDS.sub("", comparable(" ".join(page.text for page in file.pages)))
    for field, values in mark_forms(expected.issue).items():
        if values and not _is_printed(whole, LABELS[field], values):
            message = _("The imprint does not show the {field} “{value}”.")
            message = message.format(field=mark_called(field), value=values[0])
            hint = _("Give the imprint room for all its fields.")
            yield Finding(value_at(expected.issue, field), message, hint, Spot(len(file.pages)))


def printed_forms(issue: Issue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the fields of the imprint, named for people, with the forms that each may take."""
    for field, values in mark_forms(issue).items():
        yield mark_called(field), values


def mark_forms(issue: Issue) -> dict[str, tuple[str, ...]]:
    """Return the fields of the imprint with the forms that each may take; empty ones are other rules'."""
    publication, order = issue.publication, issue.sheet.print
    return {
        "publisher": _one(publication.publisher),
        "recipients": _one(publication.recipients),
        "printer": _one(publication.printer.name),
        "print date": _dates(order.date) if order.date else (),
        "run": _one(str(order.run)) if order.run else (),
    }


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value.strip() else ()


def _dates(day: datetime.date) -> tuple[str, ...]:
    """Return the forms in which a day is printed."""
    year, month, date = day.year, day.month, day.day
    forms = [f"{year}年{month}月{date}日", f"{year}年{month:02}月{date:02}日"]
    forms += [f"{year}{dot}{month}{dot}{date}" for dot in "-./"]
    return (*forms, *(f"{year}{dot}{month:02}{dot}{date:02}" for dot in "-./"))


def _is_printed(text: str, labels: str, values: tuple[str, ...]) -> bool:
    """Return whether one of the values stands soon after one of the labels, and is not a part of a number."""
    forms = "|".join(re.escape(comparable(value)) for value in values)
    return re.search(rf"(?:{labels})\W{{0,3}}约?(?<![0-9])(?:{forms})(?![0-9])", text) is not None


def mark_called(field: str) -> str:
    """Return a statutory mark for people."""
    words = {
        "permit": _("permit number"),
        "notice": _("notice"),
        "name": _("name"),
        "number": _("issue number"),
        "publisher": _("publisher"),
        "recipients": _("recipients"),
        "printer": _("printer"),
        "print date": _("print date"),
        "run": _("print run"),
    }
    return words[field]


@check("L054", "printed_number_missing", Severity.ERROR, authority=LAW)
def printed_number_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The issue number is not on page 1 of the finished pages.

    A serial must show its 期号 in a prominent place. Example: the masthead says “总第128期” only.
    Print “第6期” in the masthead.
    """
    number = expected.issue.sheet.number if expected.issue else None
    if expected.issue and number and not re.search(_numbered(number), _front(file)):
        message = _("The issue number “第{number}期” is not on page 1.").format(number=number)
        hint = _("Print it in the masthead.")
        yield Finding(expected.issue.sheet.at("number"), message, hint, Spot(1))


def _numbered(number: int) -> str:
    """Return the pattern of an issue number, in figures or written out; the running number is another."""
    written = f"|{numeral(number)}" if number < 100 else ""
    return f"(?<!总)第(?:0*{number}{written})期"


@check("L055", "printed_name_missing", Severity.ERROR, authority="neibu-2015#15(1)")
def printed_name_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The publication's name is not on page 1 of the finished pages.

    It must be printed as it was approved. Example: a masthead drawn as a picture with another name.
    Set the name in the masthead as type.
    """
    name = expected.issue.publication.name if expected.issue else ""
    if expected.issue and name and comparable(name) not in _front(file):
        message = _("The name 《{name}》 is not on page 1.").format(name=name)
        yield Finding(
            value_at(expected.issue, "name"), message, _("Set it in the masthead as type."), Spot(1)
        )
