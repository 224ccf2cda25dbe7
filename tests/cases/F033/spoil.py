"""White type overprints."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.Resources.ExtGState["/PressOutOver"].op = True
