"""Two multiplied tints: 340 % of ink, though each has only 170 %."""

import pikepdf

PLATES = True


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    page.Resources.ExtGState["/Twice"] = pikepdf.Dictionary(BM=pikepdf.Name.Multiply)
    tints = b".9 .8 0 0 k 200 300 72 72 re f 0 0 .8 .9 k 200 300 72 72 re f"
    page.Contents.write(page.Contents.read_bytes() + b"\nq /Twice gs " + tints + b" Q\n")
