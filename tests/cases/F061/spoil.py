"""A picture in JPEG 2000 that is none, so that its ink cannot be drawn."""

import pikepdf

PLATES = True


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    picture = pikepdf.Stream(pdf, b"\0" * 40)
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width, picture.Height, picture.BitsPerComponent = 600, 600, 8
    picture.ColorSpace, picture.Filter = pikepdf.Name.DeviceCMYK, pikepdf.Name.JPXDecode
    page.Resources.XObject["/Scan"] = pdf.make_indirect(picture)
    page.Contents.write(page.Contents.read_bytes() + b"\nq 72 0 0 72 200 300 cm /Scan Do Q\n")
