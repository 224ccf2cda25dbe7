"""The crossheads are of the third level."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == pikepdf.Name.H2:
            thing["/S"] = pikepdf.Name.H3
