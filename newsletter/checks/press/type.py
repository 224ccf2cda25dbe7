"""Rules about type and lines: fonts, glyphs, sizes, widths."""

from collections.abc import Iterator

from newsletter.checks.press.wording import ISO, finding, place
from newsletter.diagnostics import Finding, Severity
from newsletter.language import _
from newsletter.press.expectation import Expectation
from newsletter.press.facts import Measure, PressFile, Sheet, TypeSize
from newsletter.rulebook import check

SMALLEST_TYPE = 6.0
SMALLEST_LINE = 0.1
_ROUNDING = 0.02


@check("F040", "font_not_embedded", Severity.ERROR, authority=ISO)
def font_not_embedded(file: PressFile) -> Iterator[Finding]:
    """A font is not in the file.

    The shop's machine then takes another one, and lines and characters change. Example: SimSun named
    but not embedded. Embed all fonts; a font that forbids it cannot be used.
    """
    for font in file.fonts:
        if not font.embedded:
            message = _("The font “{font}” is not embedded; first set on {place}.")
            message = message.format(font=font.base or font.kind, place=place(font.first))
            yield finding(file, message, _("Embed the font."), font.first)


@check("F041", "glyph_missing", Severity.ERROR)
def glyph_missing(file: PressFile) -> Iterator[Finding]:
    """A character is printed as an empty box, because the font does not have it.

    Names with rare characters suffer most. Example: 𬭎 in a face that holds GB 2312 only.
    Take a face that has the character, such as Newsletter Song Ext.
    """
    for font in file.fonts:
        if font.notdef:
            message = _("The font “{font}” lacks a character that is set on {place}.")
            message = message.format(font=font.base, place=place(font.notdef))
            yield finding(file, message, _("Take a face that has the character."), font.notdef)


@check("F042", "text_unreadable", Severity.WARNING)
def text_unreadable(file: PressFile) -> Iterator[Finding]:
    """The text of a font cannot be read back from the file.

    It prints, but it can neither be searched nor checked: permit number and imprint cannot be read
    from the press file. Example: a font without ToUnicode. Export with Unicode mapping.
    """
    for font in file.fonts:
        if not font.to_unicode and font.kind != "missing":
            message = _("The text in the font “{font}” cannot be read back; first set on {place}.")
            message = message.format(font=font.base, place=place(font.first))
            yield finding(file, message, _("Export the fonts with their Unicode mapping."), font.first)


@check("F043", "type_too_small", Severity.ERROR)
def type_too_small(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """Type is smaller than the paper can hold.

    The strokes of small Han characters fill with ink. Example: 5 pt in an imprint on newsprint.
    Set it larger, or say less. Readings over characters are letters, open and few, and may be smaller:
    down to the printer profile's `smallest_ruby`; they are told apart by their number on the page, or by
    standing over larger type.
    """
    least = expected.condition.smallest_type if expected.condition else SMALLEST_TYPE
    for page in file.pages:
        found = next(iter(_too_small(page, expected, least)), None)
        if found:
            message = _("Type of {found:.1f} pt on {place}; the smallest is {least:g} pt.")
            message = message.format(found=found.value, place=place(found.at), least=least)
            yield finding(file, message, _("Set it larger."), found.at)


def _too_small(page: Sheet, expected: Expectation, least: float) -> Iterator[Measure]:
    """Yield the sizes that are too small, the smallest first; readings told by place or by number."""
    ruby = expected.condition.smallest_ruby if expected.condition else SMALLEST_TYPE
    lone = None if page.alone is None else {round(each.value, 1): each for each in page.alone}
    for each in page.type_sizes:
        if each.least.value >= least - _ROUNDING:
            continue
        if lone is None and not _is_ruby(each, page, expected):
            yield each.least
        if lone is not None and (each.least.value < ruby - _ROUNDING or round(each.least.value, 1) in lone):
            yield lone.get(round(each.least.value, 1), each.least)


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
            message = message.format(found=found.value, place=place(found.at), least=least)
            yield finding(file, message, _("Draw it thicker."), found.at)
