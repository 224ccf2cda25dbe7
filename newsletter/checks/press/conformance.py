"""Rules about what PDF/X does not have, besides labels and boxes: as far as structure and content show it."""

from collections.abc import Iterator

from newsletter.checks.press.wording import ISO, finding, place, rerun
from newsletter.diagnostics import Finding, Severity
from newsletter.language import _
from newsletter.press.expectation import Expectation
from newsletter.press.facts import PressFile, Tally
from newsletter.press.level import level_of
from newsletter.rulebook import check

_OBJECTS = (
    "PostScript",
    "OPI",
    "Ref",
    "Alternates",
    "SeparationInfo",
    "PresSteps",
    "external file",
    "UserUnit",
)
_PACKINGS = ("Crypt",)
_OLD_PACKINGS = ("LZWDecode", "JBIG2Decode", "JPXDecode", *_PACKINGS)
_CURVES = ("TR", "TR2", "HT")
_NEEDED = ("xmpMM:VersionID", "xmpMM:RenditionClass", "xmp:MetadataDate")


def _odd(file: PressFile, kinds: tuple[str, ...]) -> Iterator[tuple[str, Tally]]:
    """Yield what is odd of some kinds, page by page."""
    for page in file.pages:
        yield from (each for each in page.oddities if each[0] in kinds)


@check("F062", "object_not_for_print", Severity.ERROR, authority=ISO)
def object_not_for_print(file: PressFile) -> Iterator[Finding]:
    """A page holds what PDF/X does not have: PostScript, OPI, pictures elsewhere, alternates.

    Machines differ in what they do with it: some print it, some print something else, some stop.
    Example: a low-resolution stand-in with an OPI comment, whose fine picture lies on a server that the
    shop does not have. Export the page with everything inside.
    """
    for kind, tally in _odd(file, _OBJECTS):
        message = _("{place}: {kind}, which PDF/X does not have.")
        where = place(tally.first)
        yield finding(
            file, message.format(place=where[:1].upper() + where[1:], kind=kind), rerun(), tally.first
        )


@check("F063", "packing_not_allowed", Severity.ERROR, authority=ISO)
def packing_not_allowed(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A picture is packed in a way that the level of PDF/X does not have.

    PDF/X-1a machines know neither LZW, JBIG2 nor JPEG 2000, no PDF/X the Crypt filter. Example: a scan in
    JPEG 2000 in a file for PDF/X-1a. Save the picture as JPEG or with Flate.
    """
    level = level_of(expected.condition)
    for kind, tally in _odd(file, _PACKINGS if level.modern else _OLD_PACKINGS):
        message = _("The picture on {place} is packed by {kind}, which {label} does not have.")
        message = message.format(place=place(tally.first), kind=kind, label=level.label)
        yield finding(file, message, _("Save it as JPEG or with Flate."), tally.first)


@check("F064", "transfer_curve_present", Severity.ERROR, authority=ISO)
def transfer_curve_present(file: PressFile) -> Iterator[Finding]:
    """A page brings a transfer curve or a halftone of its own.

    Tone curves belong to the shop's press; one in the file is laid over them, and the photos go dark or
    pale. Example: an old file from a scanner with its dot gain inside. Export without transfer functions
    and halftones.
    """
    for kind, tally in _odd(file, _CURVES):
        message = _("A transfer curve or halftone of its own ({kind}) on {place}.")
        message = message.format(kind=kind, place=place(tally.first))
        yield finding(file, message, _("Export without transfer functions and halftones."), tally.first)


@check("F065", "packed_too_new", Severity.ERROR, authority=ISO)
def packed_too_new(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file keeps its objects in streams, which PDF/X-1a does not know yet.

    Its machines read PDF 1.4 and older and may not open the file at all. Example: a PDF/X-1a label on a
    file saved as PDF 1.5. Save it without object streams.
    """
    level = level_of(expected.condition)
    if file.packed and not level.modern:
        message = _("The file keeps its objects in streams, which {label} does not know.")
        yield finding(file, message.format(label=level.label), rerun())


@check("F066", "metadata_incomplete", Severity.ERROR, authority=ISO)
def metadata_incomplete(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The metadata lack what PDF/X-4 asks for: version, rendition class, date of the metadata.

    The shop's archive tells versions of a job apart by them. Example: a file whose metadata were stripped.
    Export it as PDF/X-4, or build it with this tool.
    """
    missing = [key for key in _NEEDED if not file.xmp.get(key)]
    if missing and level_of(expected.condition).modern:
        message = _("The metadata lack {keys}.").format(keys=", ".join(missing))
        yield finding(file, message, rerun())


@check("F067", "output_profile_unfit", Severity.ERROR, authority=ISO)
def output_profile_unfit(file: PressFile) -> Iterator[Finding]:
    """The profile in the output intent is none of a press, or not of the colours it claims.

    The shop proofs by this profile; a scanner's or screen's cannot tell what the press will do. Example:
    a profile of class “mntr”, or one of RGB under four components. Embed the press's CMYK profile.
    """
    for intent in file.intents:
        profile = intent.profile
        if intent.kind != "GTS_PDFX" or not intent.has_profile:
            continue
        if profile is None or (profile.kind, profile.space) != ("prtr", "CMYK"):
            said = f"{profile.kind} {profile.space}" if profile else "?"
            message = _("The profile of the output intent “{identifier}” is {said}; prtr CMYK is wanted.")
            yield finding(file, message.format(identifier=intent.identifier, said=said), rerun())


@check("F069", "profile_in_x1a", Severity.ERROR, authority=ISO)
def profile_in_x1a(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A colour is tied to a profile of its own, which PDF/X-1a does not have.

    Such files know the four inks and spot colours alone; a profile inside would be converted once more.
    Example: a photo in ICCBased CMYK. Write its numbers as plain CMYK.
    """
    level = level_of(expected.condition)
    for page in file.pages if not level.modern else ():
        for paint in page.paints:
            if "ICCBased" in paint.space.split()[:2]:
                message = _("{space} on {place}, which {label} does not have.")
                message = message.format(space=paint.space, place=place(paint.first), label=level.label)
                yield finding(file, message, _("Write the colour as plain CMYK."), paint.first)
