"""A page of which nothing is left."""

import pikepdf

PLATES = True


def spoil(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Contents.write(b"")
