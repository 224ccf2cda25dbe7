"""What a press file does not carry: actions, scripts, forms, annotations, bookmarks."""

import pikepdf

_OF_CATALOG = (
    "/AA", "/AcroForm", "/Collection", "/Dests", "/JavaScript", "/MarkInfo", "/Metadata", "/Names",
    "/OCProperties", "/OpenAction", "/Outlines", "/OutputIntents", "/PageLayout", "/PageMode", "/Perms",
    "/PieceInfo", "/StructTreeRoot", "/Threads", "/URI", "/Version",
)  # fmt: skip
_OF_PAGE = (
    "/AA",
    "/Annots",
    "/B",
    "/Dur",
    "/PieceInfo",
    "/PresSteps",
    "/StructParents",
    "/Tabs",
    "/Thumb",
    "/Trans",
)


def strip(pdf: pikepdf.Pdf) -> None:
    """Take away what PDF/X-4 forbids and what only a screen would use (ISO 15930-7)."""
    for key in _OF_CATALOG:
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        for key in _OF_PAGE:
            if key in page.obj:
                del page.obj[key]
