"""A font without its table of characters."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[0].obj.Resources.Font
    kept = [key for key in list(fonts) if "Masthead" in str(fonts[key].BaseFont)]
    del fonts[kept[0]]["/ToUnicode"]
