"""Glyph 0 is set."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    font = sorted(page.Resources.Font.keys())[0].encode()
    page.Contents.write(
        page.Contents.read_bytes()
        + b"\nq /PressOverOver gs 0 0 0 1 k BT "
        + font
        + b" 10 Tf 100 200 Td <00240000> Tj ET Q\n"
    )
