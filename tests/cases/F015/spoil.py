"""The operators of page 2 are nonsense to the filter."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    page.Contents.write(b"not a picture", filter=pikepdf.Name.JBIG2Decode)
