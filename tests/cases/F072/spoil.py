"""A frame in registration colour."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    blend = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    marks = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, blend])
    page.Resources.ColorSpace = pikepdf.Dictionary({"/Marks": marks})
    page.Contents.write(page.Contents.read_bytes() + b"\n/Marks CS 1 SC 2 w 200 300 72 72 re S\n")
