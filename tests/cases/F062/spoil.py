"""A stand-in with an OPI comment."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    form = pikepdf.Stream(pdf, b"0 0 0 .2 k 0 0 72 72 re f")
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 72, 72]
    form["/OPI"] = pikepdf.Dictionary({"/2.0": pikepdf.Dictionary(Type=pikepdf.Name.OPI, Version=2)})
    page.Resources.XObject["/StandIn"] = pdf.make_indirect(form)
    page.Contents.write(page.Contents.read_bytes() + b"\nq 1 0 0 1 200 300 cm /StandIn Do Q\n")
