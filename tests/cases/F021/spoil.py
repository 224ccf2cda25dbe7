"""Page 2 is cut shorter."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    box = pdf.pages[1].TrimBox
    box[1] = float(box[1]) + 5
