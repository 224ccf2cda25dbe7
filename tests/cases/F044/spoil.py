"""A hairline."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(page.Contents.read_bytes() + b"\nq .1 w 0 0 0 1 K 100 200 m 150 200 l S Q\n")
