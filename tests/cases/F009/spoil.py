"""No language."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]
