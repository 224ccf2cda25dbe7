"""A tint in profiled CMYK, where the shop asks for PDF/X-1a."""

import dataclasses

import pikepdf

from newsletter.press import Expectation


def expect(expected: Expectation) -> Expectation:
    assert expected.condition is not None
    return dataclasses.replace(expected, condition=expected.condition.model_copy(update={"level": "x-1a"}))


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    profile = pikepdf.Stream(pdf, pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    profile.N = 4
    page.Resources.ColorSpace = pikepdf.Dictionary(
        {"/Own": pikepdf.Array([pikepdf.Name.ICCBased, pdf.make_indirect(profile)])}
    )
    page.Contents.write(page.Contents.read_bytes() + b"\n/Own cs 0 0 0 .2 sc 200 300 72 72 re f\n")
