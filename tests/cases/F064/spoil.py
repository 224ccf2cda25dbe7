"""A transfer curve in an ExtGState."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    curve = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], N=0.8)
    page.Resources.ExtGState["/Curve"] = pikepdf.Dictionary(TR=curve)
    page.Contents.write(page.Contents.read_bytes() + b"\nq /Curve gs 0 0 0 1 k 200 300 72 72 re f Q\n")
