"""A tint ends on the trim."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(page.Contents.read_bytes() + b"\nq .1 0 0 0 k 34.0157 200 100 50 re f Q\n")
