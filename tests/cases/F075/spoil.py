"""A tint of K 3."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(
        page.Contents.read_bytes() + b"\nq /PressOutOut gs 0 0 0 .03 k 200 300 72 72 re f Q\n"
    )
