"""Rules about the press file: what the print shop's own preflight would send back."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from newsletter.diagnostics import Finding, Severity, Span, Spot
from newsletter.language import _
from newsletter.lengths import Mm
from newsletter.press.colour import prints_as_cmyk
from newsletter.press.expectation import Expectation
from newsletter.press.facts import Box, Intent, Picture, PressFile, Sheet, TypeSize, Use
from newsletter.press.level import level_of
from newsletter.press.packet import instant
from newsletter.rulebook import check

ISO = "iso15930-7"

COARSEST_PPI = 150.0
SMALLEST_TYPE = 6.0
SMALLEST_LINE = 0.1
HEAVIEST_INK = 300.0

_EXACT = 0.001
_PAPER = 0.05
_ROUNDING = 0.02


def _at(file: PressFile) -> Span | None:
    """Return the file as a place."""
    return Span(file.name) if file.name else None


def _finding(file: PressFile, message: str, hint: str, spot: Spot | None = None) -> Finding:
    return Finding(_at(file), message, hint, spot)


def _place(spot: Spot) -> str:
    """Return a place for people, in mm from the left and the top of the trim."""
    return _("page {page}, {x:.1f} mm from the left, {y:.1f} mm from the top").format(
        page=spot.page, x=spot.x, y=spot.y
    )


def _rerun() -> str:
    """Return the way out where only a press file made outside this tool can have the fault."""
    return _("Have the file made again by newsletter build --press, or ask its maker for PDF/X-4.")


def _intents(file: PressFile) -> tuple[Intent, ...]:
    return tuple(intent for intent in file.intents if intent.kind == "GTS_PDFX")


# The file as a whole


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
        yield _finding(file, message, _rerun())


@check("F002", "version_wrong", Severity.ERROR, authority=ISO)
def version_wrong(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file is not PDF 1.6, which PDF/X-4 is made of (PDF/X-1a: 1.4).

    An older version lacks what PDF/X-4 needs, a newer one may hold what the shop's machine cannot
    read. Example: a file that begins with %PDF-2.0. Save it as PDF 1.6.
    """
    level = level_of(expected.condition)
    if file.version != level.version or file.header != f"%PDF-{level.version}":
        message = _("The file is PDF {version} and begins with “{header}”; {label} is PDF {wanted}.")
        yield _finding(
            file,
            message.format(version=file.version, header=file.header, label=level.label, wanted=level.version),
            _rerun(),
        )


@check("F003", "output_intent_missing", Severity.ERROR, authority=ISO)
def output_intent_missing(file: PressFile) -> Iterator[Finding]:
    """The file does not say for which printing condition its colours are meant.

    CMYK numbers mean nothing without paper and ink. Example: a file without GTS_PDFX output intent, or
    with two. Choose the shop's condition under `press` in publication.yaml and build again.
    """
    count = len(_intents(file))
    if count != 1:
        message = _("The file has {count} output intents for PDF/X; one is wanted.").format(count=count)
        yield _finding(file, message, _rerun())


@check("F004", "output_profile_missing", Severity.ERROR, authority=ISO)
def output_profile_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The output intent has no CMYK profile inside.

    Without the profile the shop can neither proof nor convert the colours. Example: an output intent
    that names FOGRA39 only, or carries sRGB. Embed the ICC profile of the printing condition.
    """
    named_only = not level_of(expected.condition).modern
    for intent in _intents(file):
        if named_only and intent.identifier and intent.registry and not intent.has_profile:
            continue
        if not intent.has_profile or intent.components != 4:
            message = _("The output intent “{identifier}” has no CMYK profile inside.")
            yield _finding(file, message.format(identifier=intent.identifier), _rerun())


@check("F005", "condition_differs", Severity.ERROR, authority=ISO)
def condition_differs(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file is made for another printing condition than the one ordered.

    Colours separated for coated paper go muddy on newsprint. Example: FOGRA39 where the shop prints on
    newsprint (IFRA26). Build again with the shop's condition, or set `press` to the one it prints by.
    """
    if expected.condition is None:
        return
    wanted = expected.condition.registry
    for intent in _intents(file):
        if intent.identifier != wanted:
            message = _("The file is made for the printing condition “{found}”, ordered is “{wanted}”.")
            hint = _("Build again for the condition of the print shop.")
            yield _finding(file, message.format(found=intent.identifier, wanted=wanted), hint)


@check("F006", "title_missing", Severity.ERROR, authority=ISO)
def title_missing(file: PressFile) -> Iterator[Finding]:
    """The document has no title, or two different ones.

    PDF/X asks for a title in Info and metadata; the shop files the job under it. Example: “untitled”
    in the metadata, the issue's name in Info. Give publication and issue a name and build again.
    """
    named, described = file.info.get("Title", ""), file.xmp.get("dc:title", "")
    if not named.strip() or named != described:
        message = _("The title is “{info}” in Info and “{xmp}” in the metadata; one and the same is wanted.")
        yield _finding(file, message.format(info=named, xmp=described), _rerun())


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
            yield _finding(file, message.format(key=key, info=info, xmp=xmp), _rerun())


@check("F008", "trapping_unstated", Severity.ERROR, authority=ISO)
def trapping_unstated(file: PressFile) -> Iterator[Finding]:
    """The file does not say whether its colours are trapped.

    If it is unknown, the shop traps twice or not at all, and white slits show between colours.
    Example: Trapped is Unknown. This tool states False: the shop's machine traps.
    """
    info, xmp = file.info.get("Trapped", ""), file.xmp.get("pdf:Trapped", "")
    if info not in ("True", "False") or xmp not in ("", info):
        message = _("Trapped is “{info}” in Info and “{xmp}” in the metadata; True or False is wanted.")
        yield _finding(file, message.format(info=info, xmp=xmp), _rerun())


@check("F009", "language_missing", Severity.WARNING)
def language_missing(file: PressFile) -> Iterator[Finding]:
    """The document does not state its language.

    Readers, search and the archive need it to read the text as Chinese. Example: no /Lang.
    Build again with this tool, which states zh-CN.
    """
    if not file.language:
        yield _finding(file, _("The document does not state its language."), _rerun())


@check("F010", "file_encrypted", Severity.ERROR, authority=ISO)
def file_encrypted(file: PressFile) -> Iterator[Finding]:
    """The file is encrypted.

    The shop cannot impose or correct it, and PDF/X forbids it. Example: printing is allowed, changing
    is not. Save it without a password and without restrictions.
    """
    if file.encrypted:
        hint = _("Save the file without password and restrictions.")
        yield _finding(file, _("The file is encrypted."), hint)


@check("F011", "actions_present", Severity.ERROR, authority=ISO)
def actions_present(file: PressFile) -> Iterator[Finding]:
    """The file would do something by itself: a script, a form, an action on opening.

    None of it can be printed, and PDF/X forbids it. Example: JavaScript in a form field.
    Export the pages without forms and scripts.
    """
    found = [*file.actions, *("AA" for page in file.pages if page.actions)]
    if found:
        message = _("The file holds what is not for print: {found}.")
        yield _finding(file, message.format(found=", ".join(dict.fromkeys(found))), _rerun())


@check("F012", "annotation_present", Severity.ERROR, authority=ISO)
def annotation_present(file: PressFile) -> Iterator[Finding]:
    """A page carries annotations: links, notes, stamps.

    A forgotten proof note may be printed. Example: a link in the imprint. Print without annotations;
    a proof's notes belong to the proof.
    """
    for page in file.pages:
        if page.annotations:
            message = _("Page {page} carries annotations: {count}.")
            hint = _("Take links, notes and stamps out of the press file.")
            message = message.format(page=page.number, count=page.annotations)
            yield _finding(file, message, hint, Spot(page.number))


@check("F013", "file_attached", Severity.WARNING)
def file_attached(file: PressFile) -> Iterator[Finding]:
    """Files are attached to the press file.

    They are not printed, but they are handed on: sources, names, drafts. Example: a spreadsheet inside
    the PDF. Take the attachments out.
    """
    if file.embedded_files:
        message = _("Files are attached to the press file: {count}.").format(count=file.embedded_files)
        yield _finding(file, message, _("Take the attachments out."))


@check("F014", "layers_present", Severity.WARNING)
def layers_present(file: PressFile) -> Iterator[Finding]:
    """The file has layers that can be switched on and off.

    What prints then depends on a switch at the shop. Example: two languages on two layers.
    Flatten the layers, so that there is one picture of each page.
    """
    if file.optional_content:
        message = _("The file has layers that can be switched off.")
        yield _finding(file, message, _("Flatten the layers."))


@check("F015", "file_damaged", Severity.ERROR)
def file_damaged(file: PressFile) -> Iterator[Finding]:
    """A part of the file cannot be read, so that it could not be checked.

    What cannot be read here may stop the shop's machine or print wrong. Example: a page with a broken
    stream. Build the file again; if that does not help, report it with the file.
    """
    for fault in file.faults:
        yield _finding(file, fault, _("Make the file again."))


@check("F016", "identifier_missing", Severity.ERROR, authority=ISO)
def identifier_missing(file: PressFile) -> Iterator[Finding]:
    """The file has no identifier.

    The shop's database tells files apart by it; PDF/X wants /ID in the trailer and a DocumentID in the
    metadata. Example: a file saved by a simple writer. Build it again.
    """
    if not file.identified or not file.xmp.get("xmpMM:DocumentID"):
        yield _finding(file, _("The file has no identifier in trailer or metadata."), _rerun())


# Pages and boxes


@check("F020", "page_count_differs", Severity.ERROR)
def page_count_differs(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file has more or fewer pages than the issue.

    A sheet of four pages cannot be printed from three. Example: 4 pages are planned, 5 are in the
    file, because a page ran over. Look for the empty or doubled page.
    """
    found, wanted = len(file.pages), expected.page_count
    if wanted is not None and found != wanted:
        message = _("The number of pages is {found}, ordered are {wanted}.").format(
            found=found, wanted=wanted
        )
        yield _finding(file, message, _("Look for the page that is missing, empty or doubled."))


@check("F021", "page_sizes_differ", Severity.ERROR)
def page_sizes_differ(file: PressFile) -> Iterator[Finding]:
    """The pages of the file are not of one size.

    They are printed on one sheet and cut by one knife. Example: page 3 is A4, all others 285 × 420 mm.
    Give all pages the trim of the layout.
    """
    sizes = {page.number: _size(page.trim or page.media) for page in file.pages}
    first = next(iter(sizes.values()), "")
    for number, size in sizes.items():
        if size != first:
            message = _("Page {page} is {size} mm, page 1 is {first} mm.")
            hint = _("Give all pages the same trim.")
            yield _finding(file, message.format(page=number, size=size, first=first), hint, Spot(number))


def _size(box: Box | None) -> str:
    """Return a box's size for people: ``285 × 420``."""
    return f"{round(box.width, 1):g} × {round(box.height, 1):g}" if box else "?"


@check("F022", "sheet_origin_off", Severity.WARNING)
def sheet_origin_off(file: PressFile) -> Iterator[Finding]:
    """The sheet does not begin at the origin, or is turned.

    Some imposition programs take the lower left corner for 0 0 and place the page beside the sheet.
    Example: MediaBox -10 -10 605 852. Move the boxes and the page so that the sheet begins at 0 0.
    """
    for page in file.pages:
        if page.media and (abs(page.media.x0) > _EXACT or abs(page.media.y0) > _EXACT or page.rotation):
            message = _(
                "The sheet of page {page} begins at {x:g} {y:g} and is turned by {angle}°; 0 0 is wanted."
            )
            message = message.format(page=page.number, x=page.media.x0, y=page.media.y0, angle=page.rotation)
            yield _finding(file, message, _rerun(), Spot(page.number))


@check("F023", "trim_missing", Severity.ERROR, authority=ISO)
def trim_missing(file: PressFile) -> Iterator[Finding]:
    """A page does not say where it is cut: it has no TrimBox, or an ArtBox beside it.

    PDF/X asks for exactly one of the two; without TrimBox the shop must guess the cut. Example: a PDF
    from a word processor. Export it with a TrimBox.
    """
    for page in file.pages:
        if page.trim is None or page.art is not None:
            message = _("Page {page} has no TrimBox, or an ArtBox besides.").format(page=page.number)
            yield _finding(file, message, _rerun(), Spot(page.number))


@check("F024", "trim_differs", Severity.ERROR)
def trim_differs(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The trim is not the size of the layout.

    The permit is given for one format, and the shop's sheet fits one size. Example: 297 × 420 mm where
    285 × 420 mm is approved. Use the layout that was approved, or have the size changed on both sides.
    """
    if expected.width is None or expected.height is None:
        return
    for page in file.pages:
        if page.trim and not _is_size(page.trim, expected.width, expected.height):
            message = _("The trim of page {page} is {found} mm, ordered are {width:g} × {height:g} mm.")
            message = message.format(
                page=page.number, found=_size(page.trim), width=expected.width, height=expected.height
            )
            yield _finding(file, message, _("Use the layout of the approved format."), Spot(page.number))


def _is_size(box: Box, width: Mm, height: Mm) -> bool:
    return abs(box.width - width) < _PAPER and abs(box.height - height) < _PAPER


@check("F025", "bleed_missing", Severity.ERROR)
def bleed_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A page has no bleed, or less than the shop wants.

    The knife is off by a millimetre now and then; without bleed a white edge shows. Example: no
    BleedBox, or one of 2 mm where 3 mm are ordered. Lay the page out with the shop's bleed.
    """
    wanted = expected.bleed if expected.bleed is not None else Mm(0.0)
    for page in file.pages:
        found = _bleed(page)
        if found is None or found < wanted - _PAPER:
            message = _("The bleed of page {page} is {found} mm, ordered are {wanted:g} mm.")
            message = message.format(
                page=page.number, found="?" if found is None else f"{found:.2f}", wanted=wanted
            )
            yield _finding(
                file, message, _("Lay the page out with bleed on all four sides."), Spot(page.number)
            )


def _bleed(page: Sheet) -> Mm | None:
    """Return the smallest bleed of the four sides in mm, none without boxes."""
    if page.bleed is None or page.trim is None:
        return None
    outer, inner = page.bleed, page.trim
    sides = (inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1)
    return Mm(min(sides) * 25.4 / 72)


@check("F026", "boxes_not_nested", Severity.ERROR, authority=ISO)
def boxes_not_nested(file: PressFile) -> Iterator[Finding]:
    """The boxes of a page do not lie one in another: sheet, bleed, trim.

    A trim outside the sheet cannot be cut. Example: a BleedBox larger than the MediaBox.
    Set MediaBox around BleedBox around TrimBox.
    """
    for page in file.pages:
        boxes = [box for box in (page.media, page.bleed, page.trim) if box is not None]
        nested = all(outer.holds(inner) for outer, inner in pairwise(boxes))
        if not nested or page.media is None or (page.crop and page.bleed and not page.crop.holds(page.bleed)):
            message = _("The boxes of page {page} do not lie one in another: sheet, bleed, trim.")
            yield _finding(file, message.format(page=page.number), _rerun(), Spot(page.number))


# Colour


@check("F030", "paint_outside_cmyk", Severity.ERROR, authority=ISO)
def paint_outside_cmyk(file: PressFile) -> Iterator[Finding]:
    """Type, lines or areas are painted in a colour that is not for the plates: RGB, Lab, calibrated.

    The shop's conversion turns RGB black into four inks, and register errors blur the type. Example:
    `color: #333` in a layout's style sheet. Write the colour as device-cmyk().
    """
    for page in file.pages:
        for paint in page.paints:
            if paint.use != "image" and not prints_as_cmyk(paint.space):
                message = _("{count} × {use} in {space} instead of CMYK, first on {place}.").format(
                    count=paint.count, use=_use(paint.use), space=paint.space, place=_place(paint.first)
                )
                yield _finding(file, message, _("Write the colour as device-cmyk()."), paint.first)


def _use(use: Use) -> str:
    """Return what is painted, for people."""
    words = {
        "fill": _("areas"),
        "stroke": _("lines"),
        "text": _("type"),
        "image": _("pictures"),
        "shading": _("blends"),
    }
    return words[use]


@check("F031", "picture_outside_cmyk", Severity.ERROR, authority=ISO)
def picture_outside_cmyk(file: PressFile) -> Iterator[Finding]:
    """A picture is not in CMYK.

    Which ink it takes is left to a machine at the shop. Example: an RGB logo beside converted photos.
    Put it into the photo manifest, or convert it to the printing condition.
    """
    for picture in _pictures(file):
        if not prints_as_cmyk(picture.space):
            message = _("The picture on {place} is in {space}, not in CMYK.")
            message = message.format(place=_place(picture.at), space=picture.space)
            yield _finding(file, message, _("Convert it to the printing condition."), picture.at)


def _pictures(file: PressFile) -> Iterator[Picture]:
    for page in file.pages:
        yield from page.pictures


@check("F032", "black_type_knocks_out", Severity.ERROR)
def black_type_knocks_out(file: PressFile) -> Iterator[Finding]:
    """Black type does not overprint.

    It is cut out of the colours below, and the slightest shift of a plate rims every stroke with
    white. Example: K 100 type on a tint without overprint. Let solid black type overprint (OPM 1).
    """
    for page in file.pages:
        if page.black_out:
            count, first = page.black_out.count, page.black_out.first
            message = _("Black type does not overprint, {count} ×, first on {place}.")
            yield _finding(file, message.format(count=count, place=_place(first)), _rerun(), first)


@check("F033", "white_overprints", Severity.ERROR)
def white_overprints(file: PressFile) -> Iterator[Finding]:
    """White is set to overprint, so that it is not printed at all.

    White is paper: what overprints with no ink leaves everything below as it is, and the type is gone.
    Example: a white headline on a photo, seen on the screen, missing in print. Let white knock out.
    """
    for page in file.pages:
        if page.white_over:
            count, first = page.white_over.count, page.white_over.first
            message = _("White overprints and would vanish, {count} ×, first on {place}.")
            yield _finding(file, message.format(count=count, place=_place(first)), _rerun(), first)


@check("F034", "ink_over_limit", Severity.ERROR)
def ink_over_limit(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """An area or type takes more ink than the paper bears.

    Too much ink does not dry, sets off on the next sheet and tears newsprint. Example: C 100 M 100
    Y 100 K 100 where 240 % is the limit. Take a colour with less under the black.
    """
    limit = expected.condition.ink_limit if expected.condition else HEAVIEST_INK
    for page in file.pages:
        heaviest = page.heaviest_ink
        if heaviest and heaviest.value > limit + 0.5:
            message = _("{found:g} % of ink on {place}; the paper bears {limit:g} %.")
            message = message.format(found=heaviest.value, place=_place(heaviest.at), limit=limit)
            yield _finding(file, message, _("Take a colour with less ink."), heaviest.at)


@check("F035", "transparency_present", Severity.ERROR)
def transparency_present(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A page is transparent in places, where the shop asked for PDF/X-1a, which cannot hold that.

    Its machine would drop the effect or stop. Example: a tint of 50 % opacity over a photo.
    Lay the page out without transparency, or agree on PDF/X-4 with the shop.
    """
    level = level_of(expected.condition)
    for page in file.pages:
        if page.transparency and not level.modern:
            message = _("Page {page} is transparent in places ({found}); {label} cannot hold that.")
            found = ", ".join(page.transparency)
            message = message.format(page=page.number, found=found, label=level.label)
            hint = _("Do without transparency, or agree on PDF/X-4 with the shop.")
            yield _finding(file, message, hint, Spot(page.number))


# Type, lines, pictures


@check("F040", "font_not_embedded", Severity.ERROR, authority=ISO)
def font_not_embedded(file: PressFile) -> Iterator[Finding]:
    """A font is not in the file.

    The shop's machine then takes another one, and lines and characters change. Example: SimSun named
    but not embedded. Embed all fonts; a font that forbids it cannot be used.
    """
    for font in file.fonts:
        if not font.embedded:
            message = _("The font “{font}” is not embedded; first set on {place}.")
            message = message.format(font=font.base or font.kind, place=_place(font.first))
            yield _finding(file, message, _("Embed the font."), font.first)


@check("F041", "glyph_missing", Severity.ERROR)
def glyph_missing(file: PressFile) -> Iterator[Finding]:
    """A character is printed as an empty box, because the font does not have it.

    Names with rare characters suffer most. Example: 𬭎 in a face that holds GB 2312 only.
    Take a face that has the character, such as Newsletter Song Ext.
    """
    for font in file.fonts:
        if font.notdef:
            message = _("The font “{font}” lacks a character that is set on {place}.")
            message = message.format(font=font.base, place=_place(font.notdef))
            yield _finding(file, message, _("Take a face that has the character."), font.notdef)


@check("F042", "text_unreadable", Severity.WARNING)
def text_unreadable(file: PressFile) -> Iterator[Finding]:
    """The text of a font cannot be read back from the file.

    It prints, but it can neither be searched nor checked: permit number and imprint cannot be read
    from the press file. Example: a font without ToUnicode. Export with Unicode mapping.
    """
    for font in file.fonts:
        if not font.to_unicode and font.kind != "missing":
            message = _("The text in the font “{font}” cannot be read back; first set on {place}.")
            message = message.format(font=font.base, place=_place(font.first))
            yield _finding(file, message, _("Export the fonts with their Unicode mapping."), font.first)


@check("F043", "type_too_small", Severity.ERROR)
def type_too_small(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """Type is smaller than the paper can hold.

    The strokes of small Han characters fill with ink. Example: 5 pt in an imprint on newsprint.
    Set it larger, or say less. Readings over characters are letters, open and few, and may be smaller:
    down to the printer profile's `smallest_ruby`; they are told apart by their number on the page.
    """
    least = expected.condition.smallest_type if expected.condition else SMALLEST_TYPE
    for page in file.pages:
        small = (each for each in page.type_sizes if each.least.value < least - _ROUNDING)
        found = next((each.least for each in small if not _is_ruby(each, page, expected)), None)
        if found:
            message = _("Type of {found:.1f} pt on {place}; the smallest is {least:g} pt.")
            message = message.format(found=found.value, place=_place(found.at), least=least)
            yield _finding(file, message, _("Set it larger."), found.at)


def _is_ruby(found: TypeSize, page: Sheet, expected: Expectation) -> bool:
    """Return whether no more is set in a size than the page's readings, and those are large enough."""
    least = expected.condition.smallest_ruby if expected.condition else SMALLEST_TYPE
    readings = expected.readings.get((page.number, round(found.least.value, 1)), 0)
    return found.strings <= readings and found.least.value >= least - _ROUNDING


@check("F044", "line_too_thin", Severity.ERROR)
def line_too_thin(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A line is thinner than the press can hold.

    It breaks up or vanishes; a line of width 0 is as thin as the machine can draw. Example: a hairline
    of 0.05 mm between columns. Draw it thicker. Crop and register marks are not meant.
    """
    least = expected.condition.smallest_line if expected.condition else SMALLEST_LINE
    for page in file.pages:
        found = page.thinnest_line
        if found and found.value < least - 0.002:
            message = _("A line of {found:.2f} mm on {place}; the thinnest is {least:g} mm.")
            message = message.format(found=found.value, place=_place(found.at), least=least)
            yield _finding(file, message, _("Draw it thicker."), found.at)


@check("F045", "picture_too_coarse", Severity.ERROR)
def picture_too_coarse(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A picture has too few pixels for its size on paper.

    Faces show steps and squares. Example: 300 pixels over 80 mm are 95 ppi. Place it smaller, crop
    less, or get the original from the photographer.
    """
    floor = expected.condition.ppi_floor if expected.condition else COARSEST_PPI
    for picture in _pictures(file):
        if _ppi(picture) < floor - 0.5:
            yield _coarse(file, picture, floor)


@check("F046", "picture_coarse", Severity.WARNING)
def picture_coarse(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A picture has fewer pixels than the paper could show.

    It prints, but softer than its neighbours. Example: 180 ppi on newsprint, where 200 are good.
    Place it smaller, or get the original.
    """
    if expected.condition is None:
        return
    for picture in _pictures(file):
        if expected.condition.ppi_floor - 0.5 <= _ppi(picture) < expected.condition.ppi_warn - 0.5:
            yield _coarse(file, picture, expected.condition.ppi_warn)


def _ppi(picture: Picture) -> float:
    """Return the coarser of both directions; a picture of one or two pixels is a flat colour."""
    flat = picture.width <= 2 or picture.height <= 2
    return float("inf") if flat else min(picture.ppi_x, picture.ppi_y)


def _coarse(file: PressFile, picture: Picture, wanted: float) -> Finding:
    message = _("The picture on {place} has {found:.0f} ppi; wanted are {wanted:g}.")
    message = message.format(place=_place(picture.at), found=_ppi(picture), wanted=wanted)
    return _finding(file, message, _("Place it smaller, or get a larger original."), picture.at)


# Edges of the page


@check("F050", "bleed_short", Severity.ERROR)
def bleed_short(file: PressFile) -> Iterator[Finding]:
    """A picture or tint reaches the cut, but not the edge of the bleed.

    The knife then leaves a white rim. Example: a photo that ends exactly on the trim.
    Carry it on into the bleed, or keep it clear of the trim.
    """
    for page in file.pages:
        reach = _bleed(page) or Mm(0.0)
        for patch in page.edges:
            if any(_EDGE_SLACK_IN < out < reach - _EDGE_SLACK for out in _overhangs(patch.at, page)):
                message = _("What reaches the trim on {place} does not fill the bleed of {bleed:g} mm.")
                message = message.format(place=_place(patch.at), bleed=round(reach, 2))
                yield _finding(file, message, _("Carry it on into the bleed."), patch.at)


@check("F051", "matter_past_bleed", Severity.WARNING)
def matter_past_bleed(file: PressFile) -> Iterator[Finding]:
    """A picture or tint runs past the bleed, into the marks.

    It covers crop marks or is cut at the shop. Example: a background that fills the whole sheet.
    End it at the edge of the bleed.
    """
    for page in file.pages:
        reach = _bleed(page)
        for patch in page.edges:
            if reach is not None and max(_overhangs(patch.at, page)) > reach + _EDGE_SLACK:
                message = _("What begins on {place} runs past the bleed.").format(place=_place(patch.at))
                yield _finding(file, message, _("End it at the edge of the bleed."), patch.at)


_EDGE_SLACK = 0.1
_EDGE_SLACK_IN = -0.5


def _overhangs(at: Spot, page: Sheet) -> tuple[float, float, float, float]:
    """Return by how many mm a place stands out over left, top, right and bottom of the trim."""
    box = page.trim or page.media
    width, height = (box.width, box.height) if box else (0.0, 0.0)
    return -at.x, -at.y, at.x + at.width - width, at.y + at.height - height


@check("F052", "type_at_the_edge", Severity.WARNING)
def type_at_the_edge(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """Type stands nearer to the cut than the knife is true.

    It may be cut. Example: a folio 1 mm from the edge. Keep type 3 mm inside the trim.
    """
    safe = expected.condition.safe if expected.condition else Mm(3.0)
    for page in file.pages:
        near = [line for line in page.lines if _is_near_edge(line, page, safe)]
        if near and page.trim:
            message = _("Type stands less than {safe:g} mm from the cut, {count} ×, first on {place}.")
            message = message.format(safe=safe, count=len(near), place=_place(near[0]))
            yield _finding(file, message, _("Move it inwards."), near[0])


def _is_near_edge(line: Spot, page: Sheet, safe: Mm) -> bool:
    """Return whether a line of type touches the trim's edge zone; the slug lies wholly outside the bleed."""
    over = _overhangs(line, page)
    outside = _is_outside(line, page, _bleed(page) or Mm(0.0))
    return not outside and max(over) > -safe + _EDGE_SLACK


def _is_outside(line: Spot, page: Sheet, bleed: Mm) -> bool:
    box = page.trim or page.media
    if box is None:
        return True
    apart: Iterable[bool] = (
        line.x >= box.width + bleed,
        line.y >= box.height + bleed,
        line.x + line.width <= -bleed,
        line.y + line.height <= -bleed,
    )
    return any(apart)
