"""Type of 5 pt, scaled down from 10."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    font = sorted(page.Resources.Font.keys())[0].encode()
    page.Contents.write(
        page.Contents.read_bytes()
        + b"\nq /PressOverOver gs 0 0 0 1 k .5 0 0 .5 0 0 cm BT "
        + font
        + b" 10 Tf 200 400 Td <0024> Tj ET Q\n"
    )
