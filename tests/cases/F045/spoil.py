"""The photo is placed far too large."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    name = next(key for key in page.Resources.XObject if key.startswith("/i")).encode()
    page.Contents.write(page.Contents.read_bytes() + b"\nq 280 0 0 210 60 200 cm " + name + b" Do Q\n")
