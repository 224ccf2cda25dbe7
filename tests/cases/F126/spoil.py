"""The table's first row has lost a cell."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    rows = [
        thing
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == pikepdf.Name.TR
    ]
    cells = rows[1]["/K"]
    empty = [at for at, cell in enumerate(cells) if len(cell.get("/K", [])) == 0]
    del cells[empty[0]]
