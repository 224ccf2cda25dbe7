"""What a preflight checks, clause by clause, and what it does not: the report says both."""

from dataclasses import dataclass

from newsletter.language import N_
from newsletter.press.facts import Part

X4, X1A = "x-4", "x-1a"
_FILE: tuple[Part, ...] = ("file",)
_CONTENT: tuple[Part, ...] = ("file", "page", "content")
_TEXT: tuple[Part, ...] = ("file", "page", "text")
_PLATES: tuple[Part, ...] = ("file", "page", "content", "plates")


@dataclass(frozen=True, slots=True)
class Clause:
    """Something that is checked: its key, what is asked, the rules that find it broken, what must be read.

    ``levels`` are the levels of PDF/X that ask it; a clause of print alone has none and is asked always.
    """

    key: str
    text: str
    rules: tuple[str, ...]
    parts: tuple[Part, ...] = _FILE
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that is not checked, and why."""

    text: str
    reason: str


_BOTH = (X4, X1A)
_CLAUSES = (
    Clause("structure", N_("The file can be read whole"), ("F015", "F060", "F061"), _PLATES, _BOTH),
    Clause("version", N_("Header and PDF version"), ("F002",), _FILE, _BOTH),
    Clause("streams", N_("No object streams"), ("F065",), _FILE, (X1A,)),
    Clause("encryption", N_("No encryption"), ("F010",), _FILE, _BOTH),
    Clause("identifier", N_("File identifier and document ID"), ("F016",), _FILE, _BOTH),
    Clause("label", N_("Label of the PDF/X level"), ("F001",), _FILE, _BOTH),
    Clause("metadata", N_("XMP metadata with version, rendition class, date"), ("F066",), _FILE, (X4,)),
    Clause("title", N_("Title in Info and metadata"), ("F006",), _FILE, _BOTH),
    Clause("dates", N_("Creation and modification date"), ("F007",), _FILE, _BOTH),
    Clause("trapped", N_("Trapping stated"), ("F008",), _FILE, _BOTH),
    Clause("intent", N_("One output intent for PDF/X"), ("F003",), _FILE, _BOTH),
    Clause("profile", N_("Output profile of a press, for CMYK"), ("F003", "F004", "F067"), _FILE, _BOTH),
    Clause("boxes", N_("MediaBox, BleedBox and TrimBox one in another"), ("F023", "F026"), _CONTENT, _BOTH),
    Clause("actions", N_("No actions, scripts or forms"), ("F011",), _CONTENT, _BOTH),
    Clause("annotations", N_("No annotations on the pages"), ("F012",), _CONTENT, _BOTH),
    Clause("layers", N_("No layers that can be switched"), ("F014",), _FILE, (X1A,)),
    Clause("objects", N_("No PostScript, OPI, pictures elsewhere, alternates"), ("F062",), _CONTENT, _BOTH),
    Clause("packing", N_("Pictures packed as the level allows"), ("F063",), _CONTENT, _BOTH),
    Clause("curves", N_("No transfer curves or halftones"), ("F064",), _CONTENT, _BOTH),
    Clause(
        "colours",
        N_("Colours of type, lines, areas, blends, patterns for the plates"),
        ("F030",),
        _CONTENT,
        _BOTH,
    ),
    Clause("pictures", N_("Pictures in CMYK, black or spot colours"), ("F031",), _CONTENT, _BOTH),
    Clause("plain", N_("No colours with profiles of their own"), ("F069",), _CONTENT, (X1A,)),
    Clause("transparency", N_("Nothing transparent"), ("F035",), _CONTENT, (X1A,)),
    Clause("blending", N_("Transparency blended in CMYK"), ("F080",), _CONTENT, (X4,)),
    Clause("fonts", N_("Fonts embedded"), ("F040",), _CONTENT, _BOTH),
    Clause("condition", N_("Made for the shop's printing condition"), ("F003", "F005")),
    Clause("glyphs", N_("No missing glyphs set"), ("F041",), _CONTENT),
    Clause("unicode", N_("Text can be read back"), ("F042",), _CONTENT),
    Clause("language", N_("Language stated"), ("F009",)),
    Clause("attachments", N_("No files attached"), ("F013",)),
    Clause("optional", N_("No layers to switch"), ("F014",), _FILE, (X4,)),
    Clause("sizes", N_("Pages of one size, not turned"), ("F021", "F022"), _CONTENT),
    Clause("folding", N_("Pages fill folded sheets"), ("F078",)),
    Clause("bleed", N_("Bleed box as wide as the shop asks"), ("F025",), _CONTENT),
    Clause("bleed-painted", N_("Bleed painted to its edge"), ("F050", "F051", "F076"), _PLATES),
    Clause("margin", N_("Matter clear of the cut"), ("F052", "F077"), (*_PLATES, *_TEXT)),
    Clause("ink", N_("Ink of all plates within the limit"), ("F034", "F070"), _PLATES),
    Clause("plates", N_("Four plates, no spot colours"), ("F071",), _CONTENT),
    Clause("registration", N_("Registration colour in marks alone"), ("F072",), _CONTENT),
    Clause("overprint", N_("Black type overprints, white does not"), ("F032", "F033"), _CONTENT),
    Clause("rich-black", N_("Small type in one black"), ("F073",), _CONTENT),
    Clause("type-size", N_("Type large enough"), ("F043",), (*_CONTENT, *_TEXT)),
    Clause("lines", N_("Lines thick enough"), ("F044",), _CONTENT),
    Clause("tints", N_("Tints strong enough"), ("F075",), _CONTENT),
    Clause("resolution", N_("Pictures fine enough at their size"), ("F045", "F046"), _CONTENT),
    Clause("empty", N_("No empty pages"), ("F079",), _PLATES),
)
_NOT = (
    NotChecked(
        N_("Font programs: outlines, widths, CMaps, character sets"),
        N_("the fonts are not opened; only whether they are there and what is set in them"),
    ),
    NotChecked(
        N_("Missing glyphs of simple fonts with the encoding of their program"),
        N_("the program would have to be read"),
    ),
    NotChecked(N_("Packing of fonts and page contents, as LZW"), N_("only pictures and forms are looked at")),
    NotChecked(
        N_("Alternate colours and tint functions of spot colours"),
        N_("spot colours count as plates of their own"),
    ),
    NotChecked(N_("Profiles of single colours against the output profile"), N_("profiles are not compared")),
    NotChecked(N_("Validity of ICC profiles beyond their header"), N_("they are not computed with here")),
    NotChecked(N_("Names and order of layers"), N_("all layers are taken as shown")),
    NotChecked(N_("Trapping itself"), N_("it is the shop's work")),
    NotChecked(N_("Syntax of objects that no page uses"), N_("they are not printed")),
    NotChecked(N_("Colours that overprint partly"), N_("the heavier ink is taken on every plate")),
    NotChecked(N_("What the words say"), N_("a file from elsewhere has no manuscript to compare with")),
)


def clauses_of(level: str) -> tuple[Clause, ...]:
    """Return what is checked for a level of PDF/X."""
    return tuple(each for each in _CLAUSES if not each.levels or level in each.levels)


def not_checked() -> tuple[NotChecked, ...]:
    """Return what is not checked."""
    return _NOT
