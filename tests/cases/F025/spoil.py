"""The bleed of page 1 is 2 mm."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    mm = 72 / 25.4
    page.BleedBox = [10 * mm, 10 * mm, 162 * mm, 224 * mm]
