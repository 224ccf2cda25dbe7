"""A file is attached."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["draft.txt"] = b"draft"
