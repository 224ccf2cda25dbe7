"""Three pages, of which nobody knows how many were ordered."""

import dataclasses

import pikepdf

from newsletter.press import Expectation


def expect(expected: Expectation) -> Expectation:
    return dataclasses.replace(expected, page_count=None)


def spoil(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[1])
