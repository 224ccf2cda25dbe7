"""Another title in Info."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "untitled"
