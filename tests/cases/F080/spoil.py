"""A shadow blended in RGB."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    page.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)
    page.Resources.ExtGState["/Shadow"] = pikepdf.Dictionary(ca=0.5)
    page.Contents.write(page.Contents.read_bytes() + b"\nq /Shadow gs 0 0 0 .4 k 200 300 72 72 re f Q\n")
