"""The words of all pictures are gone."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == pikepdf.Name.Figure:
            del thing["/Alt"]
