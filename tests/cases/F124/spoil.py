"""A link that another program added: without words, outside of the tree, to a page that is not there."""

import pikepdf
from pikepdf import Array, Dictionary, Name


def spoil(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([10, 10, 90, 30]))
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(link)])
