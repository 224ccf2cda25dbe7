"""No modification date."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/ModDate"]
