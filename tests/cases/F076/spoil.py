"""A picture that ends at the cut, though the page has a bleed."""

import pikepdf

PLATES = True


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    left = float(page.TrimBox[0])
    tint = f"q /PressOutOut gs 0 .5 0 0 k {left} 300 72 72 re f Q"
    page.Contents.write(page.Contents.read_bytes() + b"\n" + tint.encode() + b"\n")
