"""Rules about the print shop: of the permit's province, and a printer of publications.

Source: 《内部资料性出版物管理办法》 (2015), article 16.
"""

import re
from collections.abc import Iterator

from newsletter.checks.plain import plain
from newsletter.checks.reading import printer_at, publication_at
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.provinces import named_first, province_of
from newsletter.rulebook import check

OF_ARTICLE = "neibu-2015#16"
COPY_SHOP = re.compile("文印|复印|打印|图文|快印|誊印|油印")


@check("L015", "printer_of_another_province", Severity.ERROR, authority=OF_ARTICLE)
def printer_of_another_province(issue: Issue) -> Iterator[Finding]:
    """The printer sits in another province than the permit's.

    Internal publications are printed by a publications printer of the publisher's own province.

    Way out: correct `printer.province`, or give the order to a printer of the province.
    """
    own, printer = issue.publication.permit.province, issue.publication.printer
    if own and printer.province and province_of(own) != province_of(printer.province):
        message = _("The printer is of {printer}, the permit of {own}.")
        at = printer_at(issue, "province")
        hint = _("Choose a printer of the permit's province.")
        yield Finding(at, message.format(printer=printer.province, own=own), hint)


@check("L025", "printer_province_missing", Severity.WARNING, authority=OF_ARTICLE)
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


@check("L033", "printer_licence_missing", Severity.WARNING, authority=OF_ARTICLE)
def printer_licence_missing(issue: Issue) -> Iterator[Finding]:
    """The number of the printer's licence is not recorded.

    Internal publications are printed by a publications printer (出版物印刷企业); the number of its licence
    shows that it is one.

    Way out: `printer: {name: …, licence: (鄂)印证字0000号}`.
    """
    printer = issue.publication.printer
    if printer.name and not printer.licence.strip() and not printer.doubtful("licence"):
        at = printer_at(issue, "name")
        message = _("The licence of the printer {name} is not recorded.").format(name=printer.name)
        yield Finding(at, message, _("Write “licence: …” under “printer”."))


@check("L043", "printer_names_another_province", Severity.WARNING, authority=OF_ARTICLE)
def printer_names_another_province(issue: Issue) -> Iterator[Finding]:
    """The printer's name or licence begins with another province than the permit's.

    A licence numbered (湘)… was issued in Hunan, a 湖南…有限公司 mostly sits there, and `printer.province`
    may have been copied from the permit. The law wants a printer of the permit's own province.

    Way out: compare with the printer's licence.
    """
    own, printer = issue.publication.permit.province, issue.publication.printer
    for key in ("name", "licence") if own else ():
        named = named_first(plain(getattr(printer, key)).text)
        if named and named != province_of(own):
            message = _("“{value}” names {named}; the permit is of {own}.")
            message = message.format(value=getattr(printer, key), named=named, own=province_of(own))
            at = printer_at(issue, key)
            yield Finding(at, message, _("Compare with the printer's licence."))


@check("L044", "printer_of_documents", Severity.WARNING, authority=OF_ARTICLE)
def printer_of_documents(issue: Issue) -> Iterator[Finding]:
    """The printer is called a copy shop or duplicating office.

    Internal publications are printed by a publications printer (出版物印刷企业). Its name alone does not show
    that a 文印室 or 图文店 is none; its licence does.

    Way out: look at its licence, or give the order to a publications printer.
    """
    printer = issue.publication.printer
    if COPY_SHOP.search(plain(printer.name).text):
        message = _("The printer “{name}” does not sound like a printer of publications.")
        at = printer_at(issue, "name")
        hint = _("Look whether its licence says 出版物印刷.")
        yield Finding(at, message.format(name=printer.name), hint)
