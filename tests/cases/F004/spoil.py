"""The profile is named only."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0]["/DestOutputProfile"]
