"""Four full colours."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(page.Contents.read_bytes() + b"\nq 1 1 1 1 k 100 200 50 20 re f Q\n")
