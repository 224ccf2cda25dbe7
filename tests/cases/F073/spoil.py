"""Body type in a black of three inks."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    font = sorted(page.Resources.Font.keys())[0].encode()
    text = b"BT " + font + b" 9 Tf 200 400 Td <0024> Tj ET Q\n"
    page.Contents.write(page.Contents.read_bytes() + b"\nq /PressOutOut gs .4 .3 0 .8 k " + text)
