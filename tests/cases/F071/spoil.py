"""A tint of a spot colour."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    blend = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.95, 1, 0], N=1)
    red = pikepdf.Array(
        [pikepdf.Name.Separation, pikepdf.Name("/PANTONE 485 C"), pikepdf.Name.DeviceCMYK, blend]
    )
    page.Resources.ColorSpace = pikepdf.Dictionary({"/Red": red})
    page.Contents.write(page.Contents.read_bytes() + b"\n/Red cs 1 sc 200 300 72 72 re f\n")
