"""Rules about what a file says of itself: label, version, title, dates, trapping, language, identifier."""

from collections.abc import Iterator

from newsletter.checks.press.wording import ISO, finding, rerun
from newsletter.diagnostics import Finding, Severity
from newsletter.language import _
from newsletter.press.expectation import Expectation
from newsletter.press.facts import PressFile
from newsletter.press.level import level_of
from newsletter.press.packet import instant
from newsletter.rulebook import check


@check("F001", "label_missing", Severity.ERROR, authority=ISO)
def label_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file does not say that it is PDF/X-4 (or PDF/X-1a, where the shop asks for it).

    The shop's workflow reads the label from the XMP metadata (pdfxid:GTS_PDFXVersion), older ones from
    the Info dictionary; both must have it. Without it the file is treated as any office PDF. Example:
    a PDF exported from a word processor. Export it as PDF/X-4, or build it with this tool.
    """
    places = {"XMP": file.xmp.get("pdfxid:GTS_PDFXVersion"), "Info": file.info.get("GTS_PDFXVersion")}
    level = level_of(expected.condition)
    asked = places if level.modern else {"Info": places["Info"]}
    wrong = {place: value for place, value in asked.items() if value != level.label}
    if wrong:
        said = ", ".join(f"{place}: “{value or ''}”" for place, value in wrong.items())
        message = _("The file is not labelled {label} ({said}).").format(label=level.label, said=said)
        yield finding(file, message, rerun())


@check("F002", "version_wrong", Severity.ERROR, authority=ISO)
def version_wrong(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file is not PDF 1.6, which PDF/X-4 is made of (PDF/X-1a: 1.4).

    An older version lacks what PDF/X-4 needs, a newer one may hold what the shop's machine cannot
    read. Example: a file that begins with %PDF-2.0. Save it as PDF 1.6.
    """
    level = level_of(expected.condition)
    if file.version != level.version or file.header != f"%PDF-{level.version}":
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
