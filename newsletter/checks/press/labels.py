"""Rules about what a file says of itself: label, version, title, dates, trapping, language, identifier."""

from collections.abc import Iterator

from newsletter.checks.press.wording import ISO, finding, rerun
from newsletter.diagnostics import Finding, Severity
from newsletter.language import _
from newsletter.press.expectation import Expectation
from newsletter.press.facts import PressFile
from newsletter.press.level import Level, level_of
from newsletter.press.packet import instant
from newsletter.rulebook import check

_X1A_2001 = ("PDF/X-1:2001", "PDF/X-1a:2001")


@check("F001", "label_missing", Severity.ERROR, authority=ISO)
def label_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file does not say that it is PDF/X-4 (or PDF/X-1a, where the shop asks for it).

    The shop's workflow reads the label from the XMP metadata (pdfxid:GTS_PDFXVersion), older ones from
    the Info dictionary, which must not say otherwise. Without it the file is treated as any office PDF.
    Example: a PDF exported from a word processor. Export it as PDF/X-4, or build it with this tool.
    """
    level = level_of(expected.condition)
    said = _labels(file, level)
    if said:
        listed = ", ".join(f"{where}: “{value}”" for where, value in said.items())
        message = _("The file is not labelled {label} ({said}).").format(label=level.label, said=listed)
        yield finding(file, message, rerun())


def _labels(file: PressFile, level: Level) -> dict[str, str]:
    """Return the labels that are wrong, by place; Info may be silent where the metadata count."""
    xmp, info = file.xmp.get("pdfxid:GTS_PDFXVersion", ""), file.info.get("GTS_PDFXVersion", "")
    if not level.modern:
        older = (info, file.info.get("GTS_PDFXConformance", "")) == _X1A_2001
        return {} if info == level.label or older else {"Info": info}
    wrong = {} if xmp == level.label else {"XMP": xmp}
    return wrong if info in ("", level.label) and not wrong else {**wrong, "Info": info}


@check("F002", "version_wrong", Severity.ERROR, authority=ISO)
def version_wrong(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file is not PDF 1.6, which PDF/X-4 is made of (PDF/X-1a: 1.4).

    An older version lacks what PDF/X-4 needs, a newer one may hold what the shop's machine cannot
    read. Example: a file that begins with %PDF-2.0. Save it as PDF 1.6.
    """
    level = level_of(expected.condition)
    older = () if level.modern else ("1.3",)
    known = (level.version, *older)
    if file.version not in known or file.header not in {f"%PDF-{version}" for version in known}:
        message = _("The file is PDF {version} and begins with “{header}”; {label} is PDF {wanted}.")
        yield finding(
            file,
            message.format(version=file.version, header=file.header, label=level.label, wanted=level.version),
            rerun(),
        )


@check("F006", "title_missing", Severity.ERROR, authority=ISO)
def title_missing(file: PressFile) -> Iterator[Finding]:
    """The document has no title, or two different ones.

    PDF/X asks for a title in Info and metadata; the shop files the job under it. Example: “untitled”
    in the metadata, the issue's name in Info. Give publication and issue a name and build again.
    """
    named, described = file.info.get("Title", ""), file.xmp.get("dc:title", "")
    if not named.strip() or named != described:
        message = _("The title is “{info}” in Info and “{xmp}” in the metadata; one and the same is wanted.")
        yield finding(file, message.format(info=named, xmp=described), rerun())


@check("F007", "dates_missing", Severity.ERROR, authority=ISO)
def dates_missing(file: PressFile) -> Iterator[Finding]:
    """Creation or modification date is missing, or Info and metadata disagree.

    The shop tells a corrected file from the first one by its date. Example: ModDate is missing.
    Set the date of the issue and build again.
    """
    for key, name in (("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate")):
        info, xmp = file.info.get(key, ""), file.xmp.get(name, "")
        if instant(info) is None or instant(info) != instant(xmp):
            message = _("{key} is “{info}” in Info and “{xmp}” in the metadata; the same moment is wanted.")
            yield finding(file, message.format(key=key, info=info, xmp=xmp), rerun())


@check("F008", "trapping_unstated", Severity.ERROR, authority=ISO)
def trapping_unstated(file: PressFile) -> Iterator[Finding]:
    """The file does not say whether its colours are trapped.

    If it is unknown, the shop traps twice or not at all, and white slits show between colours.
    Example: Trapped is Unknown. This tool states False: the shop's machine traps.
    """
    info, xmp = file.info.get("Trapped", ""), file.xmp.get("pdf:Trapped", "")
    if info not in ("True", "False") or xmp not in ("", info):
        message = _("Trapped is “{info}” in Info and “{xmp}” in the metadata; True or False is wanted.")
        yield finding(file, message.format(info=info, xmp=xmp), rerun())


@check("F009", "language_missing", Severity.WARNING)
def language_missing(file: PressFile) -> Iterator[Finding]:
    """The document does not state its language.

    Readers, search and the archive need it to read the text as Chinese. Example: no /Lang.
    Build again with this tool, which states zh-CN.
    """
    if not file.language:
        yield finding(file, _("The document does not state its language."), rerun())


@check("F016", "identifier_missing", Severity.ERROR, authority=ISO)
def identifier_missing(file: PressFile) -> Iterator[Finding]:
    """The file has no identifier.

    The shop's database tells files apart by it; PDF/X wants /ID in the trailer and a DocumentID in the
    metadata. Example: a file saved by a simple writer. Build it again.
    """
    if not file.identified or not file.xmp.get("xmpMM:DocumentID"):
        yield finding(file, _("The file has no identifier in trailer or metadata."), rerun())
