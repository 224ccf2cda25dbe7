"""The bleed of page 1 is larger than the sheet."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.BleedBox = [-5, -5, 800, 800]
