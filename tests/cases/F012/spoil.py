"""A link on page 2."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[50, 50, 90, 60])
    pdf.pages[1].obj.Annots = pikepdf.Array([link])
