"""A picture in JPEG 2000, where the shop asks for PDF/X-1a."""

import dataclasses

import pikepdf

from newsletter.press import Expectation


def expect(expected: Expectation) -> Expectation:
    assert expected.condition is not None
    return dataclasses.replace(expected, condition=expected.condition.model_copy(update={"level": "x-1a"}))


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    picture = pikepdf.Stream(pdf, b"")
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width, picture.Height, picture.BitsPerComponent = 600, 600, 8
    picture.ColorSpace, picture.Filter = pikepdf.Name.DeviceCMYK, pikepdf.Name.JPXDecode
    page.Resources.XObject = pikepdf.Dictionary({"/Scan": pdf.make_indirect(picture)})
    page.Contents.write(page.Contents.read_bytes() + b"\nq 72 0 0 72 200 300 cm /Scan Do Q\n")
