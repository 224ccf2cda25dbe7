"""The output intent is for PDF/A."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].S = pikepdf.Name.GTS_PDFA1
