"""The sheet of page 1 begins left of the origin."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox[0] = -10
