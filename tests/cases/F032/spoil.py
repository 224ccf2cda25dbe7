"""Black type on a tint knocks out."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    font = sorted(page.Resources.Font.keys())[0].encode()
    tint = b"\nq /PressOutOut gs .2 0 0 0 k 190 390 90 40 re f "
    text = b"0 0 0 1 k BT " + font + b" 12 Tf 200 400 Td <0024> Tj ET Q\n"
    page.Contents.write(page.Contents.read_bytes() + tint + text)
