"""A tint covers the marks."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(page.Contents.read_bytes() + b"\nq .1 0 0 0 k 0 200 200 50 re f Q\n")
