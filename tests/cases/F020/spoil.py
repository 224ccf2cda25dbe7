"""Page 2 is missing; what stood on it only is missing too."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]
