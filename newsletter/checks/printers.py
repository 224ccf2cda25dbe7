"""Rules about the print shop: of the permit's province, and a printer of publications.

Source: 《内部资料性出版物管理办法》 (2015), article 16.
"""

import re
from collections.abc import Iterable, Iterator

from newsletter.checks.plain import folded, plain
from newsletter.checks.reading import printer_at, publication_at
from newsletter.cities import seated_in
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.placeholders import is_given
from newsletter.provinces import named_first, province_of
from newsletter.rulebook import check

OF_ARTICLE = "neibu-2015#16"
COPY_SHOP = re.compile(
    "文印|复印|打印|图文|快印|誊印|油印|^自(?:行|己)?印|^(?:本|学)?[校院厂司](?:自印|内部?印刷|印刷[室组])|印刷室"
    "|^(?!.*印).*(?:广告|传媒|传播|设计|装潢|包装)"
)
JOINED = re.compile("[、,;/和与及]")
"""What stands between two printers, or two addresses."""
OTHER_PRINTING = re.compile("包装装潢|装潢|其[他它]印刷|排版|复印|打印|营业执照")


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
    if printer.name and not is_given(printer.licence) and not printer.doubtful("licence"):
        at = printer_at(issue, "name")
        message = _("The licence of the printer {name} is not recorded.").format(name=printer.name)
        yield Finding(at, message, _("Write “licence: …” under “printer”."))


@check("L043", "printer_names_another_province", Severity.WARNING, authority=OF_ARTICLE)
def printer_names_another_province(issue: Issue) -> Iterator[Finding]:
    """The printer's name, licence or address begins with another province than the permit's, or a city there.

    A licence numbered (湘)… was issued in Hunan, a 湖南…有限公司 or 长沙市…印刷厂 mostly sits there, and
    `printer.province` may have been copied from the permit. The law wants a printer of the permit's own
    province.

    Way out: compare with the printer's licence.
    """
    own, printer = issue.publication.permit.province, issue.publication.printer
    for key in ("name", "licence", "address") if own else ():
        value = getattr(printer, key)
        if said := _said_elsewhere(own, value, _seats(key, value)):
            yield Finding(printer_at(issue, key), said, _("Compare with the printer's licence."))


def _said_elsewhere(own: str, value: str, seats: Iterable[str]) -> str:
    """Return the sentence that a value names another province than the permit's, if it does."""
    home = province_of(own)
    named = next((each for each in seats if each and each != home), "")
    message = _("“{value}” names {named}; the permit is of {own}.")
    return message.format(value=value, named=named, own=home) if named else ""


def _seats(key: str, value: str) -> Iterator[str]:
    """Yield the provinces that a licence, or each of the names or addresses of a value, begins with."""
    for part in JOINED.split(folded(value)):
        yield named_first(plain(part).text) if key == "licence" else seated_in(plain(part).text)


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


@check("L073", "licence_of_other_printing", Severity.WARNING, authority=OF_ARTICLE)
def licence_of_other_printing(issue: Issue) -> Iterator[Finding]:
    """The printer's licence is one for packages or other printing, or is no printing licence at all.

    Internal publications are printed by a publications printer (出版物印刷企业); a licence for 包装装潢印刷品
    or 其他印刷品 does not make one. A licence number without 印 is rather that of something else.

    Example: 包装装潢印刷许可证(鄂)0000号. Way out: copy the number of the 出版物 licence.
    """
    printer = issue.publication.printer
    text = plain(printer.licence).text
    worded = is_given(printer.licence) and not text.isascii()
    if OTHER_PRINTING.search(text) or (worded and "印" not in text) or text.startswith(("CN", "ISSN")):
        message = _("The licence “{licence}” is not one for printing publications.")
        hint = _("Copy the number of the licence for 出版物印刷.")
        yield Finding(printer_at(issue, "licence"), message.format(licence=printer.licence), hint)


@check("L075", "publisher_of_another_province", Severity.WARNING)
def publisher_of_another_province(issue: Issue) -> Iterator[Finding]:
    """The publisher's name or address begins with another province than the permit's, or a city there.

    A permit is issued by the authority of the place where the publisher sits.

    Example: 湖南省长沙市… with `province: 鄂`. Way out: compare with the certificate.
    """
    own, publication = issue.publication.permit.province, issue.publication
    for key in ("publisher", "address") if own else ():
        value = getattr(publication, key)
        if said := _said_elsewhere(own, value, (seated_in(plain(value).text),)):
            yield Finding(publication_at(issue, key), said, _("Compare with the certificate."))
