"""The desks that check: one function per rule, a module per desk. Importing a desk registers its rules."""

from importlib import import_module

EARLY = (
    "manifest",
    "approval",
    "sheet_size",
    "blanks",
    "statutory",
    "titles",
    "permits",
    "certificate",
    "printers",
    "series",
    "duties",
    "self_names",
    "bylines",
    "periodicals",
    "imprint",
    "partners",
    "commerce",
    "manuscripts",
    "copy",
    "pairs",
    "quotes",
    "punctuation",
    "figures",
    "hours",
    "conjunctions",
    "signs",
    "calendar",
    "sentences",
    "agreement",
    "people",
    "terms",
    "house",
    "characters",
    "traditional",
    "photos",
    "photo_data",
)
"""Desks that examine the issue as it is read; they need no fonts, no engine, no PDF library."""

LATE = (
    "glyphs",
    "tables",
    "makeup",
    "length",
    "masters",
    "crops",
    "furniture",
    "jumps",
    "headings",
    "overhead",
    "leading",
    "legs",
    "lines",
    "wishes",
    "positions",
    "neighbours",
    "gutter",
    "mixing",
    "typesetting",
    "press",
    "printed",
    "screen",
    "printed_words",
    "printed_marks",
    "likeness",
    "year",
)
"""Desks that examine what is made of it, and the series."""


def open_desks(*desks: str) -> None:
    """Register the rules of the desks; the early ones when none is named."""
    for desk in desks or EARLY:
        import_module(f"{__name__}.{desk}")
