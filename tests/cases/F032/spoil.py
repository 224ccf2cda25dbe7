"""Black type knocks out."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for key in ("/PressOverOver", "/PressOverOut"):
            page.Resources.ExtGState[key].op = False
