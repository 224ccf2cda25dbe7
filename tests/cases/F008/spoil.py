"""Trapped is unknown."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Trapped"] = pikepdf.Name.Unknown
