"""Rules about the permit number: its shape, its province, its printing, other numbers beside it.

Numbers are compared after folding widths and dashes, and printed exactly as the certificate has them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from newsletter.checks.house_text import imprint
from newsletter.checks.plain import folded, plain
from newsletter.checks.reading import passages, permit_at
from newsletter.checks.statutory import MARKS_OF_LAW
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue, PermitShape
from newsletter.language import _
from newsletter.placeholders import is_given
from newsletter.provinces import named_first, province_of
from newsletter.rulebook import check

DASHES = re.compile("[\u2010-\u2015\u2212\u2500\u30fc\uff0d~-]+|(?<=[0-9])一(?=[0-9])")
_WORD = r"[^\s,。;、:“”《》]"
NUMBER = re.compile(
    rf"准\s*印\s*证?\s*[号字]?(?:号|第)?\s*:?\s*(?P<named>(?:\(.\)\s?)?{_WORD}{{5,40}})"
    rf"|(?P<shaped>{_WORD}{{0,3}}(?:内资准?字|内准字|新出(?:准|管)字?|出管字|准印字|内登字){_WORD}{{3,20}})"
)
FEWEST_DIGITS = 3


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
    if (
        is_given(permit.number)
        and shapes
        and permit.kind == "serial"
        and not _has_shape(permit.number, shapes)
    ):
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
    """The permit's number, its label and `permit.province` do not name one province.

    One of them is a slip. Reported is the one that stands alone, the printer's province counted as well;
    where that does not tell, the number.

    Example: (湘)4301—2026000/连 with `province: 鄂`. Way out: compare them with the certificate.
    """
    said = dict(_provinces_said(issue))
    odd = _odd_one(said, province_of(issue.publication.printer.province))
    if odd:
        message = _("“{value}” is of {named}; elsewhere the permit is of {others}.")
        others = _(", ").join(dict.fromkeys(name for key, name in said.items() if name != said[odd]))
        value = getattr(issue.publication.permit, odd)
        hint = _("Compare the number, its label and “permit.province” with the certificate.")
        yield Finding(
            permit_at(issue, odd), message.format(value=value, named=said[odd], others=others), hint
        )


def _provinces_said(issue: Issue) -> Iterator[tuple[str, str]]:
    """Return the province that each key of the permit names, of those that name one."""
    permit = issue.publication.permit
    for key in ("number", "label"):
        if named := named_first(plain(getattr(permit, key)).text):
            yield key, named
    if permit.province.strip():
        yield "province", province_of(permit.province.strip())


def _odd_one(said: Mapping[str, str], printers: str) -> str:
    """Return the key that names another province than the others, empty where all agree."""
    if len(set(said.values())) < 2:
        return ""
    heard = Counter((*said.values(), *((printers,) if printers else ())))
    return min(said, key=lambda key: heard[said[key]])


@check("L036", "other_permit_number", Severity.ERROR, authority=MARKS_OF_LAW)
def other_permit_number(issue: Issue) -> Iterator[Finding]:
    """The text of the issue prints another permit number than the permit's.

    An imprint typed into a box or filler keeps last year's number when the certificate has changed; the
    issue then carries two numbers, of which one is wrong. Brackets and dashes of another width are let pass.

    Example: a filler “准印证号：(鄂)4201—2025000/连”. Way out: write the number as `permit.number` has it, or
    leave it to the masthead.
    """
    number = issue.publication.permit.number
    for passage in (*imprint(issue), *passages(issue)) if is_given(number) else ():
        for start, end in _numbers_in(folded(passage.text)):
            written = passage.text[start:end]
            if not _same_number(written, number):
                message = _("“{written}” is printed as the permit number, which is “{number}”.")
                message = message.format(written=written, number=number)
                hint = _("Write it as the certificate has it.")
                yield Finding(passage.at(start, end - start), message, hint)


def _numbers_in(text: str) -> Iterator[tuple[int, int]]:
    """Return where folded text prints a permit number."""
    for found in NUMBER.finditer(text) if "准" in text or "字" in text else ():
        start, end = found.span("named" if found["named"] else "shaped")
        while text[start:end].count(")") > text[start:end].count("(") and text[end - 1] == ")":
            end -= 1
        if sum(each.isdigit() for each in text[start:end]) >= FEWEST_DIGITS:
            yield start, end


def _same_number(written: str, number: str) -> bool:
    """Return whether a number is the permit's; words that follow it without a mark do not matter."""
    return comparable(written).startswith(comparable(number))


@check("L045", "permit_kind_disagrees", Severity.WARNING)
def permit_kind_disagrees(issue: Issue) -> Iterator[Finding]:
    """The permit's number and `permit.kind` do not say the same: 连续性 or 一次性.

    A number that ends in 连 is very likely that of a serial; with `kind: single` neither issue numbers nor
    the approved period are looked at. A label with 一次性 is that of a single publication, which may not have
    several issues. No official grammar of these numbers was found.

    Example: (鄂)4201—2026000/连 with `kind: single`. Way out: compare with the certificate.
    """
    permit = issue.publication.permit
    label = plain(permit.label).text
    serial = plain(permit.number).text.endswith(("连", "连续")) or "连续性" in label
    if "一次性" in label and permit.kind == "serial":
        message = _(
            "The permit's label “{label}” is that of a single publication, “permit.kind” says “serial”."
        )
        hint = _("Compare the label with the certificate.")
        yield Finding(permit_at(issue, "label"), message.format(label=permit.label), hint)
    if serial and permit.kind == "single":
        message = _("The permit number “{number}” is that of a serial, “permit.kind” says “single”.")
        hint = _("Write “kind: serial”, or compare the number with the certificate.")
        yield Finding(permit_at(issue, "kind"), message.format(number=permit.number), hint)
