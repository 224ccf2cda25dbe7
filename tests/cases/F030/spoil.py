"""A red area in RGB and a line in Lab."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    lab = pikepdf.Array([pikepdf.Name.Lab, pikepdf.Dictionary(WhitePoint=[0.96, 1, 0.82])])
    page.Resources.ColorSpace = pikepdf.Dictionary(Lab=lab)
    page.Contents.write(
        page.Contents.read_bytes()
        + b"\nq 1 0 0 rg 100 200 50 20 re f /Lab CS 50 60 0 SCN 100 190 m 150 190 l S Q\n"
    )
