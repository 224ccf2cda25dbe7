"""Page 1 has no TrimBox; the sheet counts as trim then."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/TrimBox"]
