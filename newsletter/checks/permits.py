"""Rules about the permit number: its shape, its province, its printing, other numbers beside it.

Numbers are compared after folding widths and dashes, and printed exactly as the certificate has them.
"""

import re
import unicodedata
from collections.abc import Iterator

from newsletter.checks.reading import all_printed, permit_at
from newsletter.checks.statutory import MARKS_OF_LAW
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue, PermitShape
from newsletter.language import _
from newsletter.provinces import PROVINCES, province_of
from newsletter.rulebook import check

DASHES = re.compile("[\u2010-\u2015\u2212\u2500\u30fc\uff0d~-]+|(?<=[0-9])一(?=[0-9])")
NUMBER = re.compile("准印证?[号字]?(?:号|第)?[：:]?\\s*(?P<number>[^\\s，。；、：:]{6,40})")


def comparable(number: str) -> str:
    """Return a permit number for comparing, never for printing: widths folded, dashes as one, no spaces."""
    folded = "".join(unicodedata.normalize("NFKC", number).split())
    return DASHES.sub("-", folded)


@check("L003", "permit_number_of_other_shape", Severity.NOTE)
def permit_number_of_other_shape(issue: Issue) -> Iterator[Finding]:
    """A permit number is not written as the known ones of its province are.

    No official grammar of these numbers was found, and one example is no rule; so this is a note only. The
    tool knows the shape of Hubei, (鄂)4201—2022015/连: province, area, year with serial number, kind. A
    workspace adds its own province in issues/permit_shapes.yaml, where N stands for a digit, Y for a digit
    of a year, ? for any character.

    Way out: compare the number with the certificate, which is right in any case.
    """
    permit = issue.publication.permit
    own = province_of(permit.province)
    shapes = [each for each in issue.permit_shapes if province_of(each.province) == own]
    if permit.number and shapes and permit.kind == "serial" and not _has_shape(permit.number, shapes):
        message = _("The permit number “{number}” is not written as {shape} is.")
        message = message.format(number=permit.number, shape=shapes[0].example or shapes[0].shape)
        yield Finding(permit_at(issue, "number"), message, _("Compare it with the certificate."))


def _has_shape(number: str, shapes: list[PermitShape]) -> bool:
    """Return whether a number is written in one of the shapes."""
    return any(re.fullmatch(_pattern(each.shape), comparable(number)) for each in shapes)


def _pattern(shape: str) -> str:
    """Return a shape as a regular expression."""
    kinds = {"N": "[0-9]", "Y": "[0-9]", "?": "."}
    year = comparable(shape).replace("YYYY", "\0")
    return "".join("(?:19|20)[0-9]{2}" if each == "\0" else kinds.get(each, re.escape(each)) for each in year)


@check("L029", "permit_of_other_province", Severity.WARNING)
def permit_of_other_province(issue: Issue) -> Iterator[Finding]:
    """The permit number names another province than `permit.province`.

    One of the two is a slip; the printer's province is compared with the second.

    Example: (湘)4301—2026000/连 with `province: 鄂`. Way out: compare both with the certificate.
    """
    permit = issue.publication.permit
    named = re.match("[(（](.)[)）]", permit.number)
    known = named is not None and named[1] in PROVINCES and permit.province
    if named and known and province_of(named[1]) != province_of(permit.province):
        message = _("The permit number “{number}” is of {named}, “permit.province” says {province}.")
        message = message.format(number=permit.number, named=named[1], province=permit.province)
        yield Finding(permit_at(issue, "province"), message, _("Compare both with the certificate."))


@check("L036", "other_permit_number", Severity.ERROR, authority=MARKS_OF_LAW)
def other_permit_number(issue: Issue) -> Iterator[Finding]:
    """The text of the issue prints another permit number than the permit's.

    An imprint typed into a box or filler keeps last year's number when the certificate has changed; the
    issue then carries two numbers, of which one is wrong. Brackets and dashes of another width are let pass.

    Example: a filler “准印证号：(鄂)4201—2025000/连”. Way out: write the number as `permit.number` has it, or
    leave it to the masthead.
    """
    number = issue.publication.permit.number
    for passage in all_printed(issue) if number else ():
        for found in NUMBER.finditer(passage.text):
            written = found["number"].rstrip("）)") if "(" not in found["number"] else found["number"]
            if sum(each.isdigit() for each in written) >= 3 and comparable(written) != comparable(number):
                message = _("“{written}” is printed as the permit number, which is “{number}”.")
                at = passage.at(found.start("number"), len(written))
                yield Finding(
                    at,
                    message.format(written=written, number=number),
                    _("Write it as the certificate has it."),
                )
