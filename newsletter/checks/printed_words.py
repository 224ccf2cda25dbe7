"""Words read back from the finished pages: what no layout may add, the permit number to the letter."""

import re
from collections.abc import Callable, Iterator

from newsletter.checks.imprint import ADVERTISING, OUTSIDE_READERS, PRICE, TO_THE_PUBLIC
from newsletter.checks.partners import PARTNER
from newsletter.checks.periodicals import FORMAL
from newsletter.checks.plain import plain
from newsletter.checks.printed import LAW, comparable
from newsletter.checks.reading import all_printed
from newsletter.checks.self_names import NAMES_OF_PRESS, called_itself
from newsletter.checks.sightings import around
from newsletter.diagnostics import Finding, Severity, Spot
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.press.expectation import Expectation
from newsletter.press.facts import PressFile
from newsletter.rulebook import check

AROUND = 3
PAPER_BEHIND = "(?:[日周月季学校院晚画快][报刊]|[报刊](?![告名到道销章考考载登])|杂志)"
RECIPIENTS = re.compile("发送(?:对象|范围|单位)?:")
RECIPIENTS_WITHIN = 60
"""Characters behind the label in which recipients are looked for."""
Find = Callable[[str], Iterator[re.Match[str]]]


@check("L034", "printed_called_a_paper", Severity.ERROR, authority=NAMES_OF_PRESS)
def printed_called_a_paper(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The finished pages call the publication 本报 or 本刊, in words that no manifest has.

    They come from a layout: its masthead, folio or imprint. Words of stories are reported where they are
    written. Example: a folio “本报编辑部”. Change the layout's template.
    """
    yield from _of_the_layout(file, expected, called_itself)


@check("L058", "printed_like_a_paper", Severity.ERROR, authority=NAMES_OF_PRESS)
def printed_like_a_paper(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The finished pages print a 刊号, CN, ISSN or postal number, or name a 报社, in words of no manifest.

    So does a masthead that puts 报 or 刊 behind the publication's name. They come from a layout. The
    manifests' own are L021.

    Example: a masthead with “国内统一刊号CN42-0001”. Way out: change the layout's template.
    """
    name = expected.issue.publication.name if expected.issue else ""
    longer = re.compile(f"{re.escape(plain(name).text)}{PAPER_BEHIND}" if name.strip() else "(?!)")
    yield from _of_the_layout(file, expected, FORMAL.finditer, longer.finditer)


@check("L059", "printed_for_sale", Severity.ERROR, authority="neibu-2015#15(3)")
def printed_for_sale(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The finished pages print a price or a subscription in words of no manifest.

    They come from a layout. The manifests' own are L022.

    Example: a folio with “定价：5元”. Way out: change the layout's template.
    """
    yield from _of_the_layout(file, expected, PRICE.finditer, TO_THE_PUBLIC.finditer)


@check("L078", "printed_advertising", Severity.WARNING, authority="neibu-2015#15(3)")
def printed_advertising(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The finished pages offer advertising in words of no manifest.

    They come from a layout. The manifests' own are L041.

    Example: an imprint with “广告热线”. Way out: change the layout's template.
    """
    yield from _of_the_layout(file, expected, ADVERTISING.finditer)


@check("L077", "printed_public_recipients", Severity.WARNING, authority="neibu-2015#15(2)")
def printed_public_recipients(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The finished pages name recipients outside in words of no manifest.

    They come from a layout, which adds to what `recipients` says. The manifests' own are L020.

    Example: an imprint with “发送对象：校内各部门及社会各界”. Way out: change the layout's template.
    """
    yield from _of_the_layout(file, expected, _outside_readers)


def _outside_readers(line: str) -> Iterator[re.Match[str]]:
    """Return the readers outside that a line names as recipients."""
    for label in RECIPIENTS.finditer(line):
        yield from OUTSIDE_READERS.finditer(line, label.end(), label.end() + RECIPIENTS_WITHIN)


@check("L060", "printed_with_partner", Severity.ERROR, authority="neibu-2015#15(4)")
def printed_with_partner(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The finished pages name a unit as 协办 or joint publisher in words of no manifest.

    They come from a layout. The manifests' own are L023.

    Example: an imprint with “协办：示例书店”. Way out: change the layout's template.
    """
    yield from _of_the_layout(file, expected, PARTNER.finditer)


def _of_the_layout(file: PressFile, expected: Expectation, *find: Find) -> Iterator[Finding]:
    """Return a finding for each place where the pages have words that neither manifest nor copy has."""
    written = _written(expected.issue) if expected.issue else ""
    for page in file.pages if written else ():
        for line in page.text.splitlines():
            found = next(_added(plain(line).text, written, find), None)
            if found is not None:
                start, end = plain(line).part(*found.span())
                message = _("Page {page} prints “{words}”, which comes from the layout.")
                message = message.format(page=page.number, words=around(line, start, end))
                yield Finding(None, message, _("Change the layout's template."), Spot(page.number))


def _added(line: str, written: str, find: tuple[Find, ...]) -> Iterator[re.Match[str]]:
    """Return what is found in a line and, with the words around it, stands in no manifest."""
    for found in (found for each in find for found in each(line)):
        if line[max(0, found.start() - AROUND) : found.end() + AROUND] not in written:
            yield found


def _written(issue: Issue) -> str:
    """Return all that the manifests and the copy say, for comparing."""
    return plain("".join(each.text for each in all_printed(issue))).text


@check("L035", "printed_permit_differs", Severity.WARNING, authority=LAW)
def printed_permit_differs(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The permit number on page 1 differs from the certificate's in marks or widths.

    Letters and digits are all there, but a bracket or dash has another form: the layout changed it, or a
    face set another character. Yearly reviews look whether the number is written in the proper form.
    Example: (鄂)4201-2026000/连 for (鄂)4201—2026000/连. Let the layout print the number as it is.
    """
    number = expected.issue.publication.permit.number if expected.issue else ""
    front = file.pages[0].text if file.pages else ""
    plain, printed = re.sub(r"\s", "", number), re.sub(r"\s", "", front)
    if expected.issue and number and plain not in printed and comparable(number) in comparable(front):
        message = _("The permit number “{number}” is on page 1 with other marks.").format(number=number)
        at = expected.issue.publication.permit.at("number")
        yield Finding(at, message, _("Let the layout print the number as it is."), Spot(1))
