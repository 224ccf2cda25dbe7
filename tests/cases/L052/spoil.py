"""The type of page 1 goes; nothing that the law wants there is left."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(page.Contents.read_bytes().replace(b"TJ", b"pop"))
